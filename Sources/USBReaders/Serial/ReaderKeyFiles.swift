// SPDX-License-Identifier: Apache-2.0
import Access
import Foundation
import Glibc

/// The keys of the readers on serial lines: a file each beside the device key, for the service's eyes only (L10).
struct ReaderKeyFiles: Sendable {
    private let folder: String

    /// The keys in a folder.
    init(in folder: String) { self.folder = folder }

    /// What is known of a reader's keys.
    func known(of reader: ReaderID) -> KnownKeys {
        var known = KnownKeys()
        do throws(SerialFault) {
            known.own = try key(at: path(of: reader))
            known.pending = try key(at: path(of: reader) + ".pending")
        } catch {
            known.fault = error.description
        }
        return known
    }

    /// Keeps a key that a reader is about to get, beside the one that it has.
    func keep(_ key: ReaderKey, for reader: ReaderID) throws(SerialFault) {
        let path = path(of: reader) + ".pending"
        let draft = path + ".new"
        unsafe _ = unlink(draft)
        let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SerialFault("open", draft, errno) }
        let written = unsafe write(descriptor, key.exposed, key.exposed.count)
        let isSafe = written == key.exposed.count && fsync(descriptor) == 0
        let cause = errno
        close(descriptor)
        guard isSafe else {
            unsafe _ = unlink(draft)
            throw SerialFault("write", draft, cause)
        }
        try move(draft, to: path)
    }

    /// The key that was kept last is the reader's own.
    func settle(_ reader: ReaderID) throws(SerialFault) {
        let path = path(of: reader)
        try move(path + ".pending", to: path)
    }

    /// The key that was kept last is nobody's.
    func discard(_ reader: ReaderID) { unsafe _ = unlink(path(of: reader) + ".pending") }

    private func move(_ from: String, to: String) throws(SerialFault) {
        guard unsafe rename(from, to) == 0 else { throw SerialFault("rename", from, errno) }
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SerialFault("open", folder, errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw SerialFault("fsync", folder, errno) }
    }

    private func key(at path: String) throws(SerialFault) -> ReaderKey? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw SerialFault("stat", path, errno)
        }
        guard status.st_mode & 0o077 == 0 else {
            throw SerialFault("\(path) may be read by others: run chmod 600 on it")
        }
        guard let bytes = FileManager.default.contents(atPath: path),
            let key = ReaderKey(own: Array(bytes))
        else {
            throw SerialFault(
                "\(path) is no reader's key of \(ReaderKey.length) bytes: put the right one back, "
                    + "or pair the reader anew"
            )
        }
        return key
    }

    /// A reader's file; what could mean something to the file system is written as `%`.
    private func path(of reader: ReaderID) -> String {
        let name = reader.text.utf8.map { byte in
            let isPlain =
                byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            return isPlain ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16)
        }
        return folder + "/reader-" + name.joined() + ".key"
    }
}

extension UInt8 {
    fileprivate var isASCIIAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
