// SPDX-License-Identifier: Apache-2.0
public import Access

/// What going over the whole journal found (L9).
public struct JournalVerdict: Sendable, Hashable {
    /// How many records there are.
    public internal(set) var records = 0
    /// The last record.
    public internal(set) var head = JournalHead.none
    /// What does not hold, in the order of the records; the first hundred.
    public internal(set) var damage: [Damage] = []

    /// The most damages that are listed (L14).
    static let longestList = 100

    /// Whether nobody has touched the journal since it was written.
    public var isWhole: Bool { damage.isEmpty }

    /// What is wrong with a record.
    public enum Damage: Sendable, Hashable {
        /// Its text is not the one that was digested.
        case edited(RecordNumber)
        /// It is not there.
        case missing(RecordNumber)
        /// Its text says that it stood elsewhere, or it follows another record than the one before.
        case displaced(RecordNumber)
        /// The journal ends before the head that was kept elsewhere.
        case cut(after: RecordNumber)
        /// The record that was the head has another digest now.
        case otherHead(RecordNumber)
    }

    mutating func note(_ found: Damage) {
        if damage.count < Self.longestList { damage.append(found) }
    }
}
