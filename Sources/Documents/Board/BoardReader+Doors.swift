// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Yams

extension BoardReader {
    func door(_ field: Field) -> DoorEntry? {
        guard
            let row = field.row([
                "id", "room", "entry", "exit", "leaving", "keypad", "lock", "contact",
                "exitButton", "lamps", "buzzer", "heldOpen", "step",
            ])
        else { return nil }
        let lock = row.required("lock").flatMap(lock)
        let lamps = row["lamps"]?.row(["green", "red"])
        let contact = row["contact"].flatMap { input($0, level: "open") }
        let door = Door(
            id: DoorID(name(row.required("id"))),
            room: RoomID(name(row.required("room"))),
            entry: ReaderID(name(row.required("entry"))),
            exit: row["exit"].map { ReaderID(name($0)) },
            keypad: row["keypad"].map { ReaderID(name($0)) },
            leaving: row["leaving"]?.choice() ?? .release,
            releaseTime: .seconds(lock?.seconds ?? 5),
            hasContact: row["contact"] != nil,
            heldOpen: .seconds(row["heldOpen"]?.integer(in: BoardLimits.heldOpen) ?? 30),
            step: .seconds(row["step"]?.integer(in: BoardLimits.step) ?? 30)
        )
        return DoorEntry(
            door: door,
            lock: lock?.line
                ?? LockLine(line: Line(chip: "?", key: .name("?")), releases: .energised),
            contact: contact,
            exitButton: row["exitButton"].flatMap { input($0, level: "pressed") },
            green: lamps?["green"].flatMap(output),
            red: lamps?["red"].flatMap(output),
            buzzer: row["buzzer"].flatMap(output)
        )
    }

    private func lock(_ field: Field) -> (line: LockLine, seconds: Int)? {
        guard let row = field.row(["chip", "line", "releases", "seconds", "pulse"]) else {
            return nil
        }
        let line = line(row)
        let releases = row.required("releases")?.choice(LockLine.Release.self)
        let seconds = row["seconds"]?.integer(in: BoardLimits.seconds)
        let pulse = row["pulse"]?.integer(in: BoardLimits.pulse)
        guard let line, let releases else { return nil }
        let lock = LockLine(line: line, releases: releases, pulse: pulse.map { .milliseconds($0) })
        return (lock, seconds ?? 5)
    }

    /// An input whose active level stands under a key of its own.
    func input(_ field: Field, level: String) -> InputLine? {
        guard let row = field.row(["chip", "line", level, "bias", "debounce"]) else { return nil }
        let line = line(row)
        let active = row.required(level)?.choice(InputLine.Level.self)
        let bias = row["bias"]?.choice(InputLine.Bias.self) ?? .asIs
        let debounce = row["debounce"].map(debounce) ?? 30
        guard let line, let active else { return nil }
        return InputLine(line: line, active: active, bias: bias, debounce: .milliseconds(debounce))
    }

    private func debounce(_ field: Field) -> Int {
        guard let milliseconds = field.integer() else { return 30 }
        if milliseconds >= BoardLimits.debounce {
            field.note(
                Wording(
                    "\(milliseconds) ms would swallow what must be seen; EN 60839-11-1 asks for less than "
                        + "\(BoardLimits.debounce)",
                    "\(milliseconds)ミリ秒は長すぎます。EN 60839-11-1 により\(BoardLimits.debounce)未満です。"
                )
            )
        } else if milliseconds < 0 {
            field.note(.outOfBounds(milliseconds, 0...(BoardLimits.debounce - 1)))
        }
        return milliseconds
    }

    private func output(_ field: Field) -> Line? {
        field.row(["chip", "line"]).flatMap(line)
    }

    private func line(_ row: Row) -> Line? {
        let chip = name(row.required("chip"))
        guard let field = row.required("line") else { return nil }
        if let scalar = field.node.scalar, scalar.style == .plain, scalar.string.isWholeNumber {
            guard let number = field.integer(in: 0...4095) else { return nil }
            return Line(chip: chip, key: .number(UInt32(number)))
        }
        return Line(chip: chip, key: .name(name(field)))
    }
}
