// SPDX-License-Identifier: Apache-2.0
import Glibc
import Hummingbird
import Logging

/// Where the admin API listens: on a Unix socket, for who may write to it.
public struct AdminListener: Sendable, Hashable {
    /// The socket's path.
    public let path: String

    /// What the socket allows: its owner and its group.
    private static let mode: mode_t = 0o660

    /// Listens on a Unix socket, mode 0660.
    public static func socket(_ path: String) -> Self { Self(path: path) }

    private init(path: String) {
        self.path = path
    }

    var address: BindAddress { .unixDomainSocket(path: path) }

    /// Opens the socket to its group; until then the umask has left it to its owner.
    func open(_ logger: Logger) {
        guard unsafe chmod(path, Self.mode) != 0 else { return }
        logger.error("chmod \(path) to 0660 failed: errno \(errno); its group cannot use it")
    }

    /// Takes the socket away.
    func remove() {
        _ = unsafe unlink(path)
    }
}
