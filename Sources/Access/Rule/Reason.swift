// SPDX-License-Identifier: Apache-2.0

/// Why an entry was refused.
///
/// The order of the cases is the order of precedence (DESIGN §7).
///
/// The raw values are stable: they stand in the journal and in the API.
public enum Reason: String, Sendable, CaseIterable {
    case journalUnavailable = "journal-unavailable"
    case staleRead = "stale-read"
    case busy
    case doorOutOfService = "door-out-of-service"
    case unknownBadge = "unknown-badge"
    case badgeLost = "badge-lost"
    case badgeSuspended = "badge-suspended"
    case badgeReturned = "badge-returned"
    case personInactive = "person-inactive"
    case lockdown
    case clockUntrusted = "clock-untrusted"
    case notDesignated = "not-designated"
    case designationIncomplete = "designation-incomplete"
    case outsideValidity = "outside-validity"
    case noApproval = "no-approval"
    case approvalOutsideWindow = "approval-outside-window"
    case approvalUsedUp = "approval-used-up"
    case approvalWithdrawn = "approval-withdrawn"
    case visitUnattended = "visit-unattended"
    case outsideHours = "outside-hours"
    case escortNotEligible = "escort-not-eligible"
    case escortNotDesignated = "escort-not-designated"
    case escortLimit = "escort-limit"
    case escortTimeout = "escort-timeout"
    case cancelled
    case alreadyInside = "already-inside"
    case outerRoomMissing = "outer-room-missing"
    case roomFull = "room-full"
    case pinLocked = "pin-locked"
    case wrongPIN = "wrong-pin"
}

extension Reason: Comparable {
    /// Orders by precedence: the lesser reason is the one answered.
    public static func < (left: Self, right: Self) -> Bool { left.precedence < right.precedence }

    private var precedence: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}

extension Reason {
    /// The article of the regulation, or the law of the design, on which the refusal rests.
    public var article: String { sentences.article }
    /// What people at the city read.
    public var japanese: String { sentences.japanese }
    /// The same in English.
    public var english: String { sentences.english }

    private var sentences: (article: String, japanese: String, english: String) {
        switch self {
        case .journalUnavailable:
            ("14", "記録できないため、入室できません。", "The entry could not be recorded.")
        case .staleRead:
            (
                "L3", "読取りから時間が経ちすぎました。もう一度かざしてください。",
                "The read was too old; present the badge again."
            )
        case .busy:
            ("28(3)", "先の手続が終わるまでお待ちください。", "Another entry at this door is not finished.")
        case .doorOutOfService:
            ("L5", "この扉は使用できません。情報担当部署へ連絡してください。", "The door is out of service.")
        case .unknownBadge:
            ("28(3)", "登録されていない証です。", "The badge is not known.")
        case .badgeLost:
            ("22", "紛失届の出ている証です。", "The badge was reported lost.")
        case .badgeSuspended:
            ("28(3)", "停止中の証です。", "The badge is suspended.")
        case .badgeReturned:
            ("28(3)", "返却済みの証です。", "The badge was returned.")
        case .personInactive:
            (
                "13(2)", "在籍期間外、又は停止中の者です。",
                "The person is suspended, has left, or has not yet arrived."
            )
        case .lockdown:
            ("5(2)", "封鎖中です。", "The room is locked down.")
        case .clockUntrusted:
            (
                "28(3)", "時計が確かでないため、立入承認を確認できません。",
                "The clock is not to be believed, so no visit can be judged."
            )
        case .notDesignated:
            ("28(3)", "この室の指定を受けていません。", "No designation for this room.")
        case .designationIncomplete:
            ("28(3)", "指定に必要な署名がそろっていません。", "The designation lacks a signature that counts.")
        case .outsideValidity:
            ("28(3)", "指定の期間外です。", "The designation does not hold today.")
        case .noApproval:
            ("28(3)", "この室の立入承認がありません。", "No visit approval for this room.")
        case .approvalOutsideWindow:
            ("28(3)", "立入承認の時間外です。", "The visit approval does not hold now.")
        case .approvalUsedUp:
            ("28(3)", "立入承認の回数を使い切っています。", "The visit approval has been used up.")
        case .approvalWithdrawn:
            ("28(3)", "立入承認は取り消されています。", "The visit approval was withdrawn.")
        case .visitUnattended:
            (
                "28(3)", "立会者のいない来訪者がいるため、この承認では入室できません。",
                "A visitor on this approval is inside without an escort."
            )
        case .outsideHours:
            ("28(3)", "指定の時間帯の外です。", "The designation does not hold at this hour.")
        case .escortNotEligible:
            ("28(3)", "立会いのできる職員ではありません。", "This person may not escort this visit.")
        case .escortNotDesignated:
            ("28(3)", "立会者がこの室の指定を受けていません。", "The escort is not designated for this room.")
        case .escortLimit:
            ("28(3)", "一人の立会者が付き添える人数を超えています。", "More visitors than one escort may attend.")
        case .escortTimeout:
            ("28(3)", "時間切れです。最初からやり直してください。", "The next step did not follow in time.")
        case .cancelled:
            ("28(3)", "取り消されました。", "The entry was cancelled.")
        case .alreadyInside:
            ("28(3)", "既に入室中と記録されています。", "The person is recorded as inside.")
        case .outerRoomMissing:
            (
                "28(3)", "この室へは外側の室を通って入ります。そこでの入室の記録がありません。",
                "The room is reached through another one, where the person is not recorded."
            )
        case .roomFull:
            ("28(3)", "定員に達しています。", "The room is full.")
        case .pinLocked:
            ("28(3)", "暗証番号がロックされています。", "The PIN is locked.")
        case .wrongPIN:
            ("28(3)", "暗証番号が違うか、登録されていません。", "The PIN is wrong, or none is on record.")
        }
    }
}
