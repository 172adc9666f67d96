// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Foundation
import Testing

/// The board's calendar in these tests.
func tokyo() throws -> BoardCalendar { try #require(BoardCalendar(zone: "Asia/Tokyo")) }

/// A file of this repository.
func repositoryFile(_ path: String) throws -> Source {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    return try Source(file: path, bytes: Data(contentsOf: root.appending(path: path)))
}

/// A policy that must load.
func policy(_ text: String) throws -> Policy {
    try PolicyDocument.read(Source(file: "policy.yaml", text: text), in: tokyo()).document
}

/// What is said about a policy, line by line, without the file's name.
func lines(ofPolicy text: String) throws -> [String] {
    do {
        let reviewed = try PolicyDocument.read(
            Source(file: "policy.yaml", text: text),
            in: tokyo()
        )
        return reviewed.warnings.map { String($0.englishLine.dropFirst("policy.yaml:".count)) }
    } catch let mistakes as Mistakes {
        return mistakes.all.map { String($0.englishLine.dropFirst("policy.yaml:".count)) }
    }
}

/// The mistakes or warnings of a policy.
func mistakes(ofPolicy text: String) throws -> [Mistake] {
    do {
        let source = Source(file: "policy.yaml", text: text)
        return try PolicyDocument.read(source, in: tokyo()).warnings
    } catch let mistakes as Mistakes {
        return mistakes.all
    }
}

/// The board of the demonstration.
func demoBoard() throws -> Board {
    try BoardDocument.read(repositoryFile("Config/demo.yaml")).document
}

/// What is said about a board file, line by line, without the file's name.
func lines(ofBoard text: String) throws -> [String] {
    do {
        let reviewed = try BoardDocument.read(Source(file: "b", text: text))
        return reviewed.warnings.map { String($0.englishLine.dropFirst(2)) }
    } catch let mistakes {
        return mistakes.all.map { String($0.englishLine.dropFirst(2)) }
    }
}

/// What is said about a scenario on the demonstration's board, line by line, without the file's name.
func lines(ofScenario text: String) throws -> [String] {
    do {
        let board = try demoBoard()
        let reviewed = try ScenarioDocument.read(Source(file: "s", text: text), for: board)
        return reviewed.warnings.map { String($0.englishLine.dropFirst(2)) }
    } catch let mistakes as Mistakes {
        return mistakes.all.map { String($0.englishLine.dropFirst(2)) }
    }
}

/// A scenario that must load.
func scenario(_ text: String) throws -> Scenario {
    try ScenarioDocument.read(Source(file: "s", text: text), for: demoBoard()).document
}
