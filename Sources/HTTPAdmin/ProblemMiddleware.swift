// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

/// Turns whatever went wrong into problem details, and bounds how many requests are answered at once.
struct ProblemMiddleware: RouterMiddleware {
    typealias Context = AdminContext

    private let endpoints: [Endpoint]
    private let crowd: Crowd

    init(knowing endpoints: [Endpoint], atMost requests: Int) {
        self.endpoints = endpoints
        crowd = Crowd(most: requests)
    }

    func handle(
        _ request: Request,
        context: AdminContext,
        next: @concurrent (Request, AdminContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            guard crowd.enter() else { throw Problem.crowded }
            defer { crowd.leave() }
            try Self.checkHost(of: request)
            response = try await next(request, context)
        } catch let throttled as Throttled {
            response = try Reply.problem(throttled.problem, wait: throttled.seconds)
        } catch {
            response = try Reply.problem(problem(error, about: request, logger: context.logger))
        }
        if response.status == .methodNotAllowed {
            response.headers[.allow] = methods(at: request).map(\.rawValue).joined(separator: ", ")
        }
        // To HEAD nothing follows the header: it would be taken for the next reply (RFC 9110, 9.3.2).
        if request.method == .head { response.body = ResponseBody() }
        response.headers[.cacheControl] = "no-store"
        response.headers[.xContentTypeOptions] = "nosniff"
        return response
    }

    private static let host = HTTPField.Name("Host")

    /// A request names its host once (RFC 9112, 3.2); further ones stay among the headers.
    private static func checkHost(of request: Request) throws {
        guard request.head.authority == nil || host.map({ request.headers[$0] != nil }) ?? false
        else { return }
        throw Problem.malformed("A request has exactly one Host.", "Host は一つだけ要ります。")
    }

    /// The one place where errors become replies.
    private func problem(_ error: any Error, about request: Request, logger: Logger) -> Problem {
        switch error {
        case let problem as Problem:
            return problem
        case let fault as LedgerFault:
            logger.error("The ledger failed: \(fault)", metadata: ["path": "\(request.uri.path)"])
            return Problem(
                .journalUnavailable,
                detail: "The ledger could not be read or written; see the service's log.",
                japanese: "台帳を読み書きできません。サービスのログを見てください。"
            )
        case is NIOTooManyBytesError:
            return Problem(.tooLarge)
        case let error as any HTTPResponseError where error.status == .notFound:
            return notFound(request)
        default:
            logger.error(
                "A request failed: \(type(of: error))",
                metadata: ["path": "\(request.uri.path)"]
            )
            return Problem(.internalFault)
        }
    }

    private func notFound(_ request: Request) -> Problem {
        let allowed = methods(at: request).map(\.rawValue).joined(separator: ", ")
        guard !allowed.isEmpty else {
            return .nothingHere
        }
        return Problem(
            .methodNotAllowed,
            detail: "This path knows \(allowed) only.",
            japanese: "この場所で使えるのは \(allowed) だけです。"
        )
    }

    private func methods(at request: Request) -> [HTTPRequest.Method] {
        endpoints.at(request.uri.path).map(\.method)
    }
}

/// Counts who is inside, up to a bound.
final class Crowd: Sendable {
    private let most: Int
    private let inside = Mutex(0)

    init(most: Int) {
        self.most = most
    }

    /// Whether there was room.
    func enter() -> Bool {
        inside.withLock { inside in
            guard inside < most else { return false }
            inside += 1
            return true
        }
    }

    func leave() {
        inside.withLock { $0 -= 1 }
    }
}
