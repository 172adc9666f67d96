// SPDX-License-Identifier: Apache-2.0

/// A file's text with its name, as somebody else read it: this room does no input of its own.
public struct Source: Sendable, Hashable {
    /// The largest file that is read, in bytes (L14).
    public static let largest = 64 * 1024 * 1024

    /// The name by which mistakes call the file.
    public let file: String
    /// Its text, without a byte order mark.
    public let text: String

    /// Takes a text.
    public init(file: String, text: String) {
        self.file = file
        self.text = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// Takes a file's bytes.
    ///
    /// - Throws: where they are too many, or no UTF-8.
    public init(file: String, bytes: some Collection<UInt8>) throws(Mistakes) {
        guard bytes.count <= Self.largest else {
            throw Mistakes(file: file, .tooLarge(bytes.count, most: Self.largest))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let line = Self.lineOfFirstBadByte(bytes)
            throw Mistakes(file: file, line: line, .notUTF8)
        }
        self.init(file: file, text: text)
    }

    /// The line at which a text stops being UTF-8: the first that alone can't be read.
    private static func lineOfFirstBadByte(_ bytes: some Collection<UInt8>) -> Int {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
        return (bad ?? 0) + 1
    }
}

extension Mistakes {
    /// One mistake that concerns a file as a whole, or one line of it.
    init(file: String, line: Int = 1, column: Int = 1, _ wording: Wording) {
        let place = Place(file: file, line: line, column: column)
        self.init([
            Mistake(
                place: place,
                path: "",
                english: wording.english,
                japanese: wording.japanese,
                kind: .form
            )
        ])
    }
}
