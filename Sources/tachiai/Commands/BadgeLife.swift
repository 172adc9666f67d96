// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser

/// Takes a badge back.
struct BadgeReturn: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "return", abstract: Words.now.aboutBadgeReturn)
    }

    @Argument(help: ArgumentHelp(Words.now.helpBadge, valueName: "badge"))
    var badge: String

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await BadgeStep.takeBack.take(badge, change)
    }
}

/// Reports a badge lost: it admits nobody from now on, and shows what the report needs.
struct BadgeLost: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lost",
            abstract: Words.now.aboutBadgeLost,
            discussion: Words.now.discussBadgeLost
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpBadge, valueName: "badge"))
    var badge: String

    @OptionGroup var change: ChangeOptions

    func validate() throws { try change.needsReason() }

    func run() async throws {
        try await BadgeStep.lost.take(badge, change, asking: Words.now.askLost(badge))
    }
}

/// Lets a badge rest.
struct BadgeSuspend: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "suspend", abstract: Words.now.aboutBadgeSuspend)
    }

    @Argument(help: ArgumentHelp(Words.now.helpBadge, valueName: "badge"))
    var badge: String

    @OptionGroup var change: ChangeOptions

    func validate() throws { try change.needsReason() }

    func run() async throws {
        try await BadgeStep.suspend.take(badge, change)
    }
}

/// Takes a resting badge into use again.
struct BadgeResume: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "resume", abstract: Words.now.aboutBadgeResume)
    }

    @Argument(help: ArgumentHelp(Words.now.helpBadge, valueName: "badge"))
    var badge: String

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await BadgeStep.resume.take(badge, change)
    }
}

/// What becomes of a badge.
private enum BadgeStep {
    case takeBack, lost, suspend, resume

    private var path: String {
        switch self {
        case .takeBack: APIPath.badgeReturn
        case .lost: APIPath.badgeLost
        case .suspend: APIPath.badgeSuspend
        case .resume: APIPath.badgeResume
        }
    }

    private var verb: String {
        switch self {
        case .takeBack: "returnBadge"
        case .lost: "badgeLost"
        case .suspend: "suspendBadge"
        case .resume: "resumeBadge"
        }
    }

    /// The states in which a badge can be meant by its holder's name.
    private var states: [Set<String>] {
        switch self {
        case .takeBack, .lost: [["active", "suspended"]]
        case .suspend: [["active"]]
        case .resume: [["suspended"]]
        }
    }

    func take(_ written: String, _ change: ChangeOptions, asking question: String? = nil)
        async throws
    {
        try await complaining {
            let server = try change.server()
            let name = try await Directory(changing: server).badge(written, status: states)
            if let question { try change.confirm(question) }
            switch name {
            case .fingerprint(let fingerprint):
                let path = APIPath.filled(path, fingerprint)
                try await change.carry(verb, name.title, at: path, on: server)
            case .number(let number):
                // A number goes in the body: paths are logged (L10).
                let order = [verb: number.exposed, "reason": change.reason].compactMapValues { $0 }
                try await change.carry(verb, name.title) { terms in
                    try await server.change(APIPath.orders, order, terms)
                }
            }
        }
    }
}
