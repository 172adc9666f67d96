// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import Foundation

/// The names that stand beside numbers, as far as whoever asks may know them.
struct Names: Sendable {
    var people: [String: String] = [:]
    var departments: [String: String] = [:]
    var rooms: [String: String] = [:]
}

/// A reply that says people, departments and rooms by their numbers.
protocol Naming {
    /// The people's numbers.
    var namedPeople: [String?] { get }
    /// The departments' numbers.
    var namedDepartments: [String?] { get }
    /// The rooms' ids.
    var namedRooms: [String?] { get }
}

extension Naming {
    var namedPeople: [String?] { [] }
    var namedDepartments: [String?] { [] }
    var namedRooms: [String?] { [] }
}

extension Words {
    /// A person's number and name.
    func person(_ number: String) -> String {
        names.people[number].map { "\(number) \($0)" } ?? number
    }

    /// Several people, by their names alone.
    func people(_ numbers: [String]) -> String {
        numbers.map { names.people[$0] ?? $0 }.joined(separator: comma)
    }

    /// Several people, each with number and name.
    func persons(_ numbers: [String]) -> String {
        numbers.map(person).joined(separator: comma)
    }

    /// A department's name.
    func department(_ number: String) -> String { names.departments[number] ?? number }

    /// A room's id and name.
    func room(_ id: String) -> String { names.rooms[id].map { "\(id) \($0)" } ?? id }

    /// Several rooms, by their names alone.
    func rooms(_ ids: [String]) -> String {
        ids.map { names.rooms[$0] ?? $0 }.joined(separator: comma)
    }
}

extension Server {
    /// How many people the service tells of at once.
    private static let batch = 100

    /// The messages, with the names of those whom the replies say by number; known ones are not asked for again.
    func words(_ known: Words = .now, for replies: [some Naming]) async throws -> Words {
        var words = known
        try await ifAllowed {
            let named = Set(replies.flatMap(\.namedPeople).compactMap { $0 })
            let people = named.filter { known.names.people[$0] == nil }.sorted()
            for start in stride(from: 0, to: people.count, by: Self.batch) {
                let ids = people[start..<min(start + Self.batch, people.count)]
                let query = [URLQueryItem(name: "id", value: ids.joined(separator: ","))]
                for item in try await all(APIPath.people, query, of: PersonReply.self).items {
                    words.names.people[item.row.id] = item.row.name
                }
            }
        }
        if replies.contains(where: { $0.namedDepartments.contains { $0 != nil } }) {
            try await ifAllowed {
                for item in try await all(APIPath.departments, of: DepartmentReply.self).items {
                    words.names.departments[item.row.id] = item.row.name
                }
            }
        }
        let rooms = Set(replies.flatMap(\.namedRooms).compactMap { $0 })
        if !rooms.allSatisfy({ known.names.rooms[$0] != nil }) {
            try await ifAllowed {
                for item in try await all(APIPath.rooms, of: RoomReply.self).items {
                    words.names.rooms[item.id] = item.name
                }
            }
        }
        return words
    }

    /// Who may not see what something is called reads its number.
    private func ifAllowed(_ look: () async throws -> Void) async throws {
        do {
            try await look()
        } catch let problem as Problem where problem.kind == .notAllowed {}
    }
}

// MARK: What the replies say by number

extension PersonReply: Naming {
    var namedDepartments: [String?] {
        [row.department, row.responsible, pending?.department]
    }
}

extension DesignationReply: Naming {
    var namedPeople: [String?] {
        [row.person, confirmedBy] + (row.signatures ?? []).map(\.by) + formerOffices
    }
    var namedRooms: [String?] { row.rooms }
}

extension VisitReply: Naming {
    var namedPeople: [String?] {
        [row.by, requestedBy] + row.visitors + (row.escorts ?? []) + inside
    }
    var namedRooms: [String?] { row.rooms }
}

extension AppointmentReply: Naming {
    var namedPeople: [String?] { [row.person] }
    var namedDepartments: [String?] { [row.department] }
}

extension MeReply: Naming {
    var namedDepartments: [String?] { offices.map(\.department) }
}

extension BadgeReply: Naming {
    var namedPeople: [String?] { [person] }
}

extension IncidentReply: Naming {
    var namedPeople: [String?] { since.flatMap(\.namedPeople) }
    var namedRooms: [String?] { rooms + since.flatMap(\.namedRooms) }
}

extension LockdownReply: Naming {
    var namedPeople: [String?] { allow }
    var namedRooms: [String?] { [room] }
}

extension RecordReply: Naming {
    var namedPeople: [String?] {
        [escort, author] + (people ?? []) + (grounds ?? []).map(\.approver)
    }
    var namedRooms: [String?] { [room] }
}

extension PresenceReply: Naming {
    var namedPeople: [String?] { [escort] }
    var namedRooms: [String?] { [room] }
}

extension ReviewReply: Naming {
    var namedPeople: [String?] {
        let due = expiring.map(\.designation) + overdue + formerOffices
        return due.flatMap(\.namedPeople) + unused.flatMap(\.namedPeople)
    }
    var namedRooms: [String?] {
        (expiring.map(\.designation) + overdue + formerOffices).flatMap(\.namedRooms)
    }
}
