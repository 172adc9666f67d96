// SPDX-License-Identifier: Apache-2.0
import Foundation
import Fuzzing

/// Garbage without end for one target, with its memory and its open files on show.
struct Soak {
    let target: FuzzTarget
    private var state: UInt64 = 0x7461_6368_6961_6921

    init(_ target: FuzzTarget) { self.target = target }

    mutating func run(events: Int) throws {
        var (done, told) = (0, 0)
        let began = Date()
        while done < events {
            done += try target.run((0..<4096).map { _ in UInt8(truncatingIfNeeded: next()) })
            guard done >= told else { continue }
            told += max(1, events / 10)
            let seconds = Date().timeIntervalSince(began)
            try print(
                "\(target.rawValue): \(done) events, \(memory()) kB private, \(files()) files, \(Int(seconds)) s"
            )
        }
        try print("\(target.rawValue): \(done) events, \(memory()) kB private, \(files()) files")
    }

    private func memory() throws -> Int {
        try String(contentsOfFile: "/proc/self/smaps_rollup", encoding: .utf8).split(
            separator: "\n"
        )
        .filter { $0.hasPrefix("Private_") }
        .compactMap { $0.split(separator: " ").dropFirst().first.flatMap { Int($0) } }
        .reduce(0, +)
    }

    private func files() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
