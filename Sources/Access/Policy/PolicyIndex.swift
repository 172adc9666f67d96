// SPDX-License-Identifier: Apache-2.0

/// What the rules of the policy look up about the rest of it: a whole policy in memory, or the ledger's tables.
public protocol PolicyIndex {
    /// What a look-up can fail with: `Never` in memory.
    associatedtype Fault: Error

    /// The person of a number.
    func person(_ id: PersonID) throws(Fault) -> Person?
    /// The room of a name.
    func room(_ id: RoomID) throws(Fault) -> Room?
    /// The department of a name.
    func department(_ id: DepartmentID) throws(Fault) -> Department?
    /// All appointments of a person, whenever they hold.
    func appointments(of person: PersonID) throws(Fault) -> [Appointment]
}

/// A whole policy, made ready for look-ups.
public struct PolicyTables: PolicyIndex, Sendable {
    private let people: [PersonID: Person]
    private let rooms: [RoomID: Room]
    private let departments: [DepartmentID: Department]
    private let appointments: [PersonID: [Appointment]]

    /// Makes a policy ready; of rows with the same id the first counts.
    public init(_ policy: Policy) {
        people = Dictionary(policy.people.map { ($0.person.id, $0.person) }) { first, _ in first }
        rooms = Dictionary(policy.rooms.map { ($0.id, $0) }) { first, _ in first }
        departments = Dictionary(policy.departments.map { ($0.id, $0) }) { first, _ in first }
        appointments = Dictionary(grouping: policy.appointments, by: \.person)
    }

    /// The person of a number.
    public func person(_ id: PersonID) -> Person? { people[id] }
    /// The room of a name.
    public func room(_ id: RoomID) -> Room? { rooms[id] }
    /// The department of a name.
    public func department(_ id: DepartmentID) -> Department? { departments[id] }
    /// All appointments of a person, whenever they hold.
    public func appointments(of person: PersonID) -> [Appointment] { appointments[person] ?? [] }
}
