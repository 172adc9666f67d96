// SPDX-License-Identifier: Apache-2.0
import Access

/// Who holds a token, and what the offices held at this moment allow (L8).
struct Bearer: Sendable {
    let person: PersonID
    private let authority: Authority
    /// Whether no policy has been in force yet: then nobody can hold an office.
    private let isFirst: Bool

    init(person: PersonID, authority: Authority, isFirst: Bool) {
        self.person = person
        self.authority = authority
        self.isFirst = isFirst
    }

    /// Whether a right is given.
    func has(_ right: Right) -> Bool {
        switch right {
        case .claim: true
        case .seeHardware: isFirst || holdsAny(of: Self.readers + [.installer])
        case .readAll: isFirst || holdsAny(of: Self.readers)
        case .applyPolicy: isFirst || authority.holds(.informationOfficer)
        case .enrol: isFirst || holdsAny(of: [.informationOfficer, .actingInformationOfficer])
        case .order: true
        }
    }

    private func holdsAny(of offices: [Office]) -> Bool {
        offices.contains { authority.holds($0) }
    }

    private static let readers: [Office] = [
        .informationOfficer, .actingInformationOfficer, .sectionHead, .operator, .auditor,
    ]
}
