// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

extension BoardTests {
    @Test func `after a power cut no released entry is missing, and the chain holds (L1, L9)`()
        async throws
    {
        let earlier = try await board.records("kind = 'entry'").count
        let moments = try await releases()
        var cuts: [Cut] = []
        // Right after each release, and somewhat later; by the seed, what was not flushed is torn.
        for (seed, at) in ([moments[1] + 3] + moments).enumerated() {
            let image = board.folder.appendingPathComponent("cut-\(seed).img")
            let made = try await board.tell([
                "replay-cut", "--seed", "\(seed)", "--at", "\(at)", "--out", image.path,
            ])
            let released = earlier + moments.count { $0 <= at }
            cuts.append(
                Cut(image: image, released: released, described: "seed \(seed): \(made)")
            )
        }
        try await inspect(cuts)
    }

    /// A disk that a cut could have left.
    private struct Cut {
        let image: URL
        /// How many entries had been released before it.
        let released: Int
        let described: String
    }

    /// People enter; a cut at any moment can be played back afterwards.
    ///
    /// - Returns: the length of the disk's log after each release.
    private func releases() async throws -> [Int] {
        var moments: [Int] = []
        for badge in [Badge.staff, Badge.colleague, Badge.staff, Badge.colleague, Badge.staff] {
            try await board.type(badge + "\\n", at: .monitorIn)
            try await board.wait("monitor-lock", 1)
            let log = try await board.tell(["cut-point"])
            moments.append(try #require(Int(log.trimmingCharacters(in: .whitespacesAndNewlines))))
            try await board.open("monitor")
            try await board.wait("monitor-lock", 0)
            try await board.close("monitor")
        }
        return moments
    }

    /// A fresh board finds the disks, and goes on with the last of them.
    private func inspect(_ cuts: [Cut]) async throws {
        let fresh = try Board()
        do {
            let last = try #require(cuts.last)
            try await fresh.start(disk: last.image, attaching: cuts.dropLast().map(\.image))
            try await fresh.put(Board.text("Tests/BoardTests/Guest/chain.py"), at: "/root/chain.py")
            try await check(last, "/var/lib/tachiai", on: fresh)
            for (cut, letter) in zip(cuts.dropLast(), "cdefg") {
                // Not /mnt: the bench's own folder lies under it.
                try await fresh.shell("mkdir -p /cut; mount /dev/vd\(letter) /cut")
                try await check(cut, "/cut", on: fresh)
                try await fresh.shell("umount /cut")
            }
            try await fresh.install()
            try await fresh.startService()
            try await fresh.type(Badge.staff + "\\n", at: .monitorIn)
            try await fresh.wait("monitor-lock", 1)
        } catch {
            await fresh.remove()
            throw error
        }
        await fresh.remove()
    }

    private func check(_ cut: Cut, _ place: String, on fresh: Board) async throws {
        let told = try await fresh.shell("python3 /root/chain.py \(place)/tachiai.sqlite")
        let entries = Int(told.trimmingCharacters(in: .whitespacesAndNewlines))
        #expect(try #require(entries) >= cut.released, "\(cut.described)")
    }
}
