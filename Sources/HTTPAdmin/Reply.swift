// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// Makes replies.
enum Reply {
    /// Sorted keys, so that the same reply is the same bytes.
    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    /// A value as JSON in one line.
    static func text(_ value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func json(_ value: some Encodable, headers: HTTPFields = [:]) throws -> Response {
        try make(.ok, MediaType.json, text(value), headers)
    }

    static func yaml(_ text: String, headers: HTTPFields) -> Response {
        make(.ok, MediaType.yaml, text, headers)
    }

    static func plain(_ text: String, as type: String) -> Response {
        make(.ok, type, text, [:])
    }

    static func problem(_ problem: Problem, wait: Int64? = nil) throws -> Response {
        var headers: HTTPFields = [:]
        switch problem.kind {
        case .notAuthenticated: headers[.wwwAuthenticate] = "Bearer"
        case .throttled, .tooManyRequests, .busy, .journalUnavailable:
            headers[.retryAfter] = String(wait ?? 1)
        default: break
        }
        let status = HTTPResponse.Status(code: problem.status)
        return try make(status, MediaType.problem, text(problem), headers)
    }

    private static func make(
        _ status: HTTPResponse.Status,
        _ type: String,
        _ text: String,
        _ extra: HTTPFields
    ) -> Response {
        var headers = extra
        headers[.contentType] = type == MediaType.yaml ? type + "; charset=utf-8" : type
        return Response(
            status: status,
            headers: headers,
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }
}
