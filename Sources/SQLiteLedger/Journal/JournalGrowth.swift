// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Synchronization

/// Tells whoever listens that the journal has grown; slow listeners miss nothing but earlier numbers.
final class JournalGrowth: Sendable {
    private struct Listeners {
        var next = 0
        var all: [Int: AsyncStream<RecordNumber>.Continuation] = [:]
    }

    private let listeners = Mutex(Listeners())

    /// The number of the last record, each time there are more.
    func numbers() -> AsyncStream<RecordNumber> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: RecordNumber.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        let key = listeners.withLock { listeners in
            listeners.next += 1
            listeners.all[listeners.next] = continuation
            return listeners.next
        }
        continuation.onTermination = { [weak self] _ in
            _ = self?.listeners.withLock { $0.all.removeValue(forKey: key) }
        }
        return stream
    }

    /// The journal has grown.
    func grown(to number: RecordNumber) {
        let all = listeners.withLock { Array($0.all.values) }
        for listener in all { listener.yield(number) }
    }

    /// Nothing follows any more.
    func finish() {
        let all = listeners.withLock { Array($0.all.values) }
        for listener in all { listener.finish() }
    }
}
