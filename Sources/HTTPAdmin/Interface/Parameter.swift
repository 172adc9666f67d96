// SPDX-License-Identifier: Apache-2.0
import Access

/// One parameter of a query.
struct Parameter: Sendable, Hashable {
    let name: String
    let form: Form
    let summary: String

    /// How its value is written.
    enum Form: Sendable, Hashable {
        case text(TextForm)
        case number(ClosedRange<Int64>)
        /// Some of some words, with commas between.
        case words([String])
        /// Some names, with commas between.
        case names(most: Int)
        case flag
    }

    init(_ name: String, _ form: Form, _ summary: String) {
        self.name = name
        self.form = form
        self.summary = summary
    }

    /// Whether a value is written as it should be.
    func admits(_ written: String) -> Bool {
        switch form {
        case .text(let form): return form.admits(written)
        case .number(let range):
            return Int64(written).map { range.contains($0) && "\($0)" == written } ?? false
        case .words(let words):
            let named = written.split(separator: ",", omittingEmptySubsequences: false)
            return named.allSatisfy { words.contains(String($0)) }
        case .names(let most):
            let named = written.split(separator: ",", omittingEmptySubsequences: false)
            return named.count <= most && named.allSatisfy { TextForm.name.admits(String($0)) }
        case .flag: return written == "true" || written == "false"
        }
    }

    /// What is expected, for people.
    var expected: (english: String, japanese: String) {
        switch form {
        case .text(let form): form.expected
        case .number(let range): Shape.integer(range).expected
        case .words(let words):
            (
                "of: \(words.joined(separator: ", "))",
                "次のいずれか（\(words.joined(separator: "、"))）"
            )
        case .names(let most):
            ("up to \(most) names with commas between", "コンマで区切った \(most) 個までの名前")
        case .flag: Shape.flag.expected
        }
    }

    /// The parameter as the document describes it.
    var description: JSONValue {
        var parameter: [String: JSONValue] = [
            "name": .text(name), "in": "query", "description": .text(summary),
        ]
        switch form {
        case .text(let form): parameter["schema"] = Shape.text(form).schema
        case .number(let range): parameter["schema"] = Shape.integer(range).schema
        case .flag: parameter["schema"] = Shape.flag.schema
        case .words(let words):
            parameter.merge(Self.list(of: Shape.text(.word(words)).schema, most: 32)) { $1 }
        case .names(let most):
            let item: JSONValue = [
                "type": "string", "minLength": 1, "maxLength": .integer(Int64(PolicyLimits.id)),
                "pattern": #"^[^\s,\u0000-\u0020\u007f-\u009f]+$"#,
            ]
            parameter.merge(Self.list(of: item, most: most)) { $1 }
        }
        return .object(parameter)
    }

    private static func list(of item: JSONValue, most: Int) -> [String: JSONValue] {
        let schema: JSONValue = [
            "type": "array", "minItems": 1, "maxItems": .integer(Int64(most)), "items": item,
        ]
        return ["schema": schema, "style": "form", "explode": false]
    }
}

/// The parameters that several lists share.
extension Parameter {
    static let limit = Parameter("limit", .number(1...1000), "At most so many.")
    static let after = Parameter(
        "after",
        .text(.cursor),
        "The cursor that the page before gave as `next`."
    )
    static let dryRun = Parameter(
        "dryRun",
        .flag,
        "Whether to judge only: nothing is recorded, nothing is in force."
    )
    static let room = Parameter("room", .text(.name), "Only about this room.")
    static let person = Parameter("person", .text(.name), "Only about this person.")
    static let page: [Parameter] = [after, limit]
    /// Of lists that are short: the cursor is a place.
    static let part: [Parameter] = [
        Parameter(after.name, .number(0...Int64(Int32.max)), after.summary), limit,
    ]
}
