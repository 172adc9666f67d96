// SPDX-License-Identifier: Apache-2.0
import Glibc
import NIOCore
import NIOPosix

/// The threads that serve the API, and run its tasks: the kernel lets everything else go first.
///
/// Whoever stands at a door does not feel how many ask here, nor what TLS costs.
final class AdminThreads: TaskExecutor {
    /// The event loops of the connections.
    let group: MultiThreadedEventLoopGroup
    private let loops: [any EventLoop]

    /// How far they stand back, as `nice` counts it.
    static let niceness: Int32 = 19

    /// Starts some threads.
    init(count: Int = 2) {
        group = MultiThreadedEventLoopGroup(numberOfThreads: count)
        loops = Array(group.makeIterator())
        for loop in loops {
            // On Linux this is about the calling thread alone.
            loop.execute {
                _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
            }
        }
    }

    /// Runs a job on the thread of its connection.
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let loop = loops.first(where: \.inEventLoop) ?? group.next()
        loop.execute { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }

    /// Ends the threads, when no task needs them any more.
    func end() async {
        try? await group.shutdownGracefully()
    }
}
