// SPDX-License-Identifier: Apache-2.0
import Access

/// What ArgumentParser says about the usage, as people of the city read it.
extension Words {
    /// A help page: its headings and what every page has in common; the rest is in the right language already.
    func help(_ page: String) -> String {
        // Versions and completion scripts come the same way out.
        guard language == .japanese, page.hasPrefix("OVERVIEW: ") || page.hasPrefix("USAGE: ")
        else { return page }
        return lines(page) { Phrase.japanese(for: $0, among: Self.ofHelp) ?? $0 }
    }

    /// A mistake in the usage, with how the command is used.
    func usage(_ message: String) -> String {
        guard language == .japanese else { return message }
        return lines(message) { line in
            if let mistake = Self.error.japanese(for: line, gaps: mistake) { return mistake }
            return Phrase.japanese(for: line, among: Self.ofUsage) ?? line
        }
    }

    /// What is wrong, without the word before it.
    private func mistake(_ sentence: String) -> String {
        Phrase.japanese(for: sentence, among: Self.mistakes) {
            $0.replacing("', '", with: "」「").replacing("' or '", with: "」「")
        } ?? sentence
    }

    private func lines(_ text: String, _ put: (String) -> String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { namingPlaceholders(in: put(String($0))) }
            .joined(separator: "\n")
    }

    /// A word of the command line in which nothing stands.
    var emptyWord: String {
        language(
            "空の引数があります。値を書くか、その引数を消してください。",
            "An argument is empty; write a value, or leave it out."
        )
    }

    /// A word that no command has.
    func noCommand(
        _ word: String,
        of command: String,
        meant nearest: String?,
        among commands: [String]
    ) -> String {
        let known = commands.joined(separator: comma)
        return language(
            "「\(command)」に「\(word)」という命令はありません。\(meant(nearest))\n"
                + "あるもの：\(known)\nくわしくは「\(command) --help」。",
            "'\(command)' has no command '\(word)'.\(meant(nearest))\n"
                + "It has: \(known)\nSee '\(command) --help' for more information."
        )
    }

    private static let error = Phrase("Error: *", "誤り：*")

    private static let ofUsage = [
        Phrase("Help:  *", "説明：*"),
        Phrase("Usage: *", "使い方：*"),
        Phrase("  See '*' for more information.", "  くわしくは「*」。"),
        Phrase(
            "   or: Missing value for '*' in '*'",
            "   又は、「*」に値がありません（「*」の中）。"
        ),
    ]

    private static let ofHelp = [
        Phrase("OVERVIEW: *", "概要：*"),
        Phrase("USAGE: *", "使い方：*"),
        Phrase("ARGUMENTS:", "引数："),
        Phrase("OPTIONS:", "選択肢："),
        Phrase("SUBCOMMANDS:", "命令："),
        Phrase("* SUBCOMMANDS:", "*："),
        Phrase("*Show the version.", "*版を出す"),
        Phrase("*Show help information.", "*この説明を出す"),
        Phrase("  See '*' for detailed help.", "  くわしくは「*」。"),
        // As wide as the English, so that the columns stay.
        Phrase("  * (default) *", "  * (既定)    *"),
        Phrase("*(default: *", "*(既定: *"),
        Phrase("*(values: *", "*(使えるもの: *"),
    ]

    private static let mistakes = [
        Phrase("Unexpected argument '*'", "余分な引数「*」があります。"),
        Phrase("* unexpected arguments: '*'", "余分な引数が * 個あります：「*」。"),
        Phrase("Missing expected argument '*'", "「*」がありません。"),
        Phrase("Missing one of: '*'", "どれか一つが要ります：「*」。"),
        Phrase("Missing value for '*'", "「*」に値がありません。"),
        Phrase("Missing required subcommand.", "命令がありません。"),
        Phrase(
            "Unknown option '*'. Did you mean '*'?",
            "「*」という選択肢はありません。もしかして「*」ですか。"
        ),
        Phrase("Unknown option '*'", "「*」という選択肢はありません。"),
        Phrase("Invalid option: *", "「*」という選択肢はありません。"),
        Phrase(
            "The option '*' does not take any value, but '*' was specified.",
            "「*」は値をとりません（「*」が書かれています）。"
        ),
        Phrase(
            "The value '*' is invalid for '*'. Please provide one of the following:",
            "「*」は「*」に使えません。使えるもの："
        ),
        Phrase(
            "The value '*' is invalid for '*'. Please provide one of '*'.",
            "「*」は「*」に使えません。使えるもの：「*」。"
        ),
        Phrase("The value '*' is invalid for '*'", "「*」は「*」に使えません。"),
        Phrase(
            "Value to be set with * had already been set with *",
            "* は * と一緒には使えません。"
        ),
    ]
}
