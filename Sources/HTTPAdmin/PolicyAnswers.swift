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
    private static let types = [MediaType.yaml, "application/x-yaml", "text/yaml", "text/plain"]

    init(parts: AdminParts, limits: AdminLimits) {
        self.parts = parts
        self.limits = limits
    }

    @Sendable func text(_ request: Request, _ bearer: Bearer) async throws -> Response {
        let (policy, revision) = try await parts.registry.policy()
        return Reply.yaml(PolicyDocument.text(of: policy), headers: [.eTag: Self.tag(revision)])
    }

    @Sendable func difference(_ request: Request, _ bearer: Bearer) async throws -> Response {
        let new = try await document(request)
        let reply = try await compared(new)
        return try Reply.json(reply, headers: [.eTag: Self.tag(reply.revision)])
    }

    @Sendable func apply(_ request: Request, _ bearer: Bearer) async throws -> Response {
        guard let expected = request.headers[.ifMatch] else {
            throw Problem(
                .revisionMissing,
                detail: "Send the policy's ETag as If-Match.",
                japanese: "方針の ETag を If-Match として送ってください。"
            )
        }
        let new = try await document(request)
        return try await turnstile.pass {
            var reply = try await compared(new)
            guard Self.matches(expected, reply.revision) else {
                throw Problem(
                    .changedMeanwhile,
                    detail: "The policy is at revision \(reply.revision) now; look at the "
                        + "differences again.",
                    japanese: "方針は改訂 \(reply.revision) になっています。差分をもう一度確かめてください。"
                )
            }
            let order = Order(.applyPolicy(new.document))
            reply.record = try await parts.desk.carryOut(order, by: bearer.person).accepted()
            reply.revision = try await parts.registry.policyRevision()
            return try Reply.json(reply, headers: [.eTag: Self.tag(reply.revision)])
        }
    }

    private func document(_ request: Request) async throws -> Reviewed<Policy> {
        let text = try await request.text(as: Self.types, upTo: limits.policyBytes)
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
        return PolicyReply(
            revision: revision,
            changes: old.differences(to: comparable).map(PolicyChange.init),
            warnings: new.warnings.map(MistakeReply.init)
        )
    }

    private static func tag(_ revision: Int64) -> String { "\"\(revision)\"" }

    private static func matches(_ expected: String, _ revision: Int64) -> Bool {
        let tags = expected.filter { $0 != " " }.split(separator: ",").map(String.init)
        return tags.contains("*") || tags.contains(tag(revision))
    }
}
