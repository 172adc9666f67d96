// SPDX-License-Identifier: Apache-2.0

/// A JSON object in the one rendering that the journal knows: no space, members in the order of their names.
///
/// Strings are UTF-8; only `"`, `\` and control characters are escaped.
struct CanonicalJSON {
    private(set) var text = "{"
    private var last = ""

    /// The whole object.
    var object: String { text + "}" }

    /// Adds a string, unless there is none.
    mutating func add(_ name: String, _ value: String?) {
        guard let value else { return }
        begin(name)
        quote(value)
    }

    /// Adds a number, unless there is none.
    mutating func add(_ name: String, _ value: Int64?) {
        guard let value else { return }
        begin(name)
        text += String(value)
    }

    /// Adds a truth value.
    mutating func add(_ name: String, _ value: Bool) {
        begin(name)
        text += value ? "true" : "false"
    }

    /// Adds a list of strings, unless it is empty.
    mutating func add(_ name: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        begin(name)
        text += "["
        for (place, value) in values.enumerated() {
            if place > 0 { text += "," }
            quote(value)
        }
        text += "]"
    }

    private mutating func begin(_ name: String) {
        precondition(last < name, "members come in the order of their names")
        last = name
        if text.utf8.count > 1 { text += "," }
        quote(name)
        text += ":"
    }

    private mutating func quote(_ value: String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
