// SPDX-License-Identifier: Apache-2.0
internal import Access

/// Writes policies in the document's form: the same policy gives the same text.
///
/// What has its default is left out; badges and PINs are fingerprints where they are known as such.
struct PolicyWriter {
    private(set) var text = ""

    init(_ policy: Policy) {
        section("rooms", policy.rooms.map(Self.pairs))
        section("departments", policy.departments.map(Self.pairs))
        section("people", policy.people.map(Self.pairs))
        section("appointments", policy.appointments.map(Self.pairs))
        if !policy.holidays.isEmpty {
            let days = policy.holidays.sorted().map { YAMLValue.word("\($0)") }
            text += "holidays: \(YAMLValue.list(days).flow)\n"
        }
        section("designations", policy.designations.map(Self.pairs))
        section("visits", policy.visits.map(Self.pairs))
        if text.isEmpty { text = "{}\n" }
    }

    private mutating func section(_ name: String, _ rows: [[YAMLPair]]) {
        guard !rows.isEmpty else { return }
        text += name + ":\n"
        for row in rows {
            for (position, pair) in row.enumerated() {
                text += position == 0 ? "  - " : "    "
                text += "\(pair.key): \(pair.value.flow)\n"
            }
        }
    }
}

/// A key with its value, on the way to text.
struct YAMLPair {
    let key: String
    let value: YAMLValue
}

/// A value on the way to text.
enum YAMLValue {
    /// A text that somebody wrote: quoted where it must be.
    case text(String)
    /// A word, number or date of the document's own: never quoted.
    case word(String)
    case list([YAMLValue])
    case mapping([YAMLPair])

    /// The value on one line.
    var flow: String {
        switch self {
        case .text(let text): Self.isPlain(text) ? text : Self.quoted(text)
        case .word(let word): word
        case .list(let values): "[" + values.map(\.flow).joined(separator: ", ") + "]"
        case .mapping(let pairs):
            "{" + pairs.map { "\($0.key): \($0.value.flow)" }.joined(separator: ", ") + "}"
        }
    }

    /// Whether a text means itself without quotes, to this program and to any other that reads YAML.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            first.properties.isAlphabetic, last != " "
        else { return false }
        let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        guard !words.contains(text.lowercased()) else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || "-_./+ ・（）".unicodeScalars.contains(scalar)
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
