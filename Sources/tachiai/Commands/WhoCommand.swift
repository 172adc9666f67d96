// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// Shows who is inside.
struct WhoCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "who", abstract: Words.now.aboutWho)
    }

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await complaining {
            let server = try common.server()
            let answer = try await server.get(APIPath.presence)
            let screen = Screen.standard
            guard !common.json else { return screen.write(answer.text) }
            let presences = try answer.json(PageReply<PresenceReply>.self).items
            guard !presences.isEmpty else { return screen.write(Words.now.nobody) }
            screen.write(Self.table(presences, try await server.words(for: presences)))
        }
    }

    static func table(_ presences: [PresenceReply], _ words: Words) -> Table {
        var table = Table([
            words.room, words.person, words.name, words.since, words.escort, words.remark,
        ])
        for presence in presences {
            let unattended = presence.unattendedSince.map { words.unattended(Words.time($0)) }
            table.add([
                words.rooms([presence.room]), presence.person, presence.name ?? "",
                Words.time(presence.since),
                presence.escort.map(words.person) ?? "", unattended ?? presence.visit ?? "",
            ])
        }
        return table
    }
}
