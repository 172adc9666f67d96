// SPDX-License-Identifier: Apache-2.0

/// The kinds of problems.
///
/// The raw values are stable: they end the kind's URI.
public enum ProblemKind: String, Sendable, CaseIterable {
    /// The request itself cannot be understood.
    case malformedRequest = "malformed-request"
    /// No token, or one that is not known, has expired or was revoked.
    case notAuthenticated = "not-authenticated"
    /// The offices held now do not allow it.
    case notAllowed = "not-allowed"
    /// Nothing is at this path.
    case notFound = "not-found"
    /// The path does not know this method.
    case methodNotAllowed = "method-not-allowed"
    /// No badge was presented in time.
    case noBadge = "no-badge"
    /// Somebody else changed it first.
    case changedMeanwhile = "changed-meanwhile"
    /// The body is longer than is taken.
    case tooLarge = "too-large"
    /// The body is of another media type.
    case unsupportedMediaType = "unsupported-media-type"
    /// The document has mistakes.
    case mistakes
    /// The order is well formed, and the rules do not allow what it says.
    case againstRules = "against-rules"
    /// What the order names is not in a state for it.
    case unfit
    /// A change must say which revision, or which state of a row, it starts from.
    case revisionMissing = "revision-missing"
    /// The idempotency key was used for something else.
    case keyReused = "key-reused"
    /// Too many wrong tokens or claims.
    case throttled
    /// Too many requests under one token.
    case tooManyRequests = "too-many-requests"
    /// Something failed inside; it is in the service's log.
    case internalFault = "internal-fault"
    /// The journal cannot be read or written now.
    case journalUnavailable = "journal-unavailable"
    /// Too many requests at once.
    case busy

    /// What the URI of every kind begins with.
    public static let prefix = "urn:tachiai:problem:"

    /// The kind's URI.
    public var uri: String { Self.prefix + rawValue }

    /// The HTTP status that goes with it.
    public var status: Int {
        switch self {
        case .malformedRequest: 400
        case .notAuthenticated: 401
        case .notAllowed: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .noBadge, .unfit, .againstRules, .keyReused: 409
        case .changedMeanwhile: 412
        case .tooLarge: 413
        case .unsupportedMediaType: 415
        case .mistakes: 422
        case .revisionMissing: 428
        case .throttled, .tooManyRequests: 429
        case .internalFault: 500
        case .journalUnavailable, .busy: 503
        }
    }

    /// The kind in a few English words.
    public var title: String {
        switch self {
        case .malformedRequest: "The request cannot be understood"
        case .notAuthenticated: "A valid token is needed"
        case .notAllowed: "The offices held now do not allow it"
        case .notFound: "Nothing is here"
        case .methodNotAllowed: "The path does not know this method"
        case .noBadge: "No badge was presented in time"
        case .unfit: "It is not in a state for this order"
        case .changedMeanwhile: "It has been changed meanwhile"
        case .tooLarge: "The body is too long"
        case .unsupportedMediaType: "The body is of another media type"
        case .mistakes: "There are mistakes in it"
        case .againstRules: "The rules do not allow it"
        case .revisionMissing: "The state to start from is missing"
        case .keyReused: "The idempotency key was used for something else"
        case .throttled: "Too many wrong attempts"
        case .tooManyRequests: "Too many requests"
        case .internalFault: "Something failed inside"
        case .journalUnavailable: "The journal is unavailable"
        case .busy: "Too many requests at once"
        }
    }
}
