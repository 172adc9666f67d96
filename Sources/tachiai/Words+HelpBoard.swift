// SPDX-License-Identifier: Apache-2.0
import Access

/// What the commands about the board, its doors and its record are for.
extension Words {
    // MARK: The board now

    var aboutStatus: String {
        language("扉、読取装置、警報の様子を示します。", "Shows doors, readers and alarms.")
    }
    var aboutWho: String {
        language("在室者を示します。", "Shows who is inside.")
    }
    var aboutWatch: String {
        language(
            "扉・警報・在室者・記録を映し続けます。",
            "Shows doors, alarms, presence and the journal as they change."
        )
    }
    var discussWatch: String {
        language(
            "端末では画面を描き直し、ファイルやパイプには一行ずつ出します。Ctrl-C で終わります。",
            "On a terminal the page is drawn anew; files and pipes get lines. Ctrl-C ends it."
        )
    }
    var helpLines: String {
        language("端末でも一行ずつ出す", "lines on a terminal as well")
    }
    var aboutDoor: String {
        language("扉を扱います。", "Doors.")
    }
    var aboutDoorList: String {
        language("扉を一覧します。", "Lists the doors.")
    }
    var aboutDoorShow: String {
        language("扉を示します。", "Shows a door.")
    }
    var aboutHold: String {
        language("扉を時間を限って開けておきます。", "Holds a door open for a time.")
    }
    var discussHold: String {
        language(
            "見張る人（立会いのできる職員）と理由が要ります。60 分までで、その間は警報が立ち続けます。",
            "It needs a watcher (who may escort) and a reason; at most 60 minutes, and an alarm stands throughout."
        )
    }
    var aboutEndHold: String {
        language("開けておくのをやめます。", "Ends a hold-open before its time.")
    }
    var helpDoorID: String {
        language("扉の名前", "name of the door")
    }
    var helpMinutes: String {
        language("分（1～60）", "minutes (1 to 60)")
    }
    var helpWatcher: String {
        language("見張る人", "who watches the door")
    }
    var aboutAlarm: String {
        language("警報を扱います。", "Alarms.")
    }
    var aboutAlarmList: String {
        language("警報を一覧します。", "Lists the alarms that stand.")
    }
    var aboutAcknowledge: String {
        language("警報を確認します。", "Takes note of an alarm.")
    }
    func helpAlarm(_ alarms: [String]) -> String {
        language("警報：\(alarms.joined(separator: "、"))", "alarm: \(alarms.joined(separator: ", "))")
    }
    var helpAlarmDoor: String {
        language("どの扉のものか", "at which door")
    }
    var aboutLockdown: String {
        language("封鎖します（退室はいつでもできる）。", "Lock-downs; leaving stays free.")
    }
    var aboutLockdownStart: String {
        language("室を封鎖します。", "Locks rooms down.")
    }
    var discussLockdown: String {
        language(
            "室を書かなければすべての室。急ぐので確認はしません。再起動しても続きます。",
            "Without a room, all of them. Nothing is asked, since it is urgent; it survives a restart."
        )
    }
    var aboutLockdownEnd: String {
        language("封鎖を解きます。", "Ends lock-downs.")
    }
    var aboutLockdownList: String {
        language("封鎖を一覧します。", "Lists the lock-downs.")
    }
    var helpLockedRooms: String {
        language("封鎖する室（書かなければすべて）", "rooms (all, unless named)")
    }
    var helpUnlockedRooms: String {
        language("解く室（書かなければ封鎖中のすべて）", "rooms (all that are locked down, unless named)")
    }
    var helpAllow: String {
        language("入れる人（繰返し可）", "who may enter all the same (may be repeated)")
    }
    var aboutReader: String {
        language("直列線の読取装置を扱います。", "Readers on a serial line.")
    }
    var aboutPair: String {
        language("OSDP の読取装置に固有の鍵を渡します。", "Gives an OSDP reader a key of its own.")
    }
    var discussPair: String {
        language(
            "その間だけ鍵合わせを受け付け、結果が出るまで待ちます（--json では待ちません。結果は「tachiai journal --kind reader」に）。",
            "It is open for that time only, and what comes of it is waited for (not with --json: see 'tachiai journal --kind reader')."
        )
    }
    func paired(_ reader: String, record: Int64) -> String {
        language("\(reader)：鍵合わせ済み（記録 \(record)）", "\(reader): paired (record \(record))")
    }
    func notPaired(_ reader: String, _ why: String?) -> String {
        let cause = why.map { language("：\($0)", ": \($0)") } ?? ""
        return language(
            "\(reader) の鍵合わせができませんでした\(cause)",
            "\(reader) was not paired\(cause)"
        )
    }
    var helpReplaceKey: String {
        language("鍵のある読取装置の鍵を替える", "give a reader that has a key another one")
    }
    var aboutHandover: String {
        language("立会いを、中にいる別の職員に引き継ぎます。", "Passes visitors to another escort who is inside.")
    }
    var aboutLeave: String {
        language(
            "退室読取装置のない扉から出た人の退室を記録します。",
            "Notes that people have left by a door without an exit reader."
        )
    }
    var discussLeave: String {
        language(
            "退室ボタンではだれが出たか分からないため、見届けた人が理由とともに記録します。来訪者なら立会者もできます。",
            "The exit button cannot tell who left: whoever saw it says so, with the reason. A visitor's escort may."
        )
    }
    var helpRoomOf: String {
        language("来訪者のいる室", "room in which the visitors are")
    }
    var helpNewEscort: String {
        language("引き継ぐ人", "the new escort")
    }

    // MARK: The record

    var aboutJournal: String {
        language("記録を扱います。", "The journal.")
    }
    var aboutJournalList: String {
        language("記録を示します。", "Shows the journal.")
    }
    var aboutJournalShow: String {
        language("一件の記録をすべて示します。", "Shows everything that a record says.")
    }
    var aboutJournalVerify: String {
        language(
            "だれも記録を書き換えていないことを確かめます。書換えがあれば終了コードは 1。",
            "Proves that nobody has edited the journal; exit status 1 if somebody has."
        )
    }
    var helpRecord: String {
        language("記録の番号", "number of the record")
    }
    var helpFollow: String {
        language("新しい記録を待って示し続ける", "go on as the journal grows")
    }
    var helpDoor: String {
        language("この扉だけ", "this door only")
    }
    var helpPerson: String {
        language("この人だけ", "this person only")
    }
    func helpKind(_ kinds: [String]) -> String {
        language(
            "この種別だけ（繰返し可）：\(kinds.joined(separator: ", "))",
            "this kind only (may be repeated): \(kinds.joined(separator: ", "))"
        )
    }
    var helpFrom: String {
        language(
            "この日時から（「2026-04-10」「昨日 9:00」など）",
            "from this time on ('2026-04-10', 'yesterday 9:00')"
        )
    }
    var helpUntil: String {
        language("この日時まで（日付だけならその日も含む）", "until this time (a date includes its day)")
    }
    var helpLast: String {
        language("最後の何件か（1～1000）", "the last so many (1 to 1000)")
    }
    var aboutExplain: String {
        language(
            "なぜ拒まれたか、いつなら入れるかを説明します。",
            "Says why a badge was refused, or who could enter when."
        )
    }
    var discussExplain: String {
        language(
            """
            記録から：tachiai explain record 123
            仮に：tachiai explain 山本一郎 server-4f --at "来週月曜 19:30"
            扉が使うのと同じ判定で、根拠の事実と、結果の変わる最小の変更を示します。扉は開かず、尋ねたことは記録されます。
            """,
            """
            About a record: tachiai explain record 123
            Supposing: tachiai explain 100123 server-4f --at 'next monday 19:30'
            The same rule as at the door answers, with the facts it rests on and the smallest change that \
            would turn it. No door opens, and the question goes on record.
            """
        )
    }
    var helpExplained: String {
        language("番号・氏名・fp:… か「record」", "person, fp:… or 'record'")
    }
    var helpExplainedPlace: String {
        language("室か扉、又は記録の番号", "room or door, or the record's number")
    }
    var helpAttendedBy: String {
        language("来訪者に立ち会う人", "who would attend a visitor")
    }
    var helpAt: String {
        language("いつ（書かなければ今）", "when (now, unless said)")
    }
}
