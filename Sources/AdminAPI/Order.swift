// SPDX-License-Identifier: Apache-2.0

/// An order that is on record and in force, or was tried without being carried out.
public struct OrderReply: Codable, Sendable, Hashable {
    /// The number of its record; missing after a trial.
    public var record: Int64?
    /// The id of the designation or visit that it is about, where the request's path does not say it.
    public var id: String?
    /// Whether it was a trial (`dryRun=true`): judged, and neither recorded nor in force.
    public var dryRun: Bool?

    /// Puts it together.
    public init(record: Int64? = nil, id: String? = nil, dryRun: Bool? = nil) {
        self.record = record
        self.id = id
        self.dryRun = dryRun
    }
}

/// An order of which the path says all but why.
public struct ReasonRequest: Codable, Sendable, Hashable {
    /// Why.
    public var reason: String?

    /// Puts it together.
    public init(reason: String? = nil) {
        self.reason = reason
    }
}
