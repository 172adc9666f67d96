// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Foundation
internal import GRDB

extension Transaction {
    /// What was carried in and out goes on record; what goes out without an approval is marked (21(1); R25).
    func noting(_ note: ItemNote, by author: PersonID) throws -> Deed {
        let people = try carriers(of: note)
        let items = note.carriedIn + note.carriedOut
        guard (1...PolicyLimits.list).contains(items.count) else {
            throw OrderRefused.unfit(
                "1 to \(PolicyLimits.list) items are taken",
                "物品は 1 から \(PolicyLimits.list) 件です。"
            )
        }
        for text in items + [note.approval].compactMap({ $0 }) {
            guard !text.allSatisfy(\.isWhitespace), text.count <= PolicyLimits.name else {
                throw OrderRefused.unfit(
                    "an item has 1 to \(PolicyLimits.name) characters, and so has an approval",
                    "物品と承認番号は 1 から \(PolicyLimits.name) 文字です。"
                )
            }
        }
        let isUnapproved = !note.carriedOut.isEmpty && note.approval == nil
        let lists = try [note.carriedIn, note.carriedOut].map { list in
            String(decoding: try JSONEncoder().encode(list), as: UTF8.self)
        }
        var deed = Deed(about: people) { record in
            try self.execute(
                """
                INSERT INTO itemNote (record, visit, person, room, carriedIn, carriedOut, approval,
                  atMs, author, isUnapproved)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    record, note.visit?.text, note.person?.text, note.room?.text, lists[0],
                    lists[1], note.approval, self.time.now.milliseconds, author.text, isUnapproved,
                ]
            )
        }
        deed.record.room = note.room
        deed.record.approvals = note.visit.map { [$0] } ?? []
        deed.record.subject = note.written
        if isUnapproved { deed.record.remarks.append(.noItemApproval) }
        deed.revisesPolicy = false
        return deed
    }

    private func carriers(of note: ItemNote) throws -> [PersonID] {
        if let room = note.room, try stored.room(room) == nil {
            throw OrderRefused.unfit("there is no room \(room)", "室 \(room) はありません。")
        }
        if let person = note.person, try stored.person(person) == nil {
            throw OrderRefused.unfit("there is no person \(person)", "\(person) という人はいません。")
        }
        if let id = note.visit {
            guard let visit = try stored.visit(id)?.visit else {
                throw OrderRefused.unfit("there is no visit \(id)", "立入承認 \(id) はありません。")
            }
            if let person = note.person, !visit.visitors.contains(person) {
                throw OrderRefused.unfit(
                    "\(person) is no visitor of visit \(id)",
                    "\(person) は立入承認 \(id) の来訪者ではありません。"
                )
            }
            return note.person.map { [$0] } ?? visit.visitors
        }
        guard let person = note.person, note.room != nil else {
            throw OrderRefused.unfit(
                "items are noted on a visit, or of a person in a room",
                "物品は、立入承認か、人と室について記録します。"
            )
        }
        return [person]
    }
}

extension ItemNote {
    /// The note as a record says it.
    fileprivate var written: String {
        let place =
            visit.map { "items on visit \($0)" }
            ?? "items of person \(person?.text ?? "?") in room \(room?.text ?? "?")"
        let parts = [
            carriedIn.isEmpty ? nil : "in: " + carriedIn.joined(separator: ", "),
            carriedOut.isEmpty ? nil : "out: " + carriedOut.joined(separator: ", "),
            approval.map { "approval \($0)" },
        ]
        return ([place] + parts.compactMap { $0 }).joined(separator: "; ")
    }
}
