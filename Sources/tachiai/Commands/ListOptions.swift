// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import AdminAPI
import Foundation

/// What every list takes.
struct ListOptions: ParsableArguments {
    @Option(help: ArgumentHelp(Words.now.helpLimit, valueName: "n"))
    var limit = 200

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (1...100_000).contains(limit) else { throw ValidationError(Words.now.limitRange) }
    }

    /// Shows the rows of a list, with the names of those whom they say by number.
    func show<Item: Codable & Sendable & Hashable & Naming>(
        _ server: Server,
        _ path: String,
        _ query: [URLQueryItem],
        of type: Item.Type,
        as table: ([Item], Words) -> Table
    ) async throws {
        let page = try await server.all(path, query, of: type, upTo: limit)
        let words = common.json ? .now : try await server.words(for: page.items)
        try show(page) { table($0, words) }
    }

    /// Shows the rows of a list; where there are more, says so.
    func show<Item: Codable & Sendable & Hashable>(
        _ server: Server,
        _ path: String,
        _ query: [URLQueryItem],
        of type: Item.Type,
        as table: ([Item]) -> Table
    ) async throws {
        try show(try await server.all(path, query, of: type, upTo: limit), as: table)
    }

    private func show<Item: Codable & Sendable & Hashable>(
        _ page: PageReply<Item>,
        as table: ([Item]) -> Table
    ) throws {
        let screen = Screen.standard
        guard !common.json else { return screen.write(try InputFile.json(page)) }
        screen.write(table(page.items), else: Words.now.emptyList)
        if page.next != nil { screen.complain(Words.now.moreThan(limit)) }
    }
}

extension Directory {
    /// What a list is limited to, with names as people write them.
    func filters(
        state: String?,
        room: String?,
        person: String?,
        as parameter: String = "person"
    ) async throws -> [URLQueryItem] {
        var query = state.map { [URLQueryItem(name: "state", value: $0)] } ?? []
        if let room {
            query.append(URLQueryItem(name: "room", value: try await self.room(room).id))
        }
        if let person {
            query.append(URLQueryItem(name: parameter, value: try await self.person(person).id))
        }
        return query
    }
}

extension Screen {
    /// A table, or a sentence where it has no rows.
    func write(_ table: Table, else nothing: String) {
        if table.isEmpty { write(nothing) } else { write(table) }
    }
}
