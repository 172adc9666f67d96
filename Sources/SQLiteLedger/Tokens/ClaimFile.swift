// SPDX-License-Identifier: Apache-2.0
internal import Access
internal import Foundation

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The file in which the claim lies for root to take, as long as no token was issued.
enum ClaimFile {
    /// Writes the claim for the service's user and root alone.
    static func lay(_ claim: Secret, at path: String) throws(LedgerFault) {
        remove(path)
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw LedgerFault("could not make \(path): open failed with errno \(errno)")
        }
        defer { _ = close(descriptor) }
        let line = Array((claim.exposed + "\n").utf8)
        let count = unsafe write(descriptor, line, line.count)
        guard count == line.count, fsync(descriptor) == 0 else {
            throw LedgerFault("could not write \(path): write failed with errno \(errno)")
        }
    }

    /// The claim, if one lies there.
    static func read(_ path: String) -> Secret? {
        FileManager.default.contents(atPath: path).map { bytes in
            Secret(
                String(decoding: bytes, as: UTF8.self)
                    .trimmingCharacters(in: .whitespacesAndNewlines)
            )
        }
    }

    /// Takes the claim away.
    static func remove(_ path: String) { _ = unsafe unlink(path) }
}
