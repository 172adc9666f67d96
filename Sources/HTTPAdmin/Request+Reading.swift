// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The body as JSON of a shape: nothing that was not asked for, and nothing missing.
    func json<Value: Decodable>(
        _ type: Value.Type,
        shaped shape: Shape,
        upTo bytes: Int
    ) async throws -> Value {
        let isBare = headers[.contentType] == nil && (headers[.contentLength] ?? "0") == "0"
        // Where nothing must be said, nothing need be sent.
        let text =
            isBare && !shape.isRequired && headers[.transferEncoding] == nil
            ? "{}" : try await text(as: [MediaType.json], upTo: bytes)
        let body = Data(text.utf8)
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: body) else {
            throw Problem.malformed("The body is no JSON.", "本文が JSON ではありません。")
        }
        if let fault = shape.fault(in: value) { throw Self.malformed(fault) }
        do {
            return try JSONDecoder().decode(type, from: body)
        } catch is DecodingError {
            throw Problem.malformed("The body is not the JSON expected.", "本文が所定の JSON ではありません。")
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
        } catch let problem as Problem {
            throw problem
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            // Whatever else ends a body early lies in how it was sent.
            throw Problem.malformed(
                "The body did not come whole, or its transfer coding is broken.",
                "本文が最後まで届かないか、転送符号化が正しくありません。"
            )
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
    private static func malformed(_ fault: ShapeFault) -> Problem {
        let place = fault.path.isEmpty ? ("The body", "本文") : ("'\(fault.path)'", "「\(fault.path)」")
        return .malformed(
            "\(place.0) must be \(fault.english).",
            "\(place.1)：必要な値は\(fault.japanese)です。"
        )
    }
}
