// SPDX-License-Identifier: Apache-2.0
internal import Access

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Which file lies at a path: a database that was deleted or replaced under its opener keeps nothing.
struct FileIdentity: Sendable {
    private let paths: [String]
    private let identities: [[UInt64]]

    /// Notes which database and which write-ahead log lie there now.
    init(of path: String) throws(LedgerFault) {
        paths = [path, path + "-wal"]
        var identities: [[UInt64]] = []
        for path in paths { try identities.append(Self.identity(path)) }
        self.identities = identities
    }

    /// Checks that the same files lie there still, and that what is written to them is kept.
    func check() throws(LedgerFault) {
        for (path, identity) in zip(paths, identities) where try Self.identity(path) != identity {
            throw LedgerFault("\(path) is another file than at the start: restart the service")
        }
        try checkWritable()
    }

    /// Linux lets who has a file open write to it, and flushes nothing, without a complaint, once an
    /// emergency has made the file system read-only.
    private func checkWritable() throws(LedgerFault) {
        var status = statvfs()
        guard unsafe statvfs(paths[0], &status) == 0, status.f_flag & UInt(ST_RDONLY) == 0 else {
            throw LedgerFault(
                "the file system of \(paths[0]) is read-only: look into the kernel's log for why"
            )
        }
    }

    private static func identity(_ path: String) throws(LedgerFault) -> [UInt64] {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            throw LedgerFault(
                "could not find \(path): stat failed with errno \(errno); put it back and restart"
            )
        }
        return [UInt64(status.st_dev), UInt64(status.st_ino)]
    }
}
