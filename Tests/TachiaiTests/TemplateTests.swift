// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Testing

@testable import tachiai

@Suite struct TemplateTests {
    @Test(arguments: Language.allCases)
    func `R05: the policy to begin with loads without a word, with the three rooms of Article 28`(
        _ language: Language
    ) throws {
        let tokyo = try #require(BoardCalendar(zone: "Asia/Tokyo"))
        let source = Source(file: "t.yaml", text: Words(language: language).policyTemplate)
        let reviewed = try PolicyDocument.read(source, in: tokyo)
        #expect(reviewed.warnings.map(\.englishLine) == [])
        #expect(reviewed.document.rooms.map(\.name) == ["サーバ室", "モニター室", "支所サーバ室"])
        #expect(reviewed.document.rooms.map(\.site) == ["main", "main", "branch"])
    }
}
