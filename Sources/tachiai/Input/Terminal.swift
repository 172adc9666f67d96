// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation

/// What somebody types: secrets without an echo, answers to questions.
enum Terminal {
    /// The longest line that is taken (L14).
    private static let longest = 4096

    /// A secret, typed without an echo; from a pipe only where the command line says so.
    static func secret(_ prompt: String, fromPipe: Bool) throws -> Secret {
        if fromPipe { return Secret(try line()) }
        guard Screen.canAsk else { throw Complaint(.usage, Words.now.noTerminal(prompt)) }
        Screen.standard.prompt(prompt)
        defer { Screen.standard.complain("") }
        return Secret(try withoutEcho(line))
    }

    /// A new PIN: typed twice, or one line of a pipe; none that anybody would try first.
    static func newPIN(_ prompt: String, fromPipe: Bool) throws -> Secret {
        let first = try secret(prompt, fromPipe: fromPipe)
        guard !isObvious(first.exposed) else { throw Complaint(.usage, Words.now.obviousPIN) }
        guard !fromPipe else { return first }
        let again = try secret(Words.now.onceMore(prompt), fromPipe: false)
        guard first == again else { throw Complaint(.usage, Words.now.pinsDiffer) }
        return first
    }

    /// Whether all digits are the same, or follow one another up or down.
    static func isObvious(_ pin: String) -> Bool {
        let digits = pin.utf8.map(Int.init)
        let steps = Set(zip(digits, digits.dropFirst()).map { $1 - $0 })
        return steps.count == 1 && steps.isSubset(of: [-1, 0, 1])
    }

    private static func line() throws -> String {
        guard let line = readLine(), line.utf8.count <= longest else {
            throw Complaint(.usage, Words.now.nothingTyped)
        }
        let typed = line.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !typed.isEmpty else { throw Complaint(.usage, Words.now.nothingTyped) }
        return typed
    }

    private static func withoutEcho<Value>(_ body: () throws -> Value) throws -> Value {
        var before = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else {
            throw Complaint(.usage, Words.now.echoStays)
        }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        guard unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0 else {
            throw Complaint(.usage, Words.now.echoStays)
        }
        defer { _ = unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
        return try body()
    }
}
