// SPDX-License-Identifier: Apache-2.0
internal import Access

/// Reads board files; what can't be read stands as something that makes no further fault.
struct BoardReader {
    let reading: Reading

    func board(_ field: Field) -> Board? {
        guard
            let row = field.row([
                "board", "site", "timeZone", "database", "listen", "readers", "keypads", "doors",
                "inputs",
            ])
        else { return nil }
        var board = Board(
            name: name(row.required("board")),
            site: name(row.required("site")),
            timeZone: timeZone(row.required("timeZone")),
            database: path(row.required("database")) ?? "",
            listen: row["listen"].map(listen) ?? Board.Listen()
        )
        board.readers = devices(row.required("readers"), reader)
        board.keypads = devices(row["keypads"], keypad)
        board.doors = devices(row.required("doors"), door)
        if let inputs = row["inputs"]?.row(["fire", "tamper"]) {
            board.fire = inputs["fire"].flatMap { input($0, level: "active") }
            board.tamper = inputs["tamper"].flatMap { input($0, level: "active") }
        }
        BoardReview(reading: reading).judge(board)
        return board
    }

    private func devices<Entry>(_ field: Field?, _ read: (Field) -> Entry?) -> [Entry] {
        field?.elements(most: BoardLimits.devices)?.compactMap(read) ?? []
    }

    /// A name of one word.
    func name(_ field: Field?) -> String {
        guard let field, let text = field.text else { return "?" }
        let faults = nameFaults(text, at: field.path)
        PolicyReview(reading: reading, prefix: "").note(faults)
        return text
    }

    private func timeZone(_ field: Field?) -> String {
        guard let field, let name = field.text else { return "UTC" }
        if BoardCalendar(zone: name) == nil {
            field.note(
                .unreadable(
                    name.prefixed,
                    expected: "a time zone of the tz database (Asia/Tokyo)",
                    "tz データベースにある時間帯（Asia/Tokyo など）"
                )
            )
        }
        return name
    }

    /// An absolute path.
    func path(_ field: Field?) -> String? {
        guard let field, let path = field.text else { return nil }
        guard path.hasPrefix("/"), !path.hasSuffix("/"), path.utf8.count <= 4096 else {
            return field.fail(
                .unreadable(
                    path.prefixed,
                    expected: "an absolute path of a file (/var/lib/…)",
                    "ファイルの絶対パス（/var/lib/…）"
                )
            )
        }
        return path
    }

    // MARK: Where commands come in

    private func listen(_ field: Field) -> Board.Listen {
        var listen = Board.Listen()
        guard let row = field.row(["socket", "network"]) else { return listen }
        if let field = row["socket"], let socket = path(field) {
            listen.socket = socket
            if socket.utf8.count > BoardLimits.socket {
                field.note(
                    Wording(
                        "the socket's path has \(socket.utf8.count) bytes; at most \(BoardLimits.socket) are possible",
                        "ソケットのパスが長すぎます。\(BoardLimits.socket)バイトまでです。"
                    )
                )
            }
        }
        listen.network = row["network"].flatMap(network)
        return listen
    }

    private func network(_ field: Field) -> Board.Network? {
        guard let row = field.row(["address", "port", "certificate", "key"]) else { return nil }
        let address = row.required("address").flatMap { field -> String? in
            guard let text = field.text else { return nil }
            if text.isIPAddress { return text }
            return field.fail(
                .unreadable(text.prefixed, expected: "an IPv4 or IPv6 address", "IPv4又はIPv6のアドレス")
            )
        }
        let port = row.required("port")?.integer(in: 1...65_535)
        let pair = row.present(["certificate", "key"])
        if pair.count == 1 {
            field.note(
                Wording(
                    "certificate and key come together; only \"\(pair[0])\" is there",
                    "certificate と key は両方必要です。"
                )
            )
        }
        return Board.Network(
            address: address ?? "",
            port: port ?? 0,
            certificate: row["certificate"].flatMap(path),
            key: row["key"].flatMap(path)
        )
    }
}

extension String {
    /// Whether this is how an IP address is written.
    var isIPAddress: Bool {
        if contains(":") {
            let groups = split(separator: ":", omittingEmptySubsequences: false)
            return (3...8).contains(groups.count)
                && groups.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isHexDigit) }
        }
        let parts = split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in String(part).isWholeNumber && UInt8(part) != nil }
    }
}
