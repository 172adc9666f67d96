// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Crypto
internal import Foundation
internal import GRDB

/// Goes over the chain, record by record, about as fast as the bytes can be hashed.
struct JournalVerifier {
    /// How many records are read from one snapshot, so that the write-ahead log need not grow meanwhile.
    static let batch = 10_000

    private(set) var verdict = JournalVerdict()
    private let kept: JournalHead?
    private var previous = Array(JournalHead.none.digest.utf8)
    private var number: RecordNumber = 0

    /// Begins before the first record.
    ///
    /// - Parameter kept: a head that was kept elsewhere, against which a cut tail shows.
    init(against kept: JournalHead?) {
        self.kept = kept
    }

    /// Goes over the next records.
    ///
    /// - Returns: whether there may be more.
    mutating func goOn(in database: Database) throws -> Bool {
        let statement = try database.cachedStatement(
            sql: "SELECT number, body, digest FROM journal WHERE number > ? ORDER BY number LIMIT ?"
        )
        let rows = try Row.fetchCursor(statement, arguments: [number, Self.batch])
        var count = 0
        while let row = try rows.next() {
            count += 1
            let found: RecordNumber = row[0]
            try row.withUnsafeData(atIndex: 1) { body in
                try row.withUnsafeData(atIndex: 2) { digest in
                    take(found, body ?? Data(), digest ?? Data())
                }
            }
        }
        return count == Self.batch
    }

    /// The end of the journal has been reached.
    mutating func finish() {
        verdict.head = JournalHead(
            number: number,
            digest: String(decoding: previous, as: UTF8.self)
        )
        guard let kept, kept.number > number else { return }
        verdict.note(.cut(after: number))
    }

    private mutating func take(_ found: RecordNumber, _ body: Data, _ digest: Data) {
        verdict.records += 1
        if found != number + 1 { verdict.note(.missing(number + 1)) }
        number = found
        let isPlaced = unsafe body.withUnsafeBytes { bytes in
            unsafe Self.isPlaced(bytes, found, after: previous)
        }
        if !isPlaced { verdict.note(.displaced(found)) }
        var hash = SHA256()
        unsafe body.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        if !Self.isHexadecimal(digest, of: hash.finalize()) { verdict.note(.edited(found)) }
        previous = Array(digest)
        if let kept, kept.number == found, !previous.elementsEqual(kept.digest.utf8) {
            verdict.note(.otherHead(found))
        }
    }

    /// Whether a text names its own number, and the digest before.
    ///
    /// Inside a string of the text a quotation mark follows a backslash: what begins with `,"` is a member.
    private static func isPlaced(
        _ body: UnsafeRawBufferPointer,
        _ number: RecordNumber,
        after previous: [UInt8]
    ) -> Bool {
        unsafe contains(body, Array(",\"number\":\(number),".utf8))
            && contains(body, Array(",\"prev\":\"".utf8) + previous + [UInt8(ascii: "\"")])
    }

    /// Whether a text holds what is wanted; it begins with a comma, of which a record has few.
    private static func contains(_ body: UnsafeRawBufferPointer, _ wanted: [UInt8]) -> Bool {
        unsafe wanted.withUnsafeBytes { wanted in
            guard var place = body.baseAddress, let start = wanted.baseAddress else {
                return false
            }
            let end = unsafe place + body.count
            while unsafe end - place >= wanted.count,
                let found = unsafe memchr(
                    place,
                    CInt(UInt8(ascii: ",")),
                    end - place - wanted.count + 1
                )
            {
                if unsafe memcmp(found, start, wanted.count) == 0 { return true }
                unsafe place = UnsafeRawPointer(found) + 1
            }
            return false
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func isHexadecimal(_ digest: Data, of bytes: SHA256.Digest) -> Bool {
        guard digest.count == 64 else { return false }
        return unsafe digest.withUnsafeBytes { (written: UnsafeRawBufferPointer) in
            var place = 0
            for byte in bytes {
                guard unsafe written[place] == digits[Int(byte >> 4)],
                    unsafe written[place + 1] == digits[Int(byte & 15)]
                else { return false }
                place += 2
            }
            return true
        }
    }
}
