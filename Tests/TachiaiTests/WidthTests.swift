// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import tachiai

@Suite struct WidthTests {
    @Test(
        arguments: zip(
            [
                "", "abc", "扉", "山本 一郎", "ｱｲｳ", "ガ", "か\u{3099}", "Ａ", "é", "e\u{301}", "🚪", "、",
                "–", "　",
            ],
            [0, 3, 2, 9, 3, 2, 2, 2, 1, 1, 2, 2, 1, 2]
        )
    )
    func `a text takes the columns that a terminal gives it`(_ text: String, _ columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test func `columns are aligned whatever the characters' width`() {
        var table = Table(["扉", "氏名", "note"])
        table.add(["server", "山本 一郎", "x"])
        table.add(["m", "ﾔﾏﾓﾄ", "é"])
        #expect(
            table.lines == [
                "扉      氏名       note", "server  山本 一郎  x", "m       ﾔﾏﾓﾄ       é",
            ]
        )
    }

    @Test func `what a terminal would obey is shown, not obeyed`() {
        var table = Table(["a"])
        table.add(["\u{1B}[2J\u{202E}x\ny"])
        #expect(table.lines[1] == "·[2J·x·y")
    }

    @Test func `rows that come one by one keep their columns`() {
        let table = Table(["番号", "time", "x"], least: [6, 5])
        #expect(table.head == "番号    time   x")
        #expect(table.line(["12", "扉", "y"]) == "12      扉     y")
    }
}
