// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import Glibc
import Logging
import Testing

@testable import HTTPAdmin

/// What becomes of connections, over a real socket: byte by byte as clients that err or dawdle send them.
@Suite(.timeLimit(.minutes(1))) struct ConnectionTests {
    private static let token = TestBoard.token(of: .informationOfficer).exposed

    /// Serves the API at a socket while something is tried there.
    private func serving(
        _ change: (inout AdminLimits) -> Void = { _ in },
        _ body: @escaping @Sendable (String) throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("connection-\(UInt32.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("admin.sock").path
        let board = try TestBoard()
        var limits = AdminLimits()
        change(&limits)
        let admin = HTTPAdmin(
            board.parts,
            at: [.socket(path)],
            limits: limits,
            logger: Logger(label: "connection") { _ in board.log }
        )
        try await withThrowingTaskGroup { group in
            group.addTask { try await admin.run() }
            try await Self.aside { try body(path) }
            group.cancelAll()
        }
        #expect(!board.log.text.contains("A request failed"), "a client's fault is none of ours")
    }

    /// Reading waits: it takes a thread of its own.
    private static func aside(_ body: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
        }
    }

    @Test(arguments: [
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "Transfer-Encoding: gzip\r\n\r\n{}",
        "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nzz\r\n",
    ])
    func `a broken transfer coding is the client's mistake`(_ rest: String) async throws {
        try await serving { path in
            let client = try Client(path)
            client.send(
                "POST /v1/claim HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + rest
            )
            client.endSending()
            #expect(client.rest.hasPrefix("HTTP/1.1 400"))
        }
    }

    @Test(arguments: ["", "Host: a\r\nHost: b\r\n"])
    func `a request names its host once`(_ hosts: String) async throws {
        try await serving { path in
            let client = try Client(path)
            client.send("GET /v1/me HTTP/1.1\r\n\(hosts)Connection: close\r\n\r\n")
            #expect(client.rest.hasPrefix("HTTP/1.1 400"))
        }
    }

    @Test func `a crowd of silent connections is hurried on, and the first may stay`() async throws
    {
        try await serving({ limits in
            (limits.easyConnections, limits.hurriedWait) = (1, .seconds(2))
        }) { path in
            let first = try Client(path)
            first.send("GET /v1/me HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(first.head.hasPrefix("HTTP/1.1 401"))
            for request in ["", "GET /v1/me HTTP/1.1\r\nHost: x\r\n\r\n"] {
                let later = try Client(path)
                later.send(request)
                // The service ends it: reading comes to an end by itself.
                #expect(later.rest.hasPrefix("HTTP/1.1 401") != request.isEmpty)
            }
            first.send("GET /v1/me HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(first.head.hasPrefix("HTTP/1.1 401"))
        }
    }

    @Test func `whoever goes leaves the place to take one's time to the next`() {
        var limits = AdminLimits()
        limits.easyConnections = 1
        let crowd = Crowd(most: limits.easyConnections)
        var first: Patience? = Patience(limits: limits, among: crowd)
        var hurried: Patience? = Patience(limits: limits, among: crowd)
        hurried = nil
        #expect(!crowd.enter(), "the hurried one had no place to leave")
        first = nil
        #expect(crowd.enter())
        _ = (first, hurried)
    }

    @Test func `an event stream that its client has left makes room at once`() async throws {
        try await serving({ $0.eventStreams = 1 }) { path in
            let request =
                "GET /v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(Self.token)\r\n\r\n"
            for _ in 0..<4 {
                let client = try Client(path)
                client.send(request)
                #expect(client.head.hasPrefix("HTTP/1.1 200"))
                client.endSending()
                #expect(client.rest.hasSuffix("0\r\n\r\n"), "the stream was ended, not cut off")
            }
        }
    }
}

/// The client's end of a connection.
private final class Client: Sendable {
    private let descriptor: CInt

    /// Connects, as soon as somebody listens.
    ///
    /// No connection is made in vain: one that is still to be taken when its server ends would end the process (NIO).
    init(_ path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        try #require(descriptor >= 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let end = ContinuousClock.now + .seconds(30)
        var code: CInt = -1
        while code != 0, ContinuousClock.now < end {
            code = withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(descriptor, $0, size)
                }
            }
            if code != 0 { sched_yield() }
        }
        try #require(code == 0)
    }

    deinit { close(descriptor) }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// What comes with the next bytes.
    var head: String { next ?? "" }

    /// All that comes until the service ends the connection.
    var rest: String {
        var text = ""
        while let more = next { text += more }
        return text
    }

    private var next: String? {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
    }
}
