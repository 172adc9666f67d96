// SPDX-License-Identifier: Apache-2.0

extension PolicyRow {
    /// A badge as a difference shows it: by its fingerprint, or masked (L10).
    static func text(_ badge: Badge) -> String {
        let name =
            switch badge.token {
            case .number: "••••"
            case .fingerprint(let fingerprint): fingerprint.description
            }
        let more = [
            badge.technology?.rawValue, badge.systemCode.map(Badge.text(ofSystemCode:)),
            badge.assurance?.rawValue,
            badge.label,
        ]
        return ([name, badge.kind.rawValue, badge.status.rawValue] + more.compactMap { $0 })
            .joined(separator: " ")
    }

    /// A PIN as a difference shows it: by its fingerprint, or masked (L10).
    static func text(_ pin: PINToken) -> String {
        switch pin {
        case .digits: "••••"
        case .fingerprint(let fingerprint): fingerprint.description
        }
    }
}
