// SPDX-License-Identifier: Apache-2.0

extension Office {
    /// What people at the city call it.
    public var japanese: String {
        switch self {
        case .informationOfficer: "情報責任者"
        case .actingInformationOfficer: "情報責任者代理"
        case .sectionHead: "課等の長"
        case .auditor: "監査"
        case .operator: "監視員"
        case .installer: "施工者"
        case .metrics: "計測"
        }
    }

    /// The same in English.
    public var english: String { rawValue.replacing("-", with: " ") }
}

extension DepartmentKind {
    /// What people at the city call it.
    public var japanese: String {
        switch self {
        case .informationDepartment: "情報担当部署"
        case .branchOffice: "支所"
        }
    }
}

extension Badge.Status {
    /// What people at the city call it.
    public var japanese: String {
        switch self {
        case .active: "使用中"
        case .suspended: "停止中"
        case .lost: "紛失"
        case .returned: "返却済み"
        }
    }
}

extension Badge.Technology {
    /// What people at the city call it.
    public var japanese: String {
        switch self {
        case .number: "番号"
        case .feliCa: "FeliCa"
        case .typeA: "Type A"
        }
    }
}

extension Assurance {
    /// What people at the city call it.
    public var japanese: String {
        switch self {
        case .identifier: "番号だけ"
        case .authenticated: "鍵の証明"
        }
    }
}

extension DesignationRule {
    /// What people at the city call it.
    public var japanese: String {
        switch self {
        case .both: "情報責任者と課等の長"
        case .either: "情報責任者又は課等の長"
        case .sectionHead: "課等の長"
        }
    }
}

extension Authentication {
    /// What people at the city call it.
    public var japanese: String {
        switch self {
        case .badge: "証"
        case .badgeAndPIN: "証と暗証番号"
        }
    }
}

extension Weekday {
    /// What people at the city call it, in one character.
    public var japanese: String {
        switch self {
        case .mon: "月"
        case .tue: "火"
        case .wed: "水"
        case .thu: "木"
        case .fri: "金"
        case .sat: "土"
        case .sun: "日"
        }
    }
}
