// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// The answer to a question about the rule as people read it.
struct ExplanationReport {
    let words: Words
    let screen: Screen

    func lines(_ reply: ExplanationReply, _ title: String) -> [String] {
        let colour: Screen.Colour =
            switch reply.decision {
            case "granted": .green
            case "denied": .red
            default: .yellow
            }
        let sentence = words.language(reply.japanese ?? "", reply.english ?? "")
        let why = [reply.reason, sentence.isEmpty ? nil : sentence].compactMap { $0 }
        let decision = screen.paint(words.decision(reply.decision), colour)
        let article = reply.article.map { " (\(words.article($0)))" } ?? ""
        let first = ([decision] + why).joined(separator: words.colon) + article
        let steps = reply.answers.count > 1 ? [words.answers(reply.answers)] : []
        return [screen.paint(Table.clean(title), .bold), first] + steps + facts(reply)
            + changes(reply)
    }

    private func facts(_ reply: ExplanationReply) -> [String] {
        guard !reply.facts.isEmpty else { return [] }
        let sentences = reply.facts.map { "  " + Table.clean(line($0)) }
        return ["", words.facts] + sentences + (reply.isOfNow ? ["  " + words.factsOfNow] : [])
    }

    /// What it is about, unless the sentence begins with that.
    private func line(_ fact: FactReply) -> String {
        let sentence = Words.times(in: words.language(fact.japanese, fact.english))
        let title = words.fact(fact.key)
        guard !title.isEmpty, !sentence.prefix(8).contains("：") else { return named(sentence) }
        return named(title + words.colon + sentence)
    }

    /// A sentence with names beside the numbers of people, and instead of the ids of departments and rooms.
    private func named(_ sentence: String) -> String {
        sentence.replacing(ExplanationReply.identifier) { match in
            let id = String(match.0)
            let place = words.names.departments[id] ?? words.names.rooms[id]
            return ExplanationReply.isNamed(id) ? place ?? words.person(id) : id
        }
    }

    private func changes(_ reply: ExplanationReply) -> [String] {
        guard !reply.changes.isEmpty else { return [] }
        let sentences = reply.changes.map { change in
            let sentence = words.language(change.japanese, change.english)
            return "  " + Table.clean(named(Words.times(in: sentence)))
        }
        return ["", words.smallestChange] + sentences
    }
}

extension ExplanationReply: Naming {
    var namedPeople: [String?] {
        let words = (facts + changes).flatMap {
            ($0.key + " " + $0.english).matches(of: Self.identifier)
        }
        return Set(words.map { String($0.0) }.filter(Self.isNamed)).sorted()
    }
    var namedDepartments: [String?] { [room] }
    var namedRooms: [String?] { [room] }

    /// What may be somebody's or something's id in a sentence.
    fileprivate static var identifier: Regex<Substring> { /[A-Za-z0-9][A-Za-z0-9-]*/ }

    /// Counts, days and times are no ids.
    fileprivate static func isNamed(_ word: String) -> Bool {
        word.count > 3 || (word.count > 1 && word.contains { $0.isLetter || $0 == "-" })
    }
}
