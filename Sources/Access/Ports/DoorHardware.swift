// SPDX-License-Identifier: Apache-2.0

/// A door's lock.
///
/// Opening asks for a right, closing never does (L2).
///
/// What "released" means in volts is the adapter's affair.
public protocol Lock: Sendable {
    /// Lets go, for a grant that is on record (L1).
    func release(under permit: borrowing Permit) throws(HardwareFault)
    /// Lets go for somebody who leaves (L4).
    func release(for egress: borrowing Egress) throws(HardwareFault)
    /// Lets go under the officer's order, which is on record.
    func release(under order: borrowing HoldOpen) throws(HardwareFault)
    /// Holds. Needs nothing, may be called at any time and repeatedly.
    func secure() throws(HardwareFault)
}

/// A door's lamps and buzzer.
public protocol Indicator: Sendable {
    /// Shows one of the indications at the door; a fault of a lamp stops nothing.
    func show(_ indication: Indication)
}

/// What a door may show: granted or not, with "wait" between (DESIGN §6).
///
/// Reasons go to the journal.
public enum Indication: Sendable, Hashable, CaseIterable {
    /// Nothing: locked, at rest.
    case secured
    /// Green: come in.
    case granted
    /// Amber: the escort, or a PIN, is needed.
    case waiting
    /// Red: no.
    case denied
    /// A key was pressed; alike for every key.
    case key
    /// The door stands open too long.
    case heldOpenWarning
    /// The door's alarm.
    case alarm
    /// A reader or keypad of the entry side is not served: nobody is let in before it is back.
    case unserved
}

/// What a door's inputs and the board's inputs say.
public struct DoorInput: Sendable, Hashable {
    /// What happened.
    public let change: Change
    /// When, by the kernel's own stamp where there is one.
    public let instant: Instant

    /// Puts an input together.
    public init(_ change: Change, instant: Instant) {
        self.change = change
        self.instant = instant
    }

    /// What happened.
    public enum Change: Sendable, Hashable {
        /// A door's contact opened or closed.
        case contact(DoorID, isOpen: Bool)
        /// A door's exit button was pressed.
        case exitButton(DoorID)
        /// The fire alarm's line went on or off.
        case fire(Bool)
        /// The housing's tamper line went on or off.
        case tamper(Bool)
        /// A line could not be read any more; the text says which call failed.
        case fault(DoorID?, String)
    }
}

/// Where inputs come from: the lines of a board, or their twin.
public protocol InputPort: Sendable {
    /// The inputs of the whole board, in order, the levels at start first; bounded (L14).
    ///
    /// It is iterated once.
    var inputs: AsyncStream<DoorInput> { get }
}

/// A line or a device did not do what it was told.
public struct HardwareFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The C call, the device, the line and the error's text; no secret.
    public let description: String

    /// Describes a fault.
    public init(_ description: String) {
        self.description = description
    }
}
