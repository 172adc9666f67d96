// SPDX-License-Identifier: Apache-2.0
import Access

/// Whether a device that has nothing to say of its own accord still lives.
///
/// A keyboard at which nobody types is silent for hours, and so is a dead one. Every few seconds it
/// is asked for its descriptor, which every device gives; a refusal is a sign of life, too.
struct LifeSign {
    private var isReady = false
    /// How many requests are in flight.
    private var pending = 0
    private var misses = 0
    private var askAt: Instant?

    /// How long after a sign of life the next is asked for.
    static let period = Duration.seconds(3)
    /// How many requests in a row are missed by a dead device, each after a second.
    static let patience = 3

    private static let request = Move.request(
        ControlRequest(type: 0x80, request: 0x06, value: 0x0100, index: 0, length: 18)
    )

    /// When time must be told next.
    var deadline: Instant? { askAt }

    /// Requests went out that the device must answer or refuse.
    mutating func asked(_ count: Int) { pending += count }

    /// The device gave something, or answered a request.
    mutating func shown(answering isAnswer: Bool, at instant: Instant) -> [Move] {
        if isAnswer { pending = max(0, pending - 1) }
        misses = 0
        if isAnswer, pending == 0 { askAt = instant + Self.period }
        defer { isReady = true }
        return isReady ? [] : [.ready]
    }

    /// A request was not answered.
    mutating func missed() -> [Move] {
        pending = max(0, pending - 1)
        misses += 1
        guard misses < Self.patience else { return [.fail("the device answers nothing")] }
        guard pending == 0 else { return [] }
        pending = 1
        return [Self.request]
    }

    /// Time has passed.
    mutating func timePassed(to now: Instant) -> [Move] {
        guard let askAt, askAt <= now else { return [] }
        self.askAt = nil
        pending += 1
        return [Self.request]
    }
}
