// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The outward shape of the files.
@Suite struct ShapeTests {
    @Test func `no file has more than 400 lines, and half of them no more than 120`() {
        let files = Repository.sources + Repository.tests
        let lengths = files.map { ($0.path, $0.lines.count - 1) }
        #expect(lengths.filter { $0.1 > 400 }.map(\.0) == [])
        let median = lengths.map(\.1).sorted()[lengths.count / 2]
        #expect(median <= 120)
    }

    @Test func `every file begins with its licence`() {
        let files = Repository.sources + Repository.tests + Repository.cSources
        let bare = files.filter {
            !($0.lines.first?.contains("SPDX-License-Identifier: Apache-2.0") ?? false)
        }
        #expect(bare.map(\.path) == [])
    }

    @Test func `the top level holds what the design names, and nothing else`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path)
        let known: Set = [
            "Sources", "Tests", "Hardware", "Config", "Package.swift", "Package.resolved",
            "README.md", "LICENSE",
        ]
        #expect(names.filter { !$0.hasPrefix(".") && !known.contains($0) } == [])
    }

    @Test func `no file is larger than 400 kB`() {
        let folders = ["Sources", "Tests", "Hardware", "Config"]
        let large = folders.flatMap(Repository.paths).filter { path in
            let full = Repository.root.appendingPathComponent(path).path
            let size = try? FileManager.default.attributesOfItem(atPath: full)[.size] as? Int
            return (size ?? 0) > 400_000
        }
        #expect(large == [])
    }

    @Test func `no file tells where it was written`() {
        let files =
            Repository.sources + Repository.tests.filter { $0.room != "TidyTests" }
            + Repository.documents
        let told = files.filter { file in
            ["/home/", "/Users/"].contains { file.text.contains($0) }
        }
        #expect(told.map(\.path) == [])
    }

    @Test func `tests do not wait for time`() throws {
        let core = Repository.tests.filter { ["AccessTests", "SimulationTests"].contains($0.room) }
        let pattern = #"Task\.sleep|\bsleep\(|usleep"#
        #expect(try core.flatMap { try $0.places(of: pattern) } == [])
    }
}
