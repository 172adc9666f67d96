// SPDX-License-Identifier: Apache-2.0
import AdminAPI

extension Shape {
    /// The shape of a wire type: what its own `init(from:)` asks a decoder for.
    init(of type: any Decodable.Type) {
        self = ShapeProbe.shape(of: type, key: "", owner: "")
    }
}

/// A decoder that answers every question with something harmless and remembers what was asked.
private final class ShapeProbe: Decoder {
    let owner: String
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]
    var fields: [ObjectShape.Field] = []

    init(owner: String) {
        self.owner = owner
    }

    static func shape(of type: any Decodable.Type, key: String, owner: String) -> Shape {
        switch type {
        case is String.Type: return .text(WireForms.form(of: key, in: owner))
        case is Bool.Type: return .flag
        case is Int.Type, is Int64.Type:
            return .integer(WireForms.range(of: key, in: owner))
        case is Entries.Type:
            return .either(.integer(1...1000), .text(.word(["unlimited"])))
        case let list as any ListOfDecodables.Type:
            return .list(
                of: shape(of: list.element, key: key, owner: owner),
                most: WireForms.most(of: key, in: owner)
            )
        case let words as any WordsOnTheWire.Type:
            return .text(.word(words.words))
        default:
            let name = WireForms.name(of: type)
            let probe = ShapeProbe(owner: name)
            // A type that cannot be filled with harmless values ends early: the tests of replies would tell.
            _ = try? type.init(from: probe)
            return .object(
                ObjectShape(
                    name: name,
                    fields: probe.fields,
                    choices: WireForms.choices(in: name, of: probe.fields.map(\.key))
                )
            )
        }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Fields(probe: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw Unasked() }
    func singleValueContainer() throws -> any SingleValueDecodingContainer { throw Unasked() }

    /// Something that no wire type asks for.
    struct Unasked: Error {}

    fileprivate func harmless<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value: Any =
            switch type {
            case is String.Type: ""
            case is Bool.Type: false
            case is Int.Type: 0
            case is Int64.Type: Int64(0)
            case is Entries.Type: Entries.unlimited
            case let list as any ListOfDecodables.Type: list.none
            case let words as any WordsOnTheWire.Type: words.any
            default: try type.init(from: ShapeProbe(owner: ""))
            }
        guard let value = value as? Value else { throw Unasked() }
        return value
    }
}

/// The fields of an object under the probe.
private struct Fields<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let probe: ShapeProbe
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    private func note(_ type: any Decodable.Type, _ key: Key, isRequired: Bool) {
        let shape = ShapeProbe.shape(of: type, key: key.stringValue, owner: probe.owner)
        probe.fields.append(
            ObjectShape.Field(key: key.stringValue, shape: shape, isRequired: isRequired)
        )
    }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) throws -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        note(type, key, isRequired: true)
        return try probe.harmless(type)
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        note(type, key, isRequired: false)
        return nil
    }

    // The protocol names the plain types one by one.
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
        note(type, key, isRequired: true)
        return false
    }
    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        note(type, key, isRequired: true)
        return ""
    }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
        note(type, key, isRequired: true)
        return 0
    }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 {
        note(type, key, isRequired: true)
        return 0
    }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        note(type, key, isRequired: false)
        return nil
    }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        note(type, key, isRequired: false)
        return nil
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        note(type, key, isRequired: false)
        return nil
    }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
        note(type, key, isRequired: false)
        return nil
    }
    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws
        -> KeyedDecodingContainer<Nested>
    {
        throw ShapeProbe.Unasked()
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        throw ShapeProbe.Unasked()
    }
    func superDecoder() throws -> any Decoder { throw ShapeProbe.Unasked() }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw ShapeProbe.Unasked() }
}

/// A list, whatever is in it.
private protocol ListOfDecodables {
    static var element: any Decodable.Type { get }
    static var none: Any { get }
}

extension Array: ListOfDecodables where Element: Decodable {
    fileprivate static var element: any Decodable.Type { Element.self }
    fileprivate static var none: Any { Self() }
}

/// An enumeration of words.
private protocol WordsOnTheWire {
    static var words: [String] { get }
    static var any: Any { get }
}

extension PolicyChange.Change: WordsOnTheWire {
    fileprivate static var words: [String] { allCases.map(\.rawValue) }
    fileprivate static var any: Any { PolicyChange.Change.added }
}
