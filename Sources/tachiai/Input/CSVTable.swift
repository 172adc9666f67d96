// SPDX-License-Identifier: Apache-2.0

/// Rows of fields, each with its place in the file (RFC 4180, with the liberties that spreadsheets take).
struct CSVTable {
    /// A field and where it begins.
    struct Field: Hashable {
        var text: String
        let line: Int
        let column: Int
    }

    private(set) var rows: [[Field]] = []

    /// The most rows and fields that are taken (L14).
    static let most = 100_000

    /// Reads a text: commas or tabs, LF or CRLF, quoted fields; lines without a field are left out.
    init(_ text: String) throws(CSVMistake) {
        var reading = Reading(separator: Self.separator(of: text))
        // Scalars, since CR and LF together are one Character.
        for scalar in text.unicodeScalars { try reading.take(scalar) }
        rows = try reading.finished()
    }

    /// A tab where the first line has tabs and no commas.
    private static func separator(of text: String) -> Unicode.Scalar {
        let head = text.unicodeScalars.prefix { $0 != "\n" }
        return head.contains("\t") && !head.contains(",") ? "\t" : ","
    }

    /// The reading of one text.
    private struct Reading {
        let separator: Unicode.Scalar
        private var rows: [[Field]] = []
        private var row: [Field] = []
        private var field: Field
        private var state = State.start
        private var (line, column) = (1, 1)

        private enum State {
            case start, plain, quoted, quoteInQuoted
        }

        init(separator: Unicode.Scalar) {
            self.separator = separator
            field = Field(text: "", line: 1, column: 1)
        }

        mutating func take(_ scalar: Unicode.Scalar) throws(CSVMistake) {
            guard rows.count <= CSVTable.most, row.count <= 1000 else {
                throw CSVMistake(line, column, .tooLong)
            }
            defer { (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1) }
            switch (state, scalar) {
            case (.quoted, "\""): state = .quoteInQuoted
            case (.quoted, _): field.text.unicodeScalars.append(scalar)
            case (.quoteInQuoted, "\""):
                field.text.unicodeScalars.append(scalar)
                state = .quoted
            case (_, "\r"): break
            case (_, separator): endField(next: column + 1)
            case (_, "\n"): endRow()
            case (.start, "\""): state = .quoted
            case (.plain, "\""): throw CSVMistake(line, column, .strayQuote)
            case (.quoteInQuoted, _): throw CSVMistake(line, column, .afterQuote)
            default:
                guard scalar.properties.generalCategory != .control else {
                    throw CSVMistake(line, column, .control)
                }
                field.text.unicodeScalars.append(scalar)
                state = .plain
            }
        }

        mutating func finished() throws(CSVMistake) -> [[Field]] {
            guard state != .quoted else { throw CSVMistake(field.line, field.column, .openQuote) }
            endRow()
            return rows
        }

        private mutating func endField(next: Int) {
            row.append(field)
            field = Field(text: "", line: line, column: next)
            state = .start
        }

        private mutating func endRow() {
            endField(next: 1)
            if row.contains(where: { !$0.text.allSatisfy(\.isWhitespace) }) { rows.append(row) }
            row = []
            field = Field(text: "", line: line + 1, column: 1)
        }
    }
}
