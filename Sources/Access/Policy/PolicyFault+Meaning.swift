// SPDX-License-Identifier: Apache-2.0

extension PolicyFault {
    static func cyclic(_ room: RoomID, at path: String) -> Self {
        Self(
            path: path,
            english:
                "\"\(room)\" would lie within itself; follow \"within\" outwards and break the circle",
            japanese: "「\(room)」が自分自身の中にあることになります。within の輪を断ってください。"
        )
    }

    static func nobodyCompetent(_ room: Room, at path: String) -> Self {
        Self(
            path: path,
            english:
                "no section is competent for \"\(room.id)\", so nobody can be designated for it",
            japanese: "「\(room.id)」に所管課がないため、誰も指定できません。",
            isWarning: true
        )
    }

    static func signatureDoesNotCount(_ signature: Signature, at path: String) -> Self {
        Self(
            path: path,
            english:
                "the signature of \"\(signature.by)\" does not count: on \(signature.on.date) this "
                + "person held no office whose signature these rooms ask for",
            japanese: "「\(signature.by)」の署名は数えられません。\(signature.on.date)に、これらの室が求める職に"
                + "就いていませんでした。",
            isWarning: true,
            topic: .office
        )
    }

    static func signedTwice(_ signature: Signature, at path: String) -> Self {
        Self(
            path: path,
            english: "\"\(signature.by)\" has signed already; two signatures come from two persons",
            japanese: "「\(signature.by)」は既に署名しています。二つの署名は二人によるものです。",
            isWarning: true
        )
    }

    static func approvesOneself(_ person: PersonID, at path: String) -> Self {
        Self(
            path: path,
            english: "\"\(person)\" approves this visit and can't be its visitor",
            japanese: "「\(person)」は承認者であり、その来訪者にはなれません。"
        )
    }

    static func incompleteVisitor(_ person: PersonID, _ missing: [String], at path: String) -> Self
    {
        Self(
            path: path,
            english:
                "\"\(person)\" has no department and lacks \(missing.joined(separator: ", ")); "
                + "an outsider's record must be complete before a visit is approved (R24)",
            japanese: "「\(person)」は外部の者ですが、\(missing.joined(separator: "、"))がありません。"
                + "承認の前に記入してください（26条3項）。"
        )
    }

    static func noOffice(_ person: PersonID, on day: CivilDate, at path: String) -> Self {
        Self(
            path: path,
            english:
                "\"\(person)\" was neither information officer nor acting for the office on \(day); "
                + "nobody else approves visits",
            japanese: "「\(person)」は\(day)に情報責任者でもその代決者でもありません。他の者は承認できません。",
            topic: .office
        )
    }

    static func standsTooLong(at path: String) -> Self {
        Self(
            path: path,
            english: "an approval without a limit of entries holds for at most "
                + "\(PolicyLimits.standingDays) days; name a number of entries or an earlier end",
            japanese: "回数に限りのない承認は\(PolicyLimits.standingDays)日までです。回数を定めるか、終わりを早めてください。"
        )
    }

    static func approvedForTooLong(_ room: Room, at path: String) -> Self {
        let days = room.approvalScope.days
        let scope = room.approvalScope.rawValue
        return Self(
            path: path,
            english: "an approval for \"\(room.id)\" holds for at most \(days) days "
                + "(approvalScope: \(scope)); expected an earlier end",
            japanese: "「\(room.id)」の立入承認は\(days)日までです（approvalScope: \(scope)）。終わりを早めてください。",
            isWarning: true
        )
    }

    static func reviewMonths(_ months: Int, at path: String) -> Self {
        Self(
            path: path,
            english: "\(months) months are not taken; expected 6 or 12",
            japanese: "\(months)か月は使えません。6か12にしてください。"
        )
    }

    static func systemCodeWithoutFeliCa(at path: String) -> Self {
        Self(
            path: path,
            english: "only a FeliCa badge has a system code; say \"technology: felica\" as well",
            japanese: "システムコードは FeliCa の証だけにあります。technology: felica も書いてください。"
        )
    }

    static func passingBadge(at path: String) -> Self {
        Self(
            path: path,
            english: "this number is random or played by another device, and is no badge; give "
                + "the person a card of the city's own",
            japanese: "この番号は読むたびに変わるか、カードを模した機器のもので、証にはなりません。市の証を用いてください。"
        )
    }

    static func unfitPIN(at path: String) -> Self {
        Self(
            path: path,
            english: "a PIN has \(PolicyLimits.pinDigits.lowerBound) to "
                + "\(PolicyLimits.pinDigits.upperBound) digits and nothing else",
            japanese: "暗証番号は\(PolicyLimits.pinDigits.lowerBound)桁から"
                + "\(PolicyLimits.pinDigits.upperBound)桁の数字です。"
        )
    }

    /// A duress PIN that is the PIN itself.
    public static func samePIN(at path: String) -> Self {
        Self(
            path: path,
            english: "the duress PIN is the same as the PIN; it must differ",
            japanese: "脅迫時の暗証番号が通常のものと同じです。別のものにしてください。"
        )
    }
}
