// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import HTTPTypes

/// The interface's own description (OpenAPI 3.1), made of the endpoints themselves.
struct InterfaceDocument: Sendable {
    let endpoints: [Endpoint]

    /// The document.
    var json: JSONValue {
        [
            "openapi": "3.1.0",
            "info": [
                "title": "Tachiai admin API", "version": .text(APIPath.version),
                "summary": "Physical access to server rooms under Article 28",
                "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
            ],
            "security": [["token": []]],
            "paths": .object(paths),
            "components": [
                "securitySchemes": [
                    "token": [
                        "type": "http", "scheme": "bearer",
                        "description":
                            "A token belongs to a person; what it may do follows from the offices held.",
                    ]
                ],
                "schemas": .object(schemas),
            ],
        ]
    }

    private var paths: [String: JSONValue] {
        Dictionary(grouping: endpoints, by: \.path).mapValues { endpoints in
            let operations = endpoints.map { ($0.method.rawValue.lowercased(), operation($0)) }
            return .object(Dictionary(operations) { first, _ in first })
        }
    }

    private var schemas: [String: JSONValue] {
        let shapes = endpoints.flatMap { [$0.takes.shape, $0.gives.shape].compactMap(\.self) }
        let objects = (shapes + [Self.problem]).flatMap(\.objects)
        return Dictionary(objects.map { ($0.name, $0.schema) }) { first, _ in first }
    }

    private static let problem = Shape(of: Problem.self)

    // MARK: One operation

    private func operation(_ endpoint: Endpoint) -> JSONValue {
        var operation: [String: JSONValue] = [
            "operationId": .text(Self.id(of: endpoint)),
            "summary": .text(endpoint.summary),
            "tags": [.text(String(endpoint.steps.dropFirst().first ?? "board"))],
            "x-right": .text(endpoint.right.rawValue),
            "responses": .object(responses(endpoint)),
        ]
        let parameters = parameters(endpoint)
        if !parameters.isEmpty { operation["parameters"] = .list(parameters) }
        if let body = endpoint.takes.content {
            operation["requestBody"] = [
                "required": .flag(endpoint.takes.shape?.isRequired ?? true), "content": body,
            ]
        }
        if endpoint.right == .claim { operation["security"] = [] }
        return .object(operation)
    }

    /// A name for programs: the method and the path's steps.
    private static func id(of endpoint: Endpoint) -> String {
        let steps = endpoint.steps.dropFirst().map { step in
            let word = step.parameterName ?? String(step)
            return word.split { $0 == "-" || $0 == "." }
                .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        }
        return endpoint.method.rawValue.lowercased() + steps.joined()
    }

    private func parameters(_ endpoint: Endpoint) -> [JSONValue] {
        var parameters = endpoint.parameters.map { name -> JSONValue in
            [
                "name": .text(name), "in": "path", "required": true,
                "schema": Self.pathForm(name).schema,
            ]
        }
        parameters += endpoint.query.map(\.description)
        if endpoint.changes {
            parameters.append(
                Self.header(
                    "Idempotency-Key",
                    "Under one key a change happens once; the first outcome is answered again, save a secret that is shown once (409).",
                    ["minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"]
                )
            )
        }
        switch endpoint.condition {
        case .none: break
        case .tagged:
            parameters.append(
                Self.header("If-None-Match", "The entity tags that are known.", EntityTags.form)
            )
        case .mayMatch:
            parameters.append(
                Self.header("If-Match", "The entity tag of the row to be changed.", EntityTags.form)
            )
        case .mustMatch, .mustMatchState:
            parameters.append(
                Self.header(
                    "If-Match",
                    "The entity tag of what is to be changed; without it nothing is changed (428).",
                    endpoint.condition.isNew ? EntityTags.form : EntityTags.namedForm
                )
            )
            if case .mustMatch = endpoint.condition {
                parameters.append(
                    Self.header(
                        "If-None-Match",
                        "`*`: only if there is none yet.",
                        ["enum": ["*"]]
                    )
                )
            }
        }
        if case .events = endpoint.gives {
            parameters.append(
                Self.header(
                    "Last-Event-ID",
                    "The last event that was seen; what followed is sent first.",
                    ["pattern": "^[0-9]{1,18}$"]
                )
            )
        }
        return parameters
    }

    private static func header(_ name: String, _ summary: String, _ form: [String: JSONValue])
        -> JSONValue
    {
        [
            "name": .text(name), "in": "header", "description": .text(summary),
            "schema": .object(form.merging(["type": "string"]) { $1 }),
        ]
    }

    private static func pathForm(_ name: String) -> Shape {
        switch name {
        case "number": .integer(1...Int64.max)
        case "fingerprint": .text(.fingerprint)
        default: .text(.name)
        }
    }

    // MARK: Replies

    private func responses(_ endpoint: Endpoint) -> [String: JSONValue] {
        var responses: [String: JSONValue] = [:]
        for status in endpoint.problems {
            let kinds = ProblemKind.allCases.filter { $0.status == status }.map(\.title)
            var response: [String: JSONValue] = [
                "description": .text(kinds.joined(separator: "; ")),
                "content": [MediaType.problem: ["schema": Self.problem.schema]],
            ]
            response["headers"] = Self.headers(of: status)
            responses[String(status)] = .object(response)
        }
        var done: [String: JSONValue] = ["description": "Done", "content": endpoint.gives.content]
        if case .tagged = endpoint.condition {
            done["headers"] = Self.tag
            responses["304"] = ["description": "It is as it was", "headers": Self.tag]
        }
        responses["200"] = .object(done)
        return responses
    }

    private static let tag: JSONValue = [
        "ETag": [
            "description": "The entity tag, for `If-Match` and `If-None-Match`.",
            "schema": ["type": "string"],
        ]
    ]

    /// What a problem says beside itself.
    private static func headers(of status: Int) -> JSONValue? {
        switch status {
        case 401: ["WWW-Authenticate": ["schema": ["type": "string", "const": "Bearer"]]]
        case 429, 503:
            [
                "Retry-After": [
                    "description": "Seconds.", "schema": ["type": "integer", "minimum": 0],
                ]
            ]
        default: nil
        }
    }
}

extension Endpoint {
    /// The statuses of the problems that can come of it.
    var problems: Set<Int> {
        var kinds: Set<ProblemKind> = [
            .malformedRequest, .notFound, .throttled, .journalUnavailable, .busy,
        ]
        kinds.insert(.notAuthenticated)
        if right != .claim { kinds.insert(.notAllowed) }
        if case .nothing = takes {
        } else {
            kinds.formUnion([.tooLarge, .unsupportedMediaType])
        }
        if case .policy = takes { kinds.insert(.mistakes) }
        if changes { kinds.formUnion([.unfit, .againstRules, .keyReused, .changedMeanwhile]) }
        switch condition {
        case .mustMatch, .mustMatchState:
            kinds.formUnion([.changedMeanwhile, .revisionMissing])
        case .none, .tagged, .mayMatch: break
        }
        // A question may be about nothing that can be explained, a reading one that no card gives.
        if path == APIPath.explanations || path == APIPath.badgeReads { kinds.insert(.unfit) }
        if path == APIPath.badgeReads || path == APIPath.badgeIssues { kinds.insert(.noBadge) }
        return Set(kinds.map(\.status))
    }
}

extension Endpoint.Taken {
    var shape: Shape? {
        guard case .json(let shape) = self else { return nil }
        return shape
    }

    var content: JSONValue? {
        switch self {
        case .nothing: nil
        case .json(let shape): [MediaType.json: ["schema": shape.schema]]
        case .policy: [MediaType.yaml: ["schema": Self.policySchema]]
        }
    }
}

extension Endpoint.Taken {
    /// The lists of a policy document; what stands in them, the document's own reader says.
    private static let policySchema: JSONValue = {
        let rows: JSONValue = ["type": "array", "items": ["type": "object"]]
        let lists = [
            "rooms", "departments", "people", "appointments", "designations", "visits",
        ]
        var properties = Dictionary(uniqueKeysWithValues: lists.map { ($0, rows) })
        properties["holidays"] = ["type": "array", "items": Shape.text(.date).schema]
        return [
            "type": "object", "additionalProperties": false, "properties": .object(properties),
        ]
    }()
}

extension Endpoint.Given {
    var shape: Shape? {
        guard case .json(let shape) = self else { return nil }
        return shape
    }

    var content: JSONValue {
        switch self {
        case .json(let shape): [MediaType.json: ["schema": shape.schema]]
        case .document: [MediaType.json: ["schema": ["type": "object"]]]
        // YAML is read into what it means, and what that is, the policy document says.
        case .policy: [MediaType.yaml: [:]]
        case .metrics: ["text/plain": ["schema": ["type": "string"]]]
        // Nor is a stream one text: each of its events has fields of its own.
        case .events: [MediaType.events: [:]]
        }
    }
}
