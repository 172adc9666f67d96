// SPDX-License-Identifier: Apache-2.0
import Access
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

    /// What help and mistakes offer: the words of the reader's language.
    static var allValueStrings: [String] {
        allCases.map { Words.now.language($0.usual, $0.short.first ?? $0.rawValue) }
    }

    /// What the shell offers, which is typed in either language.
    static var defaultCompletionKind: CompletionKind { .list(allCases.map(\.rawValue)) }

    var japanese: String { Office(rawValue: rawValue)?.japanese ?? rawValue }

    /// What people say in an order, where it is shorter.
    private var usual: String {
        switch self {
        case .actingInformationOfficer: "代理"
        case .sectionHead: "課長"
        default: japanese
        }
    }

    /// The English word comes first; whoever audits the city by law (監査委員) holds no office here.
    private var short: [String] {
        switch self {
        case .informationOfficer: ["officer"]
        case .actingInformationOfficer: ["acting", "代理", "代決"]
        case .sectionHead: ["head", "課長"]
        case .operator: ["operator", "モニター室"]
        case .auditor, .installer, .metrics: []
        }
    }
}
