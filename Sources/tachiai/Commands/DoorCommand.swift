// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// Doors.
struct DoorCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "door",
            abstract: Words.now.aboutDoor,
            subcommands: [DoorList.self, DoorShow.self, DoorHold.self, DoorEndHold.self]
        )
    }
}

/// Lists the doors.
struct DoorList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Words.now.aboutDoorList)
    }

    @OptionGroup var list: ListOptions

    func run() async throws {
        try await complaining {
            let server = try list.common.server()
            try await list.show(server, APIPath.doors, [], of: DoorReply.self) {
                StatusReport(words: .now, screen: .standard).doors($0)
            }
        }
    }
}

/// Shows one door.
struct DoorShow: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "show", abstract: Words.now.aboutDoorShow)
    }

    @Argument(help: ArgumentHelp(Words.now.helpDoorID, valueName: "door"))
    var door: String

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await complaining {
            let path = APIPath.filled(APIPath.door, door)
            let answer = try await common.server().get(path)
            let screen = Screen.standard
            guard !common.json else { return screen.write(answer.text) }
            let reply = try answer.json(DoorReply.self)
            screen.write(StatusReport(words: .now, screen: screen).doors([reply]))
        }
    }
}

/// Holds a door open for some minutes, watched by somebody.
struct DoorHold: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "hold-open",
            abstract: Words.now.aboutHold,
            discussion: Words.now.discussHold
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpDoorID, valueName: "door"))
    var door: String

    @Option(help: ArgumentHelp(Words.now.helpMinutes, valueName: "n"))
    var minutes: Int

    @Option(help: ArgumentHelp(Words.now.helpWatcher, valueName: "person"))
    var watcher: String

    @OptionGroup var change: ChangeOptions

    func validate() throws {
        guard (1...60).contains(minutes) else { throw ValidationError(Words.now.minutesRange) }
        try change.needsReason()
    }

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let person = try await Directory(changing: server).person(watcher)
            try change.confirm(Words.now.askHold(door, minutes, person.title))
            let path = APIPath.filled(APIPath.doorHoldOpen, door)
            let request = HoldOpenRequest(
                minutes: minutes,
                watcher: person.id,
                reason: change.reason
            )
            try await change.carry("holdOpen", door) { terms in
                try await server.change(path, request, terms)
            }
        }
    }
}

/// Ends a hold-open before its time.
struct DoorEndHold: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "end-hold-open", abstract: Words.now.aboutEndHold)
    }

    @Argument(help: ArgumentHelp(Words.now.helpDoorID, valueName: "door"))
    var door: String

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let path = APIPath.filled(APIPath.doorEndHoldOpen, door)
            try await change.carry("endHoldOpen", door, at: path, on: server)
        }
    }
}
