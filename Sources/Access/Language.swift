// SPDX-License-Identifier: Apache-2.0

/// The languages in which every message exists.
public enum Language: String, Sendable, CaseIterable {
    /// What people at the city read.
    case japanese = "ja"
    /// What everybody else reads.
    case english = "en"

    /// The language that a process's environment asks for, by the order of POSIX: LC_ALL, LC_MESSAGES, LANG.
    ///
    /// Japanese where nothing is said: the city reads it first.
    public init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
            .compactMap { environment[$0] }.first { !$0.isEmpty }
        self = locale.map { $0.hasPrefix("ja") } ?? true ? .japanese : .english
    }

    /// The one of two texts that is in this language.
    public func callAsFunction(_ japanese: String, _ english: String) -> String {
        self == .japanese ? japanese : english
    }
}
