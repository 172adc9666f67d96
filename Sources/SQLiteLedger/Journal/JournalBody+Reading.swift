// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Foundation
internal import GRDB

/// The members of a record's text, as they are read back.
private struct StoredBody: Decodable {
    var alarm: String?
    var approvals: [String]?
    var approvers: [String]?
    var authentication: String?
    var author: String?
    var badge: String?
    var bases: [String]?
    var content: String?
    var designation: String?
    var door: String?
    var escort: String?
    var kind: String
    var ms: Int64
    var number: Int64
    var of: Int64?
    var people: [String]?
    var prev: String
    var purposes: [String]?
    var reader: String?
    var reason: String?
    var remarks: [String]?
    var room: String?
    var state: String?
    var subject: String?
    var text: String?
    var trusted: Bool
    var verb: String?
}

extension JournalLine {
    /// Reads a row of number, body and digest.
    ///
    /// - Throws: where the text is no record.
    init(_ row: Row) throws {
        let number: RecordNumber = try row.decode(atIndex: 0)
        let body: String = try row.decode(atIndex: 1)
        guard let stored = try? JSONDecoder().decode(StoredBody.self, from: Data(body.utf8)),
            let kind = RecordKind(rawValue: stored.kind)
        else {
            throw LedgerFault("record \(number) cannot be read: verify the journal")
        }
        self.init(
            number: number,
            wall: Timestamp(milliseconds: stored.ms),
            isTrusted: stored.trusted,
            record: stored.record(kind),
            body: body,
            digest: try row.decode(atIndex: 2)
        )
    }

    /// The place of a record in the chain, as its own text says: its number, and the digest before it.
    static func place(in body: String) -> (number: RecordNumber, previous: String)? {
        guard let stored = try? JSONDecoder().decode(StoredBody.self, from: Data(body.utf8)) else {
            return nil
        }
        return (stored.number, stored.prev)
    }
}

extension StoredBody {
    private var grounds: [VisitGround] {
        zip(approvers ?? [], purposes ?? []).enumerated().map { place, ground in
            let basis = bases.flatMap { place < $0.count && !$0[place].isEmpty ? $0[place] : nil }
            return VisitGround(
                approver: Identifier(ground.0),
                basis: basis,
                purpose: ground.1
            )
        }
    }

    func record(_ kind: RecordKind) -> Record {
        var record = Record(kind)
        record.door = door.map { Identifier($0) }
        record.room = room.map { Identifier($0) }
        record.reader = reader.map { Identifier($0) }
        record.people = (people ?? []).map { Identifier($0) }
        record.escort = escort.map { Identifier($0) }
        record.approvals = (approvals ?? []).map { Identifier($0) }
        record.grounds = grounds
        record.designation = designation.map { Identifier($0) }
        record.reason = reason.flatMap { Reason(rawValue: $0) }
        record.badge = badge.flatMap { Fingerprint($0) }
        record.author = author.map { Identifier($0) }
        record.verb = verb
        record.subject = subject
        record.content = content
        record.alarm = alarm.flatMap { Alarm(rawValue: $0) }
        record.state = state
        record.authentication = authentication.flatMap { Authentication(rawValue: $0) }
        record.remarks = (remarks ?? []).compactMap { Remark(rawValue: $0) }
        record.of = of
        record.text = text
        return record
    }
}
