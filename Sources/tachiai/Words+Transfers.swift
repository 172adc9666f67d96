// SPDX-License-Identifier: Apache-2.0
import Access

/// What is said about a list of transfers, and what is wrong in one.
extension Words {
    func columnsIgnored(_ columns: [String]) -> String {
        language(
            "使わない列：\(columns.joined(separator: "、"))",
            "columns not used: \(columns.joined(separator: ", "))"
        )
    }
    func peopleIgnored(_ people: [String]) -> String {
        language(
            "登録がないので飛ばした人：\(people.prefix(20).joined(separator: " "))\(people.count > 20 ? " …" : "")（\(people.count) 人）",
            "not in the register, passed over: \(people.prefix(20).joined(separator: " "))\(people.count > 20 ? " ..." : "") (\(people.count))"
        )
    }
    var nobodyMoves: String {
        language(
            "登録のある人は一人もいません。何も変えませんでした。",
            "Nobody of the list is in the register; nothing was changed."
        )
    }
    func otherDays(_ days: [String]) -> String {
        language(
            "一覧の「発令日」が --effective と違います：\(days.joined(separator: comma))。日ごとの一覧に分けるか、どちらかを直してください。",
            "The list's own days are not the one of --effective: \(days.joined(separator: comma)). "
                + "Split the list by days, or correct one of them."
        )
    }
    var noEffective: String {
        language(
            "いつからかを --effective で書くか、「発令日」の列をすべて同じ日にしてください。",
            "Say from when with --effective, or have one day in the column 'effective'."
        )
    }
    func transfersAt(_ time: String) -> String {
        language("\(time) 付けの異動", "Transfers as of \(time)")
    }
    func askTransfer(_ count: Int, _ time: String) -> String {
        language(
            "\(count) 人の異動を \(Words.time(time)) 付けで行いますか。",
            "Carry out \(Self.counted(count, "transfer")) as of \(Words.time(time))?"
        )
    }
}

extension Words {
    /// A mistake of a list with its place, as compilers write it.
    func line(_ mistake: CSVMistake, of file: String) -> String {
        "\(file):\(mistake.line):\(mistake.column): \(sentence(mistake.kind))"
    }

    private func sentence(_ kind: CSVMistake.Kind) -> String {
        switch kind {
        case .tooLong:
            language("大きすぎます（16 MiB、10 万行まで）。", "it is too large (16 MiB, 100,000 lines).")
        case .utf16:
            language(
                "UTF-16 です。「CSV UTF-8」か Shift_JIS で保存し直してください。",
                "it is UTF-16; save it as UTF-8 or Shift_JIS."
            )
        case .undecodable:
            language("UTF-8 でも Shift_JIS でもない文字です。", "a character of neither UTF-8 nor Shift_JIS.")
        case .control: language("制御文字があります。", "there is a control character.")
        case .openQuote: language("引用符「\"」が閉じていません。", "the quotation mark is never closed.")
        case .strayQuote:
            language("引用符でない所に「\"」があります。", "a quotation mark inside an unquoted field.")
        case .afterQuote:
            language("閉じた引用符の後に文字があります。", "something follows a closed quotation mark.")
        case .fields(let expected, let found):
            language(
                "項目が \(found) 個です。見出しは \(expected) 個です。",
                "\(found) fields, where the head has \(expected)."
            )
        case .empty: language("一人も書かれていません。", "nobody is in it.")
        case .noColumn(.person):
            language("列「職員番号」がありません。", "there is no column 'person' (or 職員番号).")
        case .noColumn(.department):
            language("列「異動先」がありません。", "there is no column 'department' (or 異動先).")
        case .doubleColumn(let name):
            language("列「\(name)」が二つあります。", "there are two columns '\(name)'.")
        default: sentence(ofRow: kind)
        }
    }

    private func sentence(ofRow kind: CSVMistake.Kind) -> String {
        switch kind {
        case .noPerson: language("職員番号がありません。", "the person's number is missing.")
        case .noDestination: language("異動先がありません。", "the destination is missing.")
        case .twoDestinations:
            language("退職なのに異動先があります。", "somebody who leaves has a destination.")
        case .doublePerson(let person, let line):
            language("\(person) は \(line) 行目にもあります。", "\(person) is also in line \(line).")
        case .badDay(let day): language("日付「\(day)」が分かりません。", "'\(day)' is no day.")
        case .outsider(let person):
            language(
                "\(person) は職員ではないため、異動できません。",
                "\(person) has no department: an outsider is not transferred."
            )
        case .unknownPerson(let person):
            language(
                "\(person) は登録されていません。飛ばすなら --ignore-unknown を付けてください。",
                "\(person) is not in the register; add --ignore-unknown to pass over such people."
            )
        case .otherName(let name, let registered):
            language(
                "氏名が登録と違います：「\(name)」、登録は「\(registered)」。",
                "the name differs from the register: '\(name)', registered '\(registered)'."
            )
        case .unknownDepartment(let name):
            language(
                "課等「\(name)」は登録されていません。tachiai department set で加えてください。",
                "there is no department '\(name)'; add it with 'tachiai department set'."
            )
        case .severalDepartments(let name):
            language(
                "課等「\(name)」がいくつもあります。番号で書いてください。",
                "several departments are called '\(name)'; write the id."
            )
        default: ""
        }
    }
}
