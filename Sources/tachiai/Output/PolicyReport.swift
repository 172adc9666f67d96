// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// What a policy document would change, and its mistakes, as people read them.
struct PolicyReport {
    let words: Words
    let screen: Screen

    /// Compares a document with the policy in force; its mistakes come out as `FILE:line:column: …`.
    static func compared(
        _ input: InputFile,
        with server: Server
    ) async throws -> (Server.Answer, PolicyReply) {
        try await placing(input) {
            let answer = try await server.send(document: input.text, to: APIPath.policyDiff)
            return (answer, try answer.json(PolicyReply.self))
        }
    }

    /// Sends a document; its mistakes come out as `FILE:line:column: …`.
    static func placing<Value>(
        _ input: InputFile,
        _ body: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await body()
        } catch let problem as Problem {
            guard [.mistakes, .againstRules].contains(problem.kind),
                let mistakes = problem.mistakes, !mistakes.isEmpty
            else {
                throw Complaint(problem)
            }
            let lines = mistakes.map { line($0, of: input, .now) }
            throw Complaint(.usage, lines.joined(separator: "\n"))
        }
    }

    static func line(_ mistake: MistakeReply, of input: InputFile, _ words: Words) -> String {
        let place: [String?] = [
            input.name, mistake.line.map(String.init), mistake.column.map(String.init),
        ]
        let sentence = words.language(mistake.japanese, mistake.english)
        let parts: [String?] = [
            place.compactMap { $0 }.joined(separator: ":"), mistake.path,
            mistake.isWarning ? words.warning(sentence) : sentence,
        ]
        return parts.compactMap { $0 }.joined(separator: ": ")
    }

    func show(_ reply: PolicyReply, of input: InputFile) {
        for warning in reply.warnings { screen.complain(Self.line(warning, of: input, words)) }
        if let exported = ExportedRevision.read(from: input.text), exported < reply.revision {
            screen.complain(words.exportedBefore(exported, now: reply.revision))
        }
        guard !reply.changes.isEmpty else { return screen.write(words.noDifference) }
        for change in reply.changes { screen.write(line(change)) }
    }

    func line(_ change: PolicyChange) -> String {
        let kind = PolicyDifference.Kind(rawValue: change.kind)
        let name =
            words.language(kind?.japanese ?? change.kind, change.kind) + " "
            + words.row(change.id, of: change.kind)
        let clean = Table.clean(name)
        switch change.change {
        case .added: return screen.paint("+ " + clean, .green)
        case .removed: return screen.paint("- " + clean, .red)
        case .changed:
            let fields = (change.fields ?? []).map { field in
                let old = words.value(field.old, of: field.key)
                return "    \(field.key): \(old) → \(words.value(field.new, of: field.key))"
            }
            return ([screen.paint("~ " + clean, .yellow)] + fields.map(Table.clean))
                .joined(separator: "\n")
        }
    }
}
