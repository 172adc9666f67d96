// SPDX-License-Identifier: Apache-2.0

/// What a door answers to one read, once all that follows has been done.
public enum Answer: Sendable, Hashable {
    /// Come in; or, at an exit, go out.
    case granted
    /// The escort is awaited.
    case escortNeeded
    /// The PIN is awaited.
    case pinNeeded
    /// No, and why.
    case denied(Reason)
    /// Nothing has changed.
    case ignored
}
