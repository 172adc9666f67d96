// SPDX-License-Identifier: Apache-2.0
import Access

/// Who is where, as the journal alone tells it.
struct EntryBook {
    private(set) var records: [Record] = []
    /// The records since the last time.
    private(set) var news: [Record] = []
    /// Where everybody is who was seen to enter, until they leave a room in which they were not.
    private(set) var stays: [PersonID: RoomID] = [:]
    /// How often each visitor came in on each approval, by `visit person room`.
    private(set) var uses: [String: Int] = [:]
    private var entries: [RecordNumber: Record] = [:]
    private var number: RecordNumber = 0
    private var throughOuter: Set<PersonID> = []

    mutating func readOn(_ registry: any Registry) async throws {
        news = []
        while true {
            var query = JournalQuery()
            query.after = number
            query.limit = 500
            let page = try await registry.journal(query)
            guard let last = page.last else { break }
            for line in page { take(line.record, line.number) }
            news += page.map(\.record)
            number = last.number
        }
        records += news
    }

    private mutating func take(_ record: Record, _ number: RecordNumber) {
        switch record.kind {
        case .entry: entries[number] = record
        case .entered:
            guard let room = record.room else { return }
            for person in record.people + [record.escort].compactMap({ $0 }) {
                enter(person, room)
            }
            guard let entry = record.of.flatMap({ entries[$0] }), entry.escort != nil,
                entry.approvals.count == 1
            else { return }
            for person in entry.people {
                uses["\(entry.approvals[0]) \(person) \(room)", default: 0] += 1
            }
        case .exit:
            for person in record.people { leave(person, record.room) }
        default: break
        }
    }

    private mutating func enter(_ person: PersonID, _ room: RoomID) {
        if room == "server-4f" {
            if stays[person] == "monitor-4f" {
                throughOuter.insert(person)
            } else if stays[person] != room {
                throughOuter.remove(person)
            }
        }
        stays[person] = room
    }

    private mutating func leave(_ person: PersonID, _ room: RoomID?) {
        guard room == "server-4f" else { return }
        guard stays[person] == room else {
            stays[person] = nil
            return
        }
        let isVisitor = person.text.hasPrefix("V-") || person == "200102"
        stays[person] = isVisitor && !throughOuter.contains(person) ? nil : "monitor-4f"
        throughOuter.remove(person)
    }
}
