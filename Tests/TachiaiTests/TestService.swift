// SPDX-License-Identifier: Apache-2.0
import Foundation
import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

@testable import tachiai

/// A service on loopback that answers what a test tells it to, over TLS or a Unix socket.
final class TestService: Sendable {
    /// A request as it came in.
    struct Asked: Sendable {
        let method: HTTPMethod
        let uri: String
        let headers: HTTPHeaders
        let body: String
    }

    /// What becomes of a request.
    enum Reply: Sendable {
        case json(Int, String)
        /// A stream that begins so, and then says nothing more.
        case stream(String)
        /// The connection ends without an answer.
        case hangUp
    }

    let place: Place
    private let channel: any Channel
    private let requests = NIOLockedValueBox<[Asked]>([])

    var asked: [Asked] { requests.withLockedValue { $0 } }

    /// Listens; `reply` is told how many requests came before.
    init(
        with certificate: TestCertificate?,
        port: Int = 0,
        reply: @escaping @Sendable (Int, Asked) -> Reply
    ) async throws {
        let tls = try certificate.map { certificate in
            let chain = try NIOSSLCertificate.fromPEMBytes(Array(certificate.pem.utf8))
            let key = try NIOSSLPrivateKey(bytes: Array(certificate.key.utf8), format: .pem)
            return try NIOSSLContext(
                configuration: .makeServerConfiguration(
                    certificateChain: chain.map { .certificate($0) },
                    privateKey: .privateKey(key)
                )
            )
        }
        let requests = requests
        let bootstrap = ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
                    try pipeline.configureHTTPServerPipeline()
                    try pipeline.addHandler(Answering(requests: requests, reply: reply))
                }
            }
        if certificate == nil {
            let path = "/tmp/tachiai-\(UUID().uuidString.prefix(8)).sock"
            channel = try await bootstrap.bind(unixDomainSocketPath: path).get()
            place = .socket(path)
        } else {
            channel = try await bootstrap.bind(host: "127.0.0.1", port: port).get()
            let port = channel.localAddress?.port ?? 0
            place = .network(Place.Address(host: "127.0.0.1", port: port))
        }
    }

    func close() async throws {
        try await channel.close()
        if case .socket(let path) = place { try? FileManager.default.removeItem(atPath: path) }
    }

    /// Reads whole requests, and answers each.
    private final class Answering: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let requests: NIOLockedValueBox<[Asked]>
        private let reply: @Sendable (Int, Asked) -> Reply
        private var head: HTTPRequestHead?
        private var body = ""

        init(
            requests: NIOLockedValueBox<[Asked]>,
            reply: @escaping @Sendable (Int, Asked) -> Reply
        ) {
            self.requests = requests
            self.reply = reply
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head): (self.head, body) = (head, "")
            case .body(let buffer): body += String(buffer: buffer)
            case .end: answer(context)
            }
        }

        private func answer(_ context: ChannelHandlerContext) {
            guard let head else { return }
            let asked = Asked(
                method: head.method,
                uri: head.uri,
                headers: head.headers,
                body: body
            )
            let before = requests.withLockedValue { requests in
                requests.append(asked)
                return requests.count - 1
            }
            switch reply(before, asked) {
            case .hangUp: context.close(promise: nil)
            case .stream(let text):
                let headers: HTTPHeaders = ["Content-Type": "text/event-stream"]
                let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)
                context.write(wrapOutboundOut(.head(head)), promise: nil)
                let buffer = ByteBuffer(string: text)
                context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
            case .json(let status, let text):
                let buffer = ByteBuffer(string: text)
                let headers: HTTPHeaders = [
                    "Content-Length": String(buffer.readableBytes),
                    "Content-Type": "application/json", "ETag": "\"7\"",
                ]
                let head = HTTPResponseHead(
                    version: .http1_1,
                    status: HTTPResponseStatus(statusCode: status),
                    headers: headers
                )
                context.write(wrapOutboundOut(.head(head)), promise: nil)
                context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
                context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            }
        }
    }
}
