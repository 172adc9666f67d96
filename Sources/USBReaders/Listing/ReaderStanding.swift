// SPDX-License-Identifier: Apache-2.0
import Access
import Synchronization

/// How a reader stands, as far as has been told.
public struct ReaderStanding: Sendable, Hashable {
    /// Whether it answers as it should.
    public var isServed = false
    /// Why it does not; the text names call, place and remedy.
    public var cause: String?
    /// What its device says that it is, where its protocol has a word for it; nothing proves it.
    public var identity: String?
    /// What its device said of its firmware.
    public var firmware: String?

    /// A reader of which nothing is known yet.
    public init() {}
}

/// How the readers of a port stand; told by its threads, asked by whoever lists them.
final class Standings: Sendable {
    private let state = Mutex<[ReaderID: ReaderStanding]>([:])

    /// All that has been told.
    var all: [ReaderID: ReaderStanding] { state.withLock { $0 } }

    /// A reader's device said what its firmware is.
    func told(firmware: String, of reader: ReaderID) {
        state.withLock { $0[reader, default: ReaderStanding()].firmware = firmware }
    }

    /// A reader's device said what it is, and what its firmware is.
    func told(identity: String, firmware: String, of reader: ReaderID) {
        state.withLock {
            $0[reader, default: ReaderStanding()].identity = identity
            $0[reader]?.firmware = firmware
        }
    }

    /// A reader said something that shows how it stands.
    func told(_ read: Read) {
        let (isServed, cause): (Bool, String?)
        switch read.content {
        case .back: (isServed, cause) = (true, nil)
        case .lost(let text), .tampered(let text): (isServed, cause) = (false, text)
        default: return
        }
        state.withLock { standings in
            standings[read.reader, default: ReaderStanding()].isServed = isServed
            standings[read.reader]?.cause = cause
        }
    }
}
