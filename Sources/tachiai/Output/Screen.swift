// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Where a command writes: plain to files and pipes, in colour to a terminal.
struct Screen {
    let hasColour: Bool

    static let standard = Screen(
        hasColour: isatty(STDOUT_FILENO) == 1
            && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
            && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    )

    /// The few colours that mean something.
    enum Colour: String {
        case red = "31"
        case green = "32"
        case yellow = "33"
        case bold = "1"
    }

    func write(_ line: String) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
        } catch {
            if Self.isClosedPipe(error) { Self.leaveQuietly() }
            complain(Words.now.unwritable(Words.now.standardOutput))
            exit(ShellStatus.refused.rawValue)
        }
    }

    func write(_ table: Table) {
        for (number, line) in table.lines.enumerated() {
            write(number == 0 ? paint(line, .bold) : line)
        }
    }

    func complain(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }

    /// What stands before what somebody types.
    func prompt(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    func paint(_ text: String, _ colour: Colour) -> String {
        hasColour ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Asks before what is hard to undo.
    func confirms(_ question: String) -> Bool {
        prompt(question + " [y/N] ")
        guard let answer = readLine() else { return false }
        return ["y", "yes", "はい"].contains(answer.lowercased())
    }

    /// Whether whoever read this has seen enough, as `head` has.
    private static func isClosedPipe(_ error: any Error) -> Bool {
        let cause =
            (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
        return cause.domain == NSPOSIXErrorDomain && cause.code == Int(EPIPE)
    }

    /// Ends as the shell expects of whoever writes into a closed pipe: by the signal, without a word.
    private static func leaveQuietly() -> Never {
        _ = signal(SIGPIPE, SIG_DFL)
        raise(SIGPIPE)
        exit(ShellStatus.refused.rawValue)
    }

    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 }
}
