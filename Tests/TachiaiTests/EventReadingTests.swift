// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import tachiai

@Suite struct EventReadingTests {
    private static let text =
        "retry: 2000\n\nid: 5\nevent: record\ndata: {\"a\":1}\n\n:\r\n\r\ndata: 扉\ndata: y\n\nid: 7\n"

    @Test(arguments: [1, 2, 3, 7, 1000])
    func `events come out whole, however the text is cut`(_ size: Int) {
        var reading = EventReading()
        var events: [EventReading.Event] = []
        // Bytes: a cut may go through the middle of a character.
        var rest = Array(Self.text.utf8)[...]
        while !rest.isEmpty {
            events += reading.take(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        #expect(
            events == [
                EventReading.Event(text: "{\"a\":1}", id: "5", name: "record"),
                EventReading.Event(text: "扉\ny", id: "5"),
            ]
        )
    }
}
