// SPDX-License-Identifier: Apache-2.0

/// The placeholders of help and usage, as people of the city read them.
extension Words {
    /// A line with its placeholders put in Japanese; the columns behind them stay where they are.
    func namingPlaceholders(in line: String) -> String {
        let isColumn = line.hasPrefix(" ")
        return line.replacing(/<([a-z-]+)>( *)/) { match in
            let (english, gap) = (String(match.1), match.2.count)
            let japanese = Self.placeholders[english] ?? english
            let wider = DisplayWidth.of(japanese) - DisplayWidth.of(english)
            let left = isColumn && gap > 0 ? max(1, gap - wider) : gap
            return "<\(japanese)>" + String(repeating: " ", count: left)
        }
    }

    private static let placeholders = [
        "alarm": "警報", "badge": "証", "basis": "根拠", "company": "会社", "contract": "契約",
        "day": "日", "department": "課等", "door": "扉", "file": "ファイル", "hex": "16進", "hours": "時間帯",
        "id": "番号", "item": "品", "kana": "かな", "key": "鍵", "kind": "種類", "label": "表示", "n": "数",
        "name": "名前", "number": "番号", "office": "職", "options": "選択肢", "path": "場所", "person": "人",
        "person-or-badge": "人か証", "person-or-id": "人か番号", "reader": "読取装置", "room": "室",
        "room-or-door": "室か扉", "state": "状態", "status": "状態", "subcommand": "命令",
        "technology": "方式",
        "text": "文", "time": "時刻",
    ]
}
