// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import Testing

@testable import tachiai

@Suite struct ProfileTests {
    private func inFolder(_ body: ([String: String]) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("tachiai-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(["XDG_CONFIG_HOME": folder.path])
    }

    private func profile(_ host: String) throws -> Profile {
        Profile(
            address: Place.Address(host: host, port: 8443),
            pin: try #require(CertificatePin(TestCertificate.first.fingerprint)),
            token: Secret("open-secret")
        )
    }

    @Test func `L10: a profile that was kept is read again, and its owner alone may`() throws {
        try inFolder { environment in
            let folder = ProfileFolder(environment: environment)
            try folder.write(try profile("a.example"), as: "main")
            try folder.write(try profile("b.example"), as: "branch")
            #expect(try folder.read("main") == profile("a.example"))
            #expect(folder.names == ["branch", "main"])
            let path = try folder.file("main").path
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            let complaint = try #require(throws: Complaint.self) { try folder.read("main") }
            #expect(complaint.status == .usage && !complaint.description.contains("open-secret"))
            try folder.remove("main")
            #expect(try folder.read("main") == nil)
        }
    }

    @Test func `a broken profile is said to be broken`() throws {
        try inFolder { environment in
            let folder = ProfileFolder(environment: environment)
            try folder.file("x").write("{\"host\":\"a\"}")
            let complaint = try #require(throws: Complaint.self) { try folder.read("x") }
            #expect(complaint.description.contains("login"))
        }
    }

    @Test(arguments: ["", ".", "../token", "a/b", "名前", String(repeating: "x", count: 41)])
    func `a profile's name leads nowhere else`(_ name: String) throws {
        try inFolder { environment in
            #expect(throws: Complaint.self) {
                try ProfileFolder(environment: environment).file(name)
            }
        }
    }

    @Test(arguments: [
        ("board", "board:8443"), ("192.0.2.1:443", "192.0.2.1:443"), ("[::1]:8443", "[::1]:8443"),
        ("[fe80::1]", "[fe80::1]:8443"),
    ])
    func `an address is read with or without its port`(_ written: String, _ meant: String) {
        #expect(Place.Address(written)?.description == meant)
    }

    @Test(arguments: [
        "", ":8443", "a:0", "a:65536", "a:b", "a b", "a/b", "a@b", "盤", "[::1", "a:1:2", "a?x",
    ])
    func `what is no address is refused`(_ written: String) {
        #expect(Place.Address(written) == nil)
    }
}
