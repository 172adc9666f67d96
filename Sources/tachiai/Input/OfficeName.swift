// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// An office as somebody names it: by the policy document's word, a short one, or in Japanese.
enum OfficeName: String, CaseIterable, ExpressibleByArgument {
    case informationOfficer = "information-officer"
    case actingInformationOfficer = "acting-information-officer"
    case sectionHead = "section-head"
    case auditor
    case `operator`
    case installer
    case metrics

    init?(argument: String) {
        let found = Self.allCases.first { office in
            ([office.rawValue, office.japanese] + office.short).contains(argument.lowercased())
        }
        guard let found else { return nil }
        self = found
    }

    var japanese: String {
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

    private var short: [String] {
        switch self {
        case .informationOfficer: ["officer"]
        case .actingInformationOfficer: ["acting", "代理", "代決"]
        case .sectionHead: ["head", "課長"]
        case .auditor: ["監査人", "監査委員"]
        case .operator: ["モニター室"]
        case .installer, .metrics: []
        }
    }
}
