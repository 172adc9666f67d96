// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import tachiai

@Suite struct EventReadingTests {
    private static let text =
        "retry: 2000\n\nid: 5\nevent: record\ndata: {\"a\":1}\n\n:\n\ndata: x\ndata: y\n\nid: 7\n"

    @Test(arguments: [1, 2, 3, 7, 1000])
    func `events come out whole, however the text is cut`(_ size: Int) {
        var reading = EventReading()
        var events: [String] = []
        var rest = Substring(Self.text)
        while !rest.isEmpty {
            events += reading.take(String(rest.prefix(size))).map(\.text)
            rest = rest.dropFirst(size)
        }
        #expect(events == ["{\"a\":1}", "x\ny"])
    }
}
