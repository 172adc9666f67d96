// SPDX-License-Identifier: Apache-2.0
import Testing

/// One word for one thing (DESIGN §2): the glossary, the types and the sentences belong together.
@Suite struct WordTests {
    private static let catalogue = "Sources/Access/Access.docc/"

    private static func document(_ name: String) -> Repository.File? {
        Repository.documents.first { $0.path == catalogue + name }
    }

    private var core: [Repository.File] { Repository.sources.filter { $0.room == "Access" } }

    /// The words in code marks of the glossary's third column.
    private func words(in document: Repository.File) -> [String] {
        document.lines.filter { $0.hasPrefix("|") && $0.contains("`") }.flatMap { row in
            let columns = row.split(separator: "|", omittingEmptySubsequences: false)
            guard columns.count > 3 else { return [String]() }
            return columns[3].split(separator: "`").enumerated()
                .filter { $0.offset % 2 == 1 }.map { String($0.element) }
        }
    }

    private static let declared: Set<String> = {
        let kinds = "struct|enum|class|actor|protocol|typealias|func|case|var|let"
        let finds = try? Repository.sources.flatMap { try $0.finds(of: "\\b(?:\(kinds)) `?(\\w+)") }
        return Set(finds ?? [])
    }()

    @Test func `every type of the glossary exists`() throws {
        let glossary = try #require(Self.document("Glossary.md"))
        let words = words(in: glossary)
        #expect(words.count > 40)
        #expect(words.filter { !Self.declared.contains($0) } == [])
    }

    @Test func `every public type of the core is in the glossary`() throws {
        let glossary = try #require(Self.document("Glossary.md"))
        let known = Set(words(in: glossary))
        let pattern = #"^public (?:final )?(?:struct|enum|class|actor|protocol) (\w+)"#
        let types = try core.flatMap { try $0.finds(of: pattern) }
        #expect(types.count > 40)
        #expect(types.filter { !known.contains($0) } == [])
    }

    @Test(arguments: ["Reason", "Alarm", "RecordKind"])
    func `every reason, alarm and kind of record is named in both languages`(type: String) throws {
        let declaring = try #require(
            core.first { $0.text.contains("public enum \(type): String") }
        )
        let body = declaring.text.components(after: "public enum \(type): String")
        let cases = body.split(separator: "\n").prefix { !$0.hasPrefix("}") }.compactMap { line in
            let words = line.split(separator: " ")
            return words.first == "case" ? words.dropFirst().first.map(String.init) : nil
        }
        #expect(cases.count > 10)
        let file = type == "Reason" ? "Rule/Reason.swift" : "Journal/Names.swift"
        let naming = try #require(core.first { $0.path.hasSuffix(file) }).text
        for name in cases {
            let entry = naming.components(after: "case .\(name):")
            let text = entry.prefix(400)
            #expect(text.contains { $0.isJapanese } && text.contains { $0.isASCII && $0.isLetter })
        }
    }

    @Test(arguments: ["Access.md", "Glossary.md", "Threats.md"])
    func `the catalogue holds the tour, the words and the threats`(name: String) {
        #expect((Self.document(name)?.lines.count ?? 0) > 20)
    }
}

extension String {
    /// What follows the first occurrence of a text; nothing where there is none.
    fileprivate func components(after text: String) -> Substring {
        guard let range = firstRange(of: text) else { return "" }
        return self[range.upperBound...]
    }
}

extension Character {
    fileprivate var isJapanese: Bool {
        unicodeScalars.contains { (0x3040...0x9FFF).contains($0.value) }
    }
}
