// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Crypto
internal import Foundation

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The device key: 32 random bytes beside the database, for the service's eyes only (L10).
enum KeyFile {
    /// Reads the key, or makes it where nothing hangs on it yet.
    static func keys(beside database: String, isNew: Bool) throws(LedgerFault) -> DeviceKeys {
        let directory = URL(fileURLWithPath: database).deletingLastPathComponent()
        let path = directory.appendingPathComponent("device.key").path
        if unsafe access(path, F_OK) != 0 {
            guard isNew else {
                throw LedgerFault(
                    "\(path) is missing, and without it no badge is known: "
                        + "put the key back from where it was saved with \(database)"
                )
            }
            try make(path)
        }
        return DeviceKeys(device: SymmetricKey(data: try read(path)))
    }

    /// Makes an empty file that nobody else may read, unless there is one.
    static func makePrivate(_ path: String) throws(LedgerFault) {
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw LedgerFault("could not open \(path): open failed with errno \(errno)")
        }
        _ = close(descriptor)
    }

    private static func make(_ path: String) throws(LedgerFault) {
        let key = [UInt8](randomCount: 32)
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw LedgerFault("could not make \(path): open failed with errno \(errno)")
        }
        defer { _ = close(descriptor) }
        let written = unsafe write(descriptor, key, key.count)
        guard written == key.count, fsync(descriptor) == 0 else {
            let cause = errno
            _ = unsafe unlink(path)
            throw LedgerFault("could not write \(path): write failed with errno \(cause)")
        }
    }

    private static func read(_ path: String) throws(LedgerFault) -> [UInt8] {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            throw LedgerFault("could not read \(path): stat failed with errno \(errno)")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw LedgerFault("\(path) may be read by others: run chmod 600 on it")
        }
        guard let bytes = FileManager.default.contents(atPath: path), bytes.count == 32 else {
            throw LedgerFault("\(path) is not a device key of 32 bytes: put the right one back")
        }
        return Array(bytes)
    }
}
