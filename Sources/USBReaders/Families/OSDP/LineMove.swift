// SPDX-License-Identifier: Apache-2.0
import Access

/// What the talk on a line wants done.
enum LineMove: Equatable {
    /// Bytes for the line.
    case send([UInt8])
    /// Something for the controller.
    case say(Read)
    /// Keep a key that a reader is about to get; ``BusConversation/kept(_:_:at:)`` is told when it is.
    case keep(ReaderKey, ReaderID)
    /// The key that was kept last is the reader's own from now on.
    case settle(ReaderID)
    /// The key that was kept last was refused, and is nobody's.
    case discard(ReaderID)
    /// A peripheral said what it is, which nothing proves; its reader and keypad by name.
    case identified([ReaderID], OSDPReply.Identity)
    /// Something for the log: no number, no key, no digit.
    case note(ReaderID, String)
}

/// The keys of one reader that are known: its own, and one that it may have got when pairing broke off.
struct KnownKeys: Equatable {
    var own: ReaderKey?
    var pending: ReaderKey?
    /// Why a key that is there cannot be used.
    var fault: String?

    /// Whether it has a key of its own, if only one that cannot be used.
    var isPaired: Bool { own != nil || fault != nil }
    /// In the order in which they are tried.
    var all: [ReaderKey] { [pending, own].compactMap { $0 } }
}

/// How long things may take on a line.
enum OSDPTiming {
    /// Between two questions to the same peripheral.
    static let poll = Duration.milliseconds(50)
    /// Until a reply begins.
    static let reply = Duration.milliseconds(200)
    /// How often the same command is sent, within a channel.
    static let attempts = 3
    /// Between a reply and the next command on the line.
    static let turnaround = Duration.milliseconds(2)
    /// Without a believed word for so long, a peripheral is lost.
    static let silence = Duration.milliseconds(1500)
    /// Nor does one count as served that makes channel after channel, and says nothing in any.
    static let barrenness = Duration.seconds(3)
    /// How often housing and supply are asked for: a report of them may get lost.
    static let status = Duration.seconds(2)
    /// For how long nothing is believed after somebody touched the line.
    static let quarantine = Duration.seconds(10)
    /// How often a peripheral is tried that proves not to be the right one.
    static let retrial = Duration.seconds(1)
    /// Until a busy peripheral is asked again, and until a dropped channel is begun anew.
    static let pause = Duration.milliseconds(50)
    /// Between two attempts at peripherals that are not there, while others want the line.
    static let courtesy = Duration.milliseconds(400)
    /// Within which so many broken MACs are no accident.
    static let strikes = (count: 3, within: Duration.seconds(60))

    /// The pause after so many failed attempts: 100 ms at first, at most 1 s.
    static func backOff(_ attempts: Int) -> Duration {
        min(.milliseconds(100) * (1 << min(attempts, 4)), .seconds(1))
    }
}
