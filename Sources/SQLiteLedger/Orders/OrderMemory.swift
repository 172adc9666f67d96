// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Foundation
internal import GRDB

extension Transaction {
    /// The most orders that are remembered (L14).
    private static let mostKeys = 10_000

    /// Carries out once what comes under the same key, and answers alike whenever it comes again.
    func onceOnly(
        _ order: Order,
        by author: PersonID,
        _ body: () throws -> OrderOutcome?
    ) throws -> OrderOutcome? {
        guard let key = order.terms.idempotencyKey else { return try body() }
        guard (1...OrderTerms.longestKey).contains(key.count) else {
            let refused = OrderRefused.unfit(
                "an idempotency key has 1 to \(OrderTerms.longestKey) characters",
                "Idempotency-Key は 1 から \(OrderTerms.longestKey) 文字です。"
            )
            return try refuse(order, by: author, refused.refusal)
        }
        try forgetKeys()
        let content = order.content(keys: keys, calendar: calendar)
        let kept = try stored.rows(
            "SELECT content, outcome FROM orderKey WHERE author = ? AND key = ?",
            [author.text, key]
        ) { (try $0.decode(String.self, atIndex: 0), try $0.decode(String.self, atIndex: 1)) }
        if let (before, outcome) = kept.first {
            guard before == content else { return try refuse(order, by: author, .keyReused) }
            return try KeptOutcome(outcome).outcome
        }
        guard let outcome = try body() else { return nil }
        try execute(
            "INSERT INTO orderKey (author, key, content, outcome, atMs) VALUES (?, ?, ?, ?, ?)",
            [
                author.text, key, content, try KeptOutcome(outcome).written,
                moment.wall.milliseconds,
            ]
        )
        return outcome
    }

    private func forgetKeys() throws {
        let oldest = moment.wall.milliseconds - OrderTerms.memory.milliseconds
        try execute("DELETE FROM orderKey WHERE atMs < ?", [oldest])
        try execute(
            """
            DELETE FROM orderKey WHERE atMs <= (
              SELECT atMs FROM orderKey ORDER BY atMs DESC LIMIT 1 OFFSET ?)
            """,
            [Self.mostKeys - 1]
        )
    }
}

/// An outcome as it is kept under a key: without what it asked of the doors, which is done, and without a token.
private struct KeptOutcome: Codable {
    var record: RecordNumber?
    var refusal: String?
    var english: String?
    var japanese: String?
    var faults: [Fault]?

    struct Fault: Codable {
        var path: String
        var english: String
        var japanese: String
    }

    init(_ outcome: OrderOutcome) {
        switch outcome {
        case .accepted(let number, _): record = number
        case .refused(.notAllowed): refusal = "not-allowed"
        case .refused(.changedMeanwhile): refusal = "changed-meanwhile"
        case .refused(.keyReused): refusal = "key-reused"
        case .refused(.unfit(let why, let japaneseWhy)):
            (refusal, english, japanese) = ("unfit", why, japaneseWhy)
        case .refused(.faults(let found)):
            refusal = "faults"
            faults = found.map {
                Fault(path: $0.path, english: $0.english, japanese: $0.japanese)
            }
        }
    }

    init(_ written: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(written.utf8))
    }

    var written: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    var outcome: OrderOutcome {
        if let record { return .accepted(record, nil) }
        switch refusal {
        case "not-allowed": return .refused(.notAllowed)
        case "changed-meanwhile": return .refused(.changedMeanwhile)
        case "faults":
            return .refused(
                .faults(
                    (faults ?? []).map {
                        PolicyFault(path: $0.path, english: $0.english, japanese: $0.japanese)
                    }
                )
            )
        case "unfit":
            return .refused(.unfit(english: english ?? "", japanese: japanese ?? ""))
        default: return .refused(.keyReused)
        }
    }
}
