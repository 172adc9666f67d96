// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
import Testing

struct DemoTests {
    @Test func `the demo policy loads without a word`() throws {
        let source = try repositoryFile("Config/demo-policy.yaml")
        let reviewed = try PolicyDocument.read(source, in: tokyo())
        #expect(reviewed.warnings.map(\.englishLine) == [])
        #expect(reviewed.document.people.count == 29)
        #expect(reviewed.document.designations.count == 11)
    }
}
