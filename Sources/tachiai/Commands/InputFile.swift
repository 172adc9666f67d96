// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The bytes of a file that somebody names on the command line; `-` is what comes in.
struct InputBytes {
    let name: String
    let bytes: [UInt8]

    init(_ name: String) throws {
        self.name = name == "-" ? Words.now.standardInput : name
        let read =
            name == "-"
            ? FileHandle.standardInput.readDataToEndOfFile()
            : FileManager.default.contents(atPath: name)
        guard let read else { throw Complaint(.usage, Words.now.unreadable(name)) }
        bytes = Array(read)
    }
}

/// A file of text that somebody names on the command line.
struct InputFile {
    let name: String
    let text: String

    init(_ name: String) throws {
        let input = try InputBytes(name)
        guard let text = String(bytes: input.bytes, encoding: .utf8) else {
            throw Complaint(.usage, Words.now.notUTF8(name))
        }
        self.name = input.name
        self.text = text
    }

    /// A value as JSON in one line, its keys sorted.
    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
