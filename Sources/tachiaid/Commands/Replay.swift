// SPDX-License-Identifier: Apache-2.0
import Access
import ArgumentParser
import Documents
import Foundation
import Logging
import Simulation

/// Plays scenarios against the real core, controller and ledger, with simulated hardware and time (DESIGN §10).
struct Replay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "シナリオを再生し、期待と違う所を挙げる / Plays scenarios, and names what was not as expected.",
        discussion: """
            終了状態：0 すべて期待どおり、1 期待と違うものがある、2 使えないファイルがある
            Exit codes: 0 all as expected; 1 something was not; 2 a file is unusable.
            """
    )

    @Argument(help: "シナリオのファイル / scenario files")
    var files: [String]

    @Flag(name: .shortAndLong, help: "制御部のログも示す / show the controller's own log")
    var verbose = false

    func run() async throws {
        var failed = 0
        var unusable = 0
        for file in files {
            do {
                let failures = try await ScenarioFile(
                    file,
                    log: .tachiaid(verbose ? .debug : .critical)
                )
                .play()
                failed += failures.isEmpty ? 0 : 1
                for failure in failures { print(failure) }
                print("\(failures.isEmpty ? "ok  " : "FAIL")  \(file)")
            } catch let unusableFile as ScenarioPlayer.Unusable {
                complain(["\(file): \(unusableFile)"])
                unusable += 1
            } catch let mistakes as Mistakes {
                _ = Files.refused(mistakes)
                unusable += 1
            } catch is ExitCode {
                unusable += 1
            }
        }
        let passed = files.count - failed - unusable
        print("\(passed) passed, \(failed) failed, \(unusable) unusable")
        if unusable > 0 { throw ExitCode.unusable }
        if failed > 0 { throw ExitCode.failure }
    }
}
