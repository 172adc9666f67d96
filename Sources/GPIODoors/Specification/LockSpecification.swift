// SPDX-License-Identifier: Apache-2.0

/// A lock's line, and what its voltage means.
public struct LockSpecification: Sendable, Hashable {
    /// The line that drives the lock's relay or panel; high energises.
    public let line: LineSpecification
    /// When the lock lets go.
    public let releases: Release
    /// How long the line is driven at a release; `nil` where it is driven as long as the release lasts.
    public let pulse: Duration?

    /// When a lock lets go.
    public enum Release: String, Sendable, CaseIterable {
        /// While current flows (通電時解錠型): without power it holds.
        case energised
        /// While no current flows (通電時施錠型): without power it lets go.
        case deEnergised = "de-energised"
    }

    /// Describes a lock's line.
    public init(line: LineSpecification, releases: Release, pulse: Duration? = nil) {
        self.line = line
        self.releases = releases
        self.pulse = pulse
    }

    /// Whether a low line releases: "active" is "released" for every lock, and inactive is its safe level.
    var isActiveLow: Bool { releases == .deEnergised }
}
