// SPDX-License-Identifier: Apache-2.0

/// A page of a list.
public struct PageReply<Item: Codable & Sendable & Hashable>: Codable, Sendable, Hashable {
    /// What is on it.
    public var items: [Item]
    /// What `after` must say for the next page; missing on the last.
    public var next: String?

    /// Puts a page together.
    public init(items: [Item], next: String? = nil) {
        self.items = items
        self.next = next
    }
}
