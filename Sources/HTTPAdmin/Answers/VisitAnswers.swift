// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// Visits: asked for, approved, ended, and what was carried on them.
struct VisitAnswers: Sendable {
    let parts: AdminParts
    let desk: OrderDesk

    var endpoints: [Endpoint] {
        [
            .read(
                APIPath.visits,
                for: .seePeople,
                "The visits and what was asked for, by number",
                query: [
                    .room,
                    Parameter("visitor", .text(.name), "Only of this visitor."),
                    Parameter(
                        "state",
                        .words(VisitStatus.State.allCases.map(\.rawValue)),
                        "Only in these states."
                    ),
                ] + Parameter.page,
                answer: visits
            ),
            .row(APIPath.visit, for: .seePeople, "One visit") { call in
                let status = try await call.found(parts.registry.visit(call.name()), .visit)
                let scope = try await parts.scope(of: call.bearer)
                let isOwn = status.requestedBy == call.bearer.person
                guard isOwn || scope.covers(status.request.rooms) else {
                    throw Problem.nothing(.visit, called: call.text("id"))
                }
                return (parts.reply(status), status.tag.text)
            },
            .change(APIPath.visits, "Approves a visit") { (call, body: VisitRow) in
                let visit = try desk.visit(body, by: call.bearer)
                return try await desk.carryOut(.approveVisit(visit), nil, for: call)
            },
            .change(APIPath.visitRequests, "Asks for a visit's approval") {
                (call, body: VisitRow) in
                let request = try desk.request(body, by: call.bearer)
                return try await desk.carryOut(.requestVisit(request), nil, for: call)
            },
            .change(
                APIPath.visitApprove,
                "Approves a visit as it was asked for",
                condition: .mayMatch,
                answer: approve
            ),
            order(APIPath.visitRefuse, "Refuses a visit that was asked for") { .refuseVisit($0) },
            order(APIPath.visitWithdraw, "Withdraws a visit's approval") { .withdrawVisit($0) },
            order(APIPath.visitClose, "Closes a visit: it admits nobody any more") {
                .closeVisit($0)
            },
        ] + items
    }

    private func order(
        _ path: String,
        _ summary: String,
        act: @escaping @Sendable (VisitID) -> Order.Act
    ) -> Endpoint {
        .change(path, summary, condition: .mayMatch) { (call, body: ReasonRequest) in
            try await desk.carryOut(act(call.name()), body.reason, for: call)
        }
    }

    private func visits(_ call: Call) async throws -> PageReply<VisitReply> {
        var query = VisitQuery()
        query.visitor = call["visitor"].map { PersonID($0) }
        query.room = call.named(.room)
        query.states = call.states("state")
        query.after = call[.after]
        query.limit = call.limit()
        let scope = try await parts.scope(of: call.bearer)
        let page = try await parts.registry.visits(query)
        let own = page.items.filter {
            scope.covers($0.request.rooms) || $0.requestedBy == call.bearer.person
        }
        return PageReply(items: own.map(parts.reply), next: page.next)
    }

    /// The officer's answer to a request is an approval of exactly what was asked for.
    private func approve(_ call: Call, _ body: ReasonRequest) async throws -> OrderReply {
        // Who may see no visits is told nothing of them here either.
        guard call.bearer.has(.seePeople) else {
            throw Problem.notAllowed(call.bearer, without: Bearer.officers)
        }
        let status = try await call.found(parts.registry.visit(call.name()), .visit)
        let day = SigningDay(parts.today, in: parts.calendar)
        let approval = status.request.approved(by: call.bearer.person, on: day)
        return try await desk.carryOut(.approveVisit(approval), body.reason, for: call)
    }

    // MARK: What was carried (R25)

    private var items: [Endpoint] {
        [
            .read(
                APIPath.items,
                for: .readAll,
                "What was carried in and out, as it was noted (R25)",
                query: [
                    .person,
                    Parameter("visit", .text(.name), "Only on this visit."),
                    Parameter(
                        "unapproved",
                        .flag,
                        "Only what was carried out without the number of an approval."
                    ),
                ] + Parameter.page
            ) { call in
                var query = ItemQuery()
                query.person = call.named(.person)
                query.visit = call["visit"].map { VisitID($0) }
                query.isUnapproved = call["unapproved"] == "true"
                query.after = call[.after]
                query.limit = call.limit()
                let page = try await parts.registry.items(query)
                return PageReply(items: page.items.map(parts.reply), next: page.next)
            },
            .change(APIPath.items, "Notes what somebody carried in or out") {
                (call, body: ItemsRequest) in
                try await note(body, on: nil, call)
            },
            .change(APIPath.visitItems, "Notes what was carried in or out on a visit") {
                (call, body: ItemsRequest) in
                try await note(body, on: call.name(), call)
            },
        ]
    }

    private func note(_ body: ItemsRequest, on visit: VisitID?, _ call: Call) async throws
        -> OrderReply
    {
        let note = ItemNote(
            visit: visit,
            person: body.person.map { PersonID($0) },
            room: body.room.map { RoomID($0) },
            carriedIn: body.carriedIn ?? [],
            carriedOut: body.carriedOut ?? [],
            approval: body.approval
        )
        return try await desk.carryOut(.noteItems(note), body.reason, for: call)
    }
}
