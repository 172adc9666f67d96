// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
public import ServiceLifecycle

/// The admin API: what the officer, the operator and the auditor ask over HTTP.
///
/// It knows the ports only, and every request ends in one of them: reading in the `Registry`,
/// changing in the `Desk`, which puts it on record first.
public struct HTTPAdmin: Service, CustomStringConvertible {
    private let parts: AdminParts
    private let listeners: [AdminListener]
    private let limits: AdminLimits
    private let logger: Logger

    /// Serves the API at some listeners.
    public init(
        _ parts: AdminParts,
        at listeners: [AdminListener],
        limits: AdminLimits = AdminLimits(),
        logger: Logger
    ) {
        self.parts = parts
        self.listeners = listeners
        self.limits = limits
        self.logger = logger
    }

    /// Where it listens, for the log.
    public var description: String {
        "HTTPAdmin at " + listeners.map(\.description).joined(separator: ", ")
    }

    /// Listens until the service stops; one listener's fault ends no other.
    ///
    /// - Throws: when it cannot listen.
    public func run() async throws {
        let responder = router.buildResponder()
        let threads = AdminThreads()
        let failures = await withTaskGroup { group in
            for listener in listeners {
                // Whoever stands at a door goes first, however many ask here.
                group.addTask(executorPreference: threads, priority: .utility) {
                    await serve(responder, at: listener, on: threads.group)
                }
            }
            return await group.reduce(into: [any Error]()) { failures, failure in
                if let failure { failures.append(failure) }
            }
        }
        await threads.end()
        if let failure = failures.first { throw failure }
    }

    private func serve(
        _ responder: RouterResponder<AdminContext>,
        at listener: AdminListener,
        on threads: any EventLoopGroup
    ) async -> (any Error)? {
        switch listener {
        case .network(let place):
            await serve(responder, at: place, on: threads)
            return nil
        case .socket(let socket):
            do {
                try socket.check()
                defer { socket.remove() }
                try await application(responder, at: socket, on: threads).run()
                return nil
            } catch {
                logger.error("the admin API does not listen", metadata: ["fault": "\(error)"])
                return error
            }
        }
    }

    /// Listens on the network, as soon as it can: the doors and the socket do not wait for a certificate.
    private func serve(
        _ responder: RouterResponder<AdminContext>,
        at place: NetworkPlace,
        on threads: any EventLoopGroup
    ) async {
        var said = ""
        while !Task.isCancelled && !Task.isShuttingDownGracefully {
            do {
                let keeper = try IdentityKeeper(place, time: parts.time, log: logger)
                return try await application(
                    responder,
                    at: place,
                    showing: keeper,
                    on: threads
                ).run()
            } catch {
                if said != "\(error)" {
                    logger.error(
                        "the admin API does not listen on the network",
                        metadata: ["place": "\(place.text)", "fault": "\(error)"]
                    )
                }
                said = "\(error)"
            }
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: limits.listenRest) }
        }
    }

    /// What answers, whoever listens.
    var router: Router<AdminContext> {
        let gate = Gate(parts, limits: limits)
        let endpoints = Self.endpoints(parts, limits: limits, behind: gate)
        let router = Router(context: AdminContext.self)
        router.add(middleware: ProblemMiddleware(knowing: endpoints, atMost: limits.requests))
        for endpoint in endpoints {
            router.on(RouterPath(endpoint.path), method: endpoint.method) { request, _ in
                try await Self.answer(request, at: endpoint, behind: gate, limits: limits)
            }
        }
        return router
    }

    private func application(
        _ responder: RouterResponder<AdminContext>,
        at socket: AdminSocket,
        on threads: any EventLoopGroup
    ) -> some ApplicationProtocol {
        Application(
            responder: responder,
            server: .http1(configuration: channel),
            configuration: configuration(.unixDomainSocket(path: socket.path)),
            onServerRunning: { _ in socket.open(logger) },
            eventLoopGroupProvider: .shared(threads),
            logger: logger
        )
    }

    private func application(
        _ responder: RouterResponder<AdminContext>,
        at place: NetworkPlace,
        showing keeper: IdentityKeeper,
        on threads: any EventLoopGroup
    ) -> some ApplicationProtocol {
        let channel = channel
        return Application(
            responder: responder,
            server: HTTPServerBuilder { answer in
                SecureChannel(
                    HTTP1Channel(responder: answer, configuration: channel),
                    keeper: keeper
                )
            },
            configuration: configuration(.hostname(place.address, port: place.port)),
            onServerRunning: { _ in
                logger.notice(
                    "the admin API listens on the network",
                    metadata: ["place": "\(place.text)", "sha256": "\(keeper.fingerprint)"]
                )
            },
            eventLoopGroupProvider: .shared(threads),
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
            guard bearer.has(endpoint.right) else {
                let offices = Bearer.offices(giving: endpoint.right) ?? []
                throw Problem.notAllowed(bearer, without: offices)
            }
            let call = try Call(request, of: bearer, at: endpoint, limits: limits)
            return try await answer(call)
        }
    }

    private var channel: HTTP1Channel.Configuration {
        let limits = limits
        let crowd = Crowd(most: limits.easyConnections)
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [Patience(limits: limits, among: crowd)],
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: limits.headerBytes,
                maxHeaderListSize: limits.headerBytes,
                maxHeaderFieldCount: limits.headers
            )
        )
    }

    private func configuration(_ address: BindAddress) -> ApplicationConfiguration {
        ApplicationConfiguration(
            address: address,
            serverName: "tachiaid",
            availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)
        )
    }
}
