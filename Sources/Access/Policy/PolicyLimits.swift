// SPDX-License-Identifier: Apache-2.0

/// The bounds of what a policy may say (L14).
public enum PolicyLimits {
    /// The longest name of a thing, in characters.
    public static let id = 64
    /// The longest name of a person, room, department or company.
    public static let name = 200
    /// The longest free text: a reason, a necessity, a basis.
    public static let text = 1000
    /// The most entries of one list within a row.
    public static let list = 500
    /// How many visitors one escort may attend.
    public static let visitorsPerEscort = 1...20
    /// How many people a room may hold.
    public static let capacity = 1...10_000
    /// How many wrong PINs in a row may lock one.
    public static let pinAttempts = 1...20
    /// For how many seconds visitors may be without their escort before the alarm.
    public static let unattendedGap = 0...300
    /// How many entries an approval may give.
    public static let entries = 1...1000
    /// How many digits a PIN has.
    public static let pinDigits = 4...16
    /// After how many months a designation may have to be confirmed.
    public static let reviewMonths: Set = [6, 12]
    /// The longest window of an approval of one visit, in days.
    public static let visitDays = 7
    /// The longest window of an approval without a limit of entries (rule.md A.4), in days.
    public static let standingDays = 31
}
