// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import FoundationEssentials
import HTTPTypes
import Hummingbird

/// One request on its way to its answer: who asks, what the path and the query name.
struct Call: Sendable {
    let request: Request
    let bearer: Bearer
    let endpoint: Endpoint
    private let names: [String: String]
    private let query: [String: String]
    private let limits: AdminLimits

    /// Reads what the endpoint declares.
    ///
    /// - Throws: a problem for a name that is none, a parameter that is not declared, given twice, or of another form.
    init(
        _ request: Request,
        of bearer: Bearer,
        at endpoint: Endpoint,
        limits: AdminLimits
    ) throws {
        self.request = request
        self.bearer = bearer
        self.endpoint = endpoint
        self.limits = limits
        names = try Self.names(request, endpoint)
        query = try Self.query(request, endpoint)
    }

    // MARK: What is named

    /// The name in the place of a path's parameter.
    func name<Named>(_ parameter: String = "id") -> Identifier<Named> {
        Identifier(text(parameter))
    }

    /// The text in the place of a path's parameter.
    func text(_ parameter: String) -> String { names[parameter] ?? "" }

    /// A parameter of the query.
    subscript(parameter: Parameter) -> String? { query[parameter.name] }

    /// A parameter of the query, by its name.
    subscript(parameter: String) -> String? { query[parameter] }

    /// A name in the query.
    func named<Named>(_ parameter: Parameter) -> Identifier<Named>? {
        self[parameter].map { Identifier($0) }
    }

    /// How many things a page may hold.
    func limit(or usual: Int = 100) -> Int {
        min(self[.limit].flatMap { Int($0) } ?? usual, limits.pageRecords)
    }

    /// Whether it is a trial.
    var isTrial: Bool { self[.dryRun] == "true" }

    /// The body, once it has the shape that the endpoint declares.
    func body<Body: Decodable>(_ shape: Shape) async throws -> Body {
        // A transfer of many people is long, by whichever way it is ordered.
        let isLong = [APIPath.transfers, APIPath.orders].contains(endpoint.path)
        let most = isLong ? limits.transferBytes : limits.bodyBytes
        return try await request.json(Body.self, shaped: shape, upTo: most)
    }

    // MARK: Conditions

    /// The reply, unless the client has it already.
    func unlessKnown(_ tag: String, _ reply: (HTTPFields) throws -> Response) throws -> Response {
        let headers: HTTPFields = [.eTag: "\"\(tag)\""]
        let known = try tags(.ifNoneMatch)?.texts ?? []
        guard known.contains(tag) || known.contains(EntityTags.any) else {
            return try reply(headers)
        }
        return Response(status: .notModified, headers: headers)
    }

    // MARK: Reading

    private static func names(_ request: Request, _ endpoint: Endpoint) throws -> [String: String] {
        let given = request.uri.path.split(separator: "/")
        var names: [String: String] = [:]
        for (step, written) in zip(endpoint.steps, given) {
            guard let parameter = step.parameterName else { continue }
            guard let name = String(written).percentDecoded,
                TextForm.free(most: PolicyLimits.id).admits(name), !name.isEmpty
            else { throw Problem.nothingHere }
            names[parameter] = name
        }
        return names
    }

    private static func query(_ request: Request, _ endpoint: Endpoint) throws -> [String: String] {
        var found: [String: String] = [:]
        for pair in request.uri.query?.split(separator: "&") ?? [] {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            // Forms write a space as a plus (URL standard, 5.1).
            let written = String(halves.count == 2 ? halves[1] : "")
            let spaced = written.replacing("+", with: " ").percentDecoded
            guard let name = String(halves[0]).percentDecoded, let plain = written.percentDecoded,
                let spaced
            else {
                throw Problem.malformed(
                    "The query is not percent-encoded UTF-8.",
                    "クエリが正しく符号化されていません。"
                )
            }
            guard let parameter = endpoint.query.first(where: { $0.name == name }) else {
                throw Problem.malformed(
                    "The parameter '\(name.prefix(40))' is not known here.",
                    "パラメータ「\(name.prefix(40))」はここでは使えません。"
                )
            }
            // In a time with its offset, which has no space, it is what it looks like.
            let value = parameter.admits(spaced) ? spaced : plain
            guard parameter.admits(value), found.updateValue(value, forKey: name) == nil else {
                throw Problem.malformed(
                    "'\(name)' must be there once and be \(parameter.expected.english).",
                    "「\(name)」は一つだけで、\(parameter.expected.japanese)です。"
                )
            }
        }
        return found
    }
}

extension String {
    /// The text without percent encoding; `nil` where it is none, or no UTF-8.
    var percentDecoded: String? {
        guard contains("%") else { return self }
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.popFirst()?.hexDigit, let low = rest.popFirst()?.hexDigit else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var hexDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
