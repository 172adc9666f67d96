// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The journal in the guest, read past the service with SQLite alone.
extension Board {
    static let database = "/var/lib/tachiai/tachiai.sqlite"

    /// A record, as its text says.
    struct JournalRow: Decodable {
        let number: Int
        let kind: String
        var door: String?
        var reader: String?
        var people: [String]?
        var escort: String?
        var approvals: [String]?
        var reason: String?
        var alarm: String?
        var state: String?
        var of: Int?
        var mono: Int
    }

    /// The number of the newest record.
    func lastRecord() async throws -> Int {
        try await rows("SELECT max(number) FROM journal", as: Int?.self).first?.first.flatMap { $0 }
            ?? 0
    }

    /// Waits for a record after another one that says what `fields` say: the first such, or `nil` when none came.
    func record(
        _ fields: KeyValuePairs<String, String>,
        after number: Int,
        within seconds: Int = Board.patience
    ) async throws -> JournalRow? {
        let conditions = fields.map { "AND json_extract(body, '$.\($0)') = '\($1)'" }
        return try await records(
            "number > \(number) \(conditions.joined(separator: " "))",
            within: seconds
        ).first
    }

    /// The records of which a condition holds, as soon as there is one.
    func records(_ condition: String, within seconds: Int = 0) async throws -> [JournalRow] {
        try await rows(
            "SELECT body FROM journal WHERE \(condition) ORDER BY number",
            within: seconds,
            as: String.self
        ).map { try JSONDecoder().decode(JournalRow.self, from: Data($0[0].utf8)) }
    }

    private func rows<Value: Decodable>(
        _ query: String,
        within seconds: Int = 0,
        as type: Value.Type
    ) async throws -> [[Value]] {
        try await tell(["rows", Self.database, query, "--within", "\(seconds)"], within: seconds)
            .split(separator: "\n").map {
                try JSONDecoder().decode([Value].self, from: Data($0.utf8))
            }
    }
}
