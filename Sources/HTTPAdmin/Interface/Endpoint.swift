// SPDX-License-Identifier: Apache-2.0
import HTTPTypes
import Hummingbird

/// One method at one path; it can't be described without the right that it needs.
///
/// What it says of itself is what it is held to: an undeclared parameter, a body of another shape and a missing
/// condition are refused before it is asked.
struct Endpoint: Sendable {
    let method: HTTPRequest.Method
    let path: String
    let right: Right
    /// What it does, in a sentence of the interface's document.
    let summary: String
    var query: [Parameter] = []
    var takes: Taken = .nothing
    let gives: Given
    /// Whether it changes something: then a trial can be asked for, and it happens once under one key.
    var changes = false
    var condition = Condition.none
    let answer: Answer

    /// What a request's body is.
    enum Taken: Sendable {
        case nothing
        case json(Shape)
        case policy
    }

    /// What a reply's body is.
    enum Given: Sendable {
        case json(Shape)
        case document
        case policy
        case metrics
        case events
    }

    /// Whether the request says on what it builds.
    enum Condition: Sendable {
        case none
        /// It has an entity tag: `If-None-Match` saves the body.
        case tagged
        /// `If-Match` may say which state is to be changed.
        case mayMatch
        /// `If-Match`, or `If-None-Match: *` for something new, must be there.
        case mustMatch
        /// `If-Match` must be there.
        case mustMatchState
    }

    /// How a request is answered.
    enum Answer: Sendable {
        /// To anybody: the claim.
        case anybody(@Sendable (Request) async throws -> Response)
        /// To who holds a token and the right.
        case bearer(@Sendable (Call) async throws -> Response)
    }

    /// The steps of the path.
    var steps: [Substring] { path.split(separator: "/") }

    /// The names of the path's parameters.
    var parameters: [String] { steps.compactMap(\.parameterName) }

    /// Whether a path is of this endpoint.
    func matches(_ path: String) -> Bool {
        let given = path.split(separator: "/")
        return given.count == steps.count
            && zip(steps, given).allSatisfy { $0.parameterName != nil || $0 == $1 }
    }
}

extension Substring {
    /// The name of the path parameter that a step stands for.
    var parameterName: String? {
        hasPrefix("{") && hasSuffix("}") ? String(dropFirst().dropLast()) : nil
    }
}

extension [Endpoint] {
    /// Those at a path; a literal step is nearer than a parameter.
    func at(_ path: String) -> [Endpoint] {
        let found = filter { $0.matches(path) }
        let fewest = found.map(\.parameters.count).min()
        return found.filter { $0.parameters.count == fewest }
    }
}

// MARK: How endpoints are put together

extension Endpoint {
    /// Reads something, as JSON.
    static func read<Value: Codable & Sendable>(
        _ path: String,
        for right: Right,
        _ summary: String,
        query: [Parameter] = [],
        answer: @escaping @Sendable (Call) async throws -> Value
    ) -> Endpoint {
        Endpoint(
            method: .get,
            path: path,
            right: right,
            summary: summary,
            query: query,
            gives: .json(Shape(of: Value.self)),
            answer: .bearer { call in try Reply.json(await answer(call)) }
        )
    }

    /// Reads one row, with its entity tag.
    static func row<Value: Codable & Sendable>(
        _ path: String,
        for right: Right,
        _ summary: String,
        answer: @escaping @Sendable (Call) async throws -> (value: Value, tag: String)
    ) -> Endpoint {
        Endpoint(
            method: .get,
            path: path,
            right: right,
            summary: summary,
            gives: .json(Shape(of: Value.self)),
            condition: .tagged,
            answer: .bearer { call in
                let (value, tag) = try await answer(call)
                return try call.unlessKnown(tag) { try Reply.json(value, headers: $0) }
            }
        )
    }

    /// Asks something with a body, and changes nothing.
    static func ask<Body: Codable & Sendable, Value: Codable & Sendable>(
        _ path: String,
        for right: Right,
        _ summary: String,
        answer: @escaping @Sendable (Call, Body) async throws -> Value
    ) -> Endpoint {
        let shape = Shape(of: Body.self)
        return Endpoint(
            method: .post,
            path: path,
            right: right,
            summary: summary,
            takes: .json(shape),
            gives: .json(Shape(of: Value.self)),
            answer: .bearer { call in
                let body: Body = try await call.body(shape)
                return try Reply.json(await answer(call, body))
            }
        )
    }

    /// Changes something, and says what came of it.
    static func change<Body: Codable & Sendable, Value: Codable & Sendable>(
        by method: HTTPRequest.Method = .post,
        _ path: String,
        for right: Right = .order,
        _ summary: String,
        condition: Condition = .none,
        answer: @escaping @Sendable (Call, Body) async throws -> Value
    ) -> Endpoint {
        let shape = Shape(of: Body.self)
        return Endpoint(
            method: method,
            path: path,
            right: right,
            summary: summary,
            query: [.dryRun],
            takes: .json(shape),
            gives: .json(Shape(of: Value.self)),
            changes: true,
            condition: condition,
            answer: .bearer { call in
                let body: Body = try await call.body(shape)
                return try Reply.json(await answer(call, body))
            }
        )
    }
}
