// SPDX-License-Identifier: Apache-2.0
internal import Yams

/// A source's text on its way to YAML nodes: what YAML itself would trip over is said in our own words.
struct YAMLText {
    private let source: Source
    /// The text, in which the first of each pair of double keys is masked.
    private var text: String
    /// What was masked, by its mask.
    private(set) var doubleKeys: [String: String] = [:]

    init(_ source: Source) {
        self.source = source
        text = source.text
    }

    /// The one document's root.
    mutating func root() throws(Mistakes) -> Node {
        try examine()
        while true {
            do {
                // Without resolving rules every scalar is text: what it is, its reader says.
                guard let node = try compose(yaml: text, .basic), !node.isNull else {
                    throw Mistakes(file: source.file, .empty)
                }
                return node
            } catch let mistakes as Mistakes {
                throw mistakes
            } catch let error as YamlError {
                guard mask(error) else { throw mistakes(error) }
            } catch {
                throw Mistakes(file: source.file, .yaml("\(error)"))
            }
        }
    }

    // MARK: What YAML is not asked

    /// Refuses what could tie the parser up or would be read as something else.
    private func examine() throws(Mistakes) {
        guard text.utf8.count <= Source.largest else {
            throw Mistakes(file: source.file, .tooLarge(text.utf8.count, most: Source.largest))
        }
        var mistakes: [Mistake] = []
        var anchors = 0
        var aliases = 0
        var position = Position()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&" where position.beginsToken: anchors += 1
            case "*" where position.beginsToken: aliases += 1
            case "\t" where position.isIndentation && !position.isNoted:
                position.isNoted = true
                mistakes += self.mistakes(at: position, .tab)
            default:
                if scalar.isForbidden && mistakes.count < 20 {
                    mistakes += self.mistakes(at: position, .control(scalar.value))
                }
            }
            position.pass(scalar)
        }
        if Self.expansion(anchors: anchors, aliases: aliases) > 1_000_000 {
            mistakes += Mistakes(file: source.file, .tooManyAliases).all
        }
        guard mistakes.isEmpty else { throw Mistakes(mistakes) }
    }

    private func mistakes(at position: Position, _ wording: Wording) -> [Mistake] {
        Mistakes(file: source.file, line: position.line, column: position.column, wording).all
    }

    /// The most nodes that so many anchors and aliases can stand for when each holds the one before.
    static func expansion(anchors: Int, aliases: Int) -> Double {
        guard anchors > 0 else { return 0 }
        let each = Double(aliases) / Double(anchors) + 1
        var product = 1.0
        for _ in 0..<min(anchors, 64) { product *= each }
        return anchors == 1 ? 0 : product
    }

    /// A place in the text while it is walked through.
    private struct Position {
        var line = 1
        var column = 1
        var isIndentation = true
        var isNoted = false
        private var last: Unicode.Scalar = "\n"

        /// Whether an indicator here can begin an anchor or alias.
        var beginsToken: Bool { " \t\n\r[{,:?-".unicodeScalars.contains(last) }

        mutating func pass(_ scalar: Unicode.Scalar) {
            if scalar == "\n" {
                self = Position(line: line + 1)
                return
            }
            column += 1
            if scalar != " " && scalar != "\t" { isIndentation = false }
            last = scalar
        }

        init(line: Int = 1) {
            self.line = line
        }
    }

    // MARK: Double keys

    /// Masks the first of two keys that are the same, so that the rest of the file can be read too.
    private mutating func mask(_ error: YamlError) -> Bool {
        guard case .duplicatedKeysInMapping(let keys, let context) = error, let key = keys.first,
            !key.isEmpty, doubleKeys.count < 200,
            let mask = Unicode.Scalar(UInt32(0xE000 + doubleKeys.count))
        else { return false }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.indices.contains(context.mark.line - 1) else { return false }
        var scalars = Array(lines[context.mark.line - 1].unicodeScalars)
        var start = context.mark.column - 1
        if scalars.indices.contains(start), "\"'".unicodeScalars.contains(scalars[start]) {
            start += 1
        }
        let end = start + key.unicodeScalars.count
        guard end <= scalars.count, Array(scalars[start..<end]) == Array(key.unicodeScalars) else {
            return false
        }
        let masked = Array(repeating: mask, count: end - start)
        scalars.replaceSubrange(start..<end, with: masked)
        lines[context.mark.line - 1] = Self.string(scalars)
        text = lines.joined(separator: "\n")
        doubleKeys[Self.string(masked)] = key
        return true
    }

    private static func string(_ scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    // MARK: What YAML says

    private func mistakes(_ error: YamlError) -> Mistakes {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            return Mistakes(
                file: source.file,
                line: mark.line,
                column: mark.column,
                .yaml(problem)
            )
        case .composer(_, let problem, let mark, _):
            let isSecond = problem.contains("another document")
            return Mistakes(
                file: source.file,
                line: mark.line,
                column: mark.column,
                isSecond ? .severalDocuments : .yaml(problem)
            )
        case .duplicatedKeysInMapping(let keys, let context):
            return Mistakes(
                file: source.file,
                line: context.mark.line,
                column: context.mark.column,
                .doubleKey(keys.first ?? "")
            )
        case .memory: return Mistakes(file: source.file, .tooDeep)
        case .reader(let problem, _, _, _): return Mistakes(file: source.file, .yaml(problem))
        default: return Mistakes(file: source.file, .yaml("it could not be read"))
        }
    }
}

extension Unicode.Scalar {
    /// Whether the character has no business in a document: controls, other line ends, our own masks.
    fileprivate var isForbidden: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xE000..<0xE100, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
