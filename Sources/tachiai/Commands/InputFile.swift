// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A file that somebody names on the command line; `-` is what comes in.
struct InputFile {
    let name: String
    let text: String

    init(_ name: String) throws {
        self.name = name == "-" ? Words.now.standardInput : name
        let bytes =
            name == "-"
            ? FileHandle.standardInput.readDataToEndOfFile()
            : FileManager.default.contents(atPath: name)
        guard let bytes else { throw Complaint(.usage, Words.now.unreadable(name)) }
        guard let text = String(bytes: bytes, encoding: .utf8) else {
            throw Complaint(.usage, Words.now.notUTF8(name))
        }
        self.text = text
    }

    /// A value as JSON in one line, its keys sorted.
    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
