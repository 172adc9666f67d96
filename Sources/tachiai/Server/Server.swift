// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// The service, as seen through its socket or over the network.
struct Server: Sendable {
    /// The longest reply that is taken.
    private static let longest = 256 * 1024 * 1024

    let place: Place
    private let token: Secret?
    private let wire: Wire
    /// Where streams come over: a beat comes every 15 seconds, though nothing happens.
    private let stream: Wire
    private let waits: [Duration]

    /// Whether what is looked up is looked up for a change: who may not see it is not told who might.
    var isForChange = false

    /// A service; after a connection that was lost it is asked again, so long after each loss.
    init(
        place: Place,
        pin: CertificatePin? = nil,
        token: Secret?,
        waits: [Duration] = [.milliseconds(500), .seconds(2), .seconds(5)],
        silence: TimeAmount = .seconds(45)
    ) {
        self.place = place
        self.token = token
        self.waits = waits
        wire = Wire(to: place, pin: pin)
        stream = Wire(to: place, pin: pin, silence: silence)
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

    /// What a change does to what is at a path.
    enum Verb: Sendable {
        case post, put, delete

        fileprivate var method: HTTPMethod {
            switch self {
            case .post: .POST
            case .put: .PUT
            case .delete: .DELETE
            }
        }
    }

    /// How a change is asked for.
    struct Terms: Sendable {
        /// What tells a change from the same change once more.
        var key = UUID().uuidString.lowercased()
        /// Whether it is only judged.
        var isTrial = false
        /// The ETag of the row that it starts from; `*` for a row that must not be there yet.
        var tag: String?
        var timeout = TimeAmount.seconds(30)

        fileprivate var headers: [(String, String)] {
            let condition = tag.map { $0 == "*" ? ("If-None-Match", "*") : ("If-Match", $0) }
            return [("Idempotency-Key", key)] + [condition].compactMap { $0 }
        }
        fileprivate var query: [URLQueryItem] {
            isTrial ? [URLQueryItem(name: "dryRun", value: "true")] : []
        }
    }

    func get(_ path: String, _ query: [URLQueryItem] = []) async throws -> Answer {
        try await lookingUp { try await send(.GET, path, query) }
    }

    /// Looks something up; the offices that would be allowed to are not those that may make the change.
    private func lookingUp(_ ask: () async throws -> Answer) async throws -> Answer {
        do {
            return try await ask()
        } catch var problem as Problem where isForChange && problem.kind == .notAllowed {
            (problem.detail, problem.japanese) = Words.mayNotLookUp
            throw problem
        }
    }

    /// Asks for a change; repeated with the same key where the connection is lost before the answer.
    func change(
        _ path: String,
        _ value: some Encodable,
        by verb: Verb = .post,
        _ terms: Terms = Terms()
    ) async throws -> Answer {
        let json = String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
        return try await send(
            verb.method,
            path,
            terms.query,
            headers: [("Content-Type", MediaType.json)] + terms.headers,
            body: json,
            timeout: terms.timeout
        )
    }

    /// Asks for a change that needs no words.
    func change(
        _ path: String,
        by verb: Verb,
        _ terms: Terms = Terms()
    ) async throws -> Answer {
        try await send(
            verb.method,
            path,
            terms.query,
            headers: terms.headers,
            timeout: terms.timeout
        )
    }

    /// Sends a document.
    func send(
        document: String,
        to path: String,
        by verb: Verb = .post,
        _ terms: Terms = Terms()
    ) async throws -> Answer {
        let ask = {
            try await send(
                verb.method,
                path,
                terms.query,
                headers: [("Content-Type", MediaType.yaml)] + terms.headers,
                body: document,
                timeout: .seconds(120)
            )
        }
        // A comparison changes nothing.
        return path == APIPath.policyDiff ? try await lookingUp(ask) : try await ask()
    }

    /// Follows a stream of events until the connection ends, or nothing comes over it any more.
    func events(
        _ path: String,
        _ query: [URLQueryItem],
        after cursor: String?,
        each: (EventReading.Event) async throws -> Void
    ) async throws {
        let place = cursor.map { [("Last-Event-ID", $0)] } ?? []
        let asked = try request(.GET, path, query, place + [("Accept", MediaType.events)], nil)
        let response = try await stream.execute(asked, timeout: .hours(24 * 365))
        try await Self.refuse(response)
        var reading = EventReading()
        for try await buffer in response.body {
            for event in reading.take(buffer.readableBytesView) { try await each(event) }
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
        let request = try request(method, path, query, headers, body)
        var rest = waits[...]
        var isLost = false
        while true {
            do {
                return try await answer(request, timeout: timeout)
            } catch let problem as Problem where Self.isPassing(problem) {
                // Nothing was done: it may be asked again.
                guard let wait = rest.popFirst() else { throw problem }
                try await Task.sleep(for: wait)
            } catch let stranger as Wire.Stranger {
                throw Complaint(.stranger, Words.now.stranger(place, stranger.shown))
            } catch let error where !(error is Problem || error is Complaint) {
                isLost = isLost || Wire.isLost(error)
                guard isLost, let wait = rest.popFirst() else {
                    let isUnsure = isLost && method != .GET
                    throw Complaint(
                        .unreachable,
                        isUnsure ? Words.now.unsure(place) : Words.now.unreachable(place)
                    )
                }
                try await Task.sleep(for: wait)
            }
        }
    }

    private static func isPassing(_ problem: Problem) -> Bool {
        problem.kind == .tooManyRequests || problem.kind == .busy
    }

    private func answer(
        _ request: HTTPClientRequest,
        timeout: TimeAmount
    ) async throws -> Answer {
        let response = try await wire.execute(request, timeout: timeout)
        try await Self.refuse(response)
        let text = String(buffer: try await response.body.collect(upTo: Self.longest))
        return Answer(text: text, tag: response.headers.first(name: "ETag"))
    }

    private static func refuse(_ response: HTTPClientResponse) async throws {
        guard response.status.code >= 300 else { return }
        let text = String(buffer: try await response.body.collect(upTo: longest))
        throw try Answer(text: text, tag: nil).json(Problem.self)
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
        // Which of the two wires it goes over makes no difference to a request.
        var request = try wire.request(path + (asked.isEmpty ? "" : "?" + asked))
        request.method = method
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let token {
            request.headers.add(name: "Authorization", value: "Bearer " + token.exposed)
        }
        if let body { request.body = .bytes(ByteBuffer(string: body)) }
        return request
    }
}
