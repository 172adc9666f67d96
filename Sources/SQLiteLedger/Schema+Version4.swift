// SPDX-License-Identifier: Apache-2.0

/// What version 4 adds: the journal of a room, whether a door had a part in it or not.
extension Schema {
    /// The room in a record's text, as the index has it.
    static let journalRoom = "json_extract(body, '$.room')"

    static let version4 = """
        CREATE INDEX journalByRoom ON journal (\(journalRoom), number)
          WHERE \(journalRoom) IS NOT NULL;
        """
}
