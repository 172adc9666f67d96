// SPDX-License-Identifier: Apache-2.0

/// What a value on the wire looks like.
///
/// One description serves three readers: the interface's document, the check of what comes in, and the tests of what
/// goes out. It is derived from the wire types themselves (``init(of:)``), so that none of the three can drift.
indirect enum Shape: Sendable, Hashable {
    case text(TextForm)
    case integer(ClosedRange<Int64>)
    case flag
    case list(of: Shape, most: Int?)
    case object(ObjectShape)
    case either(Shape, Shape)
}

/// An object's name and fields.
struct ObjectShape: Sendable, Hashable {
    let name: String
    let fields: [Field]
    /// Where it says exactly one thing of several.
    var choices: [Choice] = []

    /// The fields that say one of them, all of which must be there, and those that may go with it.
    struct Choice: Sendable, Hashable {
        let needs: [String]
        var takes: [String] = []

        var keys: [String] { needs + takes }
    }

    /// One field.
    struct Field: Sendable, Hashable {
        let key: String
        let shape: Shape
        let isRequired: Bool
    }
}

// MARK: What is wrong with a value

extension Shape {
    /// What is wrong with a value, and where: the first thing found; `nil` where it has this shape.
    func fault(in value: JSONValue, at path: String = "") -> ShapeFault? {
        switch (self, value) {
        case (.text(let form), .text(let text)):
            return form.admits(text) ? nil : expected(form.expected, at: path)
        case (.integer(let range), .integer(let number)):
            return range.contains(number) ? nil : ShapeFault(path, self)
        case (.flag, .flag): return nil
        case (.list(let element, let most), .list(let values)):
            if let most, values.count > most { return ShapeFault(path, self) }
            for (place, value) in values.enumerated() {
                if let fault = element.fault(in: value, at: "\(path)[\(place)]") { return fault }
            }
            return nil
        case (.object(let shape), .object(let values)): return shape.fault(in: values, at: path)
        case (.either(let one, let other), _):
            guard let fault = one.fault(in: value, at: path) else { return nil }
            return other.fault(in: value, at: path) == nil ? nil : fault
        default: return ShapeFault(path, self)
        }
    }

    private func expected(_ words: (english: String, japanese: String), at path: String)
        -> ShapeFault
    {
        ShapeFault(path: path, english: words.english, japanese: words.japanese)
    }

    /// What was expected, in words for people.
    var expected: (english: String, japanese: String) {
        switch self {
        case .text(let form): form.expected
        case .integer(let range):
            (
                "a whole number from \(range.lowerBound) to \(range.upperBound)",
                "\(range.lowerBound) から \(range.upperBound) までの整数"
            )
        case .flag: ("true or false", "true か false")
        case .list(_, let most):
            (
                "a list" + (most.map { " of up to \($0) entries" } ?? ""),
                "一覧" + (most.map { "（\($0) 件まで）" } ?? "")
            )
        case .object: ("an object", "オブジェクト")
        case .either(let one, let other):
            (
                one.expected.english + " or " + other.expected.english,
                one.expected.japanese + "又は" + other.expected.japanese
            )
        }
    }
}

extension ObjectShape {
    fileprivate func fault(in values: [String: JSONValue], at path: String) -> ShapeFault? {
        for field in fields {
            let place = path.isEmpty ? field.key : "\(path).\(field.key)"
            guard let value = values[field.key] else {
                if field.isRequired { return ShapeFault(place, field.shape) }
                continue
            }
            if let fault = field.shape.fault(in: value, at: place) { return fault }
        }
        let known = Set(fields.map(\.key))
        guard let unknown = values.keys.filter({ !known.contains($0) }).min() else {
            return faultyChoice(of: values, at: path)
        }
        let keys = known.sorted().joined(separator: ", ")
        return ShapeFault(
            path: path.isEmpty ? String(unknown.prefix(40)) : "\(path).\(unknown.prefix(40))",
            english: "none of that name; the names are: \(keys)",
            japanese: "この名前は使えません。使える名前：\(keys)"
        )
    }

    private func faultyChoice(of values: [String: JSONValue], at path: String) -> ShapeFault? {
        guard !choices.isEmpty else { return nil }
        let made = choices.filter { $0.needs.allSatisfy { values[$0] != nil } }
        guard made.count == 1, let choice = made.first else {
            let keys = choices.map { $0.needs.joined(separator: " + ") }.joined(separator: ", ")
            return ShapeFault(
                path: path,
                english: "an object with exactly one of: \(keys)",
                japanese: "次のうちちょうど一つを持つもの：\(keys)"
            )
        }
        let others = Set(choices.flatMap(\.keys)).subtracting(choice.keys)
        guard let stray = values.keys.filter(others.contains).min() else { return nil }
        let needs = choice.needs.joined(separator: " + ")
        return ShapeFault(
            path: path.isEmpty ? stray : "\(path).\(stray)",
            english: "left out beside '\(needs)'",
            japanese: "「\(needs)」と共には使えないもの"
        )
    }
}

/// Where a value has another shape, and what was expected; never what was there, for it may be a secret (L10).
struct ShapeFault: Error, Hashable {
    let path: String
    let english: String
    let japanese: String

    init(path: String, english: String, japanese: String) {
        self.path = path
        self.english = english
        self.japanese = japanese
    }

    fileprivate init(_ path: String, _ shape: Shape) {
        self.init(
            path: path,
            english: shape.expected.english,
            japanese: shape.expected.japanese
        )
    }
}

// MARK: As a schema

extension Shape {
    /// The shape as JSON Schema; objects by reference to the components.
    var schema: JSONValue {
        switch self {
        case .text(let form):
            .object(form.schema.merging(["type": "string"]) { $1 })
        case .integer(let range):
            [
                "type": "integer", "minimum": .integer(range.lowerBound),
                "maximum": .integer(range.upperBound),
            ]
        case .flag: ["type": "boolean"]
        case .list(let element, let most):
            .object(
                ["type": "array", "items": element.schema].merging(
                    most.map { ["maxItems": .integer(Int64($0))] } ?? [:]
                ) { $1 }
            )
        case .object(let shape): ["$ref": .text("#/components/schemas/" + shape.name)]
        case .either(let one, let other): ["oneOf": [one.schema, other.schema]]
        }
    }

    /// Whether an empty object would lack something.
    var isRequired: Bool {
        guard case .object(let shape) = self else { return true }
        return !shape.choices.isEmpty || shape.fields.contains(where: \.isRequired)
    }

    /// Every object in it, and what is in those.
    var objects: [ObjectShape] {
        switch self {
        case .text, .integer, .flag: []
        case .list(let element, _): element.objects
        case .object(let shape): [shape] + shape.fields.flatMap(\.shape.objects)
        case .either(let one, let other): one.objects + other.objects
        }
    }
}

extension ObjectShape {
    /// The object's own schema; one for each choice where it has any.
    var schema: JSONValue {
        guard !choices.isEmpty else { return schema(of: fields) }
        let chosen = Set(choices.flatMap(\.keys))
        return [
            "oneOf": .list(
                choices.map { choice in
                    schema(
                        of: fields.filter {
                            !chosen.contains($0.key) || choice.keys.contains($0.key)
                        },
                        requiring: choice.needs
                    )
                }
            )
        ]
    }

    private func schema(of fields: [Field], requiring keys: [String] = []) -> JSONValue {
        var schema: [String: JSONValue] = [
            "type": "object", "additionalProperties": false,
            "properties": .object(
                Dictionary(fields.map { ($0.key, $0.shape.schema) }) { first, _ in first }
            ),
        ]
        let required = fields.filter { $0.isRequired || keys.contains($0.key) }
        if !required.isEmpty { schema["required"] = .list(required.map { .text($0.key) }) }
        return .object(schema)
    }
}
