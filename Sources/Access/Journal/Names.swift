// SPDX-License-Identifier: Apache-2.0

extension Alarm {
    /// What people at the city call it.
    public var japanese: String { names.japanese }
    /// The same in English.
    public var english: String { names.english }

    private var names: (japanese: String, english: String) {
        switch self {
        case .doorForced: ("扉のこじ開け", "door forced")
        case .doorHeldOpen: ("扉の開放超過", "door held open")
        case .lockFault: ("錠の故障", "lock fault")
        case .visitorUnattended: ("来訪者に立会者なし", "visitor unattended")
        case .overstay: ("来訪者の滞在超過", "overstay")
        case .duress: ("脅迫", "duress")
        case .pinLocked: ("暗証番号のロック", "PIN locked")
        case .readerLost: ("読取装置の切断", "reader lost")
        case .tamper: ("装置への不正操作", "tamper")
        case .fire: ("火災", "fire")
        case .emergency: ("非常事態", "emergency")
        case .lockdown: ("封鎖", "lockdown")
        case .holdOpen: ("扉の開放保持", "hold-open")
        case .clockUntrusted: ("時計の不確かさ", "clock not to be believed")
        case .journalUnavailable: ("記録不能", "journal unavailable")
        case .diskNearlyFull: ("記憶装置の残量不足", "disk nearly full")
        case .power: ("電源", "power")
        }
    }
}

extension RecordKind {
    /// What people at the city call it.
    public var japanese: String { names.japanese }
    /// The same in English.
    public var english: String { names.english }

    private var names: (japanese: String, english: String) {
        switch self {
        case .entry: ("入室許可", "entry")
        case .entered: ("入室", "entered")
        case .notEntered: ("入室せず", "not entered")
        case .exit: ("退室", "exit")
        case .denied: ("拒否", "denied")
        case .escortSession: ("立会手続", "escort session")
        case .handover: ("立会い引継ぎ", "handover")
        case .door: ("扉", "door")
        case .alarm: ("警報", "alarm")
        case .acknowledged: ("警報確認", "acknowledged")
        case .order: ("指示", "order")
        case .clock: ("時計", "clock")
        case .reader: ("読取装置", "reader")
        case .system: ("システム", "system")
        case .head: ("記録の先端", "head")
        }
    }
}

extension Remark {
    /// What people at the city call it.
    public var japanese: String { names.japanese }
    /// The same in English.
    public var english: String { names.english }

    private var names: (japanese: String, english: String) {
        switch self {
        case .officerExOfficio: ("情報責任者の職による", "information officer by office")
        case .approverEscorts: ("承認者が立会い", "the approver escorts")
        case .alreadyInside: ("在室のまま再入室", "recorded inside already")
        case .acting: ("代決", "acting officer")
        case .clockUntrusted: ("時計は確かでない", "clock not to be believed")
        case .randomBadge: ("毎回変わる番号の証", "number made for this time only")
        case .emulatedBadge: ("携帯電話などによる証", "card played by another device")
        case .disprovedBadge: ("本物と確かめられない証", "card failed to prove itself")
        case .otherTechnology: ("登録と違う方式の証", "read as another technology")
        case .authenticatedBadge: ("本物と確かめた証", "card proved itself")
        case .notAuthenticated: ("鍵のある証が確かめられていない", "card with a key was not proved")
        case .noItemApproval: ("承認のない搬出", "carried out without approval")
        }
    }
}
