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
    ///
    /// Of several, those in the first of the states are meant that any of them is in.
    func badge(_ written: String, status: [Set<String>] = [["active"]]) async throws -> BadgeName {
        if written.hasPrefix(Fingerprint.prefix) {
            guard Fingerprint(written) != nil else {
                throw Complaint(.usage, Words.now.noFingerprint(written))
            }
            return .fingerprint(written)
        }
        let label = written.halfWidth
        let labelled = try await badges([]).filter { $0.label?.halfWidth == label }
        // What was given back bears its label still: it is meant where nothing else fits.
        let meant = Self.first(labelled, status + [["active", "suspended", "lost"], ["returned"]])
        if meant.count == 1 { return .fingerprint(meant[0].fingerprint) }
        guard meant.isEmpty else { throw Self.complaint(Words.now.severalBadges(written), meant) }
        // What looks like a number is not looked for among people: it would stand in the path (L10).
        if written.count >= Self.leastDigits, let number = BadgeNumber(written) {
            return .number(number)
        }
        let person = try await person(written)
        let badges = try await badges([URLQueryItem(name: "person", value: person.id)])
        let fitting = Self.first(badges, status)
        guard fitting.count == 1 else {
            if badges.isEmpty { try await mayBeSeen() }
            let sentence = Words.now.notOneBadge(person.title, fitting.count)
            throw Self.complaint(sentence, fitting.isEmpty ? badges : fitting)
        }
        return .fingerprint(fitting[0].fingerprint)
    }

    private static func first(_ badges: [BadgeReply], _ states: [Set<String>]) -> [BadgeReply] {
        states.lazy.map { states in badges.filter { states.contains($0.status) } }
            .first { !$0.isEmpty } ?? []
    }

    /// A sentence, and which badges there are.
    private static func complaint(_ sentence: String, _ badges: [BadgeReply]) -> Complaint {
        let words = Words.now
        let lines = badges.prefix(20).map { badge in
            let parts = [
                badge.fingerprint, words.badgeStatus(badge.status), badge.person, badge.label,
            ]
            return "  " + Table.clean(parts.compactMap { $0 }.joined(separator: "  "))
        }
        return Complaint(.usage, ([sentence] + lines).joined(separator: "\n"))
    }

    /// The shortest number of a badge that is taken for one.
    private static let leastDigits = 8

    /// Whoever sees no badges at all does not learn that somebody has none.
    private func mayBeSeen() async throws {
        _ = try await server.get(APIPath.badges, [URLQueryItem(name: "limit", value: "1")])
    }

    private func badges(_ query: [URLQueryItem]) async throws -> [BadgeReply] {
        do {
            return try await server.all(APIPath.badges, query, of: BadgeReply.self).items
        } catch let problem as Problem where problem.kind == .notAllowed {
            return []
        }
    }
}
