// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The project's own files, as they lie on the disk.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file of the project.
    struct File: Sendable, CustomTestStringConvertible {
        /// Relative to the root.
        let path: String
        let text: String
        let lines: [Substring]
        /// The text with its comments blanked; what stands in quotation marks stays.
        let code: String

        init(path: String, text: String) {
            self.path = path
            self.text = text
            lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            code = lines.map { (line: Substring) -> Substring in
                if line.drop(while: { $0 == " " }).hasPrefix("//") { return "" }
                return line.firstRange(of: " // ").map { line[..<$0.lowerBound] } ?? line
            }.joined(separator: "\n")
        }

        var testDescription: String { path }

        /// The folder below `Sources` or `Tests`.
        var room: String {
            let parts = path.split(separator: "/")
            return parts.count > 1 ? String(parts[1]) : ""
        }

        /// What a pattern's first group, or the whole of it, finds in the code.
        func finds(of pattern: String) throws -> [String] {
            let regex = try NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
            let whole = NSRange(code.startIndex..., in: code)
            return regex.matches(in: code, range: whole).compactMap { match in
                let group = match.numberOfRanges > 1 ? match.range(at: 1) : match.range
                return Range(group, in: code).map { String(code[$0]) }
            }
        }

        /// Where a pattern is found in the code, as `path: text`.
        func places(of pattern: String) throws -> [String] {
            try finds(of: pattern).map { "\(path): \($0)" }
        }
    }

    /// The files below a folder whose names end so, in order.
    static func files(_ folder: String, ending: [String]) -> [File] {
        paths(folder).filter { path in ending.contains { path.hasSuffix($0) } }.compactMap { path in
            let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
            return text.map { File(path: path, text: $0) }
        }
    }

    /// All paths below a folder, relative to the root.
    static func paths(_ folder: String) -> [String] {
        let start = root.appendingPathComponent(folder)
        guard let walk = FileManager.default.enumerator(atPath: start.path) else { return [] }
        var paths: [String] = []
        for case let path as String in walk {
            var isFolder: ObjCBool = false
            let full = start.appendingPathComponent(path).path
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            paths.append(folder + "/" + path)
        }
        return paths.sorted()
    }

    static let sources = files("Sources", ending: [".swift"])
    static let tests = files("Tests", ending: [".swift"])
    static let cSources = files("Sources", ending: [".c", ".h"])
    static let documents =
        files("Sources", ending: [".md"]) + files("Hardware", ending: [".md"])
        + files("Config", ending: [".yaml", ".md"])
}
