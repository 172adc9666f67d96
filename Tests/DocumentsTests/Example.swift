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
