// SPDX-License-Identifier: Apache-2.0
import Foundation
import Fuzzing

/// The inputs that fuzzing has kept for a target, one a line, in hexadecimal.
///
/// They are those that reach what no smaller one reaches, and those that once broke it.
enum Corpus {
    static func inputs(of target: FuzzTarget) throws -> [[UInt8]] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Corpus/\(target.rawValue).hex")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(bytes)
    }

    private static func bytes(_ line: Substring) throws -> [UInt8] {
        let digits = line.utf8.compactMap(value)
        guard digits.count == line.utf8.count, digits.count.isMultiple(of: 2) else {
            throw NotHexadecimal(line: String(line.prefix(40)))
        }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    struct NotHexadecimal: Error { let line: String }
}
