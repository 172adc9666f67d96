// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Yams

/// One value of a document, with its path; it reads itself as what is expected, or notes the mistake.
struct Field {
    let node: Node
    let path: String
    let reading: Reading

    /// Notes a mistake of this field.
    ///
    /// - Returns: always `nil`, so that a reader can end with it.
    func fail<Value>(_ wording: Wording, kind: Mistake.Kind = .content) -> Value? {
        note(wording, kind: kind)
        return nil
    }

    /// Notes a mistake of this field.
    func note(_ wording: Wording, kind: Mistake.Kind = .content) {
        reading.note(kind, at: path, wording)
    }

    /// What is here, in a word or two, for messages.
    var found: String {
        switch node {
        case .scalar(let scalar):
            if node.isNull { return "nothing" }
            let text =
                scalar.string.count > 40 ? scalar.string.prefix(40) + "…" : scalar.string[...]
            return scalar.style == .plain ? "\"\(text)\"" : "the text \"\(text)\""
        case .mapping: return "a mapping"
        case .sequence: return "a list"
        case .alias: return "an alias"
        }
    }

    // MARK: Scalars

    /// The text of a scalar, as written: zeros and plain words stay what they are.
    func scalar(_ expected: String, _ japanese: String) -> String? {
        guard case .scalar(let scalar) = node, !node.isNull else {
            return fail(.wrongType(found, expected: expected, japanese), kind: .form)
        }
        return scalar.string
    }

    /// Any text.
    var text: String? { scalar("a text", "文字列") }

    /// A name of something.
    func id<Named>(of kind: Named.Type = Named.self) -> Identifier<Named>? {
        scalar("an id", "id").map { Identifier($0) }
    }

    /// A whole number, not in quotes.
    func integer(in range: ClosedRange<Int>? = nil) -> Int? {
        let expectation = Wording.wrongType(found, expected: "a whole number", "整数")
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any,
            !node.isNull, scalar.string.isWholeNumber
        else { return fail(expectation, kind: .form) }
        guard let number = Int(scalar.string) else {
            return fail(
                .unreadable(scalar.string.prefixed, expected: "a number of this size", "扱える数")
            )
        }
        if let range, !range.contains(number) { return fail(.outOfBounds(number, range)) }
        return number
    }

    /// `true` or `false`, not in quotes; `on`, `off`, `yes`, `no` are plain words.
    var flag: Bool? {
        if case .scalar(let scalar) = node, scalar.style == .plain {
            if scalar.string == "true" { return true }
            if scalar.string == "false" { return false }
        }
        return fail(.wrongType(found, expected: "true or false", "true か false "), kind: .form)
    }

    /// One of some words.
    func word(of allowed: [String]) -> String? {
        guard let word = scalar("one of: \(allowed.joined(separator: ", "))", "決められた語") else {
            return nil
        }
        guard allowed.contains(word) else {
            let nearest = word.nearest(among: allowed)
            return fail(.notAllowed(word.prefixed, nearest: nearest, allowed: allowed))
        }
        return word
    }

    /// One of an enumeration's words.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ type: Choice.Type = Choice.self
    ) -> Choice? where Choice.RawValue == String {
        word(of: Choice.allCases.map(\.rawValue)).flatMap(Choice.init)
    }

    // MARK: Lists and mappings

    /// The fields of a list.
    func elements(most: Int = 2_000_000) -> [Field]? {
        guard case .sequence(let sequence) = node else {
            return fail(.wrongType(found, expected: "a list", "一覧"), kind: .form)
        }
        guard sequence.count <= most else {
            return fail(
                Wording(
                    "\(sequence.count) entries are too many; at most \(most) are taken",
                    "\(sequence.count)件は多すぎます。\(most)件までです。"
                )
            )
        }
        return sequence.enumerated().map { reading.field($0.element, at: "\(path)[\($0.offset)]") }
    }

    /// A list, without those entries that can't be read.
    func list<Value>(_ read: (Field) -> Value?) -> [Value]? {
        elements()?.compactMap(read)
    }

    /// The fields of a mapping whose keys are names of things.
    func entries() -> [(key: String, field: Field)]? {
        guard case .mapping(let mapping) = node else {
            return fail(
                .wrongType(found, expected: "a mapping of names and values", "名前と値の組"),
                kind: .form
            )
        }
        return mapping.compactMap { key, value in
            guard let name = key.scalar?.string, reading.original(ofMasked: name) == nil else {
                note(.doubleKey(key.scalar?.string ?? ""), kind: .form)
                return nil
            }
            return (name, reading.field(value, at: path.isEmpty ? name : "\(path).\(name)"))
        }
    }

    /// A list of names, in which those that can't be read keep their place.
    func ids<Named>(of kind: Named.Type = Named.self) -> [Identifier<Named>]? {
        list { $0.id() ?? .unread }
    }

    /// The fields of a mapping with the keys that are expected here.
    func row(_ keys: [String]) -> Row? {
        guard case .mapping(let mapping) = node else {
            return fail(
                .wrongType(found, expected: "a mapping of keys and values", "キーと値の組"),
                kind: .form
            )
        }
        return Row(mapping, of: self, keys: keys)
    }
}

extension Identifier {
    /// Stands where a name could not be read, so that the places of the others stay what they are.
    static var unread: Self { Self("?") }
}

extension Node {
    /// Whether nothing was written here.
    var isNull: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }
}
