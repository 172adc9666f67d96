// SPDX-License-Identifier: Apache-2.0

/// The paths of the admin API; the version stands in each, from the start.
public enum APIPath {
    /// The version of all that is under it: what it says may grow, never change.
    public static let version = "v1"

    /// Exchanges the claim for the first token.
    public static let claim = "/v1/claim"
    /// How the board stands.
    public static let status = "/v1/status"
    /// Pages of the journal.
    public static let journal = "/v1/journal"
    /// The journal as it grows, as server-sent events.
    public static let journalEvents = "/v1/journal/events"
    /// The policy document.
    public static let policy = "/v1/policy"
    /// What a policy document would change.
    public static let policyDiff = "/v1/policy/diff"
    /// The next badge at a reader.
    public static let badgeReads = "/v1/badge-reads"
    /// Who is inside.
    public static let presence = "/v1/presence"
    /// The alarms that stand.
    public static let alarms = "/v1/alarms"
    /// Orders, by their verb.
    public static let orders = "/v1/orders"
}
