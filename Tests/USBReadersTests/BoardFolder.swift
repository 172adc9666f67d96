// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A folder with a board file and the keys beside its database, for `tachiaid` itself.
final class BoardFolder {
    private let folder: URL

    /// The board file.
    var file: String { folder.appending(path: "board.yaml").path() }

    /// A board with one door, whose entry reader is `in`.
    init(_ readers: String) throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "tachiai-board-\(ProcessInfo.processInfo.globallyUniqueString)")
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        let text = """
            board: b
            site: main
            timeZone: Asia/Tokyo
            database: \(folder.path())/b.sqlite
            \(readers)
            doors:
              - {id: d, room: r, entry: in, lock: {chip: c, line: 1, releases: energised}}
            """
        try Data(text.utf8).write(to: URL(filePath: file))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Puts a secret beside the database.
    func keep(_ secret: Data, as name: String) throws {
        let path = folder.appending(path: name)
        try secret.write(to: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path.path())
    }
}
