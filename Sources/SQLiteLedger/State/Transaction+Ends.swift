// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// Puts on record that designations end soon, once for each time at which some do and for each warning (R17).
    ///
    /// They are told of by their end, not one by one: on 31 March nearly all of them do.
    ///
    /// - Returns: when there is something to tell next.
    func tellOfEnds() throws -> Timestamp? {
        var checks: [Timestamp] = []
        var low = time.now
        for days in Review.warnings {
            let length = Duration.seconds(days * 86_400)
            let horizon = time.now + length
            let told = try toldUntil(days)
            // The clock may have been ahead when that was noted.
            let known = min(told ?? low, horizon)
            let found = try stored.endings(within: days, after: max(known, low))
            for ending in found { try append(Record(ending)) }
            let reached = found.last?.at ?? known
            if reached != told, told != nil || !found.isEmpty {
                try noteTold(days, until: reached)
            }
            if found.count == StoredPolicy.mostEnds {
                checks.append(time.now)
            } else if let next = try stored.firstEnd(after: horizon) {
                checks.append(next + (.zero - length))
            }
            low = horizon
        }
        return checks.min()
    }

    private func toldUntil(_ days: Int) throws -> Timestamp? {
        let found = try stored.rows("SELECT value FROM meta WHERE key = ?", [Self.key(days)]) {
            try $0.decode(String.self, atIndex: 0)
        }
        return found.first.flatMap { Int64($0) }.map { Timestamp(milliseconds: $0) }
    }

    private func noteTold(_ days: Int, until end: Timestamp) throws {
        try execute(
            "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)",
            [Self.key(days), String(end.milliseconds)]
        )
    }

    private static func key(_ days: Int) -> String { "endsTold\(days)" }
}

extension Record {
    /// That designations end soon.
    fileprivate init(_ ending: Review.Ending) {
        self.init(.system)
        state = "designations-end"
        subject = ending.written
        text = "\(ending.designations) within \(ending.within) days"
    }
}
