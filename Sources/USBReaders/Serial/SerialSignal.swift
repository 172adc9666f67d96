// SPDX-License-Identifier: Apache-2.0
import Access
import Glibc
import Synchronization

/// What other threads tell the thread of a line, waking it wherever it waits.
final class SerialSignal: Sendable {
    /// Something to do between two waits.
    enum Errand: Sendable {
        /// A reader is to show what its door shows.
        case show(Indication, at: ReaderID)
        /// A reader is to be paired; whoever asks is answered at once.
        case pair(ReaderID, until: Instant, replacing: Bool, @Sendable (Pairing) -> Void)
    }

    private struct State {
        var isStopped = false
        var errands: [Errand] = []
    }

    private let state = Mutex(State())
    /// The end of a pipe that becomes readable when there is something to do.
    let wake: Int32
    private let bell: Int32

    /// How many errands wait (L14).
    private static let most = 64

    init() {
        var ends: [Int32] = [0, 0]
        let code = unsafe pipe(&ends)
        precondition(code == 0, "pipe: errno \(errno)")
        (wake, bell) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(wake)
        close(bell)
    }

    /// Whether the thread is to end.
    var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Tells the thread to end.
    func stop() {
        state.withLock { $0.isStopped = true }
        ring()
    }

    /// Gives the thread something to do; what is shown gives way to what is newer.
    func ask(_ errand: Errand) {
        let displaced = state.withLock { state -> Errand? in
            if state.isStopped { return errand }
            state.errands.append(errand)
            return state.errands.count > Self.most ? state.errands.removeFirst() : nil
        }
        if case .pair(_, _, _, let answer)? = displaced {
            answer(.failed("the line is not served"))
        }
        ring()
    }

    /// Takes out what there is to do.
    func takeErrands() -> [Errand] {
        var bytes = [UInt8](repeating: 0, count: 64)
        while unsafe read(wake, &bytes, bytes.count) > 0 {}
        return state.withLock { state in
            defer { state.errands = [] }
            return state.errands
        }
    }

    private func ring() {
        let byte: [UInt8] = [1]
        unsafe _ = write(bell, byte, 1)
    }
}
