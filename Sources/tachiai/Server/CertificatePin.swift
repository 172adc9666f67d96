// SPDX-License-Identifier: Apache-2.0
import Crypto
import NIOSSL

/// The SHA-256 fingerprint of a board's certificate: what `tachiai login` keeps, and what is believed afterwards.
struct CertificatePin: Hashable, Sendable, CustomStringConvertible {
    private let bytes: [UInt8]

    init(of certificate: NIOSSLCertificate) throws {
        bytes = Array(SHA256.hash(data: try certificate.toDERBytes()))
    }

    /// Reads a fingerprint as people copy it: with or without colons, in either case, with a name before it.
    init?(_ written: String) {
        let digits = written.split(whereSeparator: { "= ".contains($0) }).last ?? ""
        let bare = digits.lowercased().hasPrefix("sha256:") ? digits.dropFirst(7) : digits
        let halves = bare.filter { $0 != ":" }.map { $0.isASCII ? $0.hexDigitValue : nil }
        guard halves.count == 64, halves.allSatisfy({ $0 != nil }) else { return nil }
        let values = halves.compactMap { $0 }
        bytes = stride(from: 0, to: 64, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
    }

    /// As `openssl x509 -fingerprint -sha256` and the service print it: `AB:CD:…`.
    var description: String {
        bytes.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count == 1 ? "0" + digits : digits
        }.joined(separator: ":")
    }
}
