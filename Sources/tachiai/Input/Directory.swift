// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Foundation

/// Finds out whom or what somebody means who writes a number or a name.
struct Directory {
    let server: Server
    /// Whether a part of a name is enough: to look something up, not to change it.
    let takesParts: Bool

    /// Finds what is only looked at.
    init(server: Server) {
        (self.server, takesParts) = (server, true)
    }

    /// Finds what is to be changed: a slip of the hand must not meet somebody else.
    init(changing server: Server) {
        (self.server, takesParts) = (server, false)
    }

    /// A person, by the number or by a name that fits nobody else.
    func person(_ written: String) async throws -> PersonRow {
        let found: [PersonRow]
        do {
            found = try await server.all(
                APIPath.people,
                [URLQueryItem(name: "text", value: written)],
                of: PersonReply.self,
                upTo: 100
            ).items.map(\.row)
        } catch let problem as Problem where problem.kind == .notAllowed {
            // Who may see no people may still name one by the number.
            guard written.halfWidth.allSatisfy(\.isASCII) else {
                throw Complaint(.notAllowed, Words.now.needsNumber(written))
            }
            return PersonRow(id: written.halfWidth, name: "")
        }
        return try one(
            of: found,
            written,
            id: \.id,
            names: { [$0.name, $0.kana].compactMap { $0 } },
            line: { "\($0.id)  \($0.name)  \($0.department ?? $0.company ?? "")" }
        )
    }

    /// Several people, in the order in which they were written.
    func people(_ written: [String]) async throws -> [PersonRow] {
        var rows: [PersonRow] = []
        for written in written { rows.append(try await person(written)) }
        return rows
    }

    /// A department, by its id or name.
    func department(_ written: String) async throws -> DepartmentRow {
        let found = try await server.all(APIPath.departments, of: DepartmentReply.self).items
        return try one(
            of: found.map(\.row),
            written,
            id: \.id,
            names: { [$0.name] },
            line: { "\($0.id)  \($0.name)" }
        )
    }

    /// A room, by its id or name.
    func room(_ written: String) async throws -> RoomReply {
        let found = try await server.all(APIPath.rooms, of: RoomReply.self).items
        return try one(
            of: found,
            written,
            id: \.id,
            names: { [$0.name] },
            line: { "\($0.id)  \($0.name)" }
        )
    }

    /// Says so where the board has no door of this name, now: its records may be older than its doors.
    func noteDoor(_ written: String) async throws {
        let doors = try await server.all(APIPath.doors, of: DoorReply.self).items.map(\.id)
        guard !doors.contains(written) else { return }
        Screen.standard.complain(Words.now.noDoor(written, among: doors))
    }

    /// A room of the policy, or one that may have been in it.
    func roomOnRecord(_ written: String) async throws -> String {
        do {
            return try await room(written).id
        } catch let complaint as Complaint
            where complaint.status == .refused && written.allSatisfy(\.isASCII)
        {
            Screen.standard.complain(complaint.description)
            return written
        }
    }

    /// Several rooms by their ids.
    func rooms(_ written: [String]) async throws -> [String] {
        var ids: [String] = []
        for written in written { ids.append(try await room(written).id) }
        return ids
    }

    /// The id itself, then the whole name, then a part of the name; never one of several.
    private func one<Row>(
        of rows: [Row],
        _ written: String,
        id: (Row) -> String,
        names: (Row) -> [String],
        line: (Row) -> String
    ) throws -> Row {
        if let row = rows.first(where: { id($0) == written.halfWidth }) { return row }
        let wanted = Self.plain(written)
        let whole = rows.filter { row in names(row).contains { Self.plain($0) == wanted } }
        let partly = rows.filter { row in names(row).contains { Self.plain($0).contains(wanted) } }
        let found = whole.isEmpty ? partly : whole
        guard let row = found.first, !wanted.isEmpty else {
            throw Complaint(.refused, Words.now.nobodyFits(written))
        }
        guard found.count == 1, takesParts || !whole.isEmpty else {
            let sentence =
                whole.isEmpty && !takesParts
                ? Words.now.onlyPartly(written) : Words.now.severalFit(written)
            let lines = found.prefix(20).map { "  " + line($0) }
            throw Complaint(
                .usage,
                ([sentence] + lines.map(Table.clean)).joined(separator: "\n")
            )
        }
        return row
    }

    /// A name as it is compared: spaces, width, case and the two kinds of kana make no difference.
    private static func plain(_ text: String) -> String {
        let folded = text.precomposedStringWithCompatibilityMapping.lowercased()
            .filter { !$0.isWhitespace }
        return String(
            String.UnicodeScalarView(
                folded.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0x3041...0x3096: UnicodeScalar(scalar.value + 0x60) ?? scalar
                    default: scalar
                    }
                }
            )
        )
    }
}

extension Server {
    /// The pages of a list, one after the other.
    func all<Item: Codable & Sendable & Hashable>(
        _ path: String,
        _ query: [URLQueryItem] = [],
        of: Item.Type,
        upTo limit: Int = 10_000
    ) async throws -> PageReply<Item> {
        var page = PageReply<Item>(items: [])
        repeat {
            let size = min(limit - page.items.count, 1000)
            let place = page.next.map { [URLQueryItem(name: "after", value: $0)] } ?? []
            let asked = query + place + [URLQueryItem(name: "limit", value: String(size))]
            let next = try await get(path, asked).json(PageReply<Item>.self)
            page = PageReply(items: page.items + next.items, next: next.next)
        } while page.next != nil && page.items.count < limit
        return page
    }
}
