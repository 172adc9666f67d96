// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation

/// What somebody types at the simulated board.
enum ConsoleCommand: Hashable {
    case badge(BadgeNumber, ReaderID)
    case keys([Key], ReaderID)
    case door(DoorID, isOpen: Bool)
    case button(DoorID)
    case fire(Bool)
    case tamper(Bool)
    case lost(ReaderID)
    case back(ReaderID)
    case status
    case help
    case quit

    /// Reads a line.
    ///
    /// - Throws: ``Mistake`` with what was expected.
    init?(_ line: String) throws(Mistake) {
        let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let verb = words.first, !verb.hasPrefix("#") else { return nil }
        switch (verb, words.dropFirst().map { $0 }) {
        case ("badge", let rest) where rest.count == 2:
            guard let badge = BadgeNumber(rest[1]) else { throw Mistake(.badge) }
            self = .badge(badge, ReaderID(rest[0]))
        case ("keys", let rest) where rest.count == 2:
            self = .keys(try Self.keys(rest[1]), ReaderID(rest[0]))
        case ("open", let rest) where rest.count == 1:
            self = .door(DoorID(rest[0]), isOpen: true)
        case ("close", let rest) where rest.count == 1:
            self = .door(DoorID(rest[0]), isOpen: false)
        case ("button", let rest) where rest.count == 1: self = .button(DoorID(rest[0]))
        case ("fire", ["on"]): self = .fire(true)
        case ("fire", ["off"]): self = .fire(false)
        case ("tamper", ["on"]): self = .tamper(true)
        case ("tamper", ["off"]): self = .tamper(false)
        case ("lost", let rest) where rest.count == 1: self = .lost(ReaderID(rest[0]))
        case ("back", let rest) where rest.count == 1: self = .back(ReaderID(rest[0]))
        case ("status", []): self = .status
        case ("help", []), ("?", []): self = .help
        case ("quit", []), ("exit", []): self = .quit
        default: throw Mistake(.command)
        }
    }

    private static func keys(_ written: String) throws(Mistake) -> [Key] {
        var keys: [Key] = []
        for scalar in written.unicodeScalars {
            switch scalar {
            case "0"..."9": keys.append(.digit(UInt8(scalar.value - 48)))
            case "#": keys.append(.enter)
            case "*": keys.append(.cancel)
            default: throw Mistake(.keys)
            }
        }
        return keys
    }

    /// What was expected instead of a line.
    struct Mistake: Error, Hashable {
        let expected: Expected

        init(_ expected: Expected) {
            self.expected = expected
        }

        enum Expected: Hashable {
            case command, badge, keys
        }

        func text(_ language: Language) -> String {
            switch expected {
            case .command: language("命令が分かりません。help で一覧。", "No such command; `help` lists them.")
            case .badge:
                language("証の番号は 0-9 A-F で書きます。", "A badge number consists of 0-9 and A-F.")
            case .keys: language("キーは 0-9 # * です。", "Keys are 0-9, # and *.")
            }
        }
    }

    /// The list of commands.
    static func help(_ language: Language) -> String {
        let rows = [
            ("badge READER NUMBER", "証をかざす", "present a badge"),
            ("keys KEYPAD 482137#", "暗証番号を押す（# 確定、* 取消）", "press keys (# confirms, * cancels)"),
            ("open DOOR / close DOOR", "扉を開ける・閉める", "open or close a door"),
            ("button DOOR", "退室ボタンを押す", "press the exit button"),
            ("fire on|off, tamper on|off", "火災・不正操作の入力", "the board's inputs"),
            ("lost READER / back READER", "読取装置を抜く・差す", "unplug or plug a reader"),
            ("status", "扉と警報の状態", "doors and alarms"),
            ("quit", "終わる", "end"),
        ]
        return rows.map { usage, japanese, english in
            "  " + usage.padding(toLength: 28, withPad: " ", startingAt: 0)
                + language(japanese, english)
        }.joined(separator: "\n")
    }
}
