// SPDX-License-Identifier: Apache-2.0
import Access

/// The way from the lines to whoever reads ``GPIOBoard/inputs``: bounded (L14), yet no last word is lost.
///
/// While the reader is too far behind, each thing keeps its latest input and is tried again.
struct InputFeed: Sendable {
    static let depth = 256

    let continuation: AsyncStream<DoorInput>.Continuation
    private var waiting: [Subject: DoorInput] = [:]

    private enum Subject: Hashable {
        case contact(DoorID), exitButton(DoorID), fire, tamper, fault(DoorID?)

        init(_ change: DoorInput.Change) {
            switch change {
            case .contact(let door, _): self = .contact(door)
            case .exitButton(let door): self = .exitButton(door)
            case .fire: self = .fire
            case .tamper: self = .tamper
            case .fault(let door, _): self = .fault(door)
            }
        }
    }

    init(_ continuation: AsyncStream<DoorInput>.Continuation) {
        self.continuation = continuation
    }

    /// Whether something waits for the reader.
    var isBehind: Bool { !waiting.isEmpty }

    /// Hands an input over.
    mutating func send(_ input: DoorInput) {
        if case .dropped = continuation.yield(input) {
            waiting[Subject(input.change)] = input
        } else {
            waiting[Subject(input.change)] = nil
        }
    }

    /// Tries again what the reader had no room for, oldest first.
    mutating func sendAgain() {
        for input in waiting.values.sorted(by: { $0.instant < $1.instant }) { send(input) }
    }
}
