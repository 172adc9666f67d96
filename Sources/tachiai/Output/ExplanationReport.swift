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
        guard !title.isEmpty, !sentence.prefix(8).contains("：") else { return sentence }
        return title + words.colon + sentence
    }

    private func changes(_ reply: ExplanationReply) -> [String] {
        guard !reply.changes.isEmpty else { return [] }
        let sentences = reply.changes.map { change in
            "  " + Table.clean(Words.times(in: words.language(change.japanese, change.english)))
        }
        return ["", words.smallestChange] + sentences
    }
}
