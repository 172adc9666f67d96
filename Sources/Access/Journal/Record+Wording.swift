// SPDX-License-Identifier: Apache-2.0

extension RecordKind {
    /// What people at the city read.
    public var japanese: String { sentences.japanese }
    /// The same in English.
    public var english: String { sentences.english }

    private var sentences: (japanese: String, english: String) {
        switch self {
        case .entry: ("入室を許可した。", "An entry was granted.")
        case .entered: ("入室した。", "Somebody entered.")
        case .notEntered: ("許可したが、扉は開かなかった。", "The door did not open on a grant.")
        case .exit: ("退室した。", "Somebody left.")
        case .denied: ("入室を拒んだ。", "An entry was refused.")
        case .escortSession: ("立会いによる入室の手続が進んだ。", "An escorted entry went a step on.")
        case .handover: ("立会いを引き継いだ。", "Visitors passed to another escort.")
        case .door: ("扉の状態が変わった。", "A door changed its state.")
        case .alarm: ("警報が始まり、又は終わった。", "An alarm began or ended.")
        case .acknowledged: ("警報を確認した。", "An alarm was acknowledged.")
        case .order: ("命令があった。", "An order was given.")
        case .clock: ("時計が変わった。", "The wall clock changed.")
        case .reader: ("読取装置の状態が変わった。", "A reader changed its state.")
        case .system: ("制御装置が始まり、又は終わった。", "The service started or stopped.")
        case .head: ("記録の先端を外に控えた。", "The journal's head was kept elsewhere.")
        }
    }
}

extension Alarm {
    /// What people at the city read.
    public var japanese: String { sentences.japanese }
    /// The same in English.
    public var english: String { sentences.english }

    private var sentences: (japanese: String, english: String) {
        switch self {
        case .doorForced: ("許可なく扉が開いた。", "A door was opened without a right.")
        case .doorHeldOpen: ("扉が開いたままである。", "A door stands open too long.")
        case .lockFault: ("錠が応答しない。", "A lock does not do what it is told.")
        case .visitorUnattended:
            ("来訪者に立会者がいない。", "A visitor is inside without an escort.")
        case .overstay:
            ("立入承認の時間を過ぎた来訪者がいる。", "A visitor is inside after the end of the approval.")
        case .duress: ("脅迫の暗証番号が使われた。", "A duress PIN was used.")
        case .pinLocked: ("暗証番号がロックされた。", "A PIN is locked after wrong attempts.")
        case .readerLost: ("読取装置が応答しない。", "A reader is gone or does not answer.")
        case .tamper: ("機器に手が加えられたおそれがある。", "Equipment may have been tampered with.")
        case .fire: ("火災信号を受けている。", "The fire signal is on.")
        case .emergency: ("緊急事態である。", "An emergency was declared.")
        case .lockdown: ("室を封鎖している。", "A room is locked down.")
        case .holdOpen: ("命令により扉を開放している。", "A door is held open by order.")
        case .clockUntrusted: ("時計が確かでない。", "The wall clock is not to be believed.")
        case .journalUnavailable: ("記録できない。", "The journal takes no records.")
        case .diskNearlyFull: ("記憶装置の空きが少ない。", "The disk is nearly full.")
        case .power: ("電源に異常がある。", "The power supply is at fault.")
        }
    }
}
