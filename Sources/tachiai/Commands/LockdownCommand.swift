// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// Lock-downs (封鎖): nobody enters but who is named; leaving stays free.
struct LockdownCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lockdown",
            abstract: Words.now.aboutLockdown,
            subcommands: [LockdownStart.self, LockdownEnd.self, LockdownList.self]
        )
    }
}

/// Locks rooms down at once; nothing is asked, since it is done in haste and undone with ease.
struct LockdownStart: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "start",
            abstract: Words.now.aboutLockdownStart,
            discussion: Words.now.discussLockdown
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpLockedRooms, valueName: "room"))
    var rooms: [String] = []

    @Option(help: ArgumentHelp(Words.now.helpAllow, valueName: "person"))
    var allow: [String] = []

    @OptionGroup var change: ChangeOptions

    func validate() throws { try change.needsReason() }

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let ids = try await server.roomIDs(rooms)
            let allowed = try await Directory(changing: server).people(allow)
            await tellOfStanding(ids, server)
            let request = LockdownsRequest(
                rooms: ids,
                allow: allowed.isEmpty ? nil : allowed.map(\.id),
                reason: change.reason
            )
            try await change.carry("lockdown", ids.joined(separator: " ")) { terms in
                try await server.change(APIPath.lockdowns, request, terms)
            }
        }
    }
}

extension LockdownStart {
    /// A further lock-down of a room takes the place of the one that stands, with whom it lets in.
    ///
    /// Whatever keeps this from being told keeps no lock-down from being ordered.
    private func tellOfStanding(_ rooms: [String], _ server: Server) async {
        let standing = try? await server.all(APIPath.lockdowns, of: LockdownReply.self).items
            .filter { rooms.contains($0.room) }
        guard let standing, !standing.isEmpty,
            let words = try? await server.words(for: standing)
        else { return }
        for lockdown in standing {
            let room = words.rooms([lockdown.room])
            Screen.standard.complain(words.replaces(room, words.persons(lockdown.allow)))
        }
    }
}

/// Ends lock-downs.
struct LockdownEnd: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "end", abstract: Words.now.aboutLockdownEnd)
    }

    @Argument(help: ArgumentHelp(Words.now.helpUnlockedRooms, valueName: "room"))
    var rooms: [String] = []

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let locked =
                rooms.isEmpty
                ? try await server.all(APIPath.lockdowns, of: LockdownReply.self).items.map(\.room)
                : try await server.roomIDs(rooms)
            guard !locked.isEmpty else { throw Complaint(.refused, Words.now.noLockdown) }
            try change.confirm(Words.now.askEndLockdown(locked.joined(separator: " ")))
            let request = RoomsRequest(rooms: locked, reason: change.reason)
            try await change.carry("endLockdown", locked.joined(separator: " ")) { terms in
                try await server.change(APIPath.lockdownsEnd, request, terms)
            }
        }
    }
}

/// Lists the lock-downs that stand.
struct LockdownList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Words.now.aboutLockdownList)
    }

    @OptionGroup var list: ListOptions

    func run() async throws {
        try await complaining {
            let server = try list.common.server()
            try await list.show(server, APIPath.lockdowns, [], of: LockdownReply.self) {
                items,
                words in
                var table = Table([words.room, words.since, words.allowed])
                for item in items {
                    let since = item.since.map(Words.time) ?? ""
                    table.add([words.room(item.room), since, words.persons(item.allow)])
                }
                return table
            }
        }
    }
}

extension Server {
    /// The rooms that are named, or every room where none is.
    fileprivate func roomIDs(_ written: [String]) async throws -> [String] {
        guard written.isEmpty else { return try await Directory(changing: self).rooms(written) }
        return try await all(APIPath.rooms, of: RoomReply.self).items.map(\.id)
    }
}

/// Passes visitors from one escort to another who is inside (R09).
struct HandoverCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "handover", abstract: Words.now.aboutHandover)
    }

    @Argument(help: ArgumentHelp(Words.now.helpRoomOf, valueName: "room"))
    var room: String

    @Argument(help: ArgumentHelp(Words.now.helpNewEscort, valueName: "person"))
    var person: String

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let directory = Directory(changing: server)
            let id = try await directory.room(room).id
            let row = try await directory.person(person)
            let path = APIPath.filled(APIPath.roomHandover, id)
            let request = HandoverRequest(to: row.id, reason: change.reason)
            try await change.carry("handover", "\(id) → \(row.title)") { terms in
                try await server.change(path, request, terms)
            }
        }
    }
}

/// Says that people have left through a door that could not tell who they were (R22).
struct LeaveCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "leave",
            abstract: Words.now.aboutLeave,
            discussion: Words.now.discussLeave
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpPeople, valueName: "person"))
    var people: [String]

    @OptionGroup var change: ChangeOptions

    func validate() throws {
        guard change.reason != nil else { throw ValidationError(Words.now.reasonMissing) }
    }

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let rows = try await Directory(server: server).people(people)
            try await change.each(rows) { row, change in
                let path = APIPath.filled(APIPath.presenceExit, row.id)
                try await change.carry("noteExit", row.title, at: path, on: server)
            }
        }
    }
}
