// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Foundation

/// A badge as somebody names it.
enum BadgeName: Hashable {
    /// By its fingerprint, which may stand in paths.
    case fingerprint(String)
    /// By its number, which may not (L10).
    case number(BadgeNumber)

    /// How sentences name it.
    var title: String {
        switch self {
        case .fingerprint(let fingerprint): String(fingerprint.prefix(11)) + "…"
        case .number: Words.now.badgeByNumber
        }
    }

    /// As a request writes it.
    var written: String {
        switch self {
        case .fingerprint(let fingerprint): fingerprint
        case .number(let number): number.exposed
        }
    }
}

extension Directory {
    /// A badge: by its fingerprint, by the label on it, by who holds only this one, or by its number.
    func badge(_ written: String, status: Set<String> = ["active"]) async throws -> BadgeName {
        if written.hasPrefix(Fingerprint.prefix) {
            guard Fingerprint(written) != nil else {
                throw Complaint(.usage, Words.now.noFingerprint(written))
            }
            return .fingerprint(written)
        }
        let labelled = try await badges([]).filter { $0.label == written }
        if labelled.count == 1 { return .fingerprint(labelled[0].fingerprint) }
        // What looks like a number is not looked for among people: it would stand in the path (L10).
        if written.count >= Self.leastDigits, let number = BadgeNumber(written) {
            return .number(number)
        }
        let person = try await person(written)
        let badges = try await badges([URLQueryItem(name: "person", value: person.id)])
        let fitting = badges.filter { status.contains($0.status) }
        guard fitting.count == 1 else {
            let lines = fitting.map { "  \($0.fingerprint)  \($0.label ?? "")" }
            let sentence = Words.now.notOneBadge(person.title, fitting.count)
            throw Complaint(
                .usage,
                ([sentence] + lines.map(Table.clean)).joined(separator: "\n")
            )
        }
        return .fingerprint(fitting[0].fingerprint)
    }

    /// The shortest number of a badge that is taken for one.
    private static let leastDigits = 8

    private func badges(_ query: [URLQueryItem]) async throws -> [BadgeReply] {
        do {
            return try await server.all(APIPath.badges, query, of: BadgeReply.self).items
        } catch let problem as Problem where problem.kind == .notAllowed {
            return []
        }
    }
}
