// SPDX-License-Identifier: Apache-2.0

/// What exchanges the claim for the first token.
public struct ClaimRequest: Codable, Sendable, Hashable {
    /// The claim that lies beside the database.
    public var claim: String
    /// Who will hold the token.
    public var person: String

    /// Puts a request together.
    public init(claim: String, person: String) {
        self.claim = claim
        self.person = person
    }
}
