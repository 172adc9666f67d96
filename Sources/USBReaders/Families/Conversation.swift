// SPDX-License-Identifier: Apache-2.0
import Access

/// One family's protocol with one device: bytes and time in, moves out.
///
/// Pure, so that a transcript drives it as a device does. The transport claims the seat, keeps its
/// IN transfer posted, carries out the moves in order and knows nothing of what the bytes mean.
protocol Conversation {
    /// The device has just been claimed.
    mutating func begin() -> [Move]
    /// The IN endpoint gave a transfer.
    mutating func received(_ bytes: [UInt8], at instant: Instant) -> [Move]
    /// Time has passed.
    mutating func timePassed(to now: Instant) -> [Move]
    /// When time must be told next.
    var deadline: Instant? { get }
}

/// What a conversation wants done.
enum Move: Equatable {
    /// Something for the controller.
    case say(Read.Content)
    /// A control request without an answer; a device that stalls it is forgiven.
    case request(ControlRequest)
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

    /// The setup packet as it goes over the wire.
    var packet: [UInt8] {
        [
            type, request, UInt8(value & 0xFF), UInt8(value >> 8), UInt8(index & 0xFF),
            UInt8(index >> 8), 0, 0,
        ]
    }
}

/// Where in a device a family speaks.
struct Seat: Hashable {
    /// The interface that it speaks on.
    let interface: UInt8
    /// All interfaces that must be taken from the kernel, that one among them.
    let claims: [UInt8]
    /// The interrupt IN endpoint.
    let input: UInt8
    /// The endpoint's packet size.
    let packetSize: Int
}
