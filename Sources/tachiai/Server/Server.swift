// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// The service, as seen through its socket.
struct Server: Sendable {
    /// The longest reply that is taken.
    private static let longest = 256 * 1024 * 1024

    private let socket: String
    private let token: Secret?

    init(socket: String, token: Secret?) {
        self.socket = socket
        self.token = token
    }

    /// A reply: its text and the ETag, where it has one.
    struct Answer: Sendable {
        let text: String
        let tag: String?

        func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
            do {
                return try JSONDecoder().decode(type, from: Data(text.utf8))
            } catch {
                throw Complaint(.failed, Words.now.strangeReply)
            }
        }
    }

    func get(_ path: String, _ query: [URLQueryItem] = []) async throws -> Answer {
        try await send(.GET, path, query)
    }

    func post(
        _ path: String,
        _ value: some Encodable,
        timeout: TimeAmount = .seconds(30)
    ) async throws -> Answer {
        let json = String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
        return try await send(
            .POST,
            path,
            headers: [("Content-Type", MediaType.json)],
            body: json,
            timeout: timeout
        )
    }

    /// Sends a document.
    func send(
        _ method: HTTPMethod,
        _ path: String,
        document: String,
        tag: String? = nil
    ) async throws -> Answer {
        let condition = tag.map { [("If-Match", $0)] } ?? []
        return try await send(
            method,
            path,
            headers: [("Content-Type", MediaType.yaml)] + condition,
            body: document,
            timeout: .seconds(120)
        )
    }

    /// Follows the journal after a record until the connection ends.
    func events(
        _ query: [URLQueryItem],
        after number: Int64,
        each: (RecordReply, String) -> Void,
        seen: (Int64) -> Void
    ) async throws {
        let headers = [("Last-Event-ID", String(number)), ("Accept", MediaType.events)]
        let response = try await open(
            request(.GET, APIPath.journalEvents, query, headers, nil),
            timeout: .hours(24 * 365)
        )
        var reading = EventReading()
        for try await buffer in response.body {
            for event in reading.take(String(decoding: buffer.readableBytesView, as: UTF8.self)) {
                let record = try Answer(text: event.text, tag: nil).json(RecordReply.self)
                each(record, event.text)
                seen(record.number)
            }
        }
    }

    // MARK: Parts

    private func send(
        _ method: HTTPMethod,
        _ path: String,
        _ query: [URLQueryItem] = [],
        headers: [(String, String)] = [],
        body: String? = nil,
        timeout: TimeAmount = .seconds(30)
    ) async throws -> Answer {
        let response = try await open(
            request(method, path, query, headers, body),
            timeout: timeout
        )
        let text = try await self.text(response)
        return Answer(text: text, tag: response.headers.first(name: "ETag"))
    }

    private func request(
        _ method: HTTPMethod,
        _ path: String,
        _ query: [URLQueryItem],
        _ headers: [(String, String)],
        _ body: String?
    ) throws -> HTTPClientRequest {
        var parts = URLComponents()
        parts.queryItems = query.isEmpty ? nil : query
        // A plus sign means a space to some servers, and stands in every offset of a time.
        let asked = (parts.percentEncodedQuery ?? "").replacingOccurrences(of: "+", with: "%2B")
        let uri = path + (asked.isEmpty ? "" : "?" + asked)
        guard let url = URL(httpURLWithSocketPath: socket, uri: uri) else {
            throw Complaint(.usage, Words.now.noSocket(socket))
        }
        var request = HTTPClientRequest(url: url.absoluteString)
        request.method = method
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let token {
            request.headers.add(name: "Authorization", value: "Bearer " + token.exposed)
        }
        if let body { request.body = .bytes(ByteBuffer(string: body)) }
        return request
    }

    private func open(
        _ request: HTTPClientRequest,
        timeout: TimeAmount
    ) async throws -> HTTPClientResponse {
        let response: HTTPClientResponse
        do {
            response = try await HTTPClient.shared.execute(request, timeout: timeout)
        } catch {
            throw Complaint(.unreachable, Words.now.unreachable(socket))
        }
        guard response.status.code < 400 else {
            let answer = Answer(text: try await text(response), tag: nil)
            throw try answer.json(Problem.self)
        }
        return response
    }

    private func text(_ response: HTTPClientResponse) async throws -> String {
        do {
            return String(buffer: try await response.body.collect(upTo: Self.longest))
        } catch {
            throw Complaint(.unreachable, Words.now.unreachable(socket))
        }
    }
}
