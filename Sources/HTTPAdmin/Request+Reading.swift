// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The body as JSON.
    func json<Value: Decodable>(_ type: Value.Type, upTo bytes: Int) async throws -> Value {
        let text = try await text(as: [MediaType.json], upTo: bytes)
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch let error as DecodingError {
            throw Self.malformed(error)
        }
    }

    /// The body as text of one of some media types.
    func text(as types: [String], upTo bytes: Int) async throws -> String {
        let given = headers[.contentType]?.split(separator: ";").first.map {
            String($0.filter { $0 != " " }).lowercased()
        }
        guard let given, types.contains(given) else {
            throw Problem(
                .unsupportedMediaType,
                detail: "Send the body as \(types.joined(separator: " or ")).",
                japanese: "本文は \(types.joined(separator: "、")) で送ってください。"
            )
        }
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > bytes {
            throw Self.tooLong(bytes)
        }
        var copy = self
        do {
            let buffer = try await copy.collectBody(upTo: bytes)
            guard let text = String(validating: buffer.readableBytesView, as: UTF8.self) else {
                throw Problem.malformed("The body is not UTF-8.", "本文が UTF-8 ではありません。")
            }
            return text
        } catch is NIOTooManyBytesError {
            throw Self.tooLong(bytes)
        }
    }

    private static func tooLong(_ bytes: Int) -> Problem {
        Problem(
            .tooLarge,
            detail: "The body is longer than \(bytes) bytes.",
            japanese: "本文が \(bytes) バイトを超えています。"
        )
    }

    /// Names the place, never the value: it may be a secret.
    private static func malformed(_ error: DecodingError) -> Problem {
        let path: [any CodingKey] =
            switch error {
            case .keyNotFound(let key, let context): context.codingPath + [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context),
                .dataCorrupted(let context):
                context.codingPath
            @unknown default: []
            }
        let place = path.map(\.stringValue).joined(separator: ".")
        guard !place.isEmpty else {
            return .malformed("The body is not the JSON expected.", "本文が所定の JSON ではありません。")
        }
        return .malformed(
            "'\(place)' is missing or of the wrong type.",
            "「\(place)」がないか、型が違います。"
        )
    }
}
