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
        if let held = try await held(by: written, status: status) { return held }
        guard let number = BadgeNumber(written), written.count >= 8 else {
            throw Complaint(.usage, Words.now.noBadgeFits(written))
        }
        return .number(number)
    }

    /// The one badge of a person that is in such a state; `nil` where nobody is called so.
    private func held(by written: String, status: Set<String>) async throws -> BadgeName? {
        let person: PersonRow
        do {
            person = try await self.person(written)
        } catch let complaint as Complaint where BadgeNumber(written) != nil {
            guard written.count >= 8 else { throw complaint }
            return nil
        }
        let badges = try await badges([URLQueryItem(name: "person", value: person.id)])
        let fitting = badges.filter { status.contains($0.status) }
        guard fitting.count == 1 else {
            guard !(fitting.isEmpty && BadgeNumber(written) != nil && written.count >= 8) else {
                return nil
            }
            let lines = fitting.map { "  \($0.fingerprint)  \($0.label ?? "")" }
            let sentence = Words.now.notOneBadge(person.title, fitting.count)
            throw Complaint(
                .usage,
                ([sentence] + lines.map(Table.clean)).joined(separator: "\n")
            )
        }
        return .fingerprint(fitting[0].fingerprint)
    }

    private func badges(_ query: [URLQueryItem]) async throws -> [BadgeReply] {
        do {
            return try await server.all(APIPath.badges, query, of: BadgeReply.self).items
        } catch let problem as Problem where problem.kind == .notAllowed {
            return []
        }
    }
}
