// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser

/// Says why a badge was refused, or whether somebody could enter at a time; opens nothing, and is recorded.
struct ExplainCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain",
            abstract: Words.now.aboutExplain,
            discussion: Words.now.discussExplain
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpExplained, valueName: "person-or-badge"))
    var subject: String

    @Argument(help: ArgumentHelp(Words.now.helpExplainedPlace, valueName: "room-or-door"))
    var place: String

    @Option(help: ArgumentHelp(Words.now.helpAt, valueName: "time"))
    var at: String?

    @Option(help: ArgumentHelp(Words.now.helpAttendedBy, valueName: "person"))
    var attendedBy: String?

    @OptionGroup var common: CommonOptions

    private var isRecord: Bool { ["record", "記録"].contains(subject) }

    func validate() throws {
        guard isRecord else { return }
        guard Int64(place) != nil else { throw ValidationError(Words.now.noRecordNumber(place)) }
        guard at == nil else { throw ValidationError(Words.now.recordHasItsTime) }
    }

    func run() async throws {
        try await complaining {
            let server = try common.server()
            let (request, title) = try await question(server)
            let answer = try await server.change(APIPath.explanations, request)
            let screen = Screen.standard
            guard !common.json else { return screen.write(answer.text) }
            let reply = try answer.json(ExplanationReply.self)
            let words = try await server.words(for: [reply])
            let report = ExplanationReport(words: words, screen: screen)
            for line in report.lines(reply, title) { screen.write(line) }
        }
    }

    private func question(_ server: Server) async throws -> (ExplanationRequest, String) {
        guard !isRecord else {
            let title = Words.now.recordNumber(Int64(place) ?? 0)
            return (ExplanationRequest(record: Int64(place)), title)
        }
        let words = Words.now
        let clock = try await BoardClock(server)
        let instant = try clock.instant(at ?? "now")
        var request = ExplanationRequest(at: at == nil ? nil : instant)
        let who: String
        if subject.hasPrefix(Fingerprint.prefix) {
            (request.badge, who) = (subject, subject)
        } else {
            let row = try await Directory(server: server).person(subject)
            (request.person, who) = (row.id, row.title)
        }
        var title = place
        let doors = try await server.all(APIPath.doors, of: DoorReply.self).items
        if doors.contains(where: { $0.id == place }) {
            request.door = place
        } else {
            let room = try await Directory(server: server).room(place)
            (request.room, title) = (room.id, room.name)
        }
        if let attendedBy {
            request.attendedBy = try await Directory(server: server).person(attendedBy).id
        }
        return (request, words.mayEnter(who, title, at: instant))
    }
}
