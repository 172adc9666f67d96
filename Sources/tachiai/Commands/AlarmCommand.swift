// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser

/// Alarms.
struct AlarmCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "alarm",
            abstract: Words.now.aboutAlarm,
            subcommands: [AlarmList.self, AlarmAcknowledge.self]
        )
    }
}

/// Lists the alarms that stand.
struct AlarmList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Words.now.aboutAlarmList)
    }

    @OptionGroup var list: ListOptions

    func run() async throws {
        try await complaining {
            let server = try list.common.server()
            let page = try await server.all(
                APIPath.alarms,
                of: AlarmReply.self,
                upTo: list.limit
            )
            let screen = Screen.standard
            guard !list.common.json else { return screen.write(try InputFile.json(page)) }
            let report = StatusReport(words: .now, screen: screen)
            for line in report.alarms(page.items) { screen.write(line) }
            if page.next != nil { screen.complain(Words.now.moreThan(list.limit)) }
        }
    }
}

/// Takes note of an alarm.
struct AlarmAcknowledge: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "acknowledge", abstract: Words.now.aboutAcknowledge)
    }

    @Argument(help: ArgumentHelp(Words.now.helpAlarm(Alarm.allCases.map(\.rawValue))))
    var alarm: String

    @Option(help: ArgumentHelp(Words.now.helpAlarmDoor))
    var door: String?

    @OptionGroup var change: ChangeOptions

    func validate() throws {
        guard Alarm(written: alarm) != nil else {
            throw ValidationError(Words.now.unknownAlarm(alarm))
        }
    }

    func run() async throws {
        try await complaining {
            guard let alarm = Alarm(written: alarm) else { return }
            let server = try change.server()
            let path = APIPath.filled(APIPath.alarmAcknowledge, alarm.rawValue)
            let request = AcknowledgeRequest(door: door, reason: change.reason)
            let name = Words.now.language(alarm.japanese, alarm.english)
            try await change.carry("acknowledge", name) { terms in
                try await server.change(path, request, terms)
            }
        }
    }
}

extension Alarm {
    /// An alarm by its stable name or by what people read.
    fileprivate init?(written: String) {
        let found = Self.allCases.first { alarm in
            [alarm.rawValue, alarm.japanese, alarm.english].contains(written)
        }
        guard let found else { return nil }
        self = found
    }
}
