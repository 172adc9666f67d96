// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Documents
import HTTPTypes
import Hummingbird

/// The policy document: read, compare, put into force.
struct PolicyAnswers: Sendable {
    let parts: AdminParts
    let limits: AdminLimits
    private let turnstile = Turnstile()

    init(parts: AdminParts, limits: AdminLimits) {
        self.parts = parts
        self.limits = limits
    }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                method: .get,
                path: APIPath.policy,
                right: .readPolicy,
                summary: "The policy document, badges and PINs as fingerprints",
                gives: .policy,
                condition: .tagged,
                answer: .bearer(text)
            ),
            Endpoint(
                method: .post,
                path: APIPath.policyDiff,
                right: .readPolicy,
                summary: "What a policy document would change",
                takes: .policy,
                gives: .json(Shape(of: PolicyReply.self)),
                answer: .bearer(difference)
            ),
            Endpoint(
                method: .put,
                path: APIPath.policy,
                right: .applyPolicy,
                summary: "Puts a policy document into force, all of it or nothing",
                query: [.dryRun],
                takes: .policy,
                gives: .json(Shape(of: PolicyReply.self)),
                changes: true,
                condition: .mustMatchState,
                answer: .bearer(apply)
            ),
        ]
    }

    @Sendable private func text(_ call: Call) async throws -> Response {
        let (policy, revision) = try await parts.registry.policy()
        return try call.unlessKnown("\(revision)") { headers in
            Reply.yaml(PolicyDocument.text(of: policy), headers: headers)
        }
    }

    @Sendable private func difference(_ call: Call) async throws -> Response {
        let reply = try await compared(try await document(call.request))
        return try Reply.json(reply, headers: [.eTag: Self.tag(reply.revision)])
    }

    @Sendable private func apply(_ call: Call) async throws -> Response {
        let terms = try call.terms()
        let new = try await document(call.request)
        return try await turnstile.pass {
            var reply = try await compared(new)
            let tags = terms.expectedTags ?? []
            // A repetition under a key has changed the revision itself: the ledger knows it by its key.
            guard
                terms.idempotencyKey != nil || tags.contains(RowTag("\(reply.revision)"))
            else {
                throw Problem(
                    .changedMeanwhile,
                    detail: "The policy is at revision \(reply.revision) now; look at the "
                        + "differences again.",
                    japanese: "方針は改訂 \(reply.revision) になっています。差分をもう一度確かめてください。"
                )
            }
            let order = Order(.applyPolicy(new.document), terms: terms)
            let (record, _) = try await parts.desk.carryOut(order, by: call.bearer.person)
                .accepted()
            reply.record = terms.isTrial ? nil : record
            reply.revision = try await parts.registry.policyRevision()
            return try Reply.json(reply, headers: [.eTag: Self.tag(reply.revision)])
        }
    }

    private func document(_ request: Request) async throws -> Reviewed<Policy> {
        let text = try await request.text(as: [MediaType.yaml], upTo: limits.policyBytes)
        do {
            return try PolicyDocument.read(Source(file: "policy", text: text), in: parts.calendar)
        } catch {
            throw Problem(
                .mistakes,
                detail: "The policy document has mistakes; nothing has changed.",
                japanese: "方針の文書に誤りがあります。何も変わっていません。",
                mistakes: error.all.map(MistakeReply.init)
            )
        }
    }

    private func compared(_ new: Reviewed<Policy>) async throws -> PolicyReply {
        let (old, revision) = try await parts.registry.policy()
        let comparable = try await parts.registry.fingerprinted(new.document)
            .keepingLost(of: old)
        return PolicyReply(
            revision: revision,
            changes: old.differences(to: comparable).map(PolicyChange.init),
            warnings: new.warnings.map(MistakeReply.init)
        )
    }

    private static func tag(_ revision: Int64) -> String { "\"\(revision)\"" }
}
