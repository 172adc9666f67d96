// SPDX-License-Identifier: Apache-2.0
import Documents
import Testing

/// Every requirement on who enters, and on what is kept of it, is played: what is allowed beside what is not.
@Suite struct RequirementTests {
    /// Those about which a scenario can say something; R21, R23 are about reports and retention.
    private static let numbers = [
        "R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R11", "R12", "R13",
        "R14", "R15", "R16", "R17", "R18", "R19", "R20", "R22", "R24", "R25", "R26", "R27", "R28",
        "R29", "R30", "R31", "R32",
    ]

    @Test(arguments: numbers)
    func `each requirement has a scenario that allows and refuses`(number: String) throws {
        let scenarios = try ScenarioFolder.files.map { try PlayedScenario.scenario($0) }
            .filter { $0.title.hasPrefix(number + " ") }
        #expect(!scenarios.isEmpty, "no title begins with \(number)")
        let answers = scenarios.map { Set($0.steps.compactMap(\.expectation.answer)) }
        let isBalanced = answers.contains { answers in
            !answers.isDisjoint(with: [.granted, .accepted])
                && !answers.isDisjoint(with: [.denied, .refused])
        }
        #expect(isBalanced, "\(number): nothing is refused, or nothing allowed")
    }

    @Test(arguments: ScenarioFolder.files)
    func `each scenario says what it is about, and on which article it rests`(
        file: String
    ) throws {
        let lines = try ScenarioFolder.text(file).split(separator: "\n")
        #expect(lines[0] == "# SPDX-License-Identifier: Apache-2.0")
        let comment = lines[1]
        #expect(comment.hasPrefix("# "), "\(file): the second line says on what it rests")
        let isNamed = comment.contains("条") || comment.contains("L")
        #expect(isNamed, "\(file): no article and no law in \(comment)")
        // Officers read them: the title is a Japanese sentence.
        let title = try PlayedScenario.scenario(file).title
        let index = try ScenarioFolder.text("README.md")
        #expect(index.contains("](\(file)) | \(title) |"), "README.md does not list \(file)")
        #expect(title.unicodeScalars.contains { (0x3040...0x30FF).contains($0.value) })
    }
}
