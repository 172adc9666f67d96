// SPDX-License-Identifier: Apache-2.0
import Access
import Testing

@testable import USBReaders

struct TranscriptTests {
    @Test(arguments: Transcript.all)
    func `what a device sends means what its transcript says`(_ transcript: Transcript) throws {
        try transcript.play()
    }

    @Test func `there are transcripts`() {
        #expect(Transcript.all.count >= 12)
    }
}
