// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// How far a bearer sees: everything, or the rooms where the section that the bearer heads is competent.
enum Scope: Sendable, Hashable {
    case everything
    case rooms(Set<RoomID>)

    /// Whether something about rooms may be seen.
    func covers(_ rooms: some Sequence<RoomID>) -> Bool {
        switch self {
        case .everything: true
        case .rooms(let own): rooms.contains(where: own.contains)
        }
    }
}

extension AdminParts {
    /// How far a bearer sees now.
    func scope(of bearer: Bearer) async throws -> Scope {
        guard !bearer.has(.readAll) else { return .everything }
        let sections = bearer.sections
        let rooms = try await registry.rooms().filter { room in
            room.competentSections.contains(where: sections.contains)
        }
        return .rooms(Set(rooms.map(\.id)))
    }
}

extension Call {
    /// A part of a list that is at hand as a whole; the cursor is a place in it.
    func part<Item: Sendable, Shown: Codable & Sendable & Hashable>(
        of items: [Item],
        _ shown: (Item) -> Shown
    ) throws -> PageReply<Shown> {
        var start = 0
        if let written = self["after"] {
            guard let place = Int(written), place >= 0 else { throw Problem.strangeCursor }
            start = min(place, items.count)
        }
        let end = min(start + limit(or: 1000), items.count)
        return PageReply(
            items: items[start..<end].map(shown),
            next: end < items.count ? String(end) : nil
        )
    }
}
