// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser
import Foundation

/// The periodic review (R18): what runs out, what nobody has confirmed, what nobody uses.
struct ReviewCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "review",
            abstract: Words.now.aboutReview,
            discussion: Words.now.discussReview,
            subcommands: [ReviewList.self, ReviewWalk.self],
            defaultSubcommand: ReviewList.self
        )
    }
}

/// Lists what is to be reviewed.
struct ReviewList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Words.now.aboutReviewList)
    }

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await common.show(APIPath.reviews, of: ReviewReply.self) {
            ReviewReport(words: $1, screen: .standard).lines($0)
        }
    }
}

/// Goes through the designations one by one: confirm, revoke, or leave for later.
struct ReviewWalk: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "walk",
            abstract: Words.now.aboutReviewWalk,
            discussion: Words.now.discussReviewWalk
        )
    }

    @Flag(help: ArgumentHelp(Words.now.helpReviewAll))
    var all = false

    @OptionGroup var change: ChangeOptions

    func validate() throws {
        guard !change.common.json else { throw ValidationError(Words.now.walkIsTyped) }
    }

    func run() async throws {
        guard Screen.canAsk else { throw Complaint(.usage, Words.now.walkNeedsTerminal) }
        try await complaining {
            let server = try change.server()
            let ids = try await designations(server)
            let screen = Screen.standard
            guard !ids.isEmpty else { return screen.write(Words.now.nothingToReview) }
            for (number, id) in ids.enumerated() {
                let path = APIPath.filled(APIPath.designation, id)
                let reply = try await server.get(path).json(DesignationReply.self)
                guard reply.state != DesignationReply.revoked else { continue }
                screen.write(screen.paint("[\(number + 1)/\(ids.count)]", .bold))
                let words = try await server.words(for: [reply])
                for line in DesignationReport(words: words).lines(reply) { screen.write(line) }
                guard try await decide(id, server) else { return }
                screen.write("")
            }
        }
    }

    /// The designations that the review names; with `--all`, all that are in force.
    private func designations(_ server: Server) async throws -> [String] {
        if all {
            return try await server.all(
                APIPath.designations,
                of: DesignationReply.self,
                upTo: 100_000
            ).items.filter { !["ended", DesignationReply.revoked].contains($0.state) }.map(\.row.id)
        }
        let review = try await server.get(APIPath.reviews).json(ReviewReply.self)
        var ids: [String] = []
        let due = review.overdue + review.formerOffices + review.expiring.map(\.designation)
        for item in due where !ids.contains(item.row.id) { ids.append(item.row.id) }
        return ids
    }

    /// - Returns: whether to go on.
    private func decide(_ id: String, _ server: Server) async throws -> Bool {
        let steps = [
            "c": ("confirmDesignation", APIPath.designationConfirm),
            "r": ("revokeDesignation", APIPath.designationRevoke),
        ]
        while true {
            Screen.standard.prompt(Words.now.askReview)
            guard let typed = readLine() else { return false }
            let answer = typed.trimmingCharacters(in: .whitespaces).lowercased()
            if ["q", "終"].contains(answer) { return false }
            if ["", "s", "後"].contains(answer) { return true }
            let key = ["確": "c", "消": "r"][answer] ?? answer
            guard let (verb, template) = steps[key] else { continue }
            var change = change
            if key == "r" {
                // One key must not take a right away.
                guard let reason = reasonToRevoke() else { continue }
                change.reason = reason
            }
            do {
                let path = APIPath.filled(template, id)
                try await change.carry(verb, id, at: path, on: server)
                return true
            } catch let complaint as Complaint where complaint.status == .refused {
                Screen.standard.complain(complaint.description)
            }
        }
    }

    /// Why a designation is revoked, said and confirmed; `nil` for who thinks better of it.
    private func reasonToRevoke() -> String? {
        let words = Words.now
        let screen = Screen.standard
        var reason = change.reason ?? ""
        if reason.isEmpty {
            screen.prompt(words.askRevokeReason)
            reason = (readLine() ?? "").trimmingCharacters(in: .whitespaces)
        }
        guard !reason.isEmpty, change.yes || screen.confirms(words.askRevoke(1)) else { return nil }
        return reason
    }
}
