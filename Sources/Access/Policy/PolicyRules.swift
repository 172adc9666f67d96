// SPDX-License-Identifier: Apache-2.0

/// What a policy, or one row of it, must be beyond its form (DESIGN §8).
///
/// The same rules judge a whole document and a single row in an order; they differ only in where they look things up.
public struct PolicyRules<Index: PolicyIndex> {
    let index: Index

    /// Rules that look things up in an index.
    public init(_ index: Index) {
        self.index = index
    }

    // MARK: What every row is asked

    func existence(of person: PersonID, at path: String) throws(Index.Fault) -> [PolicyFault] {
        try index.person(person) == nil
            ? [.dangling("person", "人", person.text, section: "people", at: path)] : []
    }

    func existence(of room: RoomID, at path: String) throws(Index.Fault) -> [PolicyFault] {
        try index.room(room) == nil
            ? [.dangling("room", "室", room.text, section: "rooms", at: path)] : []
    }

    func existence(of department: DepartmentID, at path: String) throws(Index.Fault)
        -> [PolicyFault]
    {
        try index.department(department) == nil
            ? [.dangling("department", "課等", department.text, section: "departments", at: path)]
            : []
    }

    /// Whether a row's list names something, nothing twice, and not too much.
    func list<Named>(_ ids: [Identifier<Named>], at path: String, mayBeEmpty: Bool = false)
        -> [PolicyFault]
    {
        var faults: [PolicyFault] = []
        if ids.isEmpty && !mayBeEmpty { faults.append(.emptyList(at: path)) }
        if ids.count > PolicyLimits.list {
            faults.append(.tooMany(ids.count, most: PolicyLimits.list, at: path))
        }
        var seen: Set<Identifier<Named>> = []
        for (position, id) in ids.enumerated() where !seen.insert(id).inserted {
            faults.append(.namedTwice(id.text, at: "\(path)[\(position)]"))
        }
        return faults
    }

    func validity(_ validity: Validity, at path: String) -> [PolicyFault] {
        guard let from = validity.from, let until = validity.until, until.instant <= from.instant
        else { return [] }
        return [.reversed(from: from.written, until: until.written, at: path + ".until")]
    }

    func name(_ id: String, at path: String) -> [PolicyFault] { nameFaults(id, at: path) }

    func text(_ text: String?, most: Int, at path: String) -> [PolicyFault] {
        textFaults(text, most: most, at: path)
    }

    func number(_ number: Int?, in range: ClosedRange<Int>, at path: String) -> [PolicyFault] {
        guard let number, !range.contains(number) else { return [] }
        return [.outOfBounds(number, range, at: path)]
    }
}

/// What is wrong with the name of a thing: it has characters, not too many, and no spaces.
public func nameFaults(_ id: String, at path: String) -> [PolicyFault] {
    let isPlain = id.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && $0.properties.generalCategory != .control
    }
    if id.isEmpty || !isPlain { return [.unfitID(at: path)] }
    return textFaults(id, most: PolicyLimits.id, at: path)
}

/// What is wrong with a text, if there is one: it says something, and not too much.
func textFaults(_ text: String?, most: Int, at path: String) -> [PolicyFault] {
    guard let text else { return [] }
    if text.allSatisfy(\.isWhitespace) { return [.emptyText(at: path)] }
    return text.count > most ? [.tooLong(text.count, most: most, at: path)] : []
}
