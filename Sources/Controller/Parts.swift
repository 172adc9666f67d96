// SPDX-License-Identifier: Apache-2.0
public import Access
public import Logging

/// All that the controller works with; it knows the ports and not what is behind them.
public struct Parts: Sendable {
    /// The facts and the record.
    public var ledger: any Ledger
    /// Both clocks.
    public var time: any TimeSource
    /// The doors.
    public var doors: [DoorParts]
    /// Badges and keys.
    public var readers: any ReaderPort
    /// Contacts, buttons, fire and tamper.
    public var inputs: any InputPort
    /// How often attendance and the clock are looked at, though nothing happens.
    public var checkPeriod: Duration
    /// Where the service's own log goes; it never holds a number or a PIN (L10).
    public var log: Logger

    /// Puts the parts together.
    public init(
        ledger: any Ledger,
        time: any TimeSource,
        doors: [DoorParts],
        readers: any ReaderPort,
        inputs: any InputPort,
        checkPeriod: Duration = .seconds(60),
        log: Logger
    ) {
        self.ledger = ledger
        self.time = time
        self.doors = doors
        self.readers = readers
        self.inputs = inputs
        self.checkPeriod = checkPeriod
        self.log = log
    }
}

/// One door's hardware.
public struct DoorParts: Sendable {
    /// The door.
    public var door: Door
    /// Its lock.
    public var lock: any Lock
    /// Its lamps and buzzer.
    public var indicator: any Indicator

    /// Puts a door's parts together.
    public init(door: Door, lock: any Lock, indicator: any Indicator) {
        self.door = door
        self.lock = lock
        self.indicator = indicator
    }
}
