// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser

/// Prints every parameter of every room: its value, whether it deviates, and the article it rests on (R29).
struct PolicyShow: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: Words.now.aboutPolicyShow,
            discussion: Words.now.discussPolicyShow
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpRoom, valueName: "room"))
    var room: String?

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await complaining {
            let server = try common.server()
            var page = try await server.all(APIPath.rooms, of: RoomReply.self)
            if let room {
                let id = try await Directory(server: server).room(room).id
                page.items.removeAll { $0.id != id }
            }
            let screen = Screen.standard
            guard !common.json else { return screen.write(try InputFile.json(page)) }
            let report = ParameterReport(words: .now, screen: screen)
            guard !page.items.isEmpty else { return screen.write(Words.now.noRooms) }
            for (number, room) in page.items.enumerated() {
                if number > 0 { screen.write("") }
                for line in report.lines(room) { screen.write(line) }
            }
        }
    }
}

/// A room's parameters as people read them.
struct ParameterReport {
    let words: Words
    let screen: Screen

    func lines(_ room: RoomReply) -> [String] {
        let sections = room.competentSections.joined(separator: " ")
        let head = Table.clean("\(room.id)  \(room.name)  \(room.site)")
        var table = Table([
            words.parameter, words.value, words.deviation, words.article, words.meaning,
        ])
        for parameter in room.parameters {
            let deviation =
                parameter.isFixed
                ? words.fixed
                : parameter.deviates ? words.deviates(parameter.standard ?? words.nothing) : ""
            table.add([
                parameter.key, parameter.value, deviation, words.article(parameter.article),
                words.language(parameter.japanese, parameter.english),
            ])
        }
        var lines = table.lines
        for (number, parameter) in room.parameters.enumerated() where parameter.deviates {
            lines[number + 1] = screen.paint(lines[number + 1], .yellow)
        }
        let deviating = room.parameters.count(where: \.deviates)
        return [
            screen.paint(head, .bold),
            words.competent(sections.isEmpty ? words.nothing : sections),
        ] + lines + [words.deviations(deviating)]
    }
}

/// Prints a policy to begin with: the three rooms of Article 28, and what the city must fill in.
struct PolicyTemplate: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "template",
            abstract: Words.now.aboutPolicyTemplate,
            discussion: Words.now.discussPolicyTemplate
        )
    }

    func run() {
        Screen.standard.write(Words.now.policyTemplate)
    }
}
