// SPDX-License-Identifier: Apache-2.0
import Access

/// What is said of a word that is none of those that there are, or of a number that is taken.
extension Words {
    func unknownAlarm(_ alarm: String) -> String {
        let known = Alarm.allCases
        return unknown(
            language("警報「\(alarm)」はありません。", "There is no alarm '\(alarm)'."),
            Nearest.to(alarm, among: known.map(\.rawValue)),
            known.map { language("\($0.japanese)（\($0.rawValue)）", $0.rawValue) }
        )
    }
    func unknownKind(_ kind: String) -> String {
        let known = RecordKind.allCases
        return unknown(
            language("種別「\(kind)」はありません。", "There is no kind '\(kind)'."),
            Nearest.to(kind, among: known.map(\.rawValue)),
            known.map { language("\($0.rawValue)（\($0.japanese)）", $0.rawValue) }
        )
    }
    func unknownDepartmentKind(_ kind: String) -> String {
        let known = DepartmentKind.allCases.map(\.rawValue)
        return unknown(
            language("種別「\(kind)」はありません。", "There is no kind '\(kind)'."),
            Nearest.to(kind, among: known),
            known.map { language("\($0)（\(departmentKind($0))）", $0) }
        )
    }
    private func unknown(_ sentence: String, _ nearest: String?, _ known: [String]) -> String {
        sentence + meant(nearest) + "\n" + language("あるもの：", "There are: ")
            + known.joined(separator: comma)
    }

    /// What somebody may have meant who wrote something else.
    func meant(_ word: String?) -> String {
        word.map { language("もしかして「\($0)」ですか。", " Did you mean '\($0)'?") } ?? ""
    }

    func registered(_ id: String, _ name: String) -> String {
        language(
            "\(id) は \(name) として登録済みです。直すなら「tachiai person edit \(id)」。",
            "\(id) is on record already, as \(name); change it with 'tachiai person edit \(id)'."
        )
    }
}
