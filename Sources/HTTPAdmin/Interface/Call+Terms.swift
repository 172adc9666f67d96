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
        if let written = request.headers[.ifMatch] {
            return Set(try Self.tags(written).map { RowTag($0) })
        }
        switch endpoint.condition {
        case .none, .tagged, .mayMatch: return nil
        case .mustMatch where request.headers[.ifNoneMatch] == "*": return []
        case .mustMatch, .mustMatchState:
            throw Problem(
                .revisionMissing,
                detail: "Send the ETag of what is to be changed as If-Match"
                    + (isNew ? ", or If-None-Match: * for something new." : "."),
                japanese: "変更するものの ETag を If-Match として送ってください。"
                    + (isNew ? "新しいものには If-None-Match: * を送ります。" : "")
            )
        }
    }

    private var isNew: Bool {
        if case .mustMatch = endpoint.condition { true } else { false }
    }

    /// The tags in a header, without their quotes; `*` stands for any.
    static func tags(_ written: String) throws -> [String] {
        guard written.utf8.count <= 1000 else {
            throw Problem.malformed(
                "If-Match is longer than 1000 bytes.",
                "If-Match が 1000 バイトを超えています。"
            )
        }
        return written.split(separator: ",").map { tag in
            var tag = tag.drop { $0 == " " }
            while tag.last == " " { tag.removeLast() }
            if tag.hasPrefix("W/") { tag = tag.dropFirst(2) }
            let isQuoted = tag.count >= 2 && tag.hasPrefix("\"") && tag.hasSuffix("\"")
            return String(isQuoted ? tag.dropFirst().dropLast() : tag)
        }
    }
}
