// SPDX-License-Identifier: Apache-2.0
public import Access

/// How a token stands; the token itself was shown once and is not kept (L10).
public struct IssuedToken: Sendable, Hashable {
    /// Its number, by which it is revoked.
    public let number: Int64
    /// Whose it is.
    public let person: PersonID
    /// What it is for.
    public let label: String
    /// When it was issued.
    public let issued: Timestamp
    /// When it ends by itself.
    public let expires: Timestamp?
    /// When it was last used, to the minute.
    public let used: Timestamp?
    /// When it was revoked.
    public let revoked: Timestamp?
}
