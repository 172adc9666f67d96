// SPDX-License-Identifier: Apache-2.0
public import Access
import Logging
public import ServiceLifecycle

extension BoardKeeper: Service {
    /// Serves the doors until the service is told to stop; the locks are secured first and last (L2).
    public func run() async throws {
        await serve(ready: {})
    }

    /// Serves the doors, and says when the first of them is served.
    public func serve(ready: @escaping @Sendable () async -> Void) async {
        let ticks = makeTicks()
        await start(ticks.mapValues(\.waker))
        await ready()
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                self.addFeeds(to: &group)
                for (door, tick) in ticks {
                    group.addTask {
                        for await _ in tick.stream { await self.doors[door]?.tick() }
                    }
                }
                await group.waitForAll()
            }
        }
        await stop()
    }

    private nonisolated func addFeeds(to group: inout TaskGroup<Void>) {
        let lanes = parts.doors.map { _ in
            AsyncStream.makeStream(of: Read.self, bufferingPolicy: .bufferingNewest(16))
        }
        for lane in lanes {
            group.addTask {
                for await read in lane.stream { _ = await self.receive(read) }
            }
        }
        // A read of one door's entry side waits for the one before it; everything else goes past (L4).
        group.addTask {
            for await read in self.parts.readers.reads {
                let lane = self.parts.doors.firstIndex {
                    $0.door.entry == read.reader || $0.door.keypad == read.reader
                }
                if let lane {
                    lanes[lane].continuation.yield(read)
                } else {
                    _ = await self.receive(read)
                }
            }
        }
        group.addTask {
            for await input in self.parts.inputs.inputs { await self.receive(input) }
        }
        group.addTask {
            let waker = self.parts.time.makeWaker(self.wake)
            for await _ in self.work {
                await self.catchUp()
                waker.wake(at: await self.recorder.nextDeadline)
            }
        }
    }

    /// Secures every lock.
    ///
    /// - Parameter wakers: what calls each door's `tick`; none where somebody else keeps time.
    public func start(_ wakers: [DoorID: any Waker] = [:]) async {
        for door in parts.doors {
            await doors[door.door.id]?.start(waker: wakers[door.door.id])
        }
    }

    /// Secures every lock, and writes down what still waits.
    public func stop() async {
        for door in parts.doors { await doors[door.door.id]?.stop() }
        for capture in captures.values { capture.continuation.resume(returning: nil) }
        captures = [:]
        for reader in issues.keys { parts.readers.endIssue(at: reader) }
        issues = [:]
        var record = Record(.system)
        record.state = "stopped"
        await recorder.add([Event(record, at: parts.time.now())])
        await recorder.flush()
        parts.log.notice("doors secured, record closed")
    }

    private nonisolated func makeTicks() -> [DoorID: (stream: AsyncStream<Void>, waker: any Waker)]
    {
        var ticks: [DoorID: (stream: AsyncStream<Void>, waker: any Waker)] = [:]
        for door in parts.doors {
            let (stream, signal) = AsyncStream.makeStream(
                of: Void.self,
                bufferingPolicy: .bufferingNewest(1)
            )
            ticks[door.door.id] = (stream, parts.time.makeWaker { signal.yield() })
        }
        return ticks
    }
}
