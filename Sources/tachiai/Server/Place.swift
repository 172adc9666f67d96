// SPDX-License-Identifier: Apache-2.0

/// Where a service is: at a socket of this machine, or at an address of the network.
enum Place: Hashable, Sendable {
    case socket(String)
    case network(Address)

    /// A host and a port, as somebody writes them: `HOST[:PORT]`, an IPv6 address in brackets.
    struct Address: Hashable, Sendable, CustomStringConvertible {
        /// The port that the board file names by default.
        static let usualPort = 8443

        let host: String
        let port: Int

        init(host: String, port: Int) {
            self.host = host
            self.port = port
        }

        /// - Returns: `nil` where it is no address.
        init?(_ written: String) {
            let rest: Substring
            if written.hasPrefix("["), let end = written.firstIndex(of: "]") {
                host = String(written[written.index(after: written.startIndex)..<end])
                rest = written[written.index(after: end)...]
            } else {
                let colon = written.firstIndex(of: ":") ?? written.endIndex
                host = String(written[..<colon])
                rest = written[colon...]
            }
            let isClean = host.unicodeScalars.allSatisfy {
                $0.isASCII
                    && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
                        || "-.:_%".unicodeScalars.contains($0))
            }
            guard !host.isEmpty, host.count <= 253, isClean else { return nil }
            guard !rest.isEmpty else {
                port = Self.usualPort
                return
            }
            guard rest.first == ":", let written = Int(rest.dropFirst()),
                (1...65_535).contains(written)
            else { return nil }
            port = written
        }

        /// As it stands in a URL.
        var description: String { (host.contains(":") ? "[\(host)]" : host) + ":\(port)" }
    }
}

extension Place: CustomStringConvertible {
    var description: String {
        switch self {
        case .socket(let path): path
        case .network(let address): address.description
        }
    }
}
