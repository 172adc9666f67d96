// SPDX-License-Identifier: Apache-2.0
import AdminAPI
import Foundation

/// The page that `tachiai watch` draws anew whenever something changes.
actor WatchBoard {
    /// The most records that are kept.
    static let most = 200

    /// The messages, with the names that are known.
    private(set) var words: Words
    private let screen: Screen
    private var records: [RecordReply] = []
    private var status: StatusReply?
    private var inside: [PresenceReply]?
    private var loss: String?

    init(words: Words, screen: Screen) {
        self.words = words
        self.screen = screen
        screen.draw(["\u{1B}[2J"], height: 1)
    }

    func know(_ words: Words) { self.words = words }

    func add(_ more: [RecordReply]) {
        records = (records + more).suffix(Self.most)
        draw()
    }

    func show(_ status: StatusReply) {
        (self.status, loss) = (status, nil)
        draw()
    }

    func show(inside: [PresenceReply]) {
        self.inside = inside
        draw()
    }

    func lose(_ sentence: String) {
        loss = sentence
        draw()
    }

    private func draw() {
        let size = Screen.size
        screen.draw(lines(height: size.rows - 1, width: size.columns), height: size.rows - 1)
    }

    /// The page: the state above, and as much of the journal as there is room for below.
    func lines(height: Int, width: Int) -> [String] {
        var top = loss.map { [screen.paint(Table.clean($0), .red)] } ?? []
        if let status { top += StatusReport(words: words, screen: screen).lines(status) }
        if let inside {
            top +=
                inside.isEmpty ? ["", words.nobody] : [""] + WhoCommand.table(inside, words).lines
        }
        let report = JournalReport(words: words, screen: screen)
        let room = max(0, height - top.count - 2)
        let journal = records.suffix(room).map(report.line)
        return (top + ["", screen.paint(report.head, .bold)] + journal)
            .prefix(height).map { DisplayWidth.cut($0, to: width) }
    }
}

extension Screen {
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// The rows and columns of the terminal.
    static var size: (rows: Int, columns: Int) {
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0,
            size.ws_col > 0
        else { return (24, 80) }
        return (Int(size.ws_row), Int(size.ws_col))
    }

    /// Draws lines over what stands there.
    func draw(_ lines: [String], height: Int) {
        let page = lines.prefix(height).map { $0 + "\u{1B}[K" }.joined(separator: "\n")
        prompt(page: "\u{1B}[H" + page + "\n\u{1B}[J")
    }

    private func prompt(page: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data(page.utf8))
    }
}

extension DisplayWidth {
    /// As much of a line as fits; what changes the colour takes no room.
    static func cut(_ line: String, to width: Int) -> String {
        var (kept, taken, isCode) = ("", 0, false)
        for character in line {
            if character == "\u{1B}" { isCode = true }
            if isCode {
                kept.append(character)
                if character == "m" { isCode = false }
                continue
            }
            taken += of(character)
            if taken <= width { kept.append(character) }
        }
        return kept
    }
}
