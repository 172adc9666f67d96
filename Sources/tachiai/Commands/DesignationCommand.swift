// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// Designations (指定).
struct DesignationCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "designation",
            abstract: Words.now.aboutDesignation,
            subcommands: [DesignationList.self, DesignationShow.self, DesignationConfirm.self]
        )
    }
}

/// Lists designations.
struct DesignationList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Words.now.aboutDesignationList)
    }

    @Option(help: ArgumentHelp(Words.now.helpPerson))
    var person: String?

    @Option(name: [.long, .short], help: ArgumentHelp(Words.now.helpRoom))
    var room: String?

    @Option(help: ArgumentHelp(Words.now.helpDesignationState))
    var state: String?

    @OptionGroup var list: ListOptions

    func run() async throws {
        try await complaining {
            let server = try list.common.server()
            let query = try await Directory(server: server).filters(
                state: state.map { Words.state($0, of: Words.designationStates) },
                room: room,
                person: person
            )
            try await list.show(
                server,
                APIPath.designations,
                query,
                of: DesignationReply.self
            ) { DesignationReport(words: $1).table($0) }
        }
    }
}

/// Shows one designation with its signatures.
struct DesignationShow: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: Words.now.aboutDesignationShow)
    }

    @Argument(help: ArgumentHelp(Words.now.helpDesignations, valueName: "id"))
    var id: String

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let path = APIPath.filled(APIPath.designation, id)
        try await common.show(path, of: DesignationReply.self) {
            DesignationReport(words: $1).lines($0)
        }
    }
}

/// Confirms designations at the periodic review (R18).
struct DesignationConfirm: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "confirm", abstract: Words.now.aboutDesignationConfirm)
    }

    @Argument(help: ArgumentHelp(Words.now.helpDesignations, valueName: "id"))
    var ids: [String]

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let server = try change.server()
            try await change.each(ids) { id, change in
                let path = APIPath.filled(APIPath.designationConfirm, id)
                try await change.carry("confirmDesignation", id, at: path, on: server)
            }
        }
    }
}
