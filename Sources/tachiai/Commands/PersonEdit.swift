// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser
import Foundation

/// What can be said about a person.
struct PersonFields: ParsableArguments {
    @Option(help: ArgumentHelp(Words.now.helpKana))
    var kana: String?

    @Option(help: ArgumentHelp(Words.now.helpDepartment))
    var department: String?

    @Option(help: ArgumentHelp(Words.now.helpFromDay, valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp(Words.now.helpUntilDay, valueName: "day"))
    var until: String?

    @Option(help: ArgumentHelp(Words.now.helpCompany))
    var company: String?

    @Option(help: ArgumentHelp(Words.now.helpIdentity, valueName: "kind"))
    var identityChecked: String?

    @Option(help: ArgumentHelp(Words.now.helpBriefed, valueName: "day"))
    var briefed: String?

    @Option(help: ArgumentHelp(Words.now.helpContract))
    var contract: String?

    @Option(help: ArgumentHelp(Words.now.helpResponsible, valueName: "department"))
    var responsible: String?

    /// The row with what was said; the rest stays.
    func applied(to row: PersonRow, on server: Server) async throws -> PersonRow {
        let directory = Directory(changing: server)
        var row = row
        // Badges and PINs are added by their own commands; what is not named here stays as it is.
        (row.badges, row.pin, row.duressPin) = (nil, nil, nil)
        if let kana { row.kana = kana }
        if let company { row.company = company }
        if let identityChecked { row.identityChecked = identityChecked }
        if let contract { row.contract = contract }
        if let department { row.department = try await directory.department(department).id }
        if let responsible { row.responsible = try await directory.department(responsible).id }
        guard from != nil || until != nil || briefed != nil else { return row }
        let clock = try await BoardClock(server)
        if let from { row.from = try clock.written(from) }
        if let until { row.until = try clock.written(until) }
        if let briefed { row.briefed = try clock.written(briefed) }
        return row
    }
}

/// Adds a person to the register.
struct PersonAdd: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add",
            abstract: Words.now.aboutPersonAdd,
            discussion: Words.now.discussPersonAdd
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpNewPerson, valueName: "id"))
    var id: String

    @Argument(help: ArgumentHelp(Words.now.helpName, valueName: "name"))
    var name: String

    @OptionGroup var fields: PersonFields
    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let id = id.halfWidth
            let row = try await fields.applied(to: PersonRow(id: id, name: name), on: server)
            let path = APIPath.filled(APIPath.person, id)
            try await change.carry("registerPerson", row.title, tag: "*") { terms in
                do {
                    return try await server.change(path, row, by: .put, terms)
                } catch let problem as Problem where problem.kind == .changedMeanwhile {
                    // Nobody changed anything: the number is somebody's.
                    let known = try await server.get(path).json(PersonReply.self).row
                    throw Complaint(.refused, Words.now.registered(known.id, known.name))
                }
            }
            if row.department == nil, row.company == nil {
                Screen.standard.complain(Words.now.belongsNowhere(row.title))
            }
        }
    }
}

/// Changes what is known about a person.
struct PersonEdit: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "edit", abstract: Words.now.aboutPersonEdit)
    }

    @Argument(help: ArgumentHelp(Words.now.helpWho, valueName: "person"))
    var person: String

    @Option(help: ArgumentHelp(Words.now.helpName))
    var name: String?

    @OptionGroup var fields: PersonFields
    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let id = try await Directory(changing: server).person(person).id
            let path = APIPath.filled(APIPath.person, id)
            let answer = try await server.get(path)
            let before = try answer.json(PersonReply.self).row
            var row = try await fields.applied(to: before, on: server)
            if let name { row.name = name }
            show(before, row)
            try await change.carry("registerPerson", row.title, tag: answer.tag) { terms in
                try await server.change(path, row, by: .put, terms)
            }
        }
    }

    /// What becomes of each field that differs.
    private func show(_ old: PersonRow, _ new: PersonRow) {
        guard !change.common.json else { return }
        let words = Words.now
        let before = PeopleReport(words: words).fields(old)
        for (before, after) in zip(before, PeopleReport(words: words).fields(new))
        where before.value != after.value {
            let old = before.value ?? words.nothing
            Screen.standard.write(
                Table.clean("  \(before.title): \(old) → \(after.value ?? words.nothing)")
            )
        }
    }
}
