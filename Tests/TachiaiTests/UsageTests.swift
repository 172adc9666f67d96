// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser
import Testing

@testable import tachiai

/// Mistakes in the usage, as people of the city read them.
@Suite struct UsageTests {
    private static func message(_ words: [String], _ language: Language) throws -> String {
        try Words.$now.withValue(Words(language: language)) {
            do {
                _ = try Tachiai.parseAsRoot(words)
            } catch {
                return Tachiai.fullMessage(for: error)
            }
            throw CancellationError()
        }
    }

    private static let mistakes: [(words: [String], sentence: String)] = [
        (["status", "list"], "誤り：余分な引数「list」があります。"),
        (["status", "a", "b"], "誤り：余分な引数が 2 個あります：「a」「b」。"),
        (["explain", "1"], "誤り：「<室か扉>」がありません。"),
        (["token", "issue"], "誤り：「<人>」がありません。"),
        (["journal", "--last"], "誤り：「--last <数>」に値がありません。"),
        (["journal", "--last", "x"], "誤り：「x」は「--last <数>」に使えません。"),
        (["status", "--jso"], "誤り：「--jso」という選択肢はありません。もしかして「--json」ですか。"),
        (["status", "--nonsense"], "誤り：「--nonsense」という選択肢はありません。"),
        (["status", "--json=1"], "誤り：「--json」は値をとりません（「1」が書かれています）。"),
        (["office", "appoint", "1", "代理人"], "誤り：「代理人」は「<職>」に使えません。使えるもの："),
        (["journal", "--last", "0"], "誤り：--last は 1 から 1000 までです。"),
    ]

    @Test(arguments: mistakes)
    func `a mistake in the usage reads in Japanese, all of it`(
        _ words: [String],
        _ sentence: String
    ) throws {
        let written = try Self.message(words, .japanese)
        let read = Words(language: .japanese).usage(written)
        #expect(read.split(separator: "\n").first.map(String.init) == sentence)
        #expect(read.contains("\n使い方：") && read.contains("\n  くわしくは「tachiai "))
        for english in ["Error", "Usage", "Help:", "See ", "for more"] {
            #expect(!read.contains(english), "\(read)")
        }
    }

    @Test(arguments: mistakes.map(\.words))
    func `in English nothing is put otherwise`(_ words: [String]) throws {
        let written = try Self.message(words, .english)
        #expect(written.hasPrefix("Error: "))
        #expect(Words(language: .english).usage(written) == written)
    }

    @Test func `the offices that are offered are the words that orders are given with`() throws {
        let words = ["office", "appoint", "1", "王"]
        let read = try Self.message(words, .japanese)
        for office in OfficeName.allValueStrings { #expect(OfficeName(argument: office) != nil) }
        for office in ["代理", "課長", "監査", "監視員"] {
            #expect(read.contains("  - \(office)\n"), "\(read)")
            #expect(OfficeName(argument: office) != nil)
        }
        let english = try Self.message(words, .english)
        for office in ["officer", "acting", "head", "operator", "metrics"] {
            #expect(english.contains("  - \(office)\n"), "\(english)")
        }
        // Whoever audits the city by law holds no office of the board.
        for other in ["監査委員", "監査人"] { #expect(OfficeName(argument: other) == nil) }
    }

    @Test func `versions and completion scripts are no help pages`() {
        let words = Words(language: .japanese)
        let script = Tachiai.completionScript(for: .bash)
        #expect(words.help(script) == script)
        #expect(words.help("tachiai (API 1)") == "tachiai (API 1)")
    }

    @Test(arguments: [
        (["office", "apoint", "浜田恵子"], "tachiai office", "apoint", "appoint"),
        (["ofice", "list"], "tachiai", "ofice", "office"),
        (["visit", "aprove", "A-1", "--yes"], "tachiai visit", "aprove", "approve"),
        (["journal", "lsit"], "tachiai journal", "lsit", "list"),
    ])
    func `a command that there is none of is named, with the nearest and with what there is`(
        _ words: [String],
        _ command: String,
        _ word: String,
        _ meant: String
    ) async throws {
        let japanese = try await Program.run(words, environment: ["LANG": "ja_JP.UTF-8"])
        #expect(japanese.status == ShellStatus.usage.rawValue)
        #expect(
            japanese.complaints.hasPrefix(
                "「\(command)」に「\(word)」という命令はありません。もしかして「\(meant)」ですか。\nあるもの："
            ),
            "\(japanese)"
        )
        let english = try await Program.run(words, environment: ["LANG": "C"])
        #expect(
            english.complaints.hasPrefix(
                "'\(command)' has no command '\(word)'. Did you mean '\(meant)'?\nIt has: "
            ),
            "\(english)"
        )
    }

    @Test func `what is like no command is not guessed at`() throws {
        let unknown = try #require(UnknownCommand(in: ["office", "zzzzzz"]))
        #expect(!unknown.sentence.contains("Did you mean"))
        #expect(UnknownCommand(in: ["office", "list", "zzzzzz"]) == nil)
        #expect(UnknownCommand(in: ["office"]) == nil)
        #expect(UnknownCommand(in: ["--nonsense"]) == nil)
    }

    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("apoint", "appoint", 1), ("lsit", "list", 2),
        ("kitten", "sitting", 3),
    ])
    func `slips are counted letter by letter`(_ word: String, _ other: String, _ slips: Int) {
        #expect(Nearest.slips(from: word, to: other) == slips)
        #expect(Nearest.slips(from: other, to: word) == slips)
    }

    @Test func `an alarm or a kind that there is none of is followed by those that there are`() {
        let words = Words(language: .japanese)
        let alarm = words.unknownAlarm("dor-forced")
        #expect(alarm.contains("「dor-forced」") && alarm.contains("もしかして「door-forced」"))
        for known in Alarm.allCases {
            #expect(alarm.contains("\(known.japanese)（\(known.rawValue)）"))
        }
        let kind = words.unknownKind("denyed")
        #expect(kind.contains("もしかして「denied」") && kind.contains("escort-session（立会手続）"))
        let department = Words(language: .english).unknownDepartmentKind("branch")
        #expect(department.contains("There are: ") && department.contains("branch-office"))
    }

    @Test func `an alarm list without alarms is one line`() {
        let report = StatusReport(
            words: Words(language: .english),
            screen: Screen(hasColour: false)
        )
        #expect(report.alarms([]) == ["No alarm stands."])
    }
}
