// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation

/// A thread of one's own, for calls that block; never the cooperative pool.
struct OwnThread: ~Copyable, Sendable {
    private let id: pthread_t

    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts a thread.
    init(for purpose: String, _ run: @escaping @Sendable () -> Void) throws(HardwareFault) {
        let body = unsafe Unmanaged.passRetained(Body(run))
        var id = pthread_t()
        let code = unsafe pthread_create(
            &id,
            nil,
            { argument in
                if let argument = unsafe argument {
                    unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
                }
                return nil
            },
            body.toOpaque()
        )
        guard code == 0 else {
            unsafe body.release()
            throw HardwareFault(call: "pthread_create", on: "the thread of \(purpose)", errno: code)
        }
        self.id = id
    }

    /// Waits for its end.
    consuming func join() { _ = pthread_join(id, nil) }
}
