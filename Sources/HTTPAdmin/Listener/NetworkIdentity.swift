// SPDX-License-Identifier: Apache-2.0
import Crypto
import Foundation
import NIOSSL

/// A certificate with its key, ready to be shown to clients.
struct NetworkIdentity: Sendable {
    /// What TLS needs of it.
    let context: NIOSSLContext
    /// The certificate's SHA-256 fingerprint, as `openssl x509 -fingerprint` writes it.
    let fingerprint: String

    /// Reads the files of a place.
    static func read(_ place: NetworkPlace) throws(ListenerFault) -> NetworkIdentity {
        let chain = try read(place.certificate) { try NIOSSLCertificate.fromPEMBytes($0) }
        guard let leaf = chain.first, let der = try? leaf.toDERBytes() else {
            throw .certificate(place.certificate, "there is no certificate in it")
        }
        let key = try read(place.key) { try NIOSSLPrivateKey(bytes: $0, format: .pem) }
        do {
            let context = try NIOSSLContext(configuration: configuration(chain, key))
            return NetworkIdentity(context: context, fingerprint: fingerprint(of: der))
        } catch {
            // BoringSSL's own words say which of the two it is; they hold nothing of the key.
            throw .certificate(place.certificate, "it does not belong to \(place.key): \(error)")
        }
    }

    private static func read<Value>(
        _ path: String,
        _ parse: ([UInt8]) throws -> Value
    ) throws(ListenerFault) -> Value {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw .certificate(path, (error as NSError).localizedDescription)
        }
        do {
            return try parse(Array(bytes))
        } catch {
            throw .certificate(path, "it is not in PEM form")
        }
    }

    /// TLS 1.2 and later, with forward secrecy and authenticated encryption only.
    private static func configuration(
        _ chain: [NIOSSLCertificate],
        _ key: NIOSSLPrivateKey
    ) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) },
            privateKey: .privateKey(key)
        )
        configuration.minimumTLSVersion = .tlsv12
        configuration.cipherSuiteValues = [
            .TLS_AES_128_GCM_SHA256, .TLS_AES_256_GCM_SHA384, .TLS_CHACHA20_POLY1305_SHA256,
            .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
            .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
            .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
            .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        ]
        configuration.applicationProtocols = ["http/1.1"]
        return configuration
    }

    static func fingerprint(of der: [UInt8]) -> String {
        SHA256.hash(data: der).map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count == 1 ? "0" + digits : digits
        }.joined(separator: ":")
    }
}
