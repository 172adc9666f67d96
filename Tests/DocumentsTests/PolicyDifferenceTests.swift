// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Testing

struct PolicyDifferenceTests {
    @Test func `a policy does not differ from itself`() throws {
        #expect(try policy(section8).differences(to: policy(section8)) == [])
    }

    @Test(arguments: [
        ("capacity: 8 ", "capacity: 9 ", "~ room server-4f: capacity 8 → 9"),
        ("capacity: 8 ", "# ", "~ room server-4f: capacity 8 → nothing"),
        ("name: 税務課", "name: 課税課", "~ department zeimu: name 税務課 → 課税課"),
        ("holidays: [2026-04-29]", "holidays: []", "- holiday 2026-04-29"),
        ("entries: 1 ", "entries: unlimited ", "~ visit A-2026-014: entries 1 → unlimited"),
        ("\"482137\"", "\"000000\"", "~ person 100123: pin •••• → ••••"),
        (
            "\"012E3D4C5B6A7988\"", "\"012E3D4C5B6A7989\"",
            "~ person 100123: badges [•••• staff active] → [•••• staff active]"
        ),
        (
            "status: active", "status: lost",
            "~ person V-001: badges [•••• visitor active] → [•••• visitor lost]"
        ),
        (
            "until: 2026-08-16", "until: 2026-08-17",
            "~ appointment acting-information-officer 100002: until 2026-08-16 → 2026-08-17"
        ),
        (
            "    until: 2027-03-31 ", "    until: 2026-09-30 ",
            "~ designation D-2026-001: until 2027-03-31 → 2026-09-30"
        ),
        ("id: A-2026-014", "id: A-2026-015", "- visit A-2026-014 + visit A-2026-015"),
    ])
    func `a changed value is told by its row and key`(
        _ old: String,
        _ new: String,
        _ line: String
    ) throws {
        let differences = try policy(section8).differences(to: policy(section8([(old, new)])))
        #expect(differences.map(\.english).joined(separator: " ") == line)
    }

    @Test func `L10 a difference shows no badge number and no PIN`() throws {
        let differences =
            try policy(section8).differences(to: Policy())
            + Policy().differences(to: policy(section8))
            + policy(section8).differences(
                to: policy(section8([("482137", "482139"), ("012E3D4C", "112E3D4C")]))
            )
        #expect(differences.count > 20)
        for difference in differences {
            for text in [difference.english, difference.japanese] {
                #expect(!text.contains("48213") && !text.contains("2E3D4C"))
            }
        }
    }
}
