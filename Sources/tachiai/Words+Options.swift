// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Foundation

/// The names of the interface in the service's sentences, as the command line calls them.
extension Words {
    /// What the service says of a problem.
    func sentence(of problem: Problem) -> String {
        let sentence = language(
            problem.japanese ?? problem.detail ?? problem.title,
            problem.detail ?? problem.title
        )
        return Self.times(in: problem.kind == .malformedRequest ? options(sentence) : sentence)
    }

    /// The mistakes, one in a line: a document's by their places in it, an order's by the options.
    func mistakes(of problem: Problem) -> [String] {
        let mistakes = problem.mistakes ?? []
        guard problem.kind == .againstRules else {
            return mistakes.map { mistake in
                let text = language(mistake.japanese, mistake.english)
                return mistake.path.map { "  \($0): \(text)" } ?? "  \(text)"
            }
        }
        return (mistakes.map(self.mistake(inOrder:)) + completing(mistakes)).map {
            Self.times(in: "  " + $0)
        }
    }

    /// A sentence about an order, with the options' names in the place of the interface's.
    func options(_ written: String) -> String {
        let sentence = withoutPlaces(written)
        var (put, word) = ("", "")
        var before: Character = " "
        func end(at mark: Character) {
            put += option(word, between: before, and: mark) ?? word
            word = ""
        }
        for character in sentence {
            if character.isASCII,
                character.isLetter || character.isNumber || "-_.".contains(character)
            {
                word.append(character)
                continue
            }
            end(at: character)
            (before, put) = (character, put + String(character))
        }
        end(at: " ")
        return put
    }

    /// A mistake in an order: the option that it is about, where it is about one, and what is wrong.
    private func mistake(inOrder mistake: MistakeReply) -> String {
        let sentence = options(language(mistake.japanese, mistake.english))
        let last = mistake.path?.split(separator: ".").last ?? ""
        let field = String(last.prefix { $0 != "[" })
        guard let option = Self.optionNames[field] else { return sentence }
        return option + colon + sentence
    }

    /// What to run where an outsider's record is not complete, one line for each.
    private func completing(_ mistakes: [MistakeReply]) -> [String] {
        mistakes.compactMap { mistake in
            guard let gaps = Phrase.gaps(of: Self.outsider, in: mistake.english) else { return nil }
            let lacking = gaps[1].split(separator: ",").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            let options = lacking.compactMap { Self.optionNames[$0] }.map { "\($0) …" }
            let command = "tachiai person edit \(gaps[0]) \(options.joined(separator: " "))"
            return language("「\(command)」で記入できます。", "Complete it with '\(command)'.")
        }
    }

    /// The option that a word of the interface means: any word that is one in Japanese, a quoted one in English.
    private func option(_ word: String, between before: Character, and after: Character) -> String?
    {
        // Not an option, but the argument beside the person.
        if word == "number", language == .japanese, before == "「" { return number }
        guard let option = Self.optionNames[word] else { return nil }
        let isQuoted = ["'", "\""].contains(before) && before == after
        return language == .japanese || isQuoted || word == "identityChecked" ? option : nil
    }

    /// How the service says that an outsider's record is not complete (R24).
    private static let outsider = "\"*\" has no department and lacks *; an outsider's record *"

    private static let optionNames = [
        "identityChecked": "--identity-checked", "briefed": "--briefed", "company": "--company",
        "contract": "--contract", "responsible": "--responsible", "until": "--until",
        "from": "--from", "basis": "--basis", "necessity": "--necessity", "entries": "--entries",
        "escorts": "--escort", "rooms": "--room", "room": "--room", "hours": "--hours",
        "reason": "--reason", "department": "--department", "state": "--state",
        "carriedIn": "--in", "carriedOut": "--out", "approval": "--approval",
        "technology": "--technology", "systemCode": "--system-code",
        "label": "--label", "kind": "--kind", "minutes": "--minutes", "watcher": "--watcher",
    ]
}
