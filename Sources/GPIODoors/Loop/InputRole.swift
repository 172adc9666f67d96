// SPDX-License-Identifier: Apache-2.0
import Access

/// What an input is there for.
enum InputRole: Sendable, Hashable {
    case contact(DoorID)
    case exitButton(DoorID)
    case fire
    case tamper

    /// What a level means to the door; letting go of a button means nothing.
    func change(isActive: Bool) -> DoorInput.Change? {
        switch self {
        case .contact(let door): .contact(door, isOpen: isActive)
        case .exitButton(let door): isActive ? .exitButton(door) : nil
        case .fire: .fire(isActive)
        case .tamper: .tamper(isActive)
        }
    }

    /// What a level means when it is read for the first time: a button that is already pressed may be stuck.
    func firstChange(isActive: Bool) -> DoorInput.Change? {
        if case .exitButton = self { nil } else { change(isActive: isActive) }
    }

    var door: DoorID? {
        switch self {
        case .contact(let door), .exitButton(let door): door
        case .fire, .tamper: nil
        }
    }

    /// What messages call it.
    var purpose: String {
        switch self {
        case .contact(let door): "contact of door \(door)"
        case .exitButton(let door): "exit button of door \(door)"
        case .fire: "fire alarm input"
        case .tamper: "tamper input"
        }
    }
}
