// SPDX-License-Identifier: Apache-2.0
import Access

/// How a peripheral stands, and what of it was told; each change is told once.
struct PeripheralStanding {
    /// Whether it is served.
    var presence = Presence.unknown
    /// Whether housing and supply are known in this channel.
    var isSettled = false
    private var isTampered = false
    private var hasPowerFault = false

    /// Whether a peripheral is served.
    enum Presence { case unknown, served, lost }

    /// What it says of its housing and its supply.
    struct Report: Equatable {
        let isTampered: Bool
        let hasPowerFault: Bool
    }

    /// It is served, and this is how it is.
    mutating func settled(_ report: Report?) -> [Read.Content] {
        let isOpen = report?.isTampered ?? false
        var said: [Read.Content] = []
        if presence != .served || isTampered && !isOpen {
            said.append(.back)
            isTampered = false
        }
        if isOpen && !isTampered {
            said.append(.tampered("its housing was opened, as its own switch tells"))
            isTampered = true
        }
        if let report, report.hasPowerFault != hasPowerFault {
            hasPowerFault = report.hasPowerFault
            said.append(.power(isFailing: hasPowerFault))
        }
        presence = .served
        isSettled = true
        return said
    }

    /// Somebody has touched the line.
    ///
    /// - Returns: whether that is news.
    mutating func tampered() -> Bool {
        defer { isTampered = true }
        return !isTampered
    }
}
