// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Documents

/// Designations, proposed, signed, revoked and looked at again.
struct DesignationAnswers: Sendable {
    let parts: AdminParts
    let desk: OrderDesk

    var endpoints: [Endpoint] {
        [
            .read(
                APIPath.designations,
                for: .seePeople,
                "The designations, by number",
                query: [
                    .person, .room,
                    Parameter(
                        "state",
                        .words(DesignationStatus.State.allCases.map(\.rawValue)),
                        "Only in these states."
                    ),
                ] + Parameter.page,
                answer: designations
            ),
            .row(APIPath.designation, for: .seePeople, "One designation") { call in
                let status = try await call.found(
                    parts.registry.designation(call.name()),
                    .designation
                )
                guard try await parts.scope(of: call.bearer).covers(status.row.rooms) else {
                    throw Problem.nothing(.designation, called: call.text("id"))
                }
                return (parts.reply(status), status.tag.text)
            },
            .change(APIPath.designations, "Proposes a designation") {
                (call, body: DesignationRow) in
                let row = try desk.row(body, PolicyDocument.designation)
                return try await desk.carryOut(.designate(row), nil, for: call)
            },
            order(APIPath.designationSign, "Signs a designation") { .sign($0) },
            order(APIPath.designationRevoke, "Revokes a designation") { .revokeDesignation($0) },
            order(APIPath.designationConfirm, "Confirms that a designation is needed still (R18)") {
                .confirmDesignation($0)
            },
            .read(
                APIPath.reviews,
                for: .review,
                "What is due for review (R15, R17, R18)",
                answer: review
            ),
        ]
    }

    private func order(
        _ path: String,
        _ summary: String,
        act: @escaping @Sendable (DesignationID) -> Order.Act
    ) -> Endpoint {
        .change(path, summary, condition: .mayMatch) { (call, body: ReasonRequest) in
            try await desk.carryOut(act(call.name()), body.reason, for: call)
        }
    }

    private func designations(_ call: Call) async throws -> PageReply<DesignationReply> {
        var query = DesignationQuery()
        query.person = call.named(.person)
        query.room = call.named(.room)
        query.states = call.states("state")
        query.after = call[.after]
        query.limit = call.limit()
        let scope = try await parts.scope(of: call.bearer)
        let page = try await parts.registry.designations(query)
        return PageReply(
            items: page.items.filter { scope.covers($0.row.rooms) }.map(parts.reply),
            next: page.next
        )
    }

    private func review(_ call: Call) async throws -> ReviewReply {
        let scope = try await parts.scope(of: call.bearer)
        let review = try await parts.registry.review(at: parts.time.now())
        func own(_ designations: [DesignationStatus]) -> [DesignationReply] {
            designations.filter { scope.covers($0.row.rooms) }.map(parts.reply)
        }
        return ReviewReply(
            at: parts.calendar.text(review.at),
            expiring: review.expiring.filter { scope.covers($0.designation.row.rooms) }.map {
                ExpiringReply(designation: parts.reply($0.designation), within: $0.within)
            },
            overdue: own(review.overdue),
            formerOffices: own(review.formerOffices),
            unused: scope == .everything ? review.unused.map(parts.reply) : [],
            isCut: review.isCut
        )
    }
}

extension Call {
    /// The states that a list is limited to; none: all of them.
    func states<State: RawRepresentable & Hashable>(_ parameter: String) -> Set<State>
    where State.RawValue == String {
        Set(
            (self[parameter] ?? "").split(separator: ",").compactMap { State(rawValue: String($0)) }
        )
    }
}
