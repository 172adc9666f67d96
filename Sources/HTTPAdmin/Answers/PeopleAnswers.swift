// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Documents
import HTTPTypes

/// People, their departments and offices.
struct PeopleAnswers: Sendable {
    let parts: AdminParts
    let desk: OrderDesk

    var endpoints: [Endpoint] {
        [
            .read(
                APIPath.people,
                for: .seePeople,
                "The people, by number",
                query: [
                    Parameter("id", .names(most: 100), "Only these people."),
                    Parameter(
                        "text",
                        .text(.free(most: PolicyLimits.name)),
                        "Part of the number, name or reading; spaces count for nothing."
                    ),
                    Parameter("department", .text(.name), "Only of this department."),
                ] + Parameter.page,
                answer: people
            ),
            .row(APIPath.person, for: .seePeople, "One person") { call in
                let status = try await call.found(parts.registry.person(call.name()), .person)
                return (parts.reply(status, to: call.bearer), status.tag.text)
            },
            .change(
                by: .put,
                APIPath.person,
                "Registers a person, or changes the row; badges and PINs in it are added or set",
                condition: .mustMatch
            ) { (call, body: PersonRow) in
                try call.insist(body.id, is: "id")
                let entry = try desk.row(body, PolicyDocument.person)
                return try await desk.carryOut(.registerPerson(entry), nil, for: call)
            },
            .change(
                by: .put,
                APIPath.personPIN,
                "Sets a person's PIN",
                condition: .mayMatch
            ) { (call, body: PINRequest) in
                let act = Order.Act.setPIN(
                    call.name(),
                    pin: Secret(body.pin),
                    duressPIN: body.duressPin.map { Secret($0) }
                )
                return try await desk.carryOut(act, body.reason, for: call)
            },
        ] + orders + departments + appointments
    }

    private var orders: [Endpoint] {
        [
            order(APIPath.personSuspend, "Suspends a person") { .suspendPerson($0.name()) },
            order(APIPath.personResume, "Ends a person's suspension") { .resumePerson($0.name()) },
            order(APIPath.personClearPINLock, "Ends the lock on a person's PIN") {
                .clearPINLock($0.name())
            },
            .change(
                APIPath.personTransfer,
                "Transfers a person at once",
                condition: .mayMatch
            ) { (call, body: TransferRequest) in
                let act = Order.Act.transfer(call.name(), to: DepartmentID(body.department))
                return try await desk.carryOut(act, body.reason, for: call)
            },
            .change(APIPath.transfers, "Transfers many people at one instant; try it first") {
                (call, body: TransfersRequest) in
                let transfer = try desk.transfer(body)
                let effects =
                    call.bearer.has(.seePeople)
                    ? try await parts.registry.effects(of: transfer) : TransferEffects()
                let reply = try await desk.carryOut(
                    .transferPeople(transfer),
                    body.reason,
                    for: call
                )
                return parts.reply(effects, of: reply)
            },
        ]
    }

    private func order(
        _ path: String,
        _ summary: String,
        act: @escaping @Sendable (Call) -> Order.Act
    ) -> Endpoint {
        .change(path, summary, condition: .mayMatch) { (call, body: ReasonRequest) in
            try await desk.carryOut(act(call), body.reason, for: call)
        }
    }

    private func people(_ call: Call) async throws -> PageReply<PersonReply> {
        var query = PeopleQuery()
        query.ids = Set((call["id"] ?? "").split(separator: ",").map { PersonID(String($0)) })
        query.text = call["text"]
        query.department = call["department"].map { DepartmentID($0) }
        query.after = call[.after]
        query.limit = call.limit()
        let page = try await parts.registry.people(query)
        return PageReply(
            items: page.items.map { parts.reply($0, to: call.bearer) },
            next: page.next
        )
    }

    private func departments(_ call: Call) async throws -> PageReply<DepartmentReply> {
        let page = try call.part(of: try await parts.registry.departments(), DepartmentRow.init)
        var items: [DepartmentReply] = []
        for row in page.items {
            let found = try await parts.registry.department(DepartmentID(row.id))
            guard let tag = found?.tag.text else { continue }
            items.append(DepartmentReply(row: row, tag: tag))
        }
        return PageReply(items: items, next: page.next)
    }

    private var departments: [Endpoint] {
        [
            .read(
                APIPath.departments,
                for: .seePeople,
                "The departments",
                query: Parameter.part,
                answer: departments
            ),
            .row(APIPath.department, for: .seePeople, "One department") { call in
                let (row, tag) = try await call.found(
                    parts.registry.department(call.name()),
                    .department
                )
                return (DepartmentReply(row: DepartmentRow(row), tag: tag.text), tag.text)
            },
            .change(
                by: .put,
                APIPath.department,
                "Registers a department, or changes the row",
                condition: .mustMatch
            ) { (call, body: DepartmentRow) in
                try call.insist(body.id, is: "id")
                let row = try desk.row(body, PolicyDocument.department)
                return try await desk.carryOut(.registerDepartment(row), nil, for: call)
            },
        ]
    }

    private var appointments: [Endpoint] {
        [
            .read(
                APIPath.appointments,
                for: .seePeople,
                "Who holds which office, held and to come and past",
                query: Parameter.part
            ) { call in
                let now = parts.time.now().wall
                return try call.part(of: try await parts.registry.appointments()) {
                    AppointmentReply($0, at: now)
                }
            },
            .change(APIPath.appointments, "Appoints somebody to an office") {
                (call, body: AppointmentRequest) in
                let row = AppointmentRow(
                    office: body.office,
                    person: body.person,
                    department: body.department,
                    from: body.from,
                    until: body.until,
                    basis: body.basis
                )
                let appointment = try desk.row(row, PolicyDocument.appointment)
                return try await desk.carryOut(.appoint(appointment), body.reason, for: call)
            },
        ]
    }
}

extension Call {
    /// Something that the path names, or a problem where it is not there.
    func found<Value>(
        _ value: Value?,
        _ thing: Problem.Thing,
        by parameter: String = "id"
    ) throws -> Value {
        guard let value else { throw Problem.nothing(thing, called: text(parameter)) }
        return value
    }

    /// That a body is about what the path names.
    func insist(_ id: String, is parameter: String) throws {
        guard id == text(parameter) else {
            throw Problem(
                .againstRules,
                detail: "'\(parameter)' must be the one in the path.",
                japanese: "「\(parameter)」はパスと同じでなければなりません。"
            )
        }
    }
}
