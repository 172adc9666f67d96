// SPDX-License-Identifier: Apache-2.0

/// A protocol that readers speak; the raw value is its name in the board file.
///
/// A further family is a folder beside `HIDKeyboard`, a ``Conversation`` in it, and a case here.
public enum ReaderFamily: String, Sendable, CaseIterable {
    /// Keyboard-wedge readers and numeric keypads: the HID boot keyboard.
    case hidKeyboard = "hid-keyboard"

    /// Where a device speaks this protocol; `nil` if it does not.
    func seat(in device: USBDevice) -> Seat? {
        switch self {
        case .hidKeyboard: HIDKeyboard.seat(in: device)
        }
    }

    /// The protocol's side of a freshly claimed device.
    func makeConversation(on seat: Seat, for role: ReaderSpecification.Role) -> any Conversation {
        switch self {
        case .hidKeyboard: HIDKeyboard(on: seat, for: role)
        }
    }
}
