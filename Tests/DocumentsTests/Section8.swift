// SPDX-License-Identifier: Apache-2.0

/// The example of DESIGN §8, verbatim, with the rows that it names and leaves out at the end of their sections.
let section8 = """
    rooms:
      - id: server-4f
        name: サーバ室
        site: main                       # main | branch | any id
        designation: both                # both (default) | either | section-head   (rule.md, A.4)
        competentSections: [zeimu]       # sections whose head counts for this room; empty: nobody can be designated
        escorts: [information-department]   # plus branch-office where the policy says so
        escortMustBeDesignated: true
        authentication: badge+pin        # badge | badge+pin : no default, must be said
        visitorsPerEscort: 3
        antiPassback: soft               # off | soft | hard
        capacity: 8                      # optional
        within: monitor-4f               # optional: the room through which it is reached
        # with their defaults: pinAttempts: 5, officerExOfficio: true, approverMayEscort: true, unattendedGap: 0 (seconds), onUntrustedClock: refuse-visits | refuse-all | trust
      - {id: monitor-4f, name: モニター室, site: main, competentSections: [zeimu], authentication: badge}
    departments:
      - {id: joho, name: 企画広報課, kinds: [information-department]}     # information-department | branch-office
      - {id: zeimu, name: 税務課}
    people:
      - {id: "100123", name: 山本 一郎, kana: ヤマモト イチロウ, department: joho, from: 2026-04-01, until: 2027-03-31, badges: ["012E3D4C5B6A7988"], pin: "482137", duressPin: "482138"}
      - {id: V-001, name: 田中 太郎, company: 四国システム, identityChecked: 運転免許証, briefed: 2026-04-01, contract: 保守契約2026-12, responsible: joho, badges: [{number: "0000000000000001", kind: visitor, status: active}]}
      - {id: "100001", name: 岡村 正樹, department: joho}
      - {id: "100002", name: 浜田 恵子, department: joho}
      - {id: "200001", name: 西村 良子, department: zeimu}
    appointments:
      - {office: information-officer, person: "100001", from: 2026-04-01}
      - {office: acting-information-officer, person: "100002", from: 2026-08-10, until: 2026-08-16, basis: 事務決裁規程第5条}
      - {office: section-head, department: zeimu, person: "200001", from: 2026-04-01}   # also: auditor, operator, installer
    holidays: [2026-04-29]               # days on which `hours` admit nobody
    designations:
      - id: D-2026-001
        person: "100123"
        rooms: [server-4f]
        from: 2026-04-01
        until: 2027-03-31                # default: the end of the fiscal year
        hours: {days: [mon, tue, wed, thu, fri], from: "08:00", until: "19:00"}   # optional
        reason: サーバ運用
        signatures: [{by: "100001", on: 2026-04-01}, {by: "200001", on: 2026-04-01}]
    visits:
      - id: A-2026-014
        visitors: [V-001]
        rooms: [server-4f]
        by: "100001"                     # the officer, or the acting officer, on that day
        on: 2026-04-08
        necessity: 保守契約に基づくディスク交換
        from: 2026-04-10T09:00:00+09:00
        until: 2026-04-10T12:00:00+09:00
        entries: 1                       # 1 (default) | a number | unlimited
        escorts: ["100123"]              # optional: only these
    """

/// The example with one piece of text put in place of another, which must be there.
func section8(_ changes: [(String, String)]) -> String {
    changes.reduce(section8) { text, change in
        precondition(text.contains(change.0), "the example has no \(change.0)")
        return text.replacing(change.0, with: change.1)
    }
}
