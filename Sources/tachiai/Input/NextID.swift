// SPDX-License-Identifier: Apache-2.0

/// The next free id of a fiscal year, as the city numbers its papers: `D-2026-012`.
enum NextID {
    /// One more than the greatest number that is taken.
    static func after(_ taken: [String], prefix: String, year: Int) -> String {
        let head = "\(prefix)-\(year)-"
        let numbers = taken.filter { $0.hasPrefix(head) }
            .compactMap { Int($0.dropFirst(head.count)) }
        let next = String((numbers.max() ?? 0) + 1)
        return head + String(repeating: "0", count: max(0, 3 - next.count)) + next
    }
}
