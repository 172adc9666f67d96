// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import GRDB
import Testing

@testable import SQLiteLedger

@Suite struct JournalFormatTests {
    private static let tools = ["/usr/bin/sqlite3", "/usr/bin/sha256sum", "/bin/sh"]
    private static var areThere: Bool {
        tools.allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// The commands of the page for auditors, as they stand there.
    private func commands() throws -> String {
        let page = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sources/Access/Access.docc/JournalFormat.md")
        let blocks = try String(contentsOf: page, encoding: .utf8)
            .components(separatedBy: "```sh\n").dropFirst()
            .map { $0.components(separatedBy: "```")[0] }
        #expect(blocks.count >= 2)
        return blocks.joined(separator: "\n")
    }

    private func run(_ commands: String, on path: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", commands]
        process.environment = ["PATH": "/usr/bin:/bin", "JOURNAL": path, "LC_ALL": "C.UTF-8"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: text, as: UTF8.self)
    }

    @Test(.enabled(if: areThere))
    func `L9 an auditor verifies the journal with sqlite3 and sha256sum alone`() async throws {
        let house = try House()
        var odd = Record(.door)
        odd.text = "quotes \" and \\ and | and\nlines, 日本語, a tab\t, and %s $HOME `x`"
        _ = try await house.ledger.append([Event(odd, at: house.now)])
        try await house.escort()
        let head = try await house.ledger.head()
        let output = try run(commands(), on: house.path)
        #expect(output.contains("\(head.number) records, head \(head.digest)"))
        #expect(!output.contains("differs"))
        #expect(!output.contains("follows"))
    }

    @Test(.enabled(if: areThere))
    func `L9 the auditor's commands find an edit`() async throws {
        let house = try House()
        try await house.escort()
        try house.sql("DROP TRIGGER journalKeeps")
        try house.sql("UPDATE journal SET body = replace(body, 'V-001', 'V-002') WHERE number = 2")
        #expect(try run(commands(), on: house.path).contains("record 2: the text differs"))
    }

    @Test(.enabled(if: areThere))
    func `L9 the auditor's commands find what is hidden behind a NUL`() async throws {
        let house = try House()
        try await house.escort()
        try house.sql("DROP TRIGGER journalKeeps")
        try house.sql("UPDATE journal SET body = body || char(0) || 'x' WHERE number = 2")
        #expect(try run(commands(), on: house.path).contains("record 2: the text differs"))
    }
}
