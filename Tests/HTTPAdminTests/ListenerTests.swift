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

    @Test(.timeLimit(.minutes(1)))
    func `whoever asks over the network stands back behind everything else`() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("admin.sock").path
        let board = try TestBoard()
        try await withThrowingTaskGroup { group in
            group.addTask { try await admin(at: path, board).run() }
            while !FileManager.default.fileExists(atPath: path) { await Task.yield() }
            var client = try Self.descriptor(at: path, connect)
            while client == nil {
                await Task.yield()
                client = try Self.descriptor(at: path, connect)
            }
            let asking = try FileHandle(fileDescriptor: #require(client), closeOnDealloc: true)
            let request =
                "GET /v1/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer x\r\n\r\n"
            try asking.write(contentsOf: Data(request.utf8))
            let answer = try asking.readToEnd() ?? Data()
            #expect(String(decoding: answer, as: UTF8.self).hasPrefix("HTTP/1.1 401"))
            group.cancelAll()
        }
        #expect(board.counter.with(\.niceness) == AdminThreads.niceness)
        #expect(
            getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0) == 0,
            "and nothing else does"
        )
    }

    /// Another program listens.
    private static func serve(_ path: String) throws -> CInt {
        let descriptor = try #require(try descriptor(at: path, bind))
        try #require(listen(descriptor, 1) == 0)
        return descriptor
    }

    /// A socket that was bound or connected; `nil` where it could not be.
    private static func descriptor(
        at path: String,
        _ place: (CInt, UnsafePointer<sockaddr>, socklen_t) -> CInt
    ) throws -> CInt? {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        try #require(descriptor >= 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                place(descriptor, $0, size)
            }
        }
        guard code != 0 else { return descriptor }
        close(descriptor)
        return nil
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
