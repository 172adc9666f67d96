// SPDX-License-Identifier: Apache-2.0
internal import Access

/// An order that was found fit: what is recorded of it, and what it then changes.
///
/// Everything that could speak against it was looked at before; what it changes can only fail with the database.
struct Deed {
    /// What the order's record says beyond verb, author and reason.
    var record = Record(.order)
    /// What the doors must do.
    var effect: OrderEffect?
    /// Whether the policy is another one by it.
    var revisesPolicy = true
    /// Changes the tables, and appends what belongs to the order's record of that number.
    let change: (RecordNumber) throws -> Void

    /// A deed about people.
    init(about people: [PersonID] = [], _ change: @escaping (RecordNumber) throws -> Void) {
        record.people = people
        self.change = change
    }
}
