// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import GRDB

extension Transaction {
    /// Somebody has left through a door that could not tell who it was: whoever saw it says so (R22).
    ///
    /// Who was in a room that lies within another is in that one then.
    func exit(of person: PersonID, by author: PersonID, _ reason: String?) throws -> Deed {
        guard let reason, !reason.allSatisfy(\.isWhitespace) else {
            throw OrderRefused.unfit(
                "an exit that no reader saw needs a reason: who saw it, and when",
                "読取装置によらない退室には理由（だれがいつ見届けたか）が要ります。"
            )
        }
        guard let presence = try stored.presences("person = ?", [person.text]).first else {
            throw OrderRefused.unfit(
                "\(person) is not recorded inside any room",
                "\(person) はどの室にも在室と記録されていません。"
            )
        }
        var deed = Deed(about: [person]) { order in
            var record = Record(.exit)
            record.room = presence.room
            record.people = [person]
            record.approvals = [presence.visit].compactMap { $0 }
            record.escort = presence.escort
            record.author = author
            record.of = order
            try self.append(record)
            try self.leave(person, from: presence.room)
        }
        deed.record.room = presence.room
        deed.revisesPolicy = false
        return deed
    }
}
