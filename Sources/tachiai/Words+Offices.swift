// SPDX-License-Identifier: Apache-2.0
import Access

/// What is said about offices and who holds them.
extension Words {
    func askAppoint(_ person: String, _ office: String, _ term: String) -> String {
        language(
            "\(person) を \(office)（\(term)）に就けますか。",
            "Appoint \(person) to be \(office) (\(term))?"
        )
    }
    func predecessorEnds(_ person: String, _ time: String) -> String {
        language(
            "注意：\(person) の任期は \(time) に終わります。",
            "note: the term of \(person) ends at \(time)."
        )
    }
    func seatIsEmpty(_ office: String, _ instant: String) -> String {
        language(
            "注意：\(instant) から \(office) に就いている人がいなくなります。後任は「tachiai office appoint」で任命します。",
            "note: from \(instant) nobody is \(office); appoint somebody with 'tachiai office appoint'."
        )
    }
    func appointeeSuspended(_ person: String) -> String {
        language(
            "注意：\(person) は停止中です。停止を解くまで、その職の権限は使えません。",
            "note: \(person) is suspended, and has no use of the office before that ends."
        )
    }
    func appointeeOutside(_ person: String) -> String {
        language(
            "\(person) は職員ではありません（所属する課等がありません）。この職には就けられません。",
            "\(person) belongs to no department; this office is for staff."
        )
    }
    func askOfficeEnd(_ person: String, _ office: String) -> String {
        language("\(person) の \(office) を終わらせますか。", "End that \(person) is \(office)?")
    }
    func noAppointment(_ person: String, _ office: String) -> String {
        language(
            "\(person) は \(office) ではなく、その予定もありません。",
            "\(person) is not \(office), and is not to be."
        )
    }
    var severalAppointments: String {
        language(
            "いくつもあります。--department か --from でどれかを書いてください。",
            "There are several; say which with --department or --from:"
        )
    }
    var rights: String {
        language("権限", "rights")
    }
    /// What the offices allow; that somebody may ask who they are need not be said.
    func rights(_ written: [String]) -> String {
        let told = written.filter { $0 != "be-somebody" }
        return told.isEmpty ? nothing : told.map(right).joined(separator: comma)
    }
    private func right(_ written: String) -> String {
        switch written {
        case "read-metrics": language("測定値を読む", "read metrics")
        case "see-hardware": language("扉と機器の状態を見る", "see doors and hardware")
        case "see-people": language("人・指定・来訪を見る", "see people, designations and visits")
        case "read-all": language("記録と証を見る", "see records and badges")
        case "read-policy": language("方針の文書を読む", "read the policy document")
        case "review": language("棚卸しを見る", "see what is to be reviewed")
        case "explain": language("判定の理由を尋ねる", "ask why")
        case "apply-policy": language("方針を適用する", "apply a policy")
        case "enrol": language("読取装置で証を読み取る", "read badges at a reader")
        case "order": language("その職に許された指示を出す", "give the orders of the office")
        default: written
        }
    }
    var headOfWhat: String {
        language("どの課等の長かを --department で書いてください。", "Say with --department whose head.")
    }
    var actingByWhat: String {
        language("代決の根拠を --basis で書いてください。", "Say with --basis by what the person acts.")
    }
}
