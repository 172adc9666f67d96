// SPDX-License-Identifier: Apache-2.0
import Access
import Logging

/// The serial lines of a board, with what the board file puts on them.
public struct SerialLines: Sendable {
    /// The peripherals of all lines.
    public let peripherals: [OSDPPeripheral]
    /// The folder in which the readers' keys are kept, beside the device key.
    public let keyFolder: String

    /// Puts the lines together; no two peripherals have one name, or one line and address.
    public init(_ peripherals: [OSDPPeripheral], keyFolder: String) {
        self.peripherals = peripherals
        self.keyFolder = keyFolder
    }
}

/// The threads of the serial lines.
struct SerialThreads {
    private var lines: [(readers: Set<ReaderID>, signal: SerialSignal, end: ThreadEnd)] = []

    /// Begins to serve the lines.
    init(
        _ lines: SerialLines?,
        standings: Standings,
        log: Logger,
        say: @escaping @Sendable (Read) -> Void
    ) {
        guard let lines else { return }
        let keys = ReaderKeyFiles(in: lines.keyFolder)
        for (address, peripherals) in Dictionary(grouping: lines.peripherals, by: \.line) {
            let (signal, end) = (SerialSignal(), ThreadEnd())
            end.start {
                SerialLoop(
                    address,
                    peripherals,
                    keys: keys,
                    signal: signal,
                    standings: standings,
                    log: log,
                    say: say
                ).run()
            }
            self.lines.append((Set(peripherals.flatMap(\.ids)), signal, end))
        }
    }

    /// Lets a reader on a line show what its door shows.
    func show(_ indication: Indication, at reader: ReaderID) {
        signal(of: reader)?.ask(.show(indication, at: reader))
    }

    /// Begins to pair a reader on a line; `nil` where it is on none.
    func pair(_ reader: ReaderID, for time: Duration, replacing: Bool) async -> Pairing? {
        guard let signal = signal(of: reader) else { return nil }
        return await withCheckedContinuation { continuation in
            signal.ask(
                .pair(reader, until: .now + time, replacing: replacing) {
                    continuation.resume(returning: $0)
                }
            )
        }
    }

    /// Tells the threads to end.
    func stop() { for line in lines { line.signal.stop() } }

    /// Waits until they have.
    func wait() async { for line in lines { await line.end.wait() } }

    private func signal(of reader: ReaderID) -> SerialSignal? {
        lines.first { $0.readers.contains(reader) }?.signal
    }
}
