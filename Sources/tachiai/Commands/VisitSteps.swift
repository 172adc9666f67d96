// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import ArgumentParser

/// A step of a visit that needs no more than its name, and a question before.
struct VisitStep: ParsableArguments {
    @Argument(help: ArgumentHelp(Words.now.helpVisitID, valueName: "id"))
    var id: String

    @OptionGroup var change: ChangeOptions

    func carry(_ verb: String, at path: String) async throws {
        try await complaining {
            let server = try change.server()
            do {
                _ = try await server.get(APIPath.filled(APIPath.visit, id))
            } catch let problem as Problem where problem.kind == .notFound {
                throw Complaint(.refused, Words.now.noVisit(id))
            } catch is Problem {
                // Who may not look at it may have to do with it still: the service decides.
            }
            try change.confirm(Words.now.askVisit(verb, id))
            try await change.carry(verb, id, at: APIPath.filled(path, id), on: server)
        }
    }
}

/// Refuses a request.
struct VisitRefuse: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "refuse", abstract: Words.now.aboutVisitRefuse)
    }

    @OptionGroup var step: VisitStep

    func run() async throws { try await step.carry("refuseVisit", at: APIPath.visitRefuse) }
}

/// Withdraws an approval: it admits nobody any more.
struct VisitWithdraw: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "withdraw", abstract: Words.now.aboutVisitWithdraw)
    }

    @OptionGroup var step: VisitStep

    func run() async throws { try await step.carry("withdrawVisit", at: APIPath.visitWithdraw) }
}

/// Closes a visit that is done.
struct VisitClose: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "close", abstract: Words.now.aboutVisitClose)
    }

    @OptionGroup var step: VisitStep

    func run() async throws { try await step.carry("closeVisit", at: APIPath.visitClose) }
}

/// Notes what visitors carry in and out (R25).
struct VisitItems: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "items", abstract: Words.now.aboutVisitItems)
    }

    @Argument(help: ArgumentHelp(Words.now.helpVisitID, valueName: "id"))
    var id: String

    @Option(name: .customLong("in"), help: ArgumentHelp(Words.now.helpCarriedIn, valueName: "item"))
    var carriedIn: [String] = []

    @Option(
        name: .customLong("out"),
        help: ArgumentHelp(Words.now.helpCarriedOut, valueName: "item")
    )
    var carriedOut: [String] = []

    @Option(help: ArgumentHelp(Words.now.helpCarryApproval, valueName: "number"))
    var approval: String?

    @OptionGroup var change: ChangeOptions

    func validate() throws {
        guard !carriedIn.isEmpty || !carriedOut.isEmpty else {
            throw ValidationError(Words.now.noItems)
        }
    }

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let request = ItemsRequest(
                carriedIn: carriedIn.isEmpty ? nil : carriedIn,
                carriedOut: carriedOut.isEmpty ? nil : carriedOut,
                approval: approval,
                reason: change.reason
            )
            if !carriedOut.isEmpty, approval == nil, !change.common.json {
                Screen.standard.complain(Words.now.carriedWithoutApproval)
            }
            let path = APIPath.filled(APIPath.visitItems, id)
            try await change.carry("noteItems", id) { terms in
                try await server.change(path, request, terms)
            }
        }
    }
}
