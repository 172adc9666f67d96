// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import GPIODoors

struct InputFeedTests {
    private func input(_ change: DoorInput.Change, _ milliseconds: Int64) -> DoorInput {
        DoorInput(change, instant: Instant(sinceBoot: .milliseconds(milliseconds)))
    }

    @Test func `L14 a reader that fell behind is told the last word of everything`() async {
        let (stream, continuation) = AsyncStream.makeStream(
            of: DoorInput.self,
            bufferingPolicy: .bufferingOldest(2)
        )
        var feed = InputFeed(continuation)
        feed.send(input(.fire(false), 0))
        feed.send(input(.fire(true), 1))
        feed.send(input(.contact("server", isOpen: true), 2))
        feed.send(input(.exitButton("server"), 3))
        feed.send(input(.contact("server", isOpen: false), 4))
        #expect(feed.isBehind)
        var reader = stream.makeAsyncIterator()
        #expect(await reader.next()?.change == .fire(false))
        #expect(await reader.next()?.change == .fire(true))
        feed.sendAgain()
        #expect(!feed.isBehind)
        #expect(await reader.next() == input(.exitButton("server"), 3))
        #expect(await reader.next() == input(.contact("server", isOpen: false), 4))
    }
}
