// SPDX-License-Identifier: Apache-2.0

/// All lines of one board.
public struct BoardLines: Sendable, Hashable {
    /// The doors.
    public var doors: [DoorLines]
    /// The line on which the fire alarm tells that it has released the doors.
    public var fire: InputSpecification?
    /// The tamper switch of the board's housing.
    public var tamper: InputSpecification?

    /// Describes a board's lines.
    public init(
        doors: [DoorLines],
        fire: InputSpecification? = nil,
        tamper: InputSpecification? = nil
    ) {
        self.doors = doors
        self.fire = fire
        self.tamper = tamper
    }
}

extension BoardLines {
    /// All inputs, with what each is there for.
    var inputs: [(role: InputRole, specification: InputSpecification)] {
        var inputs: [(role: InputRole, specification: InputSpecification)] = []
        for door in doors {
            if let contact = door.contact { inputs.append((.contact(door.door), contact)) }
            if let button = door.exitButton { inputs.append((.exitButton(door.door), button)) }
        }
        if let fire { inputs.append((.fire, fire)) }
        if let tamper { inputs.append((.tamper, tamper)) }
        return inputs
    }
}
