// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Documents

/// Orders by their verb, as documents and scenarios write them: one endpoint for all of them.
struct OrderAnswers: Sendable {
    let desk: OrderDesk

    var endpoints: [Endpoint] {
        [
            .change(APIPath.orders, "Gives an order: exactly one verb, and why (DESIGN §10)") {
                (call, body: OrderRequest) in
                let act = try await act(body, by: call.bearer)
                return try await desk.carryOut(act, body.reason, for: call)
            }
        ]
    }

    /// The act that exactly one verb names.
    private func act(_ order: OrderRequest, by bearer: Bearer) async throws -> Order.Act {
        let acts = try await [
            designations(order), visits(order, by: bearer), badges(order), people(order),
            offices(order), rooms(order), doors(order), alarms(order),
        ].flatMap { $0 }
        guard acts.count == 1, let act = acts.first else {
            throw Problem.malformed(
                "An order names exactly one verb; this one names \(acts.count).",
                "指示の動詞は一つだけです。\(acts.count) 個ありました。"
            )
        }
        return act
    }

    private func designations(_ order: OrderRequest) throws -> [Order.Act] {
        try [
            order.designate.map {
                .designate(try desk.row($0, PolicyDocument.designation))
            },
            order.sign.map { .sign(DesignationID($0)) },
            order.revokeDesignation.map { .revokeDesignation(DesignationID($0)) },
            order.confirmDesignation.map { .confirmDesignation(DesignationID($0)) },
        ].compactMap { $0 }
    }

    private func visits(_ order: OrderRequest, by bearer: Bearer) throws -> [Order.Act] {
        try [
            order.requestVisit.map { .requestVisit(try desk.request($0, by: bearer)) },
            order.approveVisit.map { .approveVisit(try desk.visit($0, by: bearer)) },
            order.refuseVisit.map { .refuseVisit(VisitID($0)) },
            order.withdrawVisit.map { .withdrawVisit(VisitID($0)) },
            order.closeVisit.map { .closeVisit(VisitID($0)) },
            order.noteItems.map { .noteItems(ItemNote($0)) },
            order.handover.map { .handover(RoomID($0.room), to: PersonID($0.to)) },
        ].compactMap { $0 }
    }

    private func badges(_ order: OrderRequest) throws -> [Order.Act] {
        try [
            order.issueBadge.map {
                .issueBadge(try desk.badge(BadgeIssueRequest($0)), to: PersonID($0.person))
            },
            order.badgeLost.map { .badgeLost(try desk.badge($0)) },
            order.suspendBadge.map { .suspendBadge(try desk.badge($0)) },
            order.resumeBadge.map { .resumeBadge(try desk.badge($0)) },
            order.returnBadge.map { .returnBadge(try desk.badge($0)) },
        ].compactMap { $0 }
    }

    private func people(_ order: OrderRequest) throws -> [Order.Act] {
        try [
            order.registerPerson.map {
                .registerPerson(try desk.row($0, PolicyDocument.person))
            },
            order.suspendPerson.map { .suspendPerson(PersonID($0)) },
            order.resumePerson.map { .resumePerson(PersonID($0)) },
            order.setPin.map { set in
                .setPIN(
                    PersonID(set.person),
                    pin: Secret(set.pin),
                    duressPIN: set.duressPin.map { Secret($0) }
                )
            },
            order.clearPinLock.map { .clearPINLock(PersonID($0)) },
            order.noteExit.map { .noteExit(PersonID($0)) },
            order.transfer.map { .transfer(PersonID($0.person), to: DepartmentID($0.department)) },
            order.transferPeople.map { .transferPeople(try desk.transfer($0)) },
        ].compactMap { $0 }
    }

    private func offices(_ order: OrderRequest) throws -> [Order.Act] {
        try [
            order.registerDepartment.map {
                .registerDepartment(try desk.row($0, PolicyDocument.department))
            },
            order.appoint.map { .appoint(try desk.row($0, PolicyDocument.appointment)) },
            order.revokeToken.map { .revokeToken($0) },
        ].compactMap { $0 }
    }

    private func rooms(_ order: OrderRequest) -> [Order.Act] {
        [
            order.lockdown.map {
                .lockdown($0.map { RoomID($0) }, allow: (order.allow ?? []).map { PersonID($0) })
            },
            order.endLockdown.map { .endLockdown($0.map { RoomID($0) }) },
        ].compactMap { $0 }
    }

    private func doors(_ order: OrderRequest) async throws -> [Order.Act] {
        var acts: [Order.Act] = []
        if let held = order.holdOpen {
            let door = try await desk.door(DoorID(held.door))
            acts.append(
                .holdOpen(
                    door.id,
                    room: door.room,
                    minutes: held.minutes,
                    watcher: PersonID(held.watcher)
                )
            )
        }
        if let paired = order.pairReader {
            acts.append(
                .pairReader(
                    try await desk.reader(ReaderID(paired.reader)),
                    minutes: paired.minutes,
                    replacing: paired.replace ?? false
                )
            )
        }
        if let held = order.endHoldOpen {
            acts.append(.endHoldOpen(try await desk.door(DoorID(held)).id))
        }
        return acts
    }

    private func alarms(_ order: OrderRequest) throws -> [Order.Act] {
        try order.acknowledge.map {
            [.acknowledge(try desk.alarm($0), door: order.door.map { DoorID($0) })]
        } ?? []
    }
}

extension ItemNote {
    fileprivate init(_ noted: OrderRequest.NoteItems) {
        self.init(
            visit: noted.visit.map { VisitID($0) },
            person: noted.person.map { PersonID($0) },
            room: noted.room.map { RoomID($0) },
            carriedIn: noted.carriedIn ?? [],
            carriedOut: noted.carriedOut ?? [],
            approval: noted.approval
        )
    }
}

extension BadgeIssueRequest {
    fileprivate init(_ given: OrderRequest.IssueBadge) {
        self.init(
            person: given.person,
            number: given.number,
            kind: given.kind,
            label: given.label,
            technology: given.technology,
            systemCode: given.systemCode,
            assurance: given.assurance
        )
    }
}
