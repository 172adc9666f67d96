// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The lock beside the database: whoever holds it is the only opener, across processes.
final class LockFile: Sendable {
    private let descriptor: Mutex<CInt?>

    /// Takes the lock.
    ///
    /// - Throws: when somebody holds it.
    init(beside path: String) throws(LedgerFault) {
        let file = path + ".lock"
        let descriptor = unsafe open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw LedgerFault("could not open \(file): open failed with errno \(errno)")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let cause = errno
            _ = Self.close(descriptor)
            throw LedgerFault(
                cause == EWOULDBLOCK
                    ? "the ledger \(path) is open already: stop the service that holds \(file)"
                    : "could not lock \(file): flock failed with errno \(cause)"
            )
        }
        self.descriptor = Mutex(descriptor)
    }

    /// Lets the lock go.
    func unlock() {
        descriptor.withLock { descriptor in
            if let open = descriptor {
                // A child that is just being forked holds a copy, which closing alone would leave locked.
                _ = flock(open, LOCK_UN)
                _ = Self.close(open)
            }
            descriptor = nil
        }
    }

    deinit { unlock() }

    #if canImport(Glibc)
    private static func close(_ descriptor: CInt) -> CInt { Glibc.close(descriptor) }
    #else
    private static func close(_ descriptor: CInt) -> CInt { Darwin.close(descriptor) }
    #endif
}
