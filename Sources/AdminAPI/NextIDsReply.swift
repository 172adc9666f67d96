// SPDX-License-Identifier: Apache-2.0

/// The ids that the next papers may have: a proposal, which somebody quicker may take first.
public struct NextIDsReply: Codable, Sendable, Hashable {
    /// Of a designation.
    public var designation: String
    /// Of a visit or a request.
    public var visit: String

    /// Puts both together.
    public init(designation: String, visit: String) {
        self.designation = designation
        self.visit = visit
    }
}
