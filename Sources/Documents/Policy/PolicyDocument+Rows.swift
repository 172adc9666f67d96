// SPDX-License-Identifier: Apache-2.0
public import Access

/// Single rows of the policy document, as an order carries them: read by the document's own rules, as YAML or JSON.
extension PolicyDocument {
    /// Reads a person's row.
    ///
    /// - Throws: every mistake of its form.
    public static func person(_ source: Source, in calendar: BoardCalendar) throws(Mistakes)
        -> PersonEntry
    {
        try row(source, calendar) { $0.person($1) }
    }

    /// Reads a department's row.
    ///
    /// - Throws: every mistake of its form.
    public static func department(_ source: Source, in calendar: BoardCalendar) throws(Mistakes)
        -> Department
    {
        try row(source, calendar) { $0.department($1) }
    }

    /// Reads an appointment's row.
    ///
    /// - Throws: every mistake of its form.
    public static func appointment(_ source: Source, in calendar: BoardCalendar) throws(Mistakes)
        -> Appointment
    {
        try row(source, calendar) { $0.appointment($1) }
    }

    /// Reads a designation's row.
    ///
    /// - Throws: every mistake of its form.
    public static func designation(_ source: Source, in calendar: BoardCalendar) throws(Mistakes)
        -> Designation
    {
        try row(source, calendar) { $0.designation($1) }
    }

    /// Reads a visit approval's row.
    ///
    /// - Throws: every mistake of its form.
    public static func visit(_ source: Source, in calendar: BoardCalendar) throws(Mistakes)
        -> VisitApproval
    {
        try row(source, calendar) { $0.visit($1) }
    }

    private static func row<Value: Sendable>(
        _ source: Source,
        _ calendar: BoardCalendar,
        _ read: (PolicyReader, Field) -> Value
    ) throws(Mistakes) -> Value {
        let reading = Reading(source)
        let root = try reading.root()
        let value = read(PolicyReader(reading: reading, calendar: calendar), root)
        return try reading.reviewed(value).document
    }
}
