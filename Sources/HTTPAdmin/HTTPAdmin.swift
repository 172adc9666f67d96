// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import Hummingbird
import HummingbirdCore
public import Logging
public import ServiceLifecycle

/// The admin API: what the officer, the operator and the auditor ask over HTTP.
///
/// It knows the ports only, and every request ends in one of them: reading in the `Registry`,
/// changing in the `Desk`, which puts it on record first.
public struct HTTPAdmin: Service, CustomStringConvertible {
    private let parts: AdminParts
    private let listener: AdminListener
    private let limits: AdminLimits
    private let logger: Logger

    /// Serves the API at a listener.
    public init(
        _ parts: AdminParts,
        at listener: AdminListener,
        limits: AdminLimits = AdminLimits(),
        logger: Logger
    ) {
        self.parts = parts
        self.listener = listener
        self.limits = limits
        self.logger = logger
    }

    /// Where it listens, for the log.
    public var description: String { "HTTPAdmin at \(listener.path)" }

    /// Listens until the service stops.
    ///
    /// - Throws: when it cannot listen.
    public func run() async throws {
        do {
            try listener.check()
            defer { listener.remove() }
            try await application.run()
        } catch {
            logger.error("the admin API does not listen", metadata: ["fault": "\(error)"])
            throw error
        }
    }

    var application: some ApplicationProtocol {
        let gate = Gate(parts, limits: limits)
        let endpoints = Self.endpoints(parts, limits: limits, behind: gate)
        let router = Router(context: AdminContext.self)
        router.add(middleware: ProblemMiddleware(knowing: endpoints, atMost: limits.requests))
        for endpoint in endpoints {
            router.on(RouterPath(endpoint.path), method: endpoint.method) { request, _ in
                try await Self.answer(request, at: endpoint, behind: gate, limits: limits)
            }
        }
        return Application(
            router: router,
            server: .http1(configuration: channel),
            configuration: configuration,
            onServerRunning: { _ in listener.open(logger) },
            logger: logger
        )
    }

    /// Who may not is stopped before anything of the request is read.
    private static func answer(
        _ request: Request,
        at endpoint: Endpoint,
        behind gate: Gate,
        limits: AdminLimits
    ) async throws -> Response {
        switch endpoint.answer {
        case .anybody(let answer): return try await answer(request)
        case .bearer(let answer):
            let bearer = try await gate.bearer(showing: request.headers)
            guard bearer.has(endpoint.right) else { throw Problem.notAllowed }
            let call = try Call(request, of: bearer, at: endpoint, limits: limits)
            return try await answer(call)
        }
    }

    private var channel: HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            idleTimeout: .seconds(60),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: limits.headerBytes,
                maxHeaderListSize: limits.headerBytes,
                maxHeaderFieldCount: limits.headers
            )
        )
    }

    private var configuration: ApplicationConfiguration {
        ApplicationConfiguration(
            address: listener.address,
            serverName: "tachiaid",
            availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)
        )
    }
}
