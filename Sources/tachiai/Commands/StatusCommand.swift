// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// Shows how the board stands.
struct StatusCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "status", abstract: Words.now.aboutStatus)
    }

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let answer = try await complaining { try await common.server().get(APIPath.status) }
        let screen = Screen.standard
        guard !common.json else { return screen.write(answer.text) }
        let report = StatusReport(words: .now, screen: screen)
        for line in report.lines(try answer.json(StatusReply.self)) { screen.write(line) }
    }
}
