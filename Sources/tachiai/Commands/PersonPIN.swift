// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser

/// Sets a person's PIN, which is typed here and shown nowhere.
struct PersonPIN: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "pin",
            abstract: Words.now.aboutPersonPIN,
            discussion: Words.now.discussPersonPIN
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpWho, valueName: "person"))
    var person: String

    @Flag(help: ArgumentHelp(Words.now.helpDuress))
    var duress = false

    @Flag(help: ArgumentHelp(Words.now.helpPINPipe))
    var pinStdin = false

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let row = try await Directory(changing: server).person(person)
            let words = Words.now
            let pin = try Terminal.newPIN(words.askPIN(row.title), fromPipe: pinStdin)
            let other =
                duress ? try Terminal.newPIN(words.askDuress(row.title), fromPipe: pinStdin) : nil
            let request = PINRequest(
                pin: pin.exposed,
                duressPin: other?.exposed,
                reason: change.reason
            )
            let path = APIPath.filled(APIPath.personPIN, row.id)
            try await change.carry("setPin", row.title) { terms in
                try await server.change(path, request, by: .put, terms)
            }
        }
    }
}

/// Ends the lock that wrong PINs have put on a person.
struct PersonUnlock: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "pin-unlock", abstract: Words.now.aboutPersonUnlock)
    }

    @Argument(help: ArgumentHelp(Words.now.helpWho, valueName: "person"))
    var person: String

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let row = try await Directory(changing: server).person(person)
            let path = APIPath.filled(APIPath.personClearPINLock, row.id)
            try await change.carry("clearPinLock", row.title, at: path, on: server)
        }
    }
}
