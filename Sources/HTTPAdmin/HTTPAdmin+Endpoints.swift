// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import HTTPTypes
import Hummingbird

/// What there is, all in one place; each group of answers has its own file.
extension HTTPAdmin {
    static func endpoints(
        _ parts: AdminParts,
        limits: AdminLimits,
        behind gate: Gate
    ) -> [Endpoint] {
        let desk = OrderDesk(parts: parts)
        let board = BoardAnswers(parts: parts, gate: gate, desk: desk, counts: RecordCounts())
        let people = PeopleAnswers(parts: parts, desk: desk)
        let badges = BadgeAnswers(parts: parts, desk: desk, limits: limits)
        let rooms = RoomAnswers(parts: parts, desk: desk)
        let designations = DesignationAnswers(parts: parts, desk: desk)
        let visits = VisitAnswers(parts: parts, desk: desk)
        let journal = JournalAnswers(parts: parts, desk: desk)
        let events = EventAnswers(parts: parts, limits: limits, gate: gate)
        let policy = PolicyAnswers(parts: parts, limits: limits)
        let tokens = TokenAnswers(parts: parts, desk: desk)
        let orders = OrderAnswers(desk: desk)
        var endpoints = [claim(gate, limits: limits)] + board.endpoints + people.endpoints
        endpoints += badges.endpoints + rooms.endpoints + designations.endpoints
        endpoints += visits.endpoints + journal.endpoints + events.endpoints + policy.endpoints
        endpoints += tokens.endpoints + orders.endpoints
        return endpoints + [description(of: endpoints)]
    }

    /// The interface's document, which describes itself as well.
    private static func description(of endpoints: [Endpoint]) -> Endpoint {
        func endpoint(_ answer: @escaping @Sendable (Call) async throws -> Response) -> Endpoint {
            Endpoint(
                method: .get,
                path: APIPath.openAPI,
                right: .beSomebody,
                summary: "This interface, as an OpenAPI document",
                gives: .document,
                answer: .bearer(answer)
            )
        }
        let all = endpoints + [endpoint { _ in throw Problem.nothingHere }]
        let document = InterfaceDocument(endpoints: all).json
        return endpoint { _ in try Reply.json(document) }
    }

    private static func claim(_ gate: Gate, limits: AdminLimits) -> Endpoint {
        let shape = Shape(of: ClaimRequest.self)
        return Endpoint(
            method: .post,
            path: APIPath.claim,
            right: .claim,
            summary: "Exchanges the claim that lies beside the database for the first token",
            takes: .json(shape),
            gives: .json(Shape(of: TokenReply.self)),
            answer: .anybody { request in
                let asked = try await request.json(
                    ClaimRequest.self,
                    shaped: shape,
                    upTo: limits.bodyBytes
                )
                let person = PersonID(asked.person)
                let token = try await gate.exchange(Secret(asked.claim), for: person)
                return try Reply.json(TokenReply(token: token.exposed, person: asked.person))
            }
        )
    }
}
