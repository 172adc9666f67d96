// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// Visits (立入承認).
struct VisitCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "visit",
            abstract: Words.now.aboutVisit,
            subcommands: [
                VisitList.self, VisitShow.self, VisitRequest.self, VisitApprove.self,
                VisitRefuse.self, VisitWithdraw.self, VisitClose.self, VisitItems.self,
            ]
        )
    }
}

/// Lists visits.
struct VisitList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Words.now.aboutVisitList)
    }

    @Option(help: ArgumentHelp(Words.now.helpVisitState))
    var state: String?

    @Option(name: [.long, .short], help: ArgumentHelp(Words.now.helpRoom))
    var room: String?

    @Option(help: ArgumentHelp(Words.now.helpVisitor, valueName: "person"))
    var visitor: String?

    @OptionGroup var list: ListOptions

    func run() async throws {
        try await complaining {
            let server = try list.common.server()
            let query = try await Directory(server: server).filters(
                state: state.map { Words.state($0, of: Words.visitStates) },
                room: room,
                person: visitor,
                as: "visitor"
            )
            try await list.show(server, APIPath.visits, query, of: VisitReply.self) {
                VisitReport(words: $1).table($0)
            }
        }
    }
}

/// Shows one visit.
struct VisitShow: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: Words.now.aboutVisitShow)
    }

    @Argument(help: ArgumentHelp(Words.now.helpVisitID, valueName: "id"))
    var id: String

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.show(APIPath.filled(APIPath.visit, id), of: VisitReply.self) {
            VisitReport(words: $1).lines($0)
        }
    }
}

/// Asks the officer for a visit.
struct VisitRequest: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "request", abstract: Words.now.aboutVisitRequest)
    }

    @Argument(help: ArgumentHelp(Words.now.helpVisitors, valueName: "person"))
    var visitors: [String]

    @OptionGroup var fields: VisitFields
    @OptionGroup var change: ChangeOptions

    func validate() throws {
        try fields.complete()
    }

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let row = try await fields.row(visitors, on: server)
            try await change.carry("requestVisit", row.title) { terms in
                try await server.change(APIPath.visitRequests, row, terms)
            }
        }
    }
}

/// Approves a visit: one that was requested, or a new one.
struct VisitApprove: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "approve",
            abstract: Words.now.aboutVisitApprove,
            discussion: Words.now.discussVisitApprove
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpVisitorsOrID, valueName: "person-or-id"))
    var visitors: [String]

    @OptionGroup var fields: VisitFields
    @OptionGroup var change: ChangeOptions

    func validate() throws {
        if visitors.count > 1 { try fields.complete() }
    }

    func run() async throws {
        try await complaining {
            let server = try change.server()
            guard visitors.count > 1 || fields.isSaid else {
                let path = APIPath.filled(APIPath.visitApprove, visitors[0])
                return try await change.carry("approveVisit", visitors[0], at: path, on: server)
            }
            let row: VisitRow
            if visitors.count == 1, let asked = try await requested(visitors[0], server) {
                guard fields.id == nil else {
                    throw Complaint(.usage, Words.now.requestHasID(asked.id))
                }
                row = try await fields.amended(asked, on: server)
            } else {
                guard fields.isComplete else { throw Complaint(.usage, Words.now.visitIncomplete) }
                row = try await fields.row(visitors, on: server)
            }
            try await change.carry("approveVisit", row.title) { terms in
                try await server.change(APIPath.visits, row, terms)
            }
        }
    }

    /// The visit that was asked for under an id; `nil` where it is somebody's number or name.
    private func requested(_ id: String, _ server: Server) async throws -> VisitRow? {
        do {
            let path = APIPath.filled(APIPath.visit, id)
            return try await server.get(path).json(VisitReply.self).row
        } catch let problem as Problem where problem.kind == .notFound {
            return nil
        }
    }
}

extension VisitRow {
    /// What sentences name a visit by.
    var title: String {
        "\(id) \(visitors.joined(separator: " ")) → \(rooms.joined(separator: " "))"
            + " \(Words.span(from, until))"
    }
}
