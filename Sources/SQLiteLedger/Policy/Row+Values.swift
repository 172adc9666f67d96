// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

/// What columns hold, as the core's values; a column that holds anything else is an error.
extension Row {
    func identifier<Named>(_ column: Int) throws -> Identifier<Named> {
        Identifier(try decode(String.self, atIndex: column))
    }

    func identifierIfAny<Named>(_ column: Int) throws -> Identifier<Named>? {
        try decode(String?.self, atIndex: column).map { Identifier($0) }
    }

    func word<Value: RawRepresentable<String>>(_ column: Int) throws -> Value {
        let text = try decode(String.self, atIndex: column)
        guard let value = Value(rawValue: text) else { throw unreadable(column) }
        return value
    }

    func wordIfAny<Value: RawRepresentable<String>>(_ column: Int) throws -> Value? {
        try hasNull(atIndex: column) ? nil : word(column)
    }

    func timestampIfAny(_ column: Int) throws -> Timestamp? {
        try decode(Int64?.self, atIndex: column).map { Timestamp(milliseconds: $0) }
    }

    /// A FeliCa system code, if there is one.
    func systemCode(_ column: Int) throws -> UInt16? {
        guard let number = try decode(Int64?.self, atIndex: column) else { return nil }
        guard let code = UInt16(exactly: number) else { throw unreadable(column) }
        return code
    }

    func date(_ column: Int) throws -> CivilDate {
        guard let date = CivilDate(try decode(String.self, atIndex: column)) else {
            throw unreadable(column)
        }
        return date
    }

    func dateIfAny(_ column: Int) throws -> CivilDate? {
        try hasNull(atIndex: column) ? nil : date(column)
    }

    func timeOfDay(_ column: Int) throws -> TimeOfDay {
        guard let time = TimeOfDay(try decode(String.self, atIndex: column)) else {
            throw unreadable(column)
        }
        return time
    }

    /// A validity from four columns: the beginning as written and in milliseconds, and the end.
    func validity(_ column: Int) throws -> Validity {
        Validity(from: try bound(column), until: try bound(column + 2))
    }

    private func bound(_ column: Int) throws -> Bound? {
        guard let written = try decode(String?.self, atIndex: column) else { return nil }
        return Bound(
            written: written,
            instant: Timestamp(milliseconds: try decode(atIndex: column + 1))
        )
    }

    /// The fault of a column that holds what it cannot; its value stays out of the text (L10).
    func unreadable(_ column: Int) -> LedgerFault {
        let name = Array(columnNames)[column]
        return LedgerFault("the column \(name) of a row holds a value that cannot be read")
    }
}
