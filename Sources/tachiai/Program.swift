// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// Where `tachiai` begins: every way out ends in one documented exit status.
@main
enum Program {
    static func main() async {
        do {
            let words = Array(CommandLine.arguments.dropFirst())
            guard !words.contains(where: { $0.allSatisfy(\.isWhitespace) }) else {
                throw Complaint(.usage, Words.now.emptyWord)
            }
            var command = try Tachiai.parseAsRoot(TypedWords.plain(words))
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let complaint as Complaint {
            Screen.standard.complain(complaint.description)
            Tachiai.exit(withError: ExitCode(complaint.status.rawValue))
        } catch {
            leave(error)
        }
    }

    /// Help and versions go out in the reader's language; what ArgumentParser finds wrong is a usage mistake.
    private static func leave(_ error: any Error) -> Never {
        let text = Tachiai.fullMessage(for: error)
        switch Tachiai.exitCode(for: error) {
        case .success:
            Screen.standard.write(Words.now.help(text))
            Tachiai.exit()
        case .validationFailure:
            let unknown = UnknownCommand(in: CommandLine.arguments.dropFirst())
            Screen.standard.complain(unknown?.sentence ?? Words.now.usage(text))
            Tachiai.exit(withError: ExitCode(ShellStatus.usage.rawValue))
        default: Tachiai.exit(withError: error)
        }
    }
}
