// SPDX-License-Identifier: Apache-2.0

/// What libusb's callbacks leave for the event loop; they run on its thread and do nothing else.
final class Inbox {
    /// Transfers that came back, in order.
    var outcomes: [Transfer.Outcome] = []
    /// Whether something was plugged in or out.
    var hasNews = false

    /// Takes out the transfers that came back.
    func takeOutcomes() -> [Transfer.Outcome] {
        defer { outcomes.removeAll(keepingCapacity: true) }
        return outcomes
    }
}
