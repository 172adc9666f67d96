// SPDX-License-Identifier: Apache-2.0

/// On what terms an order is given; the ledger holds to them inside the order's own transaction.
public struct OrderTerms: Sendable, Hashable {
    /// The longest idempotency key, in characters (L14).
    public static let longestKey = 200
    /// For how long a key is remembered.
    public static let memory = Duration.seconds(86_400)

    /// The same author's order under the same key is carried out once; later ones get the first outcome.
    public let idempotencyKey: String?
    /// The tags of which the row that the order is about must bear one.
    ///
    /// `nil`: whatever it is. ``RowTag/present``: it must be there. Empty: it must not be there yet.
    public let expectedTags: Set<RowTag>?
    /// Whether all is judged and nothing done or recorded.
    public let isTrial: Bool

    /// Puts terms together; without any, the order is simply carried out.
    public init(
        idempotencyKey: String? = nil,
        expectedTags: Set<RowTag>? = nil,
        isTrial: Bool = false
    ) {
        self.idempotencyKey = idempotencyKey
        self.expectedTags = expectedTags
        self.isTrial = isTrial
    }

    /// Whether the terms take a row as it is; `nil`: there is none.
    public func admit(_ tag: RowTag?) -> Bool {
        guard let expectedTags else { return true }
        guard let tag else { return expectedTags.isEmpty }
        return expectedTags.contains(tag) || expectedTags.contains(.present)
    }
}

/// What tells one state of a row from another: it changes whenever the row does.
public struct RowTag: Sendable, Hashable {
    /// The tag, in characters that an ETag may have.
    public let text: String

    /// Wraps a tag.
    public init(_ text: String) {
        self.text = text
    }

    /// Stands for whatever tag a row has, as long as it is there.
    public static let present = RowTag("*")
}
