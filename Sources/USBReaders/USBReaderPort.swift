// SPDX-License-Identifier: Apache-2.0
public import Access
public import Logging

/// The USB readers and keypads of a board.
///
/// It serves them from the moment it is made, on a thread of its own: each is claimed from the
/// kernel as soon as it is there, and again whenever it returns. Whatever is wrong with one device
/// is told by ``reads`` and concerns no other.
public final class USBReaderPort: ReaderPort {
    /// The reads of all readers and keypads, in order; the newest 64 are kept.
    ///
    /// The first thing said of each reader is whether it is served.
    public let reads: AsyncStream<Read>

    private let signal = LoopSignal()
    private let end = ThreadEnd()

    /// How many reads wait for whoever iterates (L14).
    static let capacity = 64

    /// Begins to serve the readers of a board.
    ///
    /// - Parameters:
    ///   - specifications: the readers and keypads; no two with one id or one port.
    ///   - authenticator: who proves cards genuine; without it, identifiers are all that is read.
    ///   - log: where faults are told; neither numbers nor keys ever are.
    public init(
        _ specifications: [ReaderSpecification],
        proving authenticator: (any CardAuthenticator)? = nil,
        log: Logger
    ) {
        let (reads, continuation) = AsyncStream.makeStream(
            of: Read.self,
            bufferingPolicy: .bufferingNewest(Self.capacity)
        )
        self.reads = reads
        let (signal, end) = (signal, end)
        end.start {
            ReaderLoop(specifications, proving: authenticator, signal: signal, log: log) {
                continuation.yield($0)
            }.run()
            continuation.finish()
        }
    }

    deinit { signal.stop() }

    /// Lets a reader that has lamps or a buzzer of its own show what its door shows.
    public func show(_ indication: Indication, at reader: ReaderID) {
        signal.ask(.show(indication, at: reader))
    }

    /// Lets go of every device and ends the reads.
    ///
    /// The devices are not given back to the kernel: a reader must not type into a console.
    public func stop() async {
        signal.stop()
        await end.wait()
    }
}
