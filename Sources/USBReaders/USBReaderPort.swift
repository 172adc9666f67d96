// SPDX-License-Identifier: Apache-2.0
public import Access
public import Logging

/// The USB readers and keypads of a board, and those on its serial lines.
///
/// It serves them from the moment it is made, on a thread for USB and one for each line: each is
/// claimed from the kernel as soon as it is there, and again whenever it returns. Whatever is wrong
/// with one device is told by ``reads`` and concerns no other.
public final class USBReaderPort: ReaderPort {
    /// The reads of all readers and keypads, in order; the newest 64 are kept.
    ///
    /// The first thing said of each reader is whether it is served.
    public let reads: AsyncStream<Read>

    private let authenticator: (any CardAuthenticator)?
    private let cardReaders: Set<ReaderID>
    private let signal = LoopSignal()
    private let end = ThreadEnd()
    private let lines: SerialThreads
    private let told = Standings()

    /// How many reads wait for whoever iterates (L14).
    static let capacity = 64

    /// Begins to serve the readers of a board.
    ///
    /// - Parameters:
    ///   - specifications: the readers and keypads; no two with one id or one port.
    ///   - lines: the serial lines, and what is on them.
    ///   - authenticator: who proves cards genuine; without it, identifiers are all that is read.
    ///   - log: where faults are told; neither numbers nor keys ever are.
    public init(
        _ specifications: [ReaderSpecification],
        lines: SerialLines? = nil,
        proving authenticator: (any CardAuthenticator)? = nil,
        log: Logger
    ) {
        let (reads, continuation) = AsyncStream.makeStream(
            of: Read.self,
            bufferingPolicy: .bufferingNewest(Self.capacity)
        )
        self.reads = reads
        self.authenticator = authenticator
        cardReaders = Set(specifications.filter(\.pollsForFeliCa).map(\.id))
        let told = told
        let outlet = Outlet(continuation, telling: told)
        self.lines = SerialThreads(lines, standings: told, log: log) { outlet.say($0) }
        let (signal, end) = (signal, end)
        end.start {
            // A board whose readers are all on lines may have no USB that works.
            guard !specifications.isEmpty else { return }
            ReaderLoop(
                specifications,
                proving: authenticator,
                signal: signal,
                standings: told,
                log: log
            ) { outlet.say($0) }.run()
        }
    }

    deinit {
        signal.stop()
        lines.stop()
    }

    /// Where the threads say what they read; the reads end with the last of them.
    private final class Outlet: Sendable {
        private let continuation: AsyncStream<Read>.Continuation

        private let standings: Standings

        init(_ continuation: AsyncStream<Read>.Continuation, telling standings: Standings) {
            self.continuation = continuation
            self.standings = standings
        }

        deinit { continuation.finish() }

        func say(_ read: Read) {
            standings.told(read)
            continuation.yield(read)
        }
    }

    /// How the readers stand, and what their devices said of themselves.
    public var standings: [ReaderID: ReaderStanding] { told.all }

    /// Lets a reader that has lamps or a buzzer of its own show what its door shows.
    public func show(_ indication: Indication, at reader: ReaderID) {
        signal.ask(.show(indication, at: reader))
        lines.show(indication, at: reader)
    }

    /// Begins to pair a reader on a serial line.
    public func pair(_ reader: ReaderID, for time: Duration, replacing: Bool) async -> Pairing {
        await lines.pair(reader, for: time, replacing: replacing)
            ?? .failed("\(reader) is on no serial line: only OSDP readers are paired")
    }

    /// Makes the next FeliCa Lite-S card that is presented at a reader a badge; it opens nothing.
    public func issueCard(at reader: ReaderID) async -> CardIssue {
        guard let authenticator, cardReaders.contains(reader) else {
            return .failed(CardFailure(.noReader))
        }
        return await authenticator.issueCard(at: reader)
    }

    /// Waits no more for a card at a reader.
    public func endIssue(at reader: ReaderID) { authenticator?.endIssue(at: reader) }

    /// Lets go of every device and ends the reads.
    ///
    /// The devices are not given back to the kernel: a reader must not type into a console.
    public func stop() async {
        signal.stop()
        lines.stop()
        await end.wait()
        await lines.wait()
    }
}
