// SPDX-License-Identifier: Apache-2.0

/// A fuzzer's bytes, read as decisions; past their end all is zero.
struct FuzzInput {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var isEmpty: Bool { rest.isEmpty }

    mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

    /// As many bytes as the next one says, or as are left.
    mutating func bytes() -> [UInt8] {
        let count = min(Int(byte()), rest.count)
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
    }
}

/// A promise that was broken.
public struct Flaw: Error, CustomStringConvertible {
    /// Which, and by what.
    public let description: String

    init(_ description: String) { self.description = description }
}
