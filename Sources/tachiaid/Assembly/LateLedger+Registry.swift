// SPDX-License-Identifier: Apache-2.0
import Access
import SQLiteLedger

extension LateLedger: Registry {
    func policy() async throws(LedgerFault) -> (policy: Policy, revision: Int64) {
        try await opened().policy()
    }

    func policyRevision() async throws(LedgerFault) -> Int64 {
        try await opened().policyRevision()
    }

    func names(of people: Set<PersonID>) async throws(LedgerFault) -> [PersonID: String] {
        try await opened().names(of: people)
    }

    func fingerprinted(_ policy: Policy) async throws(LedgerFault) -> Policy {
        try await opened().fingerprinted(policy)
    }

    func journal(_ query: JournalQuery) async throws(LedgerFault) -> [JournalLine] {
        try await opened().journal(query)
    }

    nonisolated func journalGrowth() -> AsyncStream<RecordNumber> { growth() }

    func presences() async throws(LedgerFault) -> [Presence] { try await opened().presences() }

    func alarms() async throws(LedgerFault) -> [ActiveAlarm] { try await opened().alarms() }

    func appointments(of person: PersonID) async throws(LedgerFault) -> [Appointment] {
        try await opened().appointments(of: person)
    }

    func recognise(
        _ badge: BadgeNumber
    ) async throws(LedgerFault) -> (fingerprint: Fingerprint, person: PersonID?) {
        try await opened().recognise(badge)
    }
}

extension LateLedger: TokenKeeper {
    func issueToken(
        to person: PersonID,
        label: String,
        until: Timestamp?,
        at moment: Moment
    ) async throws(LedgerFault) -> Secret {
        try await opened().issueToken(to: person, label: label, until: until, at: moment)
    }

    func bearer(of token: Secret, at moment: Moment) async throws(LedgerFault) -> PersonID? {
        try await opened().bearer(of: token, at: moment)
    }

    func claim(
        _ claim: Secret,
        for person: PersonID,
        at moment: Moment
    ) async throws(LedgerFault) -> Secret? {
        try await opened().claim(claim, for: person, at: moment)
    }
}
