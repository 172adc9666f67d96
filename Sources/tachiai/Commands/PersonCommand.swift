// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser
import Foundation

/// People: staff and visitors.
struct PersonCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "person",
            abstract: Words.now.aboutPerson,
            subcommands: [
                PersonList.self, PersonShow.self, PersonAdd.self, PersonEdit.self,
                PersonSuspend.self, PersonResume.self, PersonPIN.self, PersonUnlock.self,
            ]
        )
    }
}

/// Lists people.
struct PersonList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Words.now.aboutPersonList)
    }

    @Argument(help: ArgumentHelp(Words.now.helpText, valueName: "text"))
    var text: String?

    @Option(help: ArgumentHelp(Words.now.helpDepartment, valueName: "department"))
    var department: String?

    @OptionGroup var list: ListOptions

    func run() async throws {
        try await complaining {
            let server = try list.common.server()
            let department = try await departmentID(server)
            let query = [("text", text), ("department", department)].compactMap { name, value in
                value.map { URLQueryItem(name: name, value: $0) }
            }
            try await list.show(server, APIPath.people, query, of: PersonReply.self) {
                PeopleReport(words: $1).table($0.map(\.row))
            }
        }
    }

    private func departmentID(_ server: Server) async throws -> String? {
        guard let department else { return nil }
        return try await Directory(server: server).department(department).id
    }
}

/// Shows a person with badges and designations.
struct PersonShow: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: Words.now.aboutPersonShow)
    }

    @Argument(help: ArgumentHelp(Words.now.helpWho, valueName: "person"))
    var person: String

    @OptionGroup var common: CommonOptions

    /// What `--json` gives.
    private struct Shown: Encodable {
        let person: PersonReply
        let badges: [BadgeReply]
        let designations: [DesignationReply]
    }

    func run() async throws {
        try await complaining {
            let server = try common.server()
            let row = try await Directory(server: server).person(person)
            let path = APIPath.filled(APIPath.person, row.id)
            let reply = try await server.get(path).json(PersonReply.self)
            let query = [URLQueryItem(name: "person", value: row.id)]
            let badges = try await server.all(APIPath.badges, query, of: BadgeReply.self).items
            let designations = try await server.all(
                APIPath.designations,
                query,
                of: DesignationReply.self
            ).items
            let screen = Screen.standard
            guard !common.json else {
                let shown = Shown(person: reply, badges: badges, designations: designations)
                return screen.write(try InputFile.json(shown))
            }
            var words = try await server.words(for: designations)
            words.names.departments = try await server.words(for: [reply]).names.departments
            for line in PeopleReport(words: words).lines(reply) { screen.write(line) }
            screen.write("")
            screen.write(BadgeReport(words: words).table(badges), else: words.noBadges)
            screen.write("")
            screen.write(
                DesignationReport(words: words).table(designations),
                else: words.noDesignations
            )
        }
    }
}

/// Suspends a person: no badge of theirs admits any more.
struct PersonSuspend: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "suspend", abstract: Words.now.aboutPersonSuspend)
    }

    @Argument(help: ArgumentHelp(Words.now.helpWho, valueName: "person"))
    var person: String

    @OptionGroup var change: ChangeOptions

    func validate() throws { try change.needsReason() }

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let row = try await Directory(changing: server).person(person)
            let path = APIPath.filled(APIPath.personSuspend, row.id)
            try await change.carry("suspendPerson", row.title, at: path, on: server)
        }
    }
}

/// Ends a suspension.
struct PersonResume: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "resume", abstract: Words.now.aboutPersonResume)
    }

    @Argument(help: ArgumentHelp(Words.now.helpWho, valueName: "person"))
    var person: String

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let row = try await Directory(changing: server).person(person)
            let path = APIPath.filled(APIPath.personResume, row.id)
            try await change.carry("resumePerson", row.title, at: path, on: server)
        }
    }
}

extension PersonRow {
    /// The number and the name, as sentences name a person.
    var title: String { name.isEmpty ? id : "\(id) \(name)" }
}
