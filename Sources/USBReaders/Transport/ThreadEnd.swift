// SPDX-License-Identifier: Apache-2.0
import Glibc
import Synchronization

/// A thread, and those who wait for its end without blocking one of Swift's own threads.
final class ThreadEnd: Sendable {
    private struct State {
        var hasEnded = false
        var thread: pthread_t?
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    /// What a thread is given to begin with.
    private final class Start: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    private let state = Mutex(State())

    deinit {
        if let thread = state.withLock({ $0.thread.take() }) { pthread_detach(thread) }
    }

    /// Starts the thread; it takes no signals, which are for the program's main thread.
    func start(_ body: @escaping @Sendable () -> Void) {
        let start = unsafe Unmanaged.passRetained(
            Start { [self] in
                body()
                hasEnded()
            }
        )
        var thread = pthread_t()
        let code = unsafe pthread_create(
            &thread,
            nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let start = unsafe Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
                var signals = sigset_t()
                unsafe sigfillset(&signals)
                unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
                start.body()
                return nil
            },
            start.toOpaque()
        )
        precondition(code == 0, "pthread_create: error \(code)")
        state.withLock { $0.thread = thread }
    }

    /// Waits until the thread has ended.
    func wait() async {
        await withCheckedContinuation { continuation in
            let hasEnded = state.withLock { state in
                if !state.hasEnded { state.waiting.append(continuation) }
                return state.hasEnded
            }
            if hasEnded { continuation.resume() }
        }
        // Its last statement is behind it: joining takes no time.
        if let thread = state.withLock({ $0.thread.take() }) { pthread_join(thread, nil) }
    }

    private func hasEnded() {
        let waiting = state.withLock { state in
            state.hasEnded = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}
