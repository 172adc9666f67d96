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

    /// Shows the rows of a list; where there are more, says so.
    func show<Item: Codable & Sendable & Hashable>(
        _ server: Server,
        _ path: String,
        _ query: [URLQueryItem],
        of type: Item.Type,
        as table: ([Item]) -> Table
    ) async throws {
        let page = try await server.all(path, query, of: type, upTo: limit)
        let screen = Screen.standard
        guard !common.json else { return screen.write(try InputFile.json(page)) }
        screen.write(table(page.items), else: Words.now.emptyList)
        if page.next != nil { screen.complain(Words.now.moreThan(limit)) }
    }
}

extension Screen {
    /// A table, or a sentence where it has no rows.
    func write(_ table: Table, else nothing: String) {
        if table.isEmpty { write(nothing) } else { write(table) }
    }
}
