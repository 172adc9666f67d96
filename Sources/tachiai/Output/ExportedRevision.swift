// SPDX-License-Identifier: Apache-2.0

/// The comment by which an exported policy document remembers which revision it was.
enum ExportedRevision {
    private static let mark = "# tachiai policy export, revision "

    /// The first line of an export.
    static func line(_ revision: String) -> String { mark + revision }

    /// The revision of an export that may have been edited since; `nil` for other documents.
    static func read(from document: String) -> Int64? {
        guard let first = document.split(whereSeparator: \.isNewline).first,
            first.hasPrefix(mark)
        else { return nil }
        return Int64(first.dropFirst(mark.count))
    }
}
