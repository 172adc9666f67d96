// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import Testing

@testable import tachiai

@Suite struct TokenFileTests {
    private func inFolder(_ body: ([String: String]) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("tachiai-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(["XDG_CONFIG_HOME": folder.path])
    }

    @Test func `a token that was kept is read again, and its owner alone may`() throws {
        try inFolder { environment in
            let file = TokenFile(environment: environment)
            try file.write(Secret("first"))
            try file.write(Secret("second"))
            #expect(try file.read() == Secret("second"))
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o777])
    func `L10: a token that others can read is not used`(_ mode: Int) throws {
        try inFolder { environment in
            let file = TokenFile(environment: environment)
            try file.write(Secret("open-secret"))
            try FileManager.default.setAttributes(
                [.posixPermissions: mode],
                ofItemAtPath: file.path
            )
            let complaint = try #require(throws: Complaint.self) { try file.read() }
            #expect(complaint.status == .usage)
            #expect(complaint.description.contains(file.path))
            #expect(!complaint.description.contains("open-secret"))
        }
    }

    @Test func `the environment's token comes first`() throws {
        try inFolder { environment in
            #expect(try TokenFile.token(environment: environment) == nil)
            try TokenFile(environment: environment).write(Secret("kept"))
            #expect(try TokenFile.token(environment: environment) == Secret("kept"))
            var both = environment
            both["TACHIAI_TOKEN"] = "said"
            #expect(try TokenFile.token(environment: both) == Secret("said"))
        }
    }
}
