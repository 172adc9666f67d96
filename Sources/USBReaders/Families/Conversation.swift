// SPDX-License-Identifier: Apache-2.0
import Access

/// One family's protocol with one device: bytes and time in, moves out.
///
/// Pure, so that a transcript drives it as a device does. The transport claims the seat, keeps its
/// IN transfers posted, carries out the moves in order and knows nothing of what the bytes mean. How
/// long an answer may take is the conversation's own affair, by its ``deadline``.
protocol Conversation {
    /// The device has just been claimed.
    mutating func begin(at instant: Instant) -> [Move]
    /// The device gave a transfer, or the answer to a control request.
    ///
    /// A control request that the device stalls is answered by nothing: the device lives.
    mutating func received(_ bytes: [UInt8], from pipe: Pipe, at instant: Instant) -> [Move]
    /// A transfer failed; what was lost with it, nobody knows.
    mutating func missed(on pipe: Pipe, at instant: Instant) -> [Move]
    /// Time has passed.
    mutating func timePassed(to now: Instant) -> [Move]
    /// The door shows something, which the device may show too.
    mutating func show(_ indication: Indication, at instant: Instant) -> [Move]
    /// When time must be told next.
    var deadline: Instant? { get }
    /// Which cards rest in the field; handed on to the next conversation of the same reader.
    var presence: CardPresence? { get set }
}

extension Conversation {
    /// Most devices tell no card twice.
    var presence: CardPresence? {
        get { nil }
        set {}
    }

    /// Most devices have nothing to show with.
    mutating func show(_ indication: Indication, at instant: Instant) -> [Move] { [] }
}

/// A way between the host and a device.
enum Pipe: Equatable {
    /// The bulk IN endpoint.
    case bulk
    /// The interrupt IN endpoint.
    case interrupt
    /// The control endpoint.
    case control
    /// The bulk OUT endpoint.
    case output
}

/// What a conversation wants done.
enum Move: Equatable {
    /// Something for the controller.
    case say(Read.Content)
    /// The device answers as it should; before this it does not count as served.
    case ready
    /// The device told its firmware.
    case firmware(String)
    /// A control request; one follows another, and each is answered or missed within a second.
    case request(ControlRequest)
    /// A message for the bulk OUT endpoint, with a zero-length packet after whole packets.
    case send([UInt8])
    /// The device is given up: it is let go, its reader is lost, and it is tried anew.
    case fail(String)
}

/// A control request that sends nothing but itself.
struct ControlRequest: Equatable {
    /// `bmRequestType`.
    let type: UInt8
    /// `bRequest`.
    let request: UInt8
    /// `wValue`.
    let value: UInt16
    /// `wIndex`.
    let index: UInt16
    /// `wLength`: how many bytes are asked for; 0 where bit 7 of the type is clear.
    var length: UInt16 = 0

    /// The setup packet as it goes over the wire.
    var packet: [UInt8] {
        [type, request] + [value, index, length].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
}

/// Where in a device a family speaks.
struct Seat: Hashable {
    /// The interface that it speaks on.
    let interface: UInt8
    /// All interfaces that must be taken from the kernel, that one among them.
    let claims: [UInt8]
    /// The bulk IN endpoint, where the family has one.
    var bulk: USBDevice.Endpoint?
    /// The interrupt IN endpoint, where the family has one.
    var interrupt: USBDevice.Endpoint?
    /// The bulk OUT endpoint, where the family has one.
    var output: USBDevice.Endpoint?
    /// The longest message that the device may send, in bytes; rounded up to whole packets.
    var longest = 0
}
