// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// What is said about a visit.
struct VisitFields: ParsableArguments {
    @Option(name: [.long, .short], help: ArgumentHelp(Words.now.helpRooms))
    var room: [String] = []

    @Option(help: ArgumentHelp(Words.now.helpVisitFrom, valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp(Words.now.helpVisitUntil, valueName: "time"))
    var until: String?

    @Option(help: ArgumentHelp(Words.now.helpNecessity, valueName: "text"))
    var necessity: String?

    @Option(help: ArgumentHelp(Words.now.helpEntries, valueName: "n"))
    var entries: String?

    @Option(help: ArgumentHelp(Words.now.helpEscort, valueName: "person"))
    var escort: [String] = []

    @Option(help: ArgumentHelp(Words.now.helpID("A-2026-015")))
    var id: String?

    func validate() throws {
        guard let entries, entries != "unlimited" else { return }
        guard let number = Int(entries), (1...100_000).contains(number) else {
            throw ValidationError(Words.now.entriesForm)
        }
    }

    /// Sees that a new visit says what it must say.
    func complete() throws {
        guard !room.isEmpty, from != nil, until != nil, necessity != nil else {
            throw ValidationError(Words.now.visitIncomplete)
        }
    }

    func row(_ visitors: [String], on server: Server) async throws -> VisitRow {
        let directory = Directory(changing: server)
        let clock = try await BoardClock(server)
        var next = try await NextID.visit(server)
        return VisitRow(
            id: id ?? next.take(),
            visitors: try await directory.people(visitors).map(\.id),
            rooms: try await directory.rooms(room),
            necessity: necessity ?? "",
            from: try clock.written(ifSaid: from),
            until: try clock.written(ifSaid: until),
            entries: entries.map { Int($0).map(Entries.number) ?? .unlimited },
            escorts: escort.isEmpty ? nil : try await directory.people(escort).map(\.id)
        )
    }
}
