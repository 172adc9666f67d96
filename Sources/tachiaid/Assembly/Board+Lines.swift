// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import GPIODoors

extension Board {
    /// The board's lines, as the GPIO adapter takes them.
    var lines: BoardLines {
        var lines = BoardLines(doors: doors.map(\.lines))
        lines.fire = fire?.specification
        lines.tamper = tamper?.specification
        return lines
    }
}

extension DoorEntry {
    fileprivate var lines: DoorLines {
        var lines = DoorLines(door: door.id, lock: lock.specification)
        lines.contact = contact?.specification
        lines.exitButton = exitButton?.specification
        lines.green = green?.specification
        lines.red = red?.specification
        lines.buzzer = buzzer?.specification
        return lines
    }
}

extension Line {
    fileprivate var specification: LineSpecification {
        switch key {
        case .name(let name): LineSpecification(chip: chip, line: .name(name))
        case .number(let number): LineSpecification(chip: chip, line: .number(UInt32(number)))
        }
    }
}

extension LockLine {
    fileprivate var specification: LockSpecification {
        LockSpecification(
            line: line.specification,
            releases: releases == .energised ? .energised : .deEnergised,
            pulse: pulse
        )
    }
}

extension InputLine {
    fileprivate var specification: InputSpecification {
        InputSpecification(
            line: line.specification,
            active: active == .high ? .high : .low,
            bias: bias.specification,
            debounce: debounce
        )
    }
}

extension InputLine.Bias {
    fileprivate var specification: InputSpecification.Bias {
        switch self {
        case .asIs: .asIs
        case .disabled: .disabled
        case .pullUp: .pullUp
        case .pullDown: .pullDown
        }
    }
}
