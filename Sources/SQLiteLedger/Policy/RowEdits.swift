// SPDX-License-Identifier: Apache-2.0

/// The rows of one kind that have to be written or removed; the others stay untouched.
struct RowEdits<Value: Hashable & Sendable, ID: Hashable & Sendable>: Sendable {
    /// The new rows and those with other values.
    let written: [Value]
    /// The ids of the rows that are gone.
    let removed: [ID]

    /// Compares two lists of rows, whose order says nothing.
    init(from old: [Value], to new: [Value], by id: (Value) -> ID) {
        let before = Dictionary(old.map { (id($0), $0) }) { first, _ in first }
        let after = Set(new.map(id))
        written = new.filter { before[id($0)] != $0 }
        removed = old.map(id).filter { !after.contains($0) }
    }
}
