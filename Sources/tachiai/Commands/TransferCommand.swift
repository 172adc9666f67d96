// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser
import Foundation

/// Carries out the personnel office's list (人事異動): shows what it changes, then changes it all at once.
struct TransferCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "transfer",
            abstract: Words.now.aboutTransfer,
            discussion: Words.now.discussTransfer
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpTransferFile, valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp(Words.now.helpEffective, valueName: "day"))
    var effective: String?

    @Flag(help: ArgumentHelp(Words.now.helpIgnoreUnknown))
    var ignoreUnknown = false

    @OptionGroup var change: ChangeOptions

    func run() async throws {
        try await complaining {
            let input = try InputBytes(file)
            let server = try change.server()
            let (request, people, names) = try await request(input, server)
            let screen = Screen.standard
            var words = Words.now
            words.names = names
            var trial = change.terms()
            trial.key = Server.Terms().key
            trial.isTrial = true
            let tried = try await server.change(APIPath.transfers, request, trial)
            let report = TransferReport(words: words, screen: screen)
            if !change.common.json {
                let reply = try tried.json(TransfersReply.self)
                for line in report.lines(reply, of: request, people: people) {
                    screen.write(line)
                }
            }
            guard !change.isTrial else {
                if change.common.json { return screen.write(tried.text) }
                return screen.write(words.wouldBeDone(words.act("transferPeople", "")))
            }
            try change.confirm(words.askTransfer(request.moves.count, request.effective))
            try await change.carry("transferPeople", input.name) { terms in
                try await server.change(APIPath.transfers, request, terms)
            }
        }
    }

    private func request(
        _ input: InputBytes,
        _ server: Server
    ) async throws -> (TransfersRequest, [String: PersonRow], Names) {
        let words = Words.now
        let clock = try await BoardClock(server)
        let people = try await server.all(APIPath.people, of: PersonReply.self, upTo: 200_000)
        let departments = try await server.all(APIPath.departments, of: DepartmentReply.self)
        let list: TransferList
        let matched: TransferList.Matched
        let days: Set<String>
        do {
            list = try TransferList(try CSVTable(try CSVText(input.bytes).text))
            matched = try list.matched(
                people: people.items.map(\.row),
                departments: departments.items.map(\.row),
                ignoringUnknown: ignoreUnknown
            )
            days = try list.days(clock.instant)
        } catch let mistake as CSVMistake {
            throw Complaint(.usage, words.line(mistake, of: input.name))
        } catch let mistakes as CSVMistakes {
            let lines = mistakes.all.map { words.line($0, of: input.name) }
            throw Complaint(.usage, lines.joined(separator: "\n"))
        }
        let screen = Screen.standard
        if !list.ignored.isEmpty { screen.complain(words.columnsIgnored(list.ignored)) }
        if !matched.unknown.isEmpty {
            screen.complain(words.peopleIgnored(matched.unknown.map(\.person.text)))
        }
        guard !matched.moves.isEmpty else { throw Complaint(.refused, words.nobodyMoves) }
        let said = try effective.map { try clock.instant($0) }
        guard let instant = said ?? (days.count == 1 ? days.first : nil) else {
            throw Complaint(.usage, words.noEffective)
        }
        guard days.allSatisfy({ Timestamp($0) == Timestamp(instant) }) else {
            throw Complaint(.usage, words.otherDays(days.sorted().map(Words.time)))
        }
        let moving = Set(matched.moves.map(\.person))
        let rows = people.items.map(\.row).filter { moving.contains($0.id) }
        let request = TransfersRequest(
            effective: instant,
            moves: matched.moves,
            reason: change.reason
        )
        let names = Names(
            people: Dictionary(people.items.map { ($0.row.id, $0.row.name) }) { $1 },
            departments: Dictionary(departments.items.map { ($0.row.id, $0.row.name) }) { $1 }
        )
        return (request, Dictionary(rows.map { ($0.id, $0) }) { $1 }, names)
    }
}
