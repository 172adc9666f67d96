// SPDX-License-Identifier: Apache-2.0
public import Access

/// The policy document (DESIGN §8): all that the officer decides, as YAML.
public enum PolicyDocument {
    /// Reads a policy.
    ///
    /// - Parameters:
    ///   - source: the file's text.
    ///   - calendar: what its days mean on this board.
    /// - Throws: every mistake, if there is one for which the document is refused whole.
    /// - Returns: the policy, and warnings about rows without effect.
    public static func read(
        _ source: Source,
        in calendar: BoardCalendar
    ) throws(Mistakes) -> Reviewed<Policy> {
        let reading = Reading(source)
        let root = try reading.root()
        let policy = PolicyReader(reading: reading, calendar: calendar).policy(root)
        return try reading.reviewed(policy)
    }

    /// Writes a policy, the same policy always as the same text.
    ///
    /// Read again, it is the same policy. Badges and PINs come out as they are in it: fingerprints in what a ledger
    /// gives out.
    public static func text(of policy: Policy) -> String { PolicyWriter(policy).text }
}
