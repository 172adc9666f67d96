// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

/// The designations that end soon, by the time at which they do (R17).
extension StoredPolicy {
    /// The most ends that are looked at in one go (L14).
    static let mostEnds = 64

    /// The ends within the days of a warning, the nearest first.
    func endings() throws -> [Review.Ending] {
        var found: [Review.Ending] = []
        var low = now
        for days in Review.warnings {
            found += try endings(within: days, after: low)
            low = now + .seconds(days * 86_400)
        }
        return found
    }

    /// The ends within some days, after a time.
    ///
    /// Who was designated for less than those days knows it: that is none of these.
    func endings(within days: Int, after low: Timestamp) throws -> [Review.Ending] {
        let sql = """
            SELECT untilMs, count(*), (
              SELECT untilWritten FROM designation AS one
              WHERE one.untilMs = designation.untilMs AND one.revokedMs IS NULL LIMIT 1
            ) FROM designation
            WHERE revokedMs IS NULL AND endsMs IS NULL AND untilMs > ?1 AND untilMs <= ?2
              AND (fromMs IS NULL OR fromMs <= untilMs - ?3)
            GROUP BY untilMs ORDER BY untilMs LIMIT \(Self.mostEnds)
            """
        let length = Duration.seconds(days * 86_400)
        let high = now + length
        return try rows(
            sql,
            [low.milliseconds, high.milliseconds, Int64(days) * 86_400_000]
        ) { row in
            Review.Ending(
                at: Timestamp(milliseconds: try row.decode(atIndex: 0)),
                written: try row.decode(atIndex: 2),
                within: days,
                designations: try row.decode(atIndex: 1)
            )
        }
    }

    /// The first end after a time.
    func firstEnd(after time: Timestamp) throws -> Timestamp? {
        let sql = "SELECT min(untilMs) FROM designation WHERE revokedMs IS NULL AND untilMs > ?"
        let found = try rows(sql, [time.milliseconds]) { try $0.decode(Int64?.self, atIndex: 0) }
        return (found.first ?? nil).map { Timestamp(milliseconds: $0) }
    }
}
