// SPDX-License-Identifier: Apache-2.0

/// A parameter of a room that bears on safety: its value, its default, and the article that it rests on (R29).
public struct RoomParameter: Sendable, Hashable {
    /// The key in the policy document; of what is fixed, the key of rule.md A.4.
    public let key: String
    /// What the room says.
    public let value: String
    /// What it says by default; `nil`: it must be said.
    public let usual: String?
    /// The article of the regulation that it rests on.
    public let article: String
    /// What it decides, in Japanese.
    public let japanese: String
    /// What it decides, in English.
    public let english: String
    /// Whether no policy can change it.
    public let isFixed: Bool

    /// Whether the room deviates from the default.
    public var deviates: Bool { usual.map { $0 != value } ?? false }

    /// All parameters of a room, in the order of the document, the fixed ones last.
    public static func all(of room: Room) -> [RoomParameter] {
        let usual = Room(
            id: room.id,
            name: room.name,
            site: room.site,
            authentication: room.authentication
        )
        return rows.map { row in
            RoomParameter(
                key: row.key,
                value: row.value(room),
                usual: row.hasDefault ? row.value(usual) : nil,
                article: row.article,
                japanese: row.japanese,
                english: row.english,
                isFixed: false
            )
        } + fixed
    }

    private struct Row: Sendable {
        let key: String
        let article: String
        let japanese: String
        let english: String
        var hasDefault = true
        let value: @Sendable (Room) -> String
    }

    private static func list(_ words: [String]) -> String {
        "[" + words.joined(separator: ", ") + "]"
    }

    private static let rows = who + visits + door

    /// Who enters in their own right.
    private static let who: [Row] = [
        Row(
            key: "designation",
            article: "28(3)",
            japanese: "誰の指定があれば立ち入れるか",
            english: "whose signatures make a designation"
        ) { $0.designation.rawValue },
        Row(
            key: "competentSections",
            article: "6(2), 28(3)",
            japanese: "長の指定がこの室で有効な課等",
            english: "the sections whose head counts for this room",
            hasDefault: false
        ) { list($0.competentSections.map(\.text)) },
        Row(
            key: "officerExOfficio",
            article: "28(3), 5(4)",
            japanese: "情報責任者は職により立ち入れるか",
            english: "whether the information officer is admitted by office"
        ) { "\($0.officerExOfficio)" },
        Row(
            key: "withinGrants",
            article: "28(3)",
            japanese: "外側の室の指定でこの室にも立ち入れるか",
            english: "whether a designation for the room around this one counts here"
        ) { "\($0.withinGrants)" },
        Row(
            key: "reviewMonths",
            article: "20(1)",
            japanese: "指定を見直すまでの月数",
            english: "after how many months a designation is to be confirmed"
        ) { "\($0.reviewMonths)" },
    ]

    /// Who enters in attendance.
    private static let visits: [Row] = [
        Row(
            key: "escorts",
            article: "28(3)",
            japanese: "立会いのできる部署",
            english: "whose staff may escort"
        ) { list($0.escorts.map(\.rawValue).sorted()) },
        Row(
            key: "escortMustBeDesignated",
            article: "28(3)",
            japanese: "立会者自身にもこの室の指定が要るか",
            english: "whether an escort must be designated as well"
        ) { "\($0.escortMustBeDesignated)" },
        Row(
            key: "escortAuthentication",
            article: "28(3)",
            japanese: "立会者が示すもの",
            english: "what an escort must show"
        ) { $0.escortAuthentication.rawValue },
        Row(
            key: "visitorsPerEscort",
            article: "28(3)",
            japanese: "一人の立会者が付き添える人数",
            english: "the most visitors of one escort"
        ) { "\($0.visitorsPerEscort)" },
        Row(
            key: "approverMayEscort",
            article: "28(3)",
            japanese: "承認した者が立ち会えるか",
            english: "whether who approved a visit may escort it"
        ) { "\($0.approverMayEscort)" },
        Row(
            key: "approvalScope",
            article: "28(3)",
            japanese: "一つの立入承認の長さ",
            english: "for how long one approval may stand"
        ) { $0.approvalScope.rawValue },
        Row(
            key: "unattendedGap",
            article: "28(3)",
            japanese: "立会者が離れてから警報までの秒数",
            english: "seconds without the escort before the alarm"
        ) { "\($0.unattendedGap)" },
    ]

    /// What is asked at the door.
    private static let door: [Row] = [
        Row(
            key: "authentication",
            article: "28(3), 5(4)",
            japanese: "立ち入る者が示すもの",
            english: "what a person must show",
            hasDefault: false
        ) { $0.authentication.rawValue },
        Row(
            key: "badgeAloneFrom",
            article: "28(3), 5(4)",
            japanese: "証だけで足りる読取りの確かさ",
            english: "what a reading must prove for the badge alone to do"
        ) { $0.badgeAloneFrom.rawValue },
        Row(
            key: "pinAttempts",
            article: "28(3)",
            japanese: "暗証番号をロックする連続誤りの回数",
            english: "wrong PINs in a row that lock one"
        ) { "\($0.pinAttempts)" },
        Row(
            key: "antiPassback",
            article: "28(3)",
            japanese: "入室中の証が外でかざされたときの扱い",
            english: "what becomes of a badge recorded inside and presented outside"
        ) { $0.antiPassback.rawValue },
        Row(
            key: "capacity",
            article: "28(3)",
            japanese: "定員",
            english: "the most people inside"
        ) { $0.capacity.map(String.init) ?? "unlimited" },
        Row(
            key: "within",
            article: "28(1)(2)",
            japanese: "外側の室",
            english: "the room through which it is reached"
        ) { $0.within?.text ?? "none" },
        Row(
            key: "onlyThroughWithin",
            article: "28(3)",
            japanese: "外側の室に入室中の者だけが立ち入れるか",
            english: "whether only those enter who are recorded in the room around it"
        ) { "\($0.onlyThroughWithin)" },
        Row(
            key: "onUntrustedClock",
            article: "28(3)",
            japanese: "時計が確かでないときに拒むもの",
            english: "what is refused while the clock is in doubt"
        ) { $0.onUntrustedClock.rawValue },
    ]

    private static let fixed: [RoomParameter] = [
        fixed(
            "onLogFailure",
            "deny",
            "28(3), 14",
            "記録できないときは誰も立ち入らせない",
            "nobody enters who cannot be recorded"
        ),
        fixed(
            "emergencyEntry",
            "mechanical-key",
            "28(3)",
            "緊急の立入りは鍵による。扉のこじ開けとして記録される",
            "an emergency entry is by key, and recorded as a forced door"
        ),
        fixed(
            "undesignatedStaff",
            "escorted",
            "28(3)",
            "指定のない職員は来訪者と同じく立会いを要する",
            "staff without a designation are attended like visitors"
        ),
    ]

    private static func fixed(
        _ key: String,
        _ value: String,
        _ article: String,
        _ japanese: String,
        _ english: String
    ) -> RoomParameter {
        RoomParameter(
            key: key,
            value: value,
            usual: value,
            article: article,
            japanese: japanese,
            english: english,
            isFixed: true
        )
    }
}
