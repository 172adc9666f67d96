// SPDX-License-Identifier: Apache-2.0
import Access

/// A protocol that readers speak; the raw value is its name in the board file.
///
/// A further family is a folder beside `HIDKeyboard`, a ``Conversation`` in it, and a case here.
public enum ReaderFamily: String, Sendable, CaseIterable {
    /// Keyboard-wedge readers and numeric keypads: the HID boot keyboard.
    case hidKeyboard = "hid-keyboard"
    /// Sony RC-S380.
    case rcS380 = "rc-s380"
    /// Sony RC-S300, and the like.
    case rcS300 = "rc-s300"
    /// Readers of the CCID class, for cards without contacts.
    case ccid

    /// Whether a device of this family can be there for that.
    public func takes(_ role: ReaderSpecification.Role) -> Bool {
        switch (self, role) {
        case (.hidKeyboard, .badges), (.hidKeyboard, .keys): true
        case (.rcS380, .cards), (.rcS300, .cards), (.ccid, .cards): true
        case (.hidKeyboard, .cards): false
        case (.rcS380, _), (.rcS300, _), (.ccid, _): false
        }
    }

    /// Where a device speaks this protocol; `nil` if it does not.
    func seat(in device: USBDevice) -> Seat? {
        switch self {
        case .hidKeyboard: HIDKeyboard.seat(in: device)
        case .rcS380: RCS380.seat(in: device)
        case .rcS300: RCS300.seat(in: device)
        case .ccid: CCIDReader.seat(in: device)
        }
    }

    /// The protocol's side of a freshly claimed device.
    ///
    /// - Parameters:
    ///   - seat: where it speaks.
    ///   - device: what it is.
    ///   - specification: what the board file says of it.
    ///   - authenticator: who proves cards genuine, where somebody does.
    /// - Returns: the conversation, which has not begun.
    func makeConversation(
        on seat: Seat,
        of device: USBDevice,
        for specification: ReaderSpecification,
        proving authenticator: (any CardAuthenticator)?
    ) -> any Conversation {
        switch self {
        case .hidKeyboard: HIDKeyboard(on: seat, for: specification.role)
        case .rcS380: RCS380(for: specification, proving: authenticator)
        case .rcS300: RCS300(for: specification, proving: authenticator)
        case .ccid:
            CCIDReader(on: seat, of: device, for: specification, proving: authenticator)
        }
    }
}
