// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// The officer's command line.
struct Tachiai: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        let words = Words.now
        return CommandConfiguration(
            commandName: "tachiai",
            abstract: words.about,
            discussion: words.discussion,
            version: "tachiai (API \(APIPath.version))",
            groupedSubcommands: [
                CommandGroup(
                    name: words.groupConnection,
                    subcommands: [
                        ClaimCommand.self, LoginCommand.self, LogoutCommand.self, MeCommand.self,
                        TokenCommand.self,
                    ]
                ),
                CommandGroup(
                    name: words.groupNow,
                    subcommands: [
                        StatusCommand.self, WhoCommand.self, WatchCommand.self, DoorCommand.self,
                        AlarmCommand.self, LockdownCommand.self, HandoverCommand.self,
                        LeaveCommand.self,
                        ReaderCommand.self,
                    ]
                ),
                CommandGroup(
                    name: words.groupPeople,
                    subcommands: [
                        PersonCommand.self, BadgeCommand.self, DepartmentCommand.self,
                        OfficeCommand.self, TransferCommand.self,
                    ]
                ),
                CommandGroup(
                    name: words.groupRights,
                    subcommands: [
                        DesignateCommand.self, SignCommand.self, RevokeCommand.self,
                        DesignationCommand.self, VisitCommand.self, ReviewCommand.self,
                        PolicyCommand.self,
                    ]
                ),
                CommandGroup(
                    name: words.groupRecord,
                    subcommands: [JournalCommand.self, ExplainCommand.self]
                ),
            ]
        )
    }
}
