// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import SQLiteLedger

@Suite struct PeopleOrderTests {
    @Test func `L7 a lost or suspended badge is refused from the next read on`() async throws {
        let town = try await Town()
        let badge = try #require(BadgeNumber("012E3D4C5B6A7988"))
        #expect(try await town.order(.suspendBadge(.number(badge))).isAccepted)
        #expect(try await town.reason(badge) == .badgeSuspended)
        #expect(try await town.order(.suspendBadge(.number(badge))).isUnfit)
        let fingerprint = try await town.ledger.recognise(badge).fingerprint
        let loss = Order.Act.badgeLost(.fingerprint(fingerprint))
        #expect(try await town.order(loss, by: Town.watchman).isAccepted)
        #expect(try await town.reason(badge) == .badgeLost)
        #expect(try await town.order(.badgeLost(.number(badge))).isUnfit)
        let record = try #require(try await town.records().first { $0.verb == "badgeLost" })
        #expect(record.subject == "badge \(fingerprint)")
        #expect(record.badge == fingerprint)
        #expect(record.people == [Town.yamamoto])
        let unknown = try #require(BadgeNumber("FFFFFFFFFFFFFFFF"))
        #expect(try await town.order(.badgeLost(.number(unknown))).isUnfit)
    }

    @Test func `L7 a suspended person enters nowhere`() async throws {
        let town = try await Town()
        #expect(try await town.order(.suspendPerson(Town.yamamoto)).isAccepted)
        #expect(try await town.badge(Town.yamamoto).reason == .personInactive)
        #expect(try await town.order(.suspendPerson(Town.yamamoto)).isUnfit)
        #expect(try await town.order(.suspendPerson("nobody")).isUnfit)
    }

    @Test func `R07 who was transferred keeps the designation and escorts no more`() async throws {
        let town = try await Town()
        #expect(try await town.order(.transfer(Town.yamamoto, to: "somu")).isAccepted)
        #expect(try await town.badge(Town.yamamoto).decision == .pinNeeded)
        let waiting = try await town.badge("V-001")
        #expect(waiting.decision == .escortNeeded)
        let escort = try await town.badge(Town.yamamoto, in: waiting.session)
        #expect(escort.reason == .escortNotEligible)
        #expect(try await town.order(.transfer(Town.yamamoto, to: "somu")).isUnfit)
        #expect(try await town.order(.transfer(Town.yamamoto, to: "none")).isUnfit)
        #expect(try await town.order(.transfer("V-001", to: "somu")).isUnfit)
    }

    @Test func `R14 an escort transferred between badge and PIN lets nobody in`() async throws {
        let town = try await Town()
        var session = try await town.badge("V-001").session
        session = try await town.badge(Town.yamamoto, in: session).session
        try await town.order(.transfer(Town.yamamoto, to: "somu"))
        #expect(try await town.confirm("482137", in: session).reason == .escortNotEligible)
    }

    @Test func `L8 a successor ends the holder before at the hour of succession`() async throws {
        let town = try await Town()
        let row = Appointment(
            office: .informationOfficer,
            person: Town.acting,
            validity: Validity(from: try town.bound("2026-05-01"))
        )
        #expect(try await town.order(.appoint(row)).isAccepted)
        #expect(try await town.order(.appoint(row)).isUnfit)
        let before = try await town.ledger.appointments(of: Town.officer)
        #expect(before.map(\.validity.until?.written) == ["2026-04-30"])
        #expect(before.map(\.validity.until) == [try town.bound("2026-04-30", .until)])
        let ended = try #require(try await town.records().first { $0.state == "ended" })
        #expect(ended.subject == "appointment information-officer 100001 from 2026-04-01")
        // Whose term ends with that beginning would not have it back: somebody must be appointed from then on first.
        var back = row
        back.validity.until = try town.bound("2026-04-30", .until)
        #expect(try await town.order(.appoint(back)).isUnfit)
        let act = Order.Act.suspendPerson(Town.takeuchi)
        town.wall = try #require(Timestamp("2026-05-01T00:00:00+09:00"))
        #expect(try await town.order(act, by: Town.officer) == .refused(.notAllowed))
        #expect(try await town.order(act, by: Town.acting).isAccepted)
    }

    @Test func `an appointment is ended or put right by one from the same time on`() async throws {
        let town = try await Town()
        func row(
            _ office: Office,
            _ person: PersonID,
            from: String,
            until: String?,
            _ basis: String?
        )
            throws -> Appointment
        {
            let until = try until.map { try town.bound($0, .until) }
            let validity = Validity(from: try town.bound(from), until: until)
            return Appointment(office: office, person: person, validity: validity, basis: basis)
        }
        // Still to come: put right, then taken back.
        let acting = Office.actingInformationOfficer
        let wrong = try row(acting, Town.takeuchi, from: "2026-05-01", until: "2026-05-07", "a")
        #expect(try await town.order(.appoint(wrong)).isAccepted)
        let right = try row(acting, Town.takeuchi, from: "2026-05-01", until: "2026-05-08", "第5条")
        #expect(try await town.order(.appoint(right)).isAccepted)
        #expect(try await town.ledger.appointments(of: Town.takeuchi) == [right])
        #expect(try await town.records().last?.state == "changed")
        let subject =
            "appointment acting-information-officer 200101 from 2026-05-01 until 2026-05-08 on 第5条"
        #expect(try await town.records().last?.subject == subject)
        let never = try row(acting, Town.takeuchi, from: "2026-05-01", until: "2026-04-30", "第5条")
        #expect(try await town.order(.appoint(never)).isAccepted)
        #expect(try await town.ledger.appointments(of: Town.takeuchi).isEmpty)
        #expect(try await town.order(.appoint(never)).faults.count == 1)
        // Held: it ends, and allows nothing from then on.
        let auditor = try row(.auditor, Town.takeuchi, from: "2026-04-01", until: nil, nil)
        #expect(try await town.order(.appoint(auditor)).isAccepted)
        let ended = try row(.auditor, Town.takeuchi, from: "2026-04-01", until: "2026-04-09", nil)
        #expect(try await town.order(.appoint(ended)).isAccepted)
        #expect(try await town.ledger.appointments(of: Town.takeuchi) == [ended])
        // Somebody must be left who can change things.
        let officer = try #require(try await town.ledger.appointments(of: Town.officer).first)
        var gone = officer
        gone.validity.until = try town.bound("2026-04-09", .until)
        #expect(try await town.order(.appoint(gone)).isUnfit)
        #expect(try await town.ledger.appointments(of: Town.officer) == [officer])
    }

    @Test func `an appointment of the past rewrites nothing that was done in office`() async throws
    {
        let town = try await Town()
        func row(_ from: String) throws -> Appointment {
            Appointment(
                office: .informationOfficer,
                person: Town.takeuchi,
                validity: Validity(from: try town.bound(from))
            )
        }
        for early in ["2020-01-01", "2026-04-01"] {
            #expect(try await town.order(.appoint(try row(early))).isUnfit, "two would hold it")
        }
        #expect(try await town.order(.appoint(try row("2026-04-08"))).isAccepted)
        let before = try #require(try await town.ledger.appointments(of: Town.officer).first)
        #expect(before.validity.until?.instant == town.wall, "until now, not until the past")
        #expect(try await town.order(.suspendPerson(Town.yamamoto)) == .refused(.notAllowed))
        var policy = try await town.policy()
        // What the predecessor is to approve in months to come cannot be.
        policy.visits.removeAll { town.wall < $0.on.start }
        let order = Order(.applyPolicy(policy), reason: "as exported")
        let outcome = try await town.ledger.carryOut(order, by: Town.takeuchi, at: town.now)
        #expect(outcome.isAccepted, "\(outcome)")
    }

    @Test func `beside a successor who is to come nobody else is appointed without an end`()
        async throws
    {
        let town = try await Town()
        func row(_ person: PersonID, _ from: String, _ until: String? = nil) throws -> Appointment {
            let until = try until.map { try town.bound($0, .until) }
            let validity = Validity(from: try town.bound(from), until: until)
            return Appointment(office: .informationOfficer, person: person, validity: validity)
        }
        let next = try row(Town.acting, "2027-04-01")
        #expect(try await town.order(.appoint(next)).isAccepted)
        for early in ["2026-04-01", "2026-04-08", "2026-06-01"] {
            let other = try row(Town.takeuchi, early)
            #expect(try await town.order(.appoint(other)).isUnfit, "two would hold it: \(early)")
        }
        // Taken back is one who is to come only where somebody else comes.
        let never = try row(Town.acting, "2027-04-01", "2027-03-31")
        #expect(try await town.order(.appoint(never)).isUnfit)
        #expect(try await town.order(.appoint(try row(Town.officer, "2027-04-01"))).isAccepted)
        #expect(try await town.order(.appoint(never)).isAccepted)
        // A term that is over grows no longer by a beginning in the past.
        let head = Town.shiminHead
        let since = try #require(try await town.ledger.appointments(of: head).first)
        var ended = since
        ended.validity.until = try town.bound("2026-04-09", .until)
        #expect(try await town.order(.appoint(ended)).isAccepted)
        let heir = Appointment(
            office: .sectionHead,
            person: Town.takeuchi,
            department: since.department,
            validity: Validity(from: try town.bound("2026-04-05"))
        )
        #expect(try await town.order(.appoint(heir)).isAccepted)
        #expect(try await town.ledger.appointments(of: head) == [ended])
    }

    @Test func `an appointment for a while, or to an office of many, ends nobody's`() async throws {
        let town = try await Town()
        for row in [
            Appointment(
                office: .informationOfficer,
                person: Town.acting,
                validity: Validity(
                    from: try town.bound("2026-05-01"),
                    until: try town.bound("2026-05-31", .until)
                )
            ),
            Appointment(
                office: .auditor,
                person: Town.takeuchi,
                validity: Validity(from: try town.bound("2026-05-01"))
            ),
            Appointment(
                office: .sectionHead,
                person: Town.takeuchi,
                department: "shimin",
                validity: Validity(from: try town.bound("2026-04-01"))
            ),
        ] {
            #expect(try await town.order(.appoint(row)).isAccepted)
        }
        for holder in [Town.officer, Town.auditor, Town.zeimuHead, Town.shiminHead] {
            let appointments = try await town.ledger.appointments(of: holder)
            #expect(appointments.map(\.validity.until) == [nil])
        }
        let idle = Appointment(office: .sectionHead, person: "nobody", validity: Validity())
        #expect(try await town.order(.appoint(idle)).faults.count == 3)
    }

    @Test func `R28 a locked-down room admits only those who are named, until it is ended`()
        async throws
    {
        let town = try await Town()
        let act = Order.Act.lockdown([Town.server, Town.monitor], allow: [Town.officer])
        #expect(try await town.order(act, by: Town.watchman, reason: "不審者").isAccepted)
        #expect(try await town.ledger.alarms().map(\.alarm) == [.lockdown, .lockdown])
        #expect(try await town.badge(Town.yamamoto).reason == .lockdown)
        #expect(try await town.badge(Town.officer).decision == .pinNeeded)
        let narrower = Order.Act.lockdown([Town.server], allow: [])
        #expect(try await town.order(narrower, by: Town.watchman).isAccepted)
        #expect(try await town.badge(Town.officer).reason == .lockdown)
        #expect(try await town.order(act, by: Town.watchman).isAccepted, "it is the operator's own")
        #expect(try await town.badge(Town.officer).decision == .pinNeeded)
        #expect(try await town.order(narrower).isAccepted)
        #expect(try await town.order(narrower, by: Town.watchman).isAccepted)
        #expect(try await town.order(act, by: Town.watchman).isUnfit, "to admit more is to end it")
        #expect(try await town.badge(Town.officer).reason == .lockdown)
        #expect(try await town.order(act).isAccepted)
        #expect(try await town.badge(Town.officer).decision == .pinNeeded)
        #expect(try await town.order(.lockdown(["none"], allow: [])).isUnfit)
        #expect(try await town.order(.lockdown([Town.server], allow: ["nobody"])).isUnfit)
        #expect(try await town.order(.lockdown([], allow: [])).isUnfit)
        #expect(try await town.order(.endLockdown([Town.server, Town.monitor])).isAccepted)
        #expect(try await town.ledger.alarms().isEmpty)
        #expect(try await town.badge(Town.yamamoto).decision == .pinNeeded)
        #expect(try await town.order(.endLockdown([Town.server])).isUnfit)
    }

    @Test func `the officer ends a lock of a PIN`() async throws {
        let town = try await Town()
        var session = try await town.badge(Town.yamamoto).session
        for _ in 0..<5 { session = try await town.confirm("000000", in: session).session }
        #expect(try await town.badge(Town.yamamoto).reason == .pinLocked)
        #expect(try await town.ledger.alarms().map(\.alarm) == [.pinLocked])
        #expect(try await town.order(.clearPINLock(Town.yamamoto)).isAccepted)
        #expect(try await town.ledger.alarms().isEmpty)
        session = try await town.badge(Town.yamamoto).session
        #expect(try await town.confirm("482137", in: session).isGranted)
        #expect(try await town.order(.clearPINLock(Town.yamamoto)).isUnfit)
    }
}
