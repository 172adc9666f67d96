// SPDX-License-Identifier: Apache-2.0
import Access
import ArgumentParser
import Documents
import Foundation

/// Reads the files that people write; whatever is wrong with one is printed, and nothing starts.
enum Files {
    /// A board file, and its time zone.
    static func board(_ path: String) throws -> (board: Board, calendar: BoardCalendar) {
        let board = try reviewed { () throws(Mistakes) in
            try BoardDocument.read(try source(path))
        }
        guard let calendar = board.calendar else { throw ExitCode.unusable }
        return (board, calendar)
    }

    /// A policy document.
    static func policy(_ path: String, in calendar: BoardCalendar) throws -> Policy {
        try reviewed { () throws(Mistakes) in
            try PolicyDocument.read(try source(path), in: calendar)
        }
    }

    /// The text of a file that another one names; that it is not there is a mistake of the other.
    ///
    /// - Throws: exit code 2, after saying so; the mistakes of the file itself.
    static func existing(_ path: String) throws -> Source {
        guard FileManager.default.isReadableFile(atPath: path) else {
            complain([Tachiaid.language("\(path)：ファイルがありません。", "\(path): there is no such file")])
            throw ExitCode.unusable
        }
        return try source(path)
    }

    /// A path that a file names, relative to that file.
    static func path(_ path: String, relativeTo file: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        let folder = (file as NSString).deletingLastPathComponent
        return folder.isEmpty ? path : (folder as NSString).appendingPathComponent(path)
    }

    /// A file's text.
    static func source(_ path: String) throws(Mistakes) -> Source {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            let why = cause(error, path)
            throw Mistakes([
                Mistake(
                    place: Place(file: path, line: 1, column: 1),
                    path: "",
                    english: why.english,
                    japanese: why.japanese,
                    kind: .form
                )
            ])
        }
        return try Source(file: path, bytes: bytes)
    }

    /// Why a file cannot be read, in sentences of ours: the system's come in one language only.
    private static func cause(
        _ error: any Error,
        _ path: String
    ) -> (english: String, japanese: String) {
        let type = try? FileManager.default.attributesOfItem(atPath: path)[.type]
        switch (error as? CocoaError)?.code {
        case _ where type as? FileAttributeType == .typeDirectory:
            return ("this is a folder; name a file", "フォルダです。ファイルを書いてください。")
        case .fileReadNoPermission:
            return ("you may not read this file", "読む権限がありません。")
        case _ where type == nil:
            return ("there is no such file", "ファイルがありません。")
        default:
            return ("this file cannot be read", "ファイルを読めません。")
        }
    }

    static func reviewed<Document>(
        _ read: () throws(Mistakes) -> Reviewed<Document>
    ) throws -> Document {
        do throws(Mistakes) {
            let reviewed = try read()
            complain(lines(reviewed.warnings))
            return reviewed.document
        } catch {
            throw refused(error)
        }
    }

    /// Says what is wrong.
    static func refused(_ mistakes: Mistakes) -> ExitCode {
        complain(lines(mistakes.all))
        return .unusable
    }

    private static func lines(_ mistakes: [Mistake]) -> [String] {
        mistakes.map { Tachiaid.language($0.japaneseLine, $0.englishLine) }
    }
}
