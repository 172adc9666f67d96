// SPDX-License-Identifier: Apache-2.0
import AsyncHTTPClient
import Foundation
import NIOConcurrencyHelpers
import NIOHTTP1
import NIOCore
import NIOPosix
import NIOSSL

/// The way to a service: its socket, or TLS to a board that shows the certificate that was pinned.
final class Wire: Sendable {
    private let place: Place
    private let client: HTTPClient

    /// A wire; over the network nothing is sent before the certificate is seen to be the pinned one.
    ///
    /// - Parameters:
    ///   - place: where the service is.
    ///   - pin: the certificate that it must show.
    ///   - silence: how long nothing may come before the connection counts as lost; `nil`: any time.
    init(to place: Place, pin: CertificatePin?, silence: TimeAmount? = nil) {
        self.place = place
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10), read: silence)
        )
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        if case .network = place {
            // The pin alone is believed: the board makes its own certificate, and names may differ.
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.minimumTLSVersion = .tlsv12
            tls.certificateVerification = .none
            configuration.tlsConfiguration = tls
            configuration.http1_1ConnectionDebugInitializer = { channel in
                channel.eventLoop.makeCompletedFuture {
                    let certificate = try channel.pipeline.syncOperations.nioSSL_peerCertificate()
                    try Self.compare(certificate, with: pin)
                }
            }
        }
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    deinit { client.shutdown { _ in } }

    /// The certificate is not the pinned one; nothing was sent.
    struct Stranger: Error {
        let shown: CertificatePin
    }

    private static func compare(
        _ certificate: NIOSSLCertificate?,
        with pin: CertificatePin?
    ) throws {
        guard let certificate else { throw NIOSSLError.noCertificateToValidate }
        let shown = try CertificatePin(of: certificate)
        guard shown == pin else { throw Stranger(shown: shown) }
    }

    /// The fingerprint of the certificate that is shown at an address; nothing is sent there.
    static func pin(shownAt address: Place.Address) async throws -> CertificatePin {
        let place = Place.network(address)
        let wire = Wire(to: place, pin: nil)
        do {
            _ = try await wire.execute(wire.request("/"), timeout: .seconds(15))
        } catch let stranger as Stranger {
            return stranger.shown
        } catch {
            throw Complaint(.unreachable, Words.now.unreachable(place))
        }
        throw Complaint(.unreachable, Words.now.unreachable(place))
    }

    /// A request for a path and query.
    func request(_ uri: String) throws -> HTTPClientRequest {
        switch place {
        case .network(let address): return HTTPClientRequest(url: "https://\(address)\(uri)")
        case .socket(let path):
            guard let url = URL(httpURLWithSocketPath: path, uri: uri) else {
                throw Complaint(.usage, Words.now.noSocket(path))
            }
            var request = HTTPClientRequest(url: url.absoluteString)
            // A socket's path names no host, and a request must (RFC 9112, 3.2).
            request.headers.add(name: "Host", value: "localhost")
            return request
        }
    }

    func execute(
        _ request: HTTPClientRequest,
        timeout: TimeAmount
    ) async throws -> HTTPClientResponse {
        try await client.execute(request, timeout: timeout)
    }

    /// Whether a connection that had been made was lost, so that what was asked may have been done.
    static func isLost(_ error: any Error) -> Bool {
        switch error {
        case let error as HTTPClientError:
            [.remoteConnectionClosed, .readTimeout, .deadlineExceeded, .uncleanShutdown]
                .contains(error)
        case let error as IOError: [ECONNRESET, EPIPE, ENOTCONN].contains(error.errnoCode)
        case let error as NIOSSLError: error == .uncleanShutdown
        case let error as ChannelError: error == .eof || error == .ioOnClosedChannel
        default: false
        }
    }
}
