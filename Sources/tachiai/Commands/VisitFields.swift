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

    /// Whether anything is said.
    var isSaid: Bool {
        !room.isEmpty || !escort.isEmpty
            || [from, until, necessity, entries, id].contains { $0 != nil }
    }

    /// Whether a new visit says what it must say.
    var isComplete: Bool { !room.isEmpty && from != nil && until != nil && necessity != nil }

    /// Sees that a new visit says what it must say.
    func complete() throws {
        guard isComplete else { throw ValidationError(Words.now.visitIncomplete) }
    }

    /// What was asked for, with what is said otherwise.
    func amended(_ asked: VisitRow, on server: Server) async throws -> VisitRow {
        let directory = Directory(changing: server)
        let clock = try await BoardClock(server)
        var row = asked
        (row.by, row.on) = (nil, nil)
        if !room.isEmpty { row.rooms = try await directory.rooms(room) }
        if let from { row.from = try clock.written(from) }
        if let until { row.until = try clock.written(until) }
        if let necessity { row.necessity = necessity }
        if let entries { row.entries = Int(entries).map(Entries.number) ?? .unlimited }
        if !escort.isEmpty {
            let escorts = try await directory.people(escort)
            try await check(
                escorts,
                of: try await directory.people(row.visitors),
                in: row.rooms,
                server
            )
            row.escorts = escorts.map(\.id)
        }
        clock.noteIfOver(row.until)
        return row
    }

    func row(_ visitors: [String], on server: Server) async throws -> VisitRow {
        let directory = Directory(changing: server)
        let clock = try await BoardClock(server)
        var next = try await NextID.visit(server)
        let who = try await directory.people(visitors)
        let escorts = try await directory.people(escort)
        let rooms = try await directory.rooms(room)
        try await check(escorts, of: who, in: rooms, server)
        clock.noteIfOver(until)
        return VisitRow(
            id: id ?? next.take(),
            visitors: who.map(\.id),
            rooms: rooms,
            necessity: necessity ?? "",
            from: try clock.written(ifSaid: from),
            until: try clock.written(ifSaid: until),
            entries: entries.map { Int($0).map(Entries.number) ?? .unlimited },
            escorts: escort.isEmpty ? nil : escorts.map(\.id)
        )
    }

    /// Sees that those named as escorts can be, as far as it can be seen.
    private func check(
        _ escorts: [PersonRow],
        of visitors: [PersonRow],
        in rooms: [String],
        _ server: Server
    ) async throws {
        let words = Words.now
        for escort in escorts where !escort.name.isEmpty {
            if visitors.contains(where: { $0.id == escort.id }) {
                throw Complaint(.usage, words.escortVisits(escort.title))
            }
            guard escort.department != nil else {
                throw Complaint(.usage, words.outsiderEscorts(escort.title))
            }
        }
        guard !escorts.isEmpty else { return }
        let departments = try await server.all(APIPath.departments, of: DepartmentReply.self).items
        let known = try await server.all(APIPath.rooms, of: RoomReply.self).items
        for room in known where rooms.contains(room.id) {
            let taken = room.parameters.first { $0.key == "escorts" }?.value ?? ""
            for escort in escorts where escort.department != nil {
                let kinds = departments.first { $0.row.id == escort.department }?.row.kinds ?? []
                guard !kinds.contains(where: taken.contains) else { continue }
                Screen.standard.complain(words.escortNotEligible(escort.title, room.id))
            }
        }
    }
}
