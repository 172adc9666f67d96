// SPDX-License-Identifier: Apache-2.0

/// What `tachiai` says to the shell; documented in its help.
enum ShellStatus: Int32, CaseIterable {
    /// Done.
    case done = 0
    /// The service refused, somebody said no, nothing bears that number or name, or there are differences.
    case refused = 1
    /// The command line or a file has a mistake.
    case usage = 2
    /// The service cannot be reached.
    case unreachable = 3
    /// No valid token, or the offices held now do not allow it.
    case notAllowed = 4
    /// The service failed inside.
    case failed = 5
    /// The board shows another certificate than the one that was pinned.
    case stranger = 6
}
