// SPDX-License-Identifier: Apache-2.0
import Access

/// What an indication looks and sounds like over time: an introduction, then a round without end.
struct Pattern: Sendable, Hashable {
    /// A frame and how long it stands.
    struct Step: Sendable, Hashable {
        let frame: Frame
        let length: Duration
    }

    let introduction: [Step]
    /// One step stands still.
    let round: [Step]

    /// The frame at a time after the beginning, and when the next one comes.
    func frame(at elapsed: Duration) -> (frame: Frame, next: Duration?) {
        var end = Duration.zero
        for step in introduction {
            end += step.length
            if elapsed < end { return (step.frame, end) }
        }
        guard round.count > 1 else { return (round.first?.frame ?? .off, nil) }
        let length = round.reduce(Duration.zero) { $0 + $1.length }
        end += length * Int((elapsed - end) / length)
        for step in round {
            end += step.length
            if elapsed < end { return (step.frame, end) }
        }
        return (round[0].frame, end + round[0].length)
    }
}

extension Pattern {
    /// The tone of every key, whichever it is.
    static let keyTone = Duration.milliseconds(60)
    /// How long a refusal shows.
    static let denial = Duration.milliseconds(1500)

    /// The pattern of an indication.
    init(_ indication: Indication) {
        switch indication {
        case .secured, .key: self.init(then: .off)
        case .granted: self.init([(.green.sounding, 200)], then: .green)
        case .waiting: self.init(round: [(.amber, 500), (.off, 500)])
        case .denied: self.init([(.red.sounding, 800)], then: .red)
        case .heldOpenWarning:
            self.init(round: [(.red.sounding, 100), (.red, 400), (.off, 500)])
        case .alarm: self.init(round: [(.red.sounding, 250), (.off, 250)])
        case .unserved: self.init(round: [(.red, 200), (.off, 1800)])
        }
    }

    private init(_ steps: [(Frame, Int64)] = [], then rest: Frame) {
        introduction = Self.steps(steps)
        round = [Step(frame: rest, length: .zero)]
    }

    private init(round steps: [(Frame, Int64)]) {
        introduction = []
        round = Self.steps(steps)
    }

    private static func steps(_ steps: [(Frame, Int64)]) -> [Step] {
        steps.map { Step(frame: $0.0, length: .milliseconds($0.1)) }
    }
}
