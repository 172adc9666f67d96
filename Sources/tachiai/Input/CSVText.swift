// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A list from another program as text: UTF-8 with or without a mark, or Shift_JIS as Windows writes it.
struct CSVText {
    /// The longest file that is taken (L14).
    static let longest = 16 * 1024 * 1024

    let text: String

    /// - Throws: ``CSVMistake`` at the first byte that is neither.
    init(_ bytes: [UInt8]) throws(CSVMistake) {
        guard bytes.count <= Self.longest else { throw CSVMistake(1, 1, .tooLong) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw CSVMistake(1, 1, .utf16)
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let body = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
        if let utf8 = String(bytes: body, encoding: .utf8) {
            text = utf8
        } else if !bytes.starts(with: mark), let windows = Self.shiftJIS(body[...]) {
            text = windows
        } else {
            let (line, column) = Self.firstStranger(body)
            throw CSVMistake(line, column, .undecodable)
        }
    }

    /// Shift_JIS with the additions of Windows (code page 932): ①, 髙, ～, 﨑.
    private static func shiftJIS(_ bytes: ArraySlice<UInt8>) -> String? {
        String(data: Data(bytes), encoding: .shiftJIS)
    }

    /// Where the first byte stands that is no character of Shift_JIS either.
    private static func firstStranger(_ bytes: [UInt8]) -> (line: Int, column: Int) {
        var (line, column, place) = (1, 1, bytes.startIndex)
        while place < bytes.endIndex {
            let byte = bytes[place]
            let isDouble = (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte)
            let end = min(place + (isDouble ? 2 : 1), bytes.endIndex)
            guard shiftJIS(bytes[place..<end]) != nil else { break }
            (line, column) = byte == UInt8(ascii: "\n") ? (line + 1, 1) : (line, column + 1)
            place = end
        }
        return (line, column)
    }
}

/// What is wrong in a list, and where.
struct CSVMistake: Error, Hashable {
    let line: Int
    let column: Int
    let kind: Kind

    init(_ line: Int, _ column: Int, _ kind: Kind) {
        (self.line, self.column, self.kind) = (line, column, kind)
    }

    /// A column that a list cannot do without.
    enum Missing: Hashable {
        case person, department
    }

    enum Kind: Hashable {
        case tooLong, utf16, undecodable, control
        case openQuote, strayQuote, afterQuote
        case fields(expected: Int, found: Int)
        case empty
        case noColumn(Missing)
        case doubleColumn(String)
        case noPerson
        case noDestination
        case twoDestinations
        case doublePerson(String, line: Int)
        case badDay(String)
        case unknownPerson(String)
        case outsider(String)
        case otherName(String, registered: String)
        case unknownDepartment(String)
        case severalDepartments(String)
    }
}
