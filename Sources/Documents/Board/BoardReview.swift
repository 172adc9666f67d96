// SPDX-License-Identifier: Apache-2.0
internal import Access

/// Notes what a board file that could be read must not say: what is named twice, or not there.
struct BoardReview {
    let reading: Reading

    func judge(_ board: Board) {
        devices(board)
        readersAtDoors(board)
        lines(board)
        if board.doors.isEmpty && !reading.touches("doors") {
            reading.note(.content, at: "doors", Wording("there is no door", "扉がありません。"))
        }
    }

    private func note(_ path: String, _ english: String, _ japanese: String) {
        guard !reading.touches(path) else { return }
        reading.note(.content, at: path, Wording(english, japanese))
    }

    /// Ids, ports and devices that are there twice.
    private func devices(_ board: Board) {
        let entries =
            board.readers.enumerated().map { ("readers[\($0.offset)]", $0.element) }
            + board.keypads.enumerated().map { ("keypads[\($0.offset)]", $0.element) }
        var first: [String: String] = [:]
        func claim(_ what: String, _ key: String, at path: String) {
            guard let earlier = first[key] else {
                first[key] = path
                return
            }
            note(path, "\(what) belongs to \(earlier) already", "\(what) は既に \(earlier) のものです。")
        }
        for (path, entry) in entries {
            claim("\"\(entry.id)\"", "id " + entry.id.text, at: path + ".id")
            if let port = entry.port {
                claim("port \(port)", "port " + port, at: path + ".port")
            } else if let usb = entry.usb {
                claim("this device", "usb \(usb)", at: path + ".usb")
            }
        }
        lines(of: board.readers, "readers")
        lines(of: board.keypads, "keypads")
        speeds(board)
        for (position, door) in board.doors.enumerated() {
            let id = door.door.id
            claim("\"\(id)\"", "door " + id.text, at: "doors[\(position)].id")
        }
    }

    /// Places on serial lines that two readers, or two keypads, have.
    private func lines(of entries: [ReaderEntry], _ key: String) {
        var first: [String: String] = [:]
        for (position, entry) in entries.enumerated() {
            guard let serial = entry.serial else { continue }
            let (path, place) = ("\(key)[\(position)].address", "\(serial.line) \(serial.address)")
            guard let earlier = first[place] else {
                first[place] = path
                continue
            }
            note(
                path,
                "address \(serial.address) on this line belongs to \(earlier) already",
                "この線のアドレス\(serial.address)は既に \(earlier) のものです。"
            )
        }
    }

    /// Serial lines that are to have two speeds at once.
    private func speeds(_ board: Board) {
        let entries =
            board.readers.enumerated().map { ("readers[\($0.offset)]", $0.element) }
            + board.keypads.enumerated().map { ("keypads[\($0.offset)]", $0.element) }
        var first: [String: (path: String, baud: Int)] = [:]
        for case (let path, let serial?) in entries.map({ ($0.0, $0.1.serial) }) {
            guard let earlier = first[serial.line] else {
                first[serial.line] = (path, serial.baud)
                continue
            }
            guard earlier.baud != serial.baud else { continue }
            note(
                path + ".baud",
                "the line has \(earlier.baud) bits per second in \(earlier.path); all on it have the same",
                "この線は \(earlier.path) では\(earlier.baud) bps です。同じ線の機器は速度を揃えてください。"
            )
        }
    }

    /// Readers and keypads that doors name and that are not there, or serve somewhere else already.
    private func readersAtDoors(_ board: Board) {
        let readers = board.readers.map(\.id)
        let keypads = board.keypads.map(\.id)
        let readersAreRead = !reading.isBroken("readers")
        let keypadsAreRead = !reading.isBroken("keypads")
        var first: [ReaderID: String] = [:]
        for (position, entry) in board.doors.enumerated() {
            let path = "doors[\(position)]"
            let named: [(key: String, id: ReaderID?, known: [ReaderID], areRead: Bool)] = [
                ("entry", entry.door.entry, readers, readersAreRead),
                ("exit", entry.door.exit, readers, readersAreRead),
                ("keypad", entry.door.keypad, keypads, keypadsAreRead),
            ]
            for case (let key, let id?, let known, let areRead) in named {
                let place = "\(path).\(key)"
                if !known.contains(id) {
                    if areRead { unknown(id, known, isKeypad: key == "keypad", at: place) }
                } else if let earlier = first[id] {
                    note(
                        place,
                        "\"\(id)\" serves at \(earlier) already; one device serves at one side of one door",
                        "「\(id)」は既に \(earlier) で使われています。一台は一つの扉の片側だけです。"
                    )
                } else {
                    first[id] = place
                }
            }
        }
    }

    private func unknown(_ id: ReaderID, _ known: [ReaderID], isKeypad: Bool, at path: String) {
        let kind = isKeypad ? ("keypad", "キーパッド", "keypads") : ("reader", "読取り装置", "readers")
        let list = known.map(\.text).joined(separator: ", ")
        note(
            path,
            "there is no \(kind.0) \"\(id)\"; those under \(kind.2) are: \(list.isEmpty ? "none" : list)",
            "\(kind.1)「\(id)」がありません。\(kind.2) にあるもの：\(list.isEmpty ? "なし" : list)"
        )
    }

    /// GPIO lines that are used twice.
    private func lines(_ board: Board) {
        var used: [(path: String, line: Line)] = []
        for (position, door) in board.doors.enumerated() {
            let path = "doors[\(position)]"
            let lines: [(String, Line?)] = [
                ("lock", door.lock.line), ("contact", door.contact?.line),
                ("exitButton", door.exitButton?.line), ("lamps.green", door.green),
                ("lamps.red", door.red), ("buzzer", door.buzzer),
            ]
            for case (let key, let line?) in lines { used.append(("\(path).\(key)", line)) }
        }
        if let fire = board.fire { used.append(("inputs.fire", fire.line)) }
        if let tamper = board.tamper { used.append(("inputs.tamper", tamper.line)) }
        var first: [Line: String] = [:]
        for (path, line) in used where line.chip != "?" {
            guard let earlier = first[line] else {
                first[line] = path
                continue
            }
            note(
                path + ".line",
                "this line drives or watches \(earlier) already; every line has one task",
                "この線は既に \(earlier) で使われています。"
            )
        }
    }
}
