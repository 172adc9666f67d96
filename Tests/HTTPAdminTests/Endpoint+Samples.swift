// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import HTTPTypes

@testable import HTTPAdmin

/// Requests that an endpoint must answer as its document says, made of its own shape.
extension Endpoint {
    /// Whether its reply has no end.
    var isEndless: Bool {
        if case .events = gives { true } else { false }
    }

    /// The headers that its body and condition need.
    var headers: HTTPFields {
        var headers: HTTPFields = [:]
        switch takes {
        case .nothing: break
        case .json: headers[.contentType] = MediaType.json
        case .policy: headers[.contentType] = MediaType.yaml
        }
        switch condition {
        case .mustMatch, .mustMatchState: headers[.ifMatch] = "\"1\""
        case .none, .tagged, .mayMatch: break
        }
        return headers
    }

    /// Bodies: everything that may be there, only what must be, and nothing that belongs.
    var bodies: [String?] {
        switch takes {
        case .nothing: return [nil]
        case .policy: return ["rooms: []", "rooms: [", "colour: red"]
        case .json(let shape):
            let bodies = shape.samples(full: true) + shape.samples(full: false)
            return (bodies + [["strange": 1], []]).compactMap { try? Reply.text($0) }
        }
    }
}

extension Shape {
    /// Values of this shape, one for each choice that it leaves.
    func samples(full: Bool) -> [JSONValue] {
        guard case .object(let shape) = self, !shape.choices.isEmpty else {
            return [sample(full: full)]
        }
        return shape.choices.map { choice in
            .object(
                Dictionary(
                    uniqueKeysWithValues: shape.fields.filter { field in
                        choice.needs.contains(field.key) || field.isRequired
                            || full && choice.takes.contains(field.key)
                    }.map { ($0.key, $0.shape.sample(full: full)) }
                )
            )
        }
    }

    /// A value of this shape.
    private func sample(full: Bool) -> JSONValue {
        switch self {
        case .text(let form): .text(form.sample)
        case .integer(let range): .integer(max(range.lowerBound, min(1, range.upperBound)))
        case .flag: true
        case .list(let element, _): .list(element.samples(full: full))
        case .either(let one, _): one.sample(full: full)
        case .object(let shape):
            .object(
                Dictionary(
                    uniqueKeysWithValues: shape.fields.filter { full || $0.isRequired }
                        .map { ($0.key, $0.shape.sample(full: full)) }
                )
            )
        }
    }
}

extension TextForm {
    fileprivate var sample: String {
        switch self {
        case .any, .free, .line, .cursor: "文"
        // The name that `Endpoint.somewhere` puts into paths.
        case .name: "server"
        case .word(let words): words[0]
        case .moment, .date: "2026-04-10"
        case .timeOfDay: "08:00"
        case .pin: "482137"
        case .badge, .badgeNumber: "012E3D4C5B6A7988"
        case .fingerprint: "fp:" + String(repeating: "ab", count: 16)
        case .systemCode: "FE00"
        }
    }
}
