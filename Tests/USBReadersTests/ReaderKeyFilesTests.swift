// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import Testing

@testable import USBReaders

struct ReaderKeyFilesTests {
    private let folder: URL
    private let files: ReaderKeyFiles

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "tachiai-keys-\(ProcessInfo.processInfo.globallyUniqueString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        files = ReaderKeyFiles(in: folder.path())
    }

    @Test func `L10 a key is kept for our eyes only, and is the reader's own once it is settled`()
        throws
    {
        defer { try? FileManager.default.removeItem(at: folder) }
        let key = try #require(ReaderKey(own: Array(1...16)))
        #expect(files.known(of: "in") == KnownKeys())
        try files.keep(key, for: "in")
        #expect(files.known(of: "in") == KnownKeys(pending: key))
        #expect(try mode("reader-in.key.pending") == 0o600)
        try files.settle("in")
        #expect(files.known(of: "in") == KnownKeys(own: key))
        #expect(try mode("reader-in.key") == 0o600)
        #expect(files.known(of: "out") == KnownKeys())
    }

    @Test func `a key that is kept while there is one takes its place only when it is settled`()
        throws
    {
        defer { try? FileManager.default.removeItem(at: folder) }
        let first = try #require(ReaderKey(own: Array(1...16)))
        let second = try #require(ReaderKey(own: Array(2...17)))
        try files.keep(first, for: "in")
        try files.settle("in")
        try files.keep(second, for: "in")
        #expect(files.known(of: "in") == KnownKeys(own: first, pending: second))
        files.discard("in")
        #expect(files.known(of: "in") == KnownKeys(own: first))
        try files.keep(second, for: "in")
        try files.settle("in")
        #expect(files.known(of: "in") == KnownKeys(own: second))
    }

    @Test func `a key that others may read, or that is none, is named and not used`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "reader-in.key").path()
        let contents: [(bytes: [UInt8], mode: Int, text: String)] = [
            (Array(1...16), 0o640, "chmod 600"), (Array(1...15), 0o600, "is no reader's key"),
            (Array(0x30...0x3F), 0o600, "is no reader's key"), ([], 0o600, "is no reader's key"),
        ]
        for (bytes, mode, text) in contents {
            try Data(bytes).write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            let known = files.known(of: "in")
            #expect(known.own == nil && known.isPaired)
            #expect(known.fault?.contains(text) ?? false, "\(known.fault ?? "")")
            #expect(known.fault?.contains(path) ?? false)
        }
    }

    @Test func `no name of a reader leads out of the folder`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let key = try #require(ReaderKey(own: Array(1...16)))
        for reader: ReaderID in ["../in", "a/b", ".", "入口", "a%2fb"] {
            try files.keep(key, for: reader)
            try files.settle(reader)
            #expect(files.known(of: reader).own == key)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
        #expect(names.count == 5)
        #expect(names.allSatisfy { $0.hasPrefix("reader-") && $0.hasSuffix(".key") })
    }

    @Test func `a folder that takes no key fails with the call, the path and the cause`() throws {
        try FileManager.default.removeItem(at: folder)
        let key = try #require(ReaderKey(own: Array(1...16)))
        do throws(SerialFault) {
            try files.keep(key, for: "in")
            Issue.record("kept")
        } catch {
            #expect(error.description.hasPrefix("open \(folder.path())"))
            #expect(error.description.contains("No such file"))
        }
    }

    private func mode(_ name: String) throws -> Int? {
        let path = folder.appending(path: name).path()
        return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}
