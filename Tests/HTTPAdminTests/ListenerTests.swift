// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Logging
import Testing

@testable import HTTPAdmin

@Suite struct ListenerTests {
    private let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("listener-\(UInt32.random(in: 0 ... .max))")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func admin(at path: String, _ board: TestBoard) -> HTTPAdmin {
        HTTPAdmin(
            board.parts,
            at: [.socket(path)],
            logger: Logger(label: "listener") { _ in board.log }
        )
    }

    @Test func `a file that is no socket is left alone, and the log says why nobody listens`()
        async throws
    {
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("passwords").path
        try Data("keep me".utf8).write(to: URL(fileURLWithPath: path))
        let board = try TestBoard()
        await #expect(throws: ListenerFault.occupied(path)) {
            try await admin(at: path, board).run()
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "keep me")
        #expect(board.log.text.contains("is left alone"))
    }

    @Test func `a socket that somebody serves is not taken away, a dead one gives way`()
        async throws
    {
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("admin.sock").path
        let other = try Self.serve(path)
        await #expect(throws: ListenerFault.served(path)) {
            try await admin(at: path, TestBoard()).run()
        }
        #expect(FileManager.default.fileExists(atPath: path))
        close(other)
        try AdminSocket(path).check()
    }

    /// Another program listens.
    private static func serve(_ path: String) throws -> CInt {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        try #require(descriptor >= 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let bound = withUnsafePointer(to: &address) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
        }
        try #require(bound == 0)
        try #require(listen(descriptor, 1) == 0)
        return descriptor
    }

    @Test func `a path that can hold no socket is named`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let long = "/" + String(repeating: "x", count: 107)
        #expect(throws: ListenerFault.path(long, longest: 107)) {
            try AdminSocket(long).check()
        }
        let missing = folder.path + "/missing/"
        #expect(throws: ListenerFault.folder(missing, errno: 2)) {
            try AdminSocket(missing + "admin.sock").check()
        }
    }
}
