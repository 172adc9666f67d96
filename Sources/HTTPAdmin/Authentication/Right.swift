// SPDX-License-Identifier: Apache-2.0

/// What a request asks to be allowed; every endpoint names one (L8).
///
/// The raw values are stable: the interface's document and `/v1/me` name them.
enum Right: String, Sendable, CaseIterable {
    /// To show the claim: the only request without a token.
    case claim
    /// To be somebody: what every token may.
    case beSomebody = "be-somebody"
    /// To read the metrics.
    case readMetrics = "read-metrics"
    /// To see how the hardware stands.
    case seeHardware = "see-hardware"
    /// To see people and their rights; a section head's own rooms only.
    case seePeople = "see-people"
    /// To see records and badges.
    case readAll = "read-all"
    /// To read the policy document.
    case readPolicy = "read-policy"
    /// To see what is due for review; a section head's own rooms only.
    case review
    /// To ask why; the ledger judges about what.
    case explain
    /// To put a policy into force.
    case applyPolicy = "apply-policy"
    /// To read a badge at a reader that opens nothing meanwhile.
    case enrol
    /// To give an order; the ledger judges which, and records that it was given.
    case order
}
