// SPDX-License-Identifier: Apache-2.0
internal import Access

extension PolicyFault {
    static func unknownBadge(at path: String) -> Self {
        Self(
            path: path,
            english: "no badge with this fingerprint is on record; write the badge's number",
            japanese: "この照合符号の証は登録されていません。証の番号を書いてください。"
        )
    }

    static func unknownPIN(of person: PersonID, at path: String) -> Self {
        Self(
            path: path,
            english:
                "no PIN with this fingerprint is on record for \(person); write the PIN's digits",
            japanese: "\(person) に、この照合符号の暗証番号は登録されていません。暗証番号を書いてください。"
        )
    }
}
