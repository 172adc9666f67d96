// SPDX-License-Identifier: Apache-2.0
public import Access

/// What the admin API is made of: ports only.
public struct AdminParts: Sendable {
    /// The board's name.
    public let board: String
    /// Reads the ledger.
    public let registry: any Registry
    /// Knows whose a token is.
    public let tokens: any TokenKeeper
    /// Carries orders out.
    public let desk: any Desk
    /// Both clocks.
    public let time: any TimeSource
    /// The board's days.
    public let calendar: BoardCalendar

    /// Puts the parts together.
    public init(
        board: String,
        registry: any Registry,
        tokens: any TokenKeeper,
        desk: any Desk,
        time: any TimeSource,
        calendar: BoardCalendar
    ) {
        self.board = board
        self.registry = registry
        self.tokens = tokens
        self.desk = desk
        self.time = time
        self.calendar = calendar
    }

    /// The day that it is on the board.
    var today: CivilDate { calendar.local(time.now().wall).date }
}
