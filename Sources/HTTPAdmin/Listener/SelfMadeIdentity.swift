// SPDX-License-Identifier: Apache-2.0
import Access
import Crypto
import Foundation
import Glibc
import NIOCore
import SwiftASN1
import X509

/// A certificate that vouches for itself: a client trusts it by its fingerprint, which the installer reads out.
struct SelfMadeIdentity {
    private let certificate: String
    private let key: String

    /// Years until it must be made anew: as long as the board may hang there.
    private static let years = 20

    /// Makes a key and a certificate for the names and addresses of this machine.
    init(for place: NetworkPlace, at now: Timestamp) throws(ListenerFault) {
        let secret = P256.Signing.PrivateKey()
        let host = Self.hostName
        do {
            let name = try DistinguishedName { CommonName(host) }
            let start = Date(timeIntervalSince1970: Double(now.milliseconds / 1000) - 86_400)
            let publicKey = Certificate.PublicKey(secret.publicKey)
            let keyName = SubjectKeyIdentifier(hash: publicKey)
            let made = try Certificate(
                version: .v3,
                serialNumber: Certificate.SerialNumber(bytes: Self.serialOctets),
                publicKey: publicKey,
                notValidBefore: start,
                notValidAfter: start + Double(Self.years) * 365.25 * 86_400,
                issuer: name,
                subject: name,
                extensions: Certificate.Extensions {
                    Critical(BasicConstraints.notCertificateAuthority)
                    Critical(KeyUsage(digitalSignature: true))
                    try ExtendedKeyUsage([.serverAuth])
                    keyName
                    AuthorityKeyIdentifier(keyIdentifier: keyName.keyIdentifier)
                    SubjectAlternativeNames(Self.names(host, place.address))
                },
                issuerPrivateKey: Certificate.PrivateKey(secret)
            )
            certificate = try made.serializeAsPEM().pemString + "\n"
        } catch {
            throw .certificate(place.certificate, "it could not be made: \(error)")
        }
        key = secret.pemRepresentation + "\n"
    }

    /// A random number that fits the 20 octets of a certificate's, its sign among them (RFC 5280, 4.1.2.2).
    static var serialOctets: [UInt8] {
        [UInt8.random(in: 1...0x7F)] + (0..<15).map { _ in UInt8.random(in: 0...0xFF) }
    }

    /// Writes both, the key first: a certificate without its key is of no use.
    func write(to place: NetworkPlace) throws(ListenerFault) {
        try Self.write(key, to: place.key, mode: 0o600)
        try Self.write(certificate, to: place.certificate, mode: 0o644)
    }

    /// Writes a file whole or not at all, and never over another.
    private static func write(_ text: String, to path: String, mode: mode_t) throws(ListenerFault) {
        let draft = path + ".new"
        _ = unsafe unlink(draft)
        let file = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { throw .certificate(path, "open \(draft): errno \(errno)") }
        let bytes = Array(text.utf8)
        let written = unsafe Glibc.write(file, bytes, bytes.count)
        let isWhole = written == bytes.count && fsync(file) == 0
        let failure = errno
        guard close(file) == 0, isWhole, unsafe rename(draft, path) == 0 else {
            _ = unsafe unlink(draft)
            throw .certificate(path, "it could not be written: errno \(failure)")
        }
    }

    // MARK: What it is made out to

    private static var hostName: String {
        var bytes = [CChar](repeating: 0, count: 256)
        guard unsafe gethostname(&bytes, bytes.count - 1) == 0 else { return "tachiai" }
        let name = String(
            decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)),
            as: UTF8.self
        )
        return name.isEmpty || name.utf8.count > 64 ? "tachiai" : name
    }

    private static func names(_ host: String, _ address: String) -> [GeneralName] {
        var addresses: [[UInt8]] = []
        if let given = try? SocketAddress(ipAddress: address, port: 0), let bytes = given.bytes,
            bytes.contains(where: { $0 != 0 })
        {
            addresses = [bytes]
        } else {
            // It listens at every address: each of them is a name.
            let devices = (try? System.enumerateDevices()) ?? []
            addresses = devices.compactMap(\.address?.bytes)
        }
        var seen: Set<[UInt8]> = []
        let own = addresses.filter { seen.insert($0).inserted }.prefix(32)
        return [.dnsName(host), .dnsName("localhost")]
            + own.map { .ipAddress(ASN1OctetString(contentBytes: $0[...])) }
    }
}

extension SocketAddress {
    /// The bytes of an IP address; `nil` for other kinds.
    fileprivate var bytes: [UInt8]? {
        switch self {
        case .v4(let address):
            var place = address.address.sin_addr
            return unsafe withUnsafeBytes(of: &place) { unsafe Array($0) }
        case .v6(let address):
            var place = address.address.sin6_addr
            return unsafe withUnsafeBytes(of: &place) { unsafe Array($0) }
        case .unixDomainSocket: return nil
        }
    }
}
