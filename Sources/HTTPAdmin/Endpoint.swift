// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Hummingbird

/// One method at one path; it can't be described without the right that it needs.
struct Endpoint: Sendable {
    let method: HTTPRequest.Method
    let path: String
    let right: Right
    let answer: Answer

    /// How a request is answered.
    enum Answer: Sendable {
        /// To anybody: the claim.
        case anybody(@Sendable (Request) async throws -> Response)
        /// To who holds a token and the right.
        case bearer(@Sendable (Request, Bearer) async throws -> Response)
    }

    /// An endpoint for bearers of tokens.
    init(
        _ method: HTTPRequest.Method,
        _ path: String,
        for right: Right,
        answer: @escaping @Sendable (Request, Bearer) async throws -> Response
    ) {
        self.method = method
        self.path = path
        self.right = right
        self.answer = .bearer(answer)
    }

    /// The endpoint of the claim.
    init(claimAt path: String, answer: @escaping @Sendable (Request) async throws -> Response) {
        method = .post
        self.path = path
        right = .claim
        self.answer = .anybody(answer)
    }
}
