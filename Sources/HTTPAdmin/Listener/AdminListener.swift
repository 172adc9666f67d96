// SPDX-License-Identifier: Apache-2.0
import Glibc
import Logging

/// Where the admin API listens: on a Unix socket for who may write to it, and on the network under TLS.
public enum AdminListener: Sendable, Hashable {
    /// A Unix socket, mode 0660.
    case socket(AdminSocket)
    /// A place on the network.
    case network(NetworkPlace)

    /// Listens on a Unix socket, mode 0660.
    public static func socket(_ path: String) -> Self { .socket(AdminSocket(path)) }
}

extension AdminListener: CustomStringConvertible {
    /// Where, for the log.
    public var description: String {
        switch self {
        case .socket(let socket): socket.path
        case .network(let place): "https://" + place.text
        }
    }
}

/// A Unix socket for the admin API.
public struct AdminSocket: Sendable, Hashable {
    /// The socket's path.
    public let path: String

    /// What the socket allows: its owner and its group.
    private static let mode: mode_t = 0o660

    /// A socket at a path.
    public init(_ path: String) {
        self.path = path
    }

    /// Opens the socket to its group; until then the umask has left it to its owner.
    func open(_ logger: Logger) {
        guard unsafe chmod(path, Self.mode) != 0 else { return }
        logger.error("chmod \(path) to 0660 failed: errno \(errno); its group cannot use it")
    }

    /// The longest path of a Unix socket, in bytes.
    private static let longest = 107

    /// Sees that a socket can be made: only one that nobody serves any more gives way.
    public func check() throws(ListenerFault) {
        guard (1...Self.longest).contains(path.utf8.count) else {
            throw .path(path, longest: Self.longest)
        }
        guard let kind else {
            let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
            guard unsafe access(folder, W_OK | X_OK) == 0 else {
                throw .folder(folder, errno: errno)
            }
            return
        }
        guard kind == S_IFSOCK else { throw .occupied(path) }
        guard !isServed else { throw .served(path) }
    }

    /// Takes the socket away, and nothing but a socket.
    func remove() {
        guard kind == S_IFSOCK else { return }
        _ = unsafe unlink(path)
    }

    /// What lies at the path, if anything.
    private var kind: mode_t? {
        var found = stat()
        return unsafe lstat(path, &found) == 0 ? found.st_mode & S_IFMT : nil
    }

    /// Whether somebody answers at the socket.
    private var isServed: Bool {
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { _ = close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { place in
            unsafe place.copyBytes(from: path.utf8)
        }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        return unsafe withUnsafePointer(to: &address) { place in
            unsafe place.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                unsafe connect(descriptor, place, size) == 0
            }
        }
    }
}
