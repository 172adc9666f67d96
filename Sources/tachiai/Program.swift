// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// Where `tachiai` begins: every way out ends in one documented exit status.
@main
enum Program {
    static func main() async {
        do {
            var command = try Tachiai.parseAsRoot(
                TypedWords.plain(Array(CommandLine.arguments.dropFirst()))
            )
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

    /// Help and versions go out as they are; what ArgumentParser finds wrong is a usage mistake.
    private static func leave(_ error: any Error) -> Never {
        let code = Tachiai.exitCode(for: error)
        guard code == .validationFailure else { Tachiai.exit(withError: error) }
        Screen.standard.complain(Tachiai.fullMessage(for: error))
        Tachiai.exit(withError: ExitCode(ShellStatus.usage.rawValue))
    }
}
