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
        try await common.show(APIPath.status, of: StatusReply.self) {
            StatusReport(words: .now, screen: .standard).lines($0)
        }
    }
}
