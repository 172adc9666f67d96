// SPDX-License-Identifier: Apache-2.0
public import Access
internal import GRDB

extension SQLiteLedger {
    /// Goes over the whole journal: an edit, a deletion, a reordering, an insertion, a cut tail (L9).
    ///
    /// - Parameter head: a head that was kept elsewhere; without one, a cut tail does not show.
    /// - Throws: when the journal cannot be read.
    /// - Returns: what was found.
    public func verify(against head: JournalHead? = nil) async throws(LedgerFault) -> JournalVerdict
    {
        var verifier = JournalVerifier(against: head)
        var isMore = true
        while isMore {
            let before = verifier
            (verifier, isMore) = try await read("verify the journal") { database in
                var verifier = before
                let isMore = try verifier.goOn(in: database)
                return (verifier, isMore)
            }
        }
        verifier.finish()
        return verifier.verdict
    }

    /// Goes over the journal of a file that no service has open, such as a copy.
    public static func verify(
        file path: String,
        against head: JournalHead? = nil
    ) throws(LedgerFault) -> JournalVerdict {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? queue.close() }
            var verifier = JournalVerifier(against: head)
            while try queue.read({ try verifier.goOn(in: $0) }) {}
            verifier.finish()
            return verifier.verdict
        } catch {
            throw LedgerFault("verify the journal", path, error)
        }
    }
}
