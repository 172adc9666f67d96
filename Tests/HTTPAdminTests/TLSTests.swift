// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import Logging
import NIOSSL
import Simulation
import Testing

@testable import HTTPAdmin

/// The network listener's certificate: made, kept, renewed, refused.
@Suite struct TLSTests {
    private let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("identity-\(UInt32.random(in: 0 ... .max))")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private var place: NetworkPlace {
        NetworkPlace(address: "127.0.0.1", port: 8443, madeIn: folder.path)
    }

    private func keeper(_ board: TestBoard, at place: NetworkPlace) throws -> IdentityKeeper {
        try IdentityKeeper(
            place,
            time: board.time,
            log: Logger(label: "identity") { _ in board.log }
        )
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func `a certificate is made at the first start, and kept`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let board = try TestBoard()
        #expect(try place.fingerprint() == nil)
        let first = try keeper(board, at: place).fingerprint
        #expect(first.split(separator: ":").count == 32)
        #expect(try place.fingerprint() == first)
        #expect(try keeper(board, at: place).fingerprint == first)
        #expect(try mode(place.key) == 0o600)
        let certificate = try NIOSSLCertificate.fromPEMFile(place.certificate)[0]
        let names = certificate._subjectAlternativeNames()
        #expect(names.count >= 3)
    }

    @Test func `a renewed certificate is shown without a restart, a broken one is not`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let board = try TestBoard()
        let keeper = try keeper(board, at: place)
        let first = keeper.fingerprint
        func renewed() -> String {
            board.time.advance(to: board.time.now().instant + .seconds(2))
            _ = keeper.context()
            return keeper.fingerprint
        }
        #expect(renewed() == first)
        try Data("no certificate".utf8).write(to: URL(fileURLWithPath: place.certificate))
        #expect(renewed() == first)
        #expect(board.log.text.contains("cannot be used"))
        try SelfMadeIdentity(for: place, at: board.time.now().wall).write(to: place)
        #expect(renewed() != first)
    }

    @Test func `a serial number has twenty octets at most, its sign among them`() {
        for _ in 0..<1000 {
            let octets = SelfMadeIdentity.serialOctets
            #expect(octets.count <= 20 && octets.first.map { (1...0x7F).contains($0) } == true)
        }
    }

    @Test func `a certificate without its key is named, and no new one is made over it`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let board = try TestBoard()
        _ = try keeper(board, at: place)
        try FileManager.default.removeItem(atPath: place.key)
        #expect(throws: ListenerFault.self) { try keeper(board, at: place) }
        #expect(FileManager.default.fileExists(atPath: place.certificate))
        let other = NetworkPlace(
            address: "::1",
            port: 1,
            certificate: place.certificate,
            key: folder.path + "/none.pem"
        )
        #expect(throws: ListenerFault.self) { try other.fingerprint() }
        #expect(other.text == "[::1]:1")
    }

    @Test func `a key of another certificate is refused`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let board = try TestBoard()
        let now = board.time.now().wall
        try SelfMadeIdentity(for: place, at: now).write(to: place)
        let other = NetworkPlace(
            address: "127.0.0.1",
            port: 1,
            certificate: folder.path + "/other.pem",
            key: place.key
        )
        let spare = NetworkPlace(
            address: "127.0.0.1",
            port: 1,
            certificate: other.certificate,
            key: folder.path + "/spare.pem"
        )
        try SelfMadeIdentity(for: spare, at: now).write(to: spare)
        #expect(throws: ListenerFault.self) { try other.fingerprint() }
    }
}
