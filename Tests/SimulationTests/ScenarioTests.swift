// SPDX-License-Identifier: Apache-2.0
import Foundation
import Simulation
import Testing

/// The scenarios of `Config/scenarios`, played against the real core, controller and ledger (DESIGN §10).
@Suite struct ScenarioTests {
    private static let files = ScenarioFolder.files

    @Test func `there are scenarios for the officer's story`() {
        #expect(Self.files.count >= 25)
    }

    @Test(arguments: files)
    func `the scenario ends as it says`(file: String) async throws {
        let failures = try await PlayedScenario(file).play()
        #expect(failures == [])
    }

    @Test(arguments: files.filter { $0.contains("R08") || $0.contains("crash") })
    func `L15 a scenario leaves the same records each time`(file: String) async throws {
        let first = try await PlayedScenario(file).records()
        let second = try await PlayedScenario(file).records()
        let difference = zip(first, second).first { $0 != $1 }
        #expect(first.count > 5)
        #expect(first == second, "\(String(describing: difference))")
    }
}
