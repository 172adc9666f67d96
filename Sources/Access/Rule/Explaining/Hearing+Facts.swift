// SPDX-License-Identifier: Apache-2.0

extension Hearing {
    /// What the answer rests on, in the order in which the rule looks at it.
    public var statements: [Explanation.Fact] {
        var told: [Explanation.Fact] = []
        func tell(_ key: String, _ english: String, _ japanese: String) {
            told.append(.init(key: key, english: english, japanese: japanese))
        }
        let local = facts.time.local
        let clock = "\(padded(local.second / 3600, 2)):\(padded(local.second / 60 % 60, 2))"
        tell(
            "time",
            "judged at \(local.date) (\(local.date.weekday.rawValue)) \(clock)"
                + (facts.time.isTrusted ? "" : ", by a clock in doubt"),
            "判定の時点：\(local.date)（\(local.date.weekday.japanese)）\(clock)"
                + (facts.time.isTrusted ? "" : "、時計は確かでない")
        )
        told += aboutRoom
        told += about(badge, as: "badge", "証")
        if let person { told += about(person) }
        if let escort {
            told += about(escort, as: "escort's badge", "立会者の証")
            if let person = self.person(escort) {
                told += about(person)
                let sorted = person.kinds.sorted { $0.rawValue < $1.rawValue }
                let kinds = sorted.map(\.rawValue).joined(separator: ", ")
                let named =
                    sorted.isEmpty ? "立会いのできる部署でない" : sorted.map(\.japanese).joined(separator: "、")
                tell(
                    "escort \(person.person.id)",
                    "department \(person.person.department?.text ?? "none") [\(kinds)], attends "
                        + "\(person.attends.count) visitors",
                    "所属 \(person.person.department?.text ?? "なし")（\(named)）、付添い中の来訪者 \(person.attends.count)人"
                )
            }
        }
        return told
    }

    private var aboutRoom: [Explanation.Fact] {
        guard let room = facts.room else {
            return [
                .init(key: "room", english: "the policy has no such room", japanese: "方針にない室")
            ]
        }
        var told = [
            Explanation.Fact(
                key: "room \(room.id)",
                english: "designation: \(room.designation.rawValue), authentication: "
                    + "\(room.authentication.rawValue), inside: \(facts.inside.count)"
                    + (room.capacity.map { " of \($0)" } ?? ""),
                japanese: "指定する者 \(room.designation.japanese)、認証 \(room.authentication.japanese)、"
                    + "在室 \(facts.inside.count)人" + (room.capacity.map { "（定員\($0)）" } ?? "")
            )
        ]
        if let allowed = facts.lockdown {
            let allowed = allowed.sorted().map(\.text)
            let names = allowed.joined(separator: ", ")
            let named = allowed.isEmpty ? "なし" : allowed.joined(separator: "、")
            told.append(
                .init(
                    key: "lockdown",
                    english: "the room is locked down but for: [\(names)]",
                    japanese: "封鎖中。立ち入れる者：\(named)"
                )
            )
        }
        if facts.holidays.contains(facts.time.local.date) {
            told.append(
                .init(key: "holiday", english: "the day is a holiday", japanese: "休日")
            )
        }
        return told
    }

    private func about(
        _ badge: BadgeDigest?,
        as name: String,
        _ japanese: String
    ) -> [Explanation.Fact] {
        guard let row = badge.flatMap({ facts.badges[$0] }) else {
            return [
                .init(
                    key: name,
                    english: "no such badge is on record",
                    japanese: "\(japanese)：登録なし"
                )
            ]
        }
        let technology = row.technology.map { ", read as \($0.rawValue)" } ?? ""
        let read = row.technology.map { "、読取りの方式 \($0.japanese)" } ?? ""
        let assurance = row.assurance ?? .identifier
        return [
            .init(
                key: name,
                english: "of \(row.person), \(row.status.rawValue)\(technology), "
                    + "its reading must prove: \(assurance.rawValue)",
                japanese: "\(japanese)：\(row.person) のもの、\(row.status.japanese)\(read)、"
                    + "読取りに求める確かさ \(assurance.japanese)"
            )
        ]
    }

    private func about(_ person: PersonFacts) -> [Explanation.Fact] {
        let id = person.person.id
        let isActive = facts.isActive(person)
        var told: [Explanation.Fact] = [
            .init(
                key: "person \(id)",
                english: (isActive ? "active" : "not active at that time")
                    + ", department \(person.person.department?.text ?? "none")"
                    + (person.presence.map { ", recorded in room \($0.room)" } ?? ""),
                japanese: (isActive ? "在籍中" : "在籍していないか、停止中")
                    + "、所属 \(person.person.department?.text ?? "なし")"
                    + (person.presence.map { "、\($0.room)に在室" } ?? "")
            ),
            .init(
                key: "pin \(id)",
                english: person.pin.exists ? person.pin.isLocked ? "locked" : "on record" : "none",
                japanese: person.pin.exists ? person.pin.isLocked ? "ロック中" : "登録あり" : "登録なし"
            ),
        ]
        for appointment in facts.appointments[id] ?? [] where appointment.isHeld(at: facts.time.now)
        {
            told.append(
                .init(
                    key: "office \(id)",
                    english: appointment.office.rawValue,
                    japanese: "職：\(appointment.office.japanese)"
                )
            )
        }
        told += person.designations.flatMap(about)
        told += person.visits.map(about)
        if person.designations.isEmpty, person.visits.isEmpty {
            told.append(
                .init(
                    key: "rights \(id)",
                    english: "neither a designation nor an approval for this room",
                    japanese: "この室の指定も立入承認もない"
                )
            )
        }
        return told
    }

    private func about(_ row: Designation) -> [Explanation.Fact] {
        guard let room = facts.room else { return [] }
        let isComplete = facts.isComplete(row, for: room)
        let period = "\(row.validity.from?.written ?? "") – \(row.validity.until?.written ?? "")"
        let hours = row.hours.map { " \($0.from)-\($0.until)" } ?? ""
        let told = Explanation.Fact(
            key: "designation \(row.id)",
            english: (isComplete ? "complete" : "incomplete") + ", \(period)\(hours)",
            japanese: (isComplete ? "署名がそろっている" : "署名がそろっていない") + "、\(period)\(hours)"
        )
        return [told]
            + row.signatures.map { signature in
                let counts = [room, facts.outer].compactMap { $0 }.reduce(
                    into: Set<SignatureCount>()
                ) {
                    $0.formUnion(
                        SignatureCount.of(
                            signature,
                            for: $1,
                            appointments: facts.appointments[signature.by] ?? []
                        )
                    )
                }
                let isOfficer = counts.contains(.informationOfficer)
                let isHead = counts.contains(.sectionHead)
                return Explanation.Fact(
                    key: "signature \(row.id) \(signature.by)",
                    english: "on \(signature.on.date), counts as: "
                        + (isOfficer
                            ? isHead ? "officer and head" : "information officer"
                            : isHead ? "section head" : "nothing"),
                    japanese: "\(signature.on.date)、数え方："
                        + (isOfficer
                            ? isHead ? "情報責任者かつ課等の長" : "情報責任者"
                            : isHead ? "課等の長" : "数えない")
                )
            }
    }

    private func about(_ found: VisitFacts) -> Explanation.Fact {
        let visit = found.visit
        let period =
            "\(visit.validity.from?.written ?? "") – \(visit.validity.until?.written ?? "")"
        let limit = visit.entries.map { "\($0)" } ?? "unlimited"
        let state = state(of: found)
        return .init(
            key: "approval \(visit.id)",
            english: "\(state.0), \(period), \(found.used) of \(limit) entries used, approved by "
                + visit.by.text,
            japanese: "\(state.1)、\(period)、\(limit)回のうち\(found.used)回使用、承認者 \(visit.by)"
        )
    }

    /// The states that lists of visits show.
    private func state(of found: VisitFacts) -> (String, String) {
        let now = facts.time.now
        if found.isWithdrawn { return ("withdrawn", "取消し") }
        if found.isClosed { return ("closed", "終了") }
        if let until = found.visit.validity.until?.instant, until <= now {
            return ("ended", "期間終了")
        }
        if found.isUsedUp { return ("used up", "回数終了") }
        if let from = found.visit.validity.from?.instant, now < from {
            return ("approved", "承認済み")
        }
        return ("current", "有効")
    }
}
