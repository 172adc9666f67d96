// SPDX-License-Identifier: Apache-2.0
public import Access
import Foundation
import Glibc

/// Where the admin API listens on the network, always under TLS, and with which certificate.
public struct NetworkPlace: Sendable, Hashable {
    /// An IPv4 or IPv6 address.
    public let address: String
    /// The port.
    public let port: Int
    /// The certificate's path.
    public let certificate: String
    /// The key's path.
    public let key: String
    /// Whether both are made at the first start.
    public let isSelfMade: Bool

    /// Listens with a certificate that somebody gave.
    public init(address: String, port: Int, certificate: String, key: String) {
        self.address = address
        self.port = port
        self.certificate = certificate
        self.key = key
        isSelfMade = false
    }

    /// Listens with a certificate that is made at the first start and kept in a folder.
    public init(address: String, port: Int, madeIn folder: String) {
        self.address = address
        self.port = port
        certificate = folder + "/admin-certificate.pem"
        key = folder + "/admin-key.pem"
        isSelfMade = true
    }

    /// The certificate's SHA-256 fingerprint, by which a client knows this board; `nil` while it is to be made.
    ///
    /// - Throws: where the certificate or its key cannot be read, or do not belong together.
    public func fingerprint() throws(ListenerFault) -> String? {
        if isSelfMade && !isThere { return nil }
        return try NetworkIdentity.read(self).fingerprint
    }

    /// The certificate's fingerprint; where nobody gave a certificate and none is made yet, one is made now.
    ///
    /// - Throws: where there is no certificate that could be shown.
    public func preparedFingerprint(at now: Timestamp) throws(ListenerFault) -> String {
        if isSelfMade && !isThere { try SelfMadeIdentity(for: self, at: now).write(to: self) }
        return try NetworkIdentity.read(self).fingerprint
    }

    /// Whether either file is there.
    var isThere: Bool { Self.isThere(certificate) || Self.isThere(key) }

    private static func isThere(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    /// What tells one state of the files from another, without reading them.
    var stamp: [Int] {
        [certificate, key].flatMap { path -> [Int] in
            var found = stat()
            guard unsafe stat(path, &found) == 0 else { return [0] }
            let time = found.st_mtim
            return [Int(found.st_ino), Int(found.st_size), time.tv_sec, time.tv_nsec]
        }
    }

    /// The address as a URL has it, with the port.
    var text: String { address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)" }
}
