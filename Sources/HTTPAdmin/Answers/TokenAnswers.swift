// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import HTTPTypes

/// Tokens: made, listed, revoked.
struct TokenAnswers: Sendable {
    let parts: AdminParts
    let desk: OrderDesk

    var endpoints: [Endpoint] {
        [
            .read(
                APIPath.tokens,
                for: .beSomebody,
                "The tokens; one's own only, for who may not read the policy",
                query: [.person] + Parameter.part,
                answer: tokens
            ),
            .change(APIPath.tokens, "Makes a token for a person; it is shown this once") {
                (call, body: TokenRequest) in
                try await issue(call, body)
            },
            .change(by: .delete, APIPath.token, "Revokes a token; anybody may revoke their own") {
                (call, body: ReasonRequest) in
                guard let number = Int64(call.text("number")), number > 0 else {
                    throw Problem.nothing(.token, called: call.text("number"))
                }
                return try await desk.carryOut(.revokeToken(number), body.reason, for: call)
            },
        ]
    }

    private func tokens(_ call: Call) async throws -> PageReply<TokenRow> {
        let seesAll = call.bearer.has(.readPolicy)
        let wanted: PersonID? = call.named(.person)
        let tokens = try await parts.registry.tokens().filter { token in
            (seesAll || token.person == call.bearer.person)
                && (wanted.map { $0 == token.person } ?? true)
        }
        let names = try await parts.registry.names(of: Set(tokens.map(\.person)))
        return try call.part(of: tokens) { parts.reply($0, name: names[$0.person]) }
    }

    private func issue(_ call: Call, _ body: TokenRequest) async throws -> IssuedTokenReply {
        let act = Order.Act.issueToken(
            PersonID(body.person),
            label: body.label,
            until: try body.until.map { try desk.bound($0, .until) }
        )
        let (reply, effect) = try await desk.accepted(act, body.reason, for: call)
        guard case .token(let number, let secret)? = effect else {
            guard reply.record == nil else {
                throw Problem(
                    .unfit,
                    detail: "This token was made and shown already, and cannot be shown again; "
                        + "revoke it and make another one.",
                    japanese: "このトークンは既に発行・表示されており、再表示できません。取り消して作り直してください。"
                )
            }
            return IssuedTokenReply(person: body.person, dryRun: true)
        }
        return IssuedTokenReply(
            token: call.isTrial ? nil : secret.exposed,
            person: body.person,
            number: call.isTrial ? nil : number,
            record: reply.record,
            dryRun: reply.dryRun
        )
    }
}
