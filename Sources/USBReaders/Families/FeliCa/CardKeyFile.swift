// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Glibc

/// The file of the master keys, which lies beside the device key: for the service's eyes only (L10).
///
/// A line for each version, `VERSION KEY` in decimal and hexadecimal; `#` begins a comment.
public struct CardKeyFile: Sendable {
    /// Where it lies.
    public let path: String

    /// The most that is read of it (L14).
    static let longest = 8192

    /// The file beside a database.
    public init(beside database: String) {
        path =
            URL(fileURLWithPath: database).deletingLastPathComponent()
            .appendingPathComponent("card.key").path
    }

    /// The keys; ``CardKeys/none`` where there is no such file.
    ///
    /// - Throws: where it can't be read, may be read by others, or holds something else.
    public func keys() throws(CardKeyFault) -> CardKeys {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return .none }
            throw CardKeyFault("\(path): open failed with errno \(errno)")
        }
        defer { _ = close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else {
            throw CardKeyFault("\(path): fstat failed with errno \(errno)")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw CardKeyFault("\(path) may be read by others: run chmod 600 on it")
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        guard let bytes = try? handle.read(upToCount: Self.longest),
            let keys = Self.keys(in: bytes)
        else {
            throw CardKeyFault("\(path) holds no card keys: put the right file back")
        }
        return keys
    }

    /// Adds a new master key of the next version, and keeps those before it.
    ///
    /// - Throws: where the file can't be read, or not written whole.
    public func addKey() throws(CardKeyFault) -> CardKeys {
        guard let keys = try keys().adding(.drawn(count: CardKeys.length)) else {
            throw CardKeyFault(
                "\(path) holds \(CardKeys.most) versions already: take the oldest out"
            )
        }
        try write(keys)
        return keys
    }

    /// The keys, and a first one where there was none.
    public func keysOrFirst() throws(CardKeyFault) -> CardKeys {
        let keys = try keys()
        return keys.newest == nil ? try addKey() : keys
    }

    /// Reads the lines of a file; `nil` for anything that is none.
    static func keys(in bytes: Data) -> CardKeys? {
        var masters: [UInt16: [UInt8]] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            let words = line.prefix { $0 != "#" }.split(separator: " ")
            guard !words.isEmpty else { continue }
            guard words.count == 2, let version = UInt16(words[0]), masters[version] == nil,
                let master = [UInt8](hexadecimal: words[1])
            else { return nil }
            masters[version] = master
        }
        return masters.isEmpty ? nil : CardKeys(masters)
    }

    /// Writes a new file beside the old one, and puts it in its place once it is on disk.
    private func write(_ keys: CardKeys) throws(CardKeyFault) {
        let new = path + ".new"
        _ = unsafe unlink(new)
        let descriptor = unsafe open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw CardKeyFault("\(new): open failed with errno \(errno)")
        }
        let head =
            "# Master keys of the cards of this building. Keep a copy where the device key's is.\n"
        let lines = keys.exposed.map { "\($0.version) \($0.master.map(hex).joined())\n" }
        let bytes = Array((head + lines.joined()).utf8)
        let isWritten =
            unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count
            && fsync(descriptor) == 0
        let cause = errno
        _ = close(descriptor)
        guard isWritten, unsafe rename(new, path) == 0 else {
            _ = unsafe unlink(new)
            throw CardKeyFault(
                "\(new): write or rename failed with errno \(isWritten ? errno : cause)"
            )
        }
        let folder = unsafe open(
            URL(fileURLWithPath: path).deletingLastPathComponent().path,
            O_RDONLY | O_DIRECTORY | O_CLOEXEC
        )
        if folder >= 0 {
            _ = fsync(folder)
            _ = close(folder)
        }
    }
}

/// The file of the card keys is not as it must be; the text says what to do, and holds no key.
public struct CardKeyFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file, the call, and what to do.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension [UInt8] {
    /// Bytes from the system's generator: challenges and keys.
    static func drawn(count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// Reads pairs of hexadecimal digits.
    init?(hexadecimal text: some StringProtocol) {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == text.count, digits.count % 2 == 0 else { return nil }
        self = stride(from: 0, to: digits.count, by: 2).map {
            UInt8(digits[$0] << 4 | digits[$0 + 1])
        }
    }
}
