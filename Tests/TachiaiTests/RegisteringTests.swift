// SPDX-License-Identifier: Apache-2.0
import NIOHTTP1
import Testing

@testable import tachiai

@Suite struct RegisteringTests {
    @Test func `a name that is nobody's ends as an unknown number does`() async throws {
        let service = try await TestService(with: nil) { _, _ in
            .json(200, #"{"items":[],"next":null}"#)
        }
        let ran = try await Program.run(
            ["person", "show", "999999"],
            environment: [
                "TACHIAI_SOCKET": service.place.description, "TACHIAI_TOKEN": "t0ken", "LANG": "C",
                "HOME": "/nonexistent",
            ]
        )
        #expect(ran.status == ShellStatus.refused.rawValue, "\(ran)")
        #expect(ran.complaints == "Nothing fits '999999'.\n")
        try await service.close()
    }

    @Test func `a number that is somebody's already is said to be, and whose`() async throws {
        let service = try await TestService(with: nil) { _, asked in
            switch asked.method {
            case .PUT:
                .json(
                    412,
                    #"{"type":"urn:tachiai:problem:changed-meanwhile","title":"t","status":412}"#
                )
            default: .json(200, #"{"row":{"id":"100201","name":"新田 一"},"tag":"1"}"#)
            }
        }
        for (language, sentence) in [
            ("ja_JP.UTF-8", "100201 は 新田 一 として登録済みです。直すなら「tachiai person edit 100201」。\n"),
            (
                "C",
                "100201 is on record already, as 新田 一; change it with 'tachiai person edit 100201'.\n"
            ),
        ] {
            let ran = try await Program.run(
                ["person", "add", "100201", "新田 二"],
                environment: [
                    "TACHIAI_SOCKET": service.place.description, "TACHIAI_TOKEN": "t0ken",
                    "LANG": language, "HOME": "/nonexistent",
                ]
            )
            #expect(ran.status == ShellStatus.refused.rawValue)
            #expect(ran.complaints == sentence)
        }
        try await service.close()
    }
}
