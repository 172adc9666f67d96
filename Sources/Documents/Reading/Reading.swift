// SPDX-License-Identifier: Apache-2.0
internal import Yams

/// The reading of one document: collects its mistakes and remembers where every field stands.
final class Reading {
    let source: Source
    /// The most mistakes that are listed (L14).
    static let mostMistakes = 1000
    private(set) var mistakes: [Mistake] = []
    private var rootNode: Node?
    private var silenced: Set<String> = []
    private var doubleKeys: [String: String] = [:]

    init(_ source: Source) {
        self.source = source
    }

    /// The document's root field.
    func root() throws(Mistakes) -> Field {
        var text = YAMLText(source)
        let node = try text.root()
        doubleKeys = text.doubleKeys
        rootNode = node
        return field(node, at: "")
    }

    func field(_ node: Node, at path: String) -> Field {
        Field(node: node, path: path, reading: self)
    }

    /// What a masked key was, where a key stands for one that is there twice.
    func original(ofMasked key: String) -> String? { doubleKeys[key] }

    func place(of node: Node) -> Place {
        Place(file: source.file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    /// Where a field stands: the field itself, or the nearest one around it that is there.
    func place(of path: String) -> Place {
        guard var node = rootNode else { return Place(file: source.file, line: 1, column: 1) }
        for step in path.split(whereSeparator: { $0 == "." || $0 == "[" }) {
            let inner: Node? =
                switch node {
                case .sequence(let sequence):
                    Int(step.dropLast()).flatMap {
                        sequence.indices.contains($0) ? sequence[$0] : nil
                    }
                case .mapping(let mapping):
                    mapping.first { $0.key.scalar?.string == String(step) }?.value
                default: nil
                }
            guard let inner else { break }
            node = inner
        }
        return place(of: node)
    }

    /// Whether so many mistakes were found that no more are looked for.
    var isFull: Bool { mistakes.count >= Self.mostMistakes }

    func note(_ kind: Mistake.Kind, at path: String, place: Place? = nil, _ wording: Wording) {
        guard !isFull else { return }
        mistakes.append(
            Mistake(
                place: place ?? self.place(of: path),
                path: path,
                english: wording.english,
                japanese: wording.japanese,
                kind: kind
            )
        )
    }

    /// Reads something whose content may be refused later: mistakes of its form are noted, the others handed back.
    func attempt<Value>(_ read: () -> Value) -> (value: Value, refused: [Mistake]) {
        let before = mistakes.count
        let value = read()
        let found = mistakes[before...]
        guard found.allSatisfy({ $0.kind != .form }) else { return (value, []) }
        let refused = found.filter { $0.kind == .content }
        mistakes.removeSubrange(before...)
        return (value, refused)
    }

    /// Whether a mistake was found at a path or under it.
    func isBroken(_ path: String) -> Bool {
        mistakes.contains { $0.path == path || $0.path.isUnder(path) }
    }

    /// Marks a field about which everything has been said elsewhere.
    func silence(_ path: String) { silenced.insert(path) }

    func isSilenced(_ path: String) -> Bool { silenced.contains(path) }

    /// Whether a mistake was found at a path, under it, or at what it is part of.
    func touches(_ path: String) -> Bool {
        isSilenced(path)
            || mistakes.contains {
                $0.path == path || $0.path.isUnder(path) || path.isUnder($0.path)
            }
    }

    /// The document, unless something in it was refused.
    func reviewed<Document>(_ document: Document?) throws(Mistakes) -> Reviewed<Document> {
        var mistakes = mistakes
        if isFull {
            let more = Mistakes(file: source.file, .more(than: mistakes.count)).all
            mistakes += more
        }
        let found = Mistakes(mistakes)
        guard let document, found.grave.isEmpty else { throw found }
        return Reviewed(document, warnings: found.all)
    }
}

extension String {
    /// Whether this path is of a part of another path's field.
    func isUnder(_ path: String) -> Bool {
        guard hasPrefix(path) else { return false }
        guard !path.isEmpty else { return !isEmpty }
        let rest = dropFirst(path.count)
        return rest.hasPrefix(".") || rest.hasPrefix("[")
    }
}
