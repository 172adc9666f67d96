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
        let answer = try await complaining { try await common.server().get(APIPath.presence) }
        let screen = Screen.standard
        guard !common.json else { return screen.write(answer.text) }
        let presences = try answer.json(PageReply<PresenceReply>.self).items
        let words = Words.now
        guard !presences.isEmpty else { return screen.write(words.nobody) }
        screen.write(Self.table(presences, words))
    }

    static func table(_ presences: [PresenceReply], _ words: Words) -> Table {
        var table = Table([
            words.room, words.person, words.name, words.since, words.escort, words.remark,
        ])
        for presence in presences {
            let unattended = presence.unattendedSince.map { words.unattended(Words.time($0)) }
            table.add([
                presence.room, presence.person, presence.name ?? "", Words.time(presence.since),
                presence.escort ?? "", unattended ?? presence.visit ?? "",
            ])
        }
        return table
    }
}
