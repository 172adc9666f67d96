// SPDX-License-Identifier: Apache-2.0
internal import Yams

/// What a reader that polls looks for in its field.
extension BoardReader {
    /// The families that poll their field.
    private static let pollers: [ReaderEntry.Family] = [.rcS380, .rcS300, .ccid]
    /// How many systems may be polled for, so that a cycle stays short.
    private static let mostSystemCodes = 4

    func polling(_ row: Row, of family: ReaderEntry.Family) -> ReaderEntry.Polling? {
        guard Self.pollers.contains(family) else {
            // What is on a serial line has no key of these anyway.
            guard family != .osdp else { return nil }
            for key in row.present(["systemCode", "technologies", "authentication"]) {
                row[key]?.note(Self.pollsNothing(family))
            }
            return nil
        }
        var polling = ReaderEntry.Polling()
        if let field = row["authentication"] {
            polling.authentication = field.choice() ?? .required
        }
        if let field = row["technologies"] {
            polling.technologies = field.list { $0.choice(ReaderEntry.Technology.self) } ?? []
            if polling.technologies.isEmpty {
                field.note(Wording("no technology is named", "方式がありません。"))
            }
        }
        if let field = row["systemCode"] {
            polling.systemCodes = systemCodes(field)
            if !polling.technologies.contains(.feliCa) {
                field.note(
                    Wording(
                        "\"felica\" is not among the technologies; a system code says nothing then",
                        "technologies に felica がなければ、systemCode に意味はありません。"
                    )
                )
            }
        }
        return polling
    }

    /// A keypad must be something with keys.
    func keys(_ row: Row, of family: ReaderEntry.Family) {
        guard Self.pollers.contains(family) || family == .ccid else { return }
        row["family"]?.note(
            Wording(
                "a \(family.rawValue) reader has no keys",
                "\(family.rawValue) の読取り装置にはキーがありません。"
            )
        )
    }

    private func systemCodes(_ field: Field) -> [UInt16] {
        let fields: [Field]
        if case .sequence = field.node {
            fields = field.elements(most: Self.mostSystemCodes) ?? []
        } else {
            fields = [field]
        }
        var codes: [UInt16] = []
        for field in fields {
            guard let code = hexadecimal(field) else { continue }
            if code == 0xFFFF {
                field.note(
                    Wording(
                        "FFFF asks any system: a card of several systems then answers with whichever is its first, and with another number; name the badge's own system (FE00)",
                        "FFFF は使えません。複数のシステムを持つカードは先頭のシステムで応答し、番号も変わります。証のシステムコード（FE00 など）を書いてください。"
                    )
                )
            } else if codes.contains(code) {
                field.note(Wording("this system code is there twice", "同じシステムコードが二つあります。"))
            } else {
                codes.append(code)
            }
        }
        return codes
    }

    private static func pollsNothing(_ family: ReaderEntry.Family) -> Wording {
        let names = pollers.map(\.rawValue).joined(separator: ", ")
        return Wording(
            "a \(family.rawValue) reader polls for no cards; only these do: \(names)",
            "\(family.rawValue) の読取り装置では使えません（\(names) だけのものです）。"
        )
    }
}
