// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser
import Foundation

/// Designates people for rooms; who orders it has signed it by that.
struct DesignateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "designate",
            abstract: Words.now.aboutDesignate,
            discussion: Words.now.discussDesignate
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpPeople, valueName: "person"))
    var people: [String]

    @Option(name: [.long, .short], help: ArgumentHelp(Words.now.helpRooms))
    var room: [String]

    @Option(help: ArgumentHelp(Words.now.helpFromDay, valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp(Words.now.helpDesignationUntil, valueName: "day"))
    var until: String?

    @Option(help: ArgumentHelp(Words.now.helpHours))
    var hours: String?

    @Option(help: ArgumentHelp(Words.now.helpID("D-2026-012")))
    var id: String?

    @OptionGroup var change: ChangeOptions

    func validate() throws {
        try change.needsReason()
        guard id == nil || people.count == 1 else { throw ValidationError(Words.now.idForOne) }
        if let hours, HoursWords.row(hours) == nil {
            throw ValidationError(Words.now.noHours(hours))
        }
    }

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let directory = Directory(changing: server)
            let rows = try await directory.people(people)
            let rooms = try await directory.rooms(room)
            let clock = try await BoardClock(server)
            var next = try await NextID.designation(server)
            var refusals = 0
            for (number, person) in rows.enumerated() {
                let row = DesignationRow(
                    id: id ?? next.take(),
                    person: person.id,
                    rooms: rooms,
                    from: try clock.written(from ?? "today"),
                    until: try clock.written(ifSaid: until),
                    hours: hours.flatMap(HoursWords.row),
                    reason: change.reason ?? ""
                )
                let subject = "\(row.id) \(person.title) → \(rooms.joined(separator: " "))"
                do {
                    try await change.numbered(number + 1, of: rows.count)
                        .carry("designate", subject) { terms in
                            try await server.change(APIPath.designations, row, terms)
                        }
                } catch let complaint as Complaint where rows.count > 1 && complaint.isOfRow {
                    // What speaks against one person speaks against no other.
                    Screen.standard.complain(complaint.description)
                    refusals += 1
                }
            }
            guard refusals == 0 else {
                throw Complaint(.refused, Words.now.someRefused(refusals, of: rows.count))
            }
        }
    }
}

/// Signs designations by office.
struct SignCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sign",
            abstract: Words.now.aboutSign,
            discussion: Words.now.discussSign
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpDesignations, valueName: "id"))
    var ids: [String] = []

    @Flag(help: ArgumentHelp(Words.now.helpWaiting))
    var waiting = false

    @OptionGroup var change: ChangeOptions

    func validate() throws {
        guard waiting == ids.isEmpty else { throw ValidationError(Words.now.idsOrWaiting) }
    }

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let ids = waiting ? try await waitingIDs(server) : self.ids
            for (number, id) in ids.enumerated() {
                let path = APIPath.filled(APIPath.designationSign, id)
                try await change.numbered(number + 1, of: ids.count)
                    .carry("sign", id, at: path, on: server)
            }
        }
    }

    /// What still lacks a signature, and not this bearer's; shown, and asked about.
    private func waitingIDs(_ server: Server) async throws -> [String] {
        let me = try await server.get(APIPath.me).json(MeReply.self)
        let all = try await server.all(
            APIPath.designations,
            of: DesignationReply.self,
            upTo: 100_000
        ).items
        let waiting = all.filter { designation in
            let signers = (designation.row.signatures ?? []).map(\.by)
            return designation.state != DesignationReply.revoked
                && !designation.incompleteFor.isEmpty
                && !signers.contains(me.person)
        }
        let words = Words.now
        guard !waiting.isEmpty else {
            if !change.common.json { Screen.standard.write(words.nothingWaits) }
            return []
        }
        if !change.common.json {
            let named = try await server.words(for: waiting)
            Screen.standard.write(DesignationReport(words: named).table(waiting))
        }
        try change.confirm(words.askSign(waiting.count))
        return waiting.map(\.row.id)
    }
}

/// Revokes designations: the next badge of that person is refused.
struct RevokeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "revoke", abstract: Words.now.aboutRevoke)
    }

    @Argument(help: ArgumentHelp(Words.now.helpDesignations, valueName: "id"))
    var ids: [String]

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let server = try change.server()
            var replies: [DesignationReply] = []
            for id in ids {
                let path = APIPath.filled(APIPath.designation, id)
                replies.append(try await server.get(path).json(DesignationReply.self))
            }
            if !change.common.json {
                let words = try await server.words(for: replies)
                Screen.standard.write(DesignationReport(words: words).table(replies))
            }
            try change.confirm(Words.now.askRevoke(ids.count))
            for (number, id) in ids.enumerated() {
                let path = APIPath.filled(APIPath.designationRevoke, id)
                try await change.numbered(number + 1, of: ids.count)
                    .carry("revokeDesignation", id, at: path, on: server)
            }
        }
    }
}
