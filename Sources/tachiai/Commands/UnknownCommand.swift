// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// A word of the command line that stands where a command's name is expected, and is none.
struct UnknownCommand {
    private let word: String
    private let command: String
    private let commands: [String]

    /// Follows the command line to the first word that is no command; `nil` where there is none.
    init?(in arguments: some Sequence<String>) {
        var path = ["tachiai"]
        var command: any ParsableCommand.Type = Tachiai.self
        for word in arguments {
            let children = command.configuration.subcommands
            guard !children.isEmpty, !word.hasPrefix("-"), word != "help" else { return nil }
            guard let child = children.first(where: { $0.configuration.commandName == word })
            else {
                self.word = word
                self.command = path.joined(separator: " ")
                commands = children.compactMap { $0.configuration.commandName }
                return
            }
            command = child
            path.append(word)
        }
        return nil
    }

    /// What is said of it, with what may have been meant.
    var sentence: String {
        Words.now.noCommand(
            word,
            of: command,
            meant: Nearest.to(word, among: commands),
            among: commands
        )
    }
}
