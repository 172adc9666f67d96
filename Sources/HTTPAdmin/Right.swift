// SPDX-License-Identifier: Apache-2.0

/// What a request asks to be allowed; every endpoint names one (L8).
enum Right: Sendable, CaseIterable {
    /// To show the claim: the only request without a token.
    case claim
    /// To see how the hardware stands.
    case seeHardware
    /// To see people, records and the policy.
    case readAll
    /// To put a policy into force.
    case applyPolicy
    /// To read a badge at a reader that opens nothing meanwhile.
    case enrol
    /// To give an order; the ledger judges which.
    case order
}
