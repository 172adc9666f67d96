// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

extension BoardTests {
    @Test func `after a power cut no released entry is missing, and the chain holds (L1, L9)`()
        async throws
    {
        let folder = board.folder
        let outage = try Board()
        let disks: [Cut]
        do {
            let moments = try await entriesUntilTheCut(on: outage)
            disks = try await cuts(of: outage, at: moments, in: folder)
        } catch {
            await outage.remove()
            throw error
        }
        await outage.remove()
        try await inspect(disks)
    }

    /// A disk that the cut could have left.
    private struct Cut {
        let image: URL
        /// How many locks had been released before it.
        let released: Int
        let described: String
    }

    /// People enter, and then the power goes.
    ///
    /// - Returns: the length of the disk's log after each release.
    private func entriesUntilTheCut(on outage: Board) async throws -> [Int] {
        try await outage.start(disk: outage.folder.appendingPathComponent("disk.img"))
        try await outage.install()
        try await outage.startService()
        try await outage.applyPolicy()
        var moments: [Int] = []
        for badge in [Badge.staff, Badge.colleague, Badge.staff, Badge.colleague, Badge.staff] {
            try await outage.type(badge + "\\n", at: .monitorIn)
            try await outage.wait("monitor-lock", 1)
            let log = try await outage.tell(["cut-point"])
            moments.append(try #require(Int(log.trimmingCharacters(in: .whitespacesAndNewlines))))
            guard moments.count < 5 else { break }
            try await outage.open("monitor")
            try await outage.wait("monitor-lock", 0)
            try await outage.close("monitor")
        }
        try await outage.tell(["power-cut"])
        return moments
    }

    /// Disks cut right after the releases, and some records later; what was not flushed is torn by the seed.
    private func cuts(of outage: Board, at moments: [Int], in folder: URL) async throws -> [Cut] {
        let last = try #require(moments.last)
        var cuts: [Cut] = []
        for (seed, at) in ([moments[2] + 3] + moments).enumerated() {
            let image = folder.appendingPathComponent("cut-\(seed).img")
            let at = min(at, last)
            let made = try await outage.tell([
                "replay-cut", "--seed", "\(seed)", "--at", "\(at)", "--out", image.path,
            ])
            let released = moments.count { $0 <= at }
            cuts.append(
                Cut(image: image, released: released, described: "seed \(seed): \(made)")
            )
        }
        return cuts
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
                try await fresh.shell("mount /dev/vd\(letter) /mnt")
                try await check(cut, "/mnt", on: fresh)
                try await fresh.shell("umount /mnt")
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
