// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import Foundation
import HTTPTypes

@testable import HTTPAdmin

/// What the interface's document promises, held against a reply: a reader of JSON Schema of its own, as far as the
/// document uses it.
struct Promises {
    private let document: JSONValue

    struct Fault: Error, Equatable {
        let text: String
    }

    init(_ document: JSONValue) throws {
        self.document = document
    }

    /// What is wrong with a reply; `nil` where it is as promised.
    func fault(in text: String, status: Int, type: String, of endpoint: Endpoint) -> Fault? {
        let operation =
            document["paths"]?[endpoint.path]?[endpoint.method.rawValue.lowercased()]
        guard let response = operation?["responses"]?[String(status)] else {
            return Fault(text: "status \(status) is not promised: \(text.prefix(200))")
        }
        guard let content = response["content"]?.object else {
            return text.isEmpty ? nil : Fault(text: "no body is promised")
        }
        let plain = String(type.split(separator: ";").first ?? "")
        guard let promised = content[plain] else {
            return Fault(text: "type \(type) is not promised")
        }
        guard plain.hasSuffix("json") else { return nil }
        guard let schema = promised["schema"] else { return Fault(text: "JSON without a schema") }
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) else {
            return Fault(text: "no JSON")
        }
        return wrong(value, schema, "").map { Fault(text: $0) }
    }

    private func wrong(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> String? {
        if let reference = schema["$ref"]?.text {
            let name = String(reference.dropFirst("#/components/schemas/".count))
            guard let found = document["components"]?["schemas"]?[name] else { return reference }
            return wrong(value, found, path)
        }
        if let choices = schema["oneOf"]?.list {
            let fitting = choices.filter { wrong(value, $0, path) == nil }
            return fitting.count == 1 ? nil : "\(path): fits \(fitting.count) of oneOf"
        }
        switch (schema["type"]?.text, value) {
        case ("object", .object(let values)): return wrong(values, schema, path)
        case ("array", .list(let values)):
            if let most = schema["maxItems"]?.integer, values.count > Int(most) {
                return "\(path): too many"
            }
            guard let items = schema["items"] else { return nil }
            for (place, value) in values.enumerated() {
                if let fault = wrong(value, items, "\(path)[\(place)]") { return fault }
            }
            return nil
        case ("string", .text(let text)): return wrong(text, schema, path)
        case ("integer", .integer(let number)):
            if let least = schema["minimum"]?.integer, number < least {
                return "\(path): too small"
            }
            if let most = schema["maximum"]?.integer, number > most { return "\(path): too large" }
            return nil
        case ("boolean", .flag): return nil
        default: return "\(path): not of type \(schema["type"]?.text ?? "?")"
        }
    }

    private func wrong(_ values: [String: JSONValue], _ schema: JSONValue, _ path: String)
        -> String?
    {
        let properties = schema["properties"]?.object
        for name in schema["required"]?.list?.compactMap(\.text) ?? [] where values[name] == nil {
            return "\(path).\(name): missing"
        }
        for (name, value) in values {
            guard let property = properties?[name] else {
                if schema["additionalProperties"] == false { return "\(path).\(name): unknown" }
                continue
            }
            if let fault = wrong(value, property, "\(path).\(name)") { return fault }
        }
        return nil
    }

    private func wrong(_ text: String, _ schema: JSONValue, _ path: String) -> String? {
        let length = Int64(text.unicodeScalars.count)
        if let least = schema["minLength"]?.integer, length < least { return "\(path): too short" }
        if let most = schema["maxLength"]?.integer, length > most { return "\(path): too long" }
        if let words = schema["enum"]?.list, !words.contains(.text(text)) {
            return "\(path): none of the words"
        }
        guard let pattern = schema["pattern"]?.text else { return nil }
        let fits = text.range(of: pattern, options: .regularExpression) != nil
        return fits ? nil : "\(path): not of the pattern"
    }
}

extension JSONValue {
    subscript(key: String) -> JSONValue? { object?[key] }

    var object: [String: JSONValue]? { if case .object(let object) = self { object } else { nil } }
    var list: [JSONValue]? { if case .list(let list) = self { list } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var integer: Int64? { if case .integer(let integer) = self { integer } else { nil } }

    /// Every reference in it.
    var references: [String] {
        switch self {
        case .list(let list): list.flatMap(\.references)
        case .object(let object):
            object.flatMap { key, value in
                key == "$ref" ? [value.text].compactMap(\.self) : value.references
            }
        default: []
        }
    }
}
