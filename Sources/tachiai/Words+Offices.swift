// SPDX-License-Identifier: Apache-2.0
import Access

/// What is said about offices and who holds them.
extension Words {
    func askAppoint(_ person: String, _ office: String) -> String {
        language("\(person) を \(office) に就けますか。", "Appoint \(person) to be \(office)?")
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
    var headOfWhat: String {
        language("どの課等の長かを --department で書いてください。", "Say with --department whose head.")
    }
    var actingByWhat: String {
        language("代決の根拠を --basis で書いてください。", "Say with --basis by what the person acts.")
    }
}
