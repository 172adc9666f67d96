// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import HTTPTypes
import Hummingbird

extension Call {
    /// The terms that the request sets for its order: once under a key, on a state, or for trial.
    func terms() throws -> OrderTerms {
        OrderTerms(
            idempotencyKey: try idempotencyKey(),
            expectedTags: try expectedTags(),
            isTrial: isTrial
        )
    }

    private func idempotencyKey() throws -> String? {
        guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name] else {
            return nil
        }
        let isPlain = key.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard isPlain, (1...OrderTerms.longestKey).contains(key.utf8.count) else {
            throw Problem.malformed(
                "Idempotency-Key must have 1 to \(OrderTerms.longestKey) visible ASCII characters.",
                "Idempotency-Key は 1〜\(OrderTerms.longestKey) 文字の英数字・記号です。"
            )
        }
        return key
    }

    /// What the row must be for the change to be made.
    private func expectedTags() throws -> Set<RowTag>? {
        switch endpoint.condition {
        case .none, .tagged: return nil
        case .mayMatch, .mustMatch, .mustMatchState: break
        }
        if endpoint.condition.isNew, let written = request.headers[.ifNoneMatch],
            written != EntityTags.any
        {
            throw Problem.malformed("If-None-Match must be *.", "If-None-Match は * です。")
        }
        if let named = try tags(.ifMatch)?.texts {
            guard endpoint.condition != .mustMatchState || named != [EntityTags.any] else {
                throw Problem.malformed(
                    "If-Match must name the state that is to be changed; * names none.",
                    "If-Match には変更する状態の ETag を書きます。* では分かりません。"
                )
            }
            return Set(named.map { RowTag($0) })
        }
        switch endpoint.condition {
        case .none, .tagged, .mayMatch: return nil
        case .mustMatch where request.headers[.ifNoneMatch] == EntityTags.any: return []
        case .mustMatch, .mustMatchState:
            let isNew = endpoint.condition.isNew
            throw Problem(
                .revisionMissing,
                detail: "Send the ETag of what is to be changed as If-Match"
                    + (isNew ? ", or If-None-Match: * for something new." : "."),
                japanese: "変更するものの ETag を If-Match として送ってください。"
                    + (isNew ? "新しいものには If-None-Match: * を送ります。" : "")
            )
        }
    }

    /// The entity tags in a header; `nil` where it is not there.
    func tags(_ name: HTTPField.Name) throws -> EntityTags? {
        guard let written = request.headers[name] else { return nil }
        guard let tags = EntityTags(written) else {
            throw Problem.malformed(
                "\(name) must be * or entity tags in quotes, as an ETag has them.",
                "\(name) は * か、ETag のとおり引用符で囲んだタグです。"
            )
        }
        return tags
    }
}

extension Endpoint.Condition {
    /// Whether there may be nothing yet.
    var isNew: Bool { self == .mustMatch }
}
