// SPDX-License-Identifier: Apache-2.0
internal import Yams

/// A mapping whose keys are known: it has noted those that are not, and those that are there twice.
struct Row {
    /// The mapping itself.
    let field: Field
    private let fields: [String: Field]

    init(_ mapping: Node.Mapping, of field: Field, keys: [String]) {
        self.field = field
        var fields: [String: Field] = [:]
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                field.reading.note(
                    .form,
                    at: field.path,
                    place: field.reading.place(of: key),
                    .wrongType("a list or mapping", expected: "a key", "キー")
                )
                continue
            }
            let path = field.path.isEmpty ? scalar.string : "\(field.path).\(scalar.string)"
            if let original = field.reading.original(ofMasked: scalar.string) {
                let path = field.path.isEmpty ? original : "\(field.path).\(original)"
                let later = mapping.first { $0.key.scalar?.string == original }?.key ?? key
                let place = field.reading.place(of: later)
                field.reading.note(.form, at: path, place: place, .doubleKey(original))
            } else if keys.contains(scalar.string) {
                fields[scalar.string] = field.reading.field(value, at: path)
            } else {
                let nearest = scalar.string.nearest(among: keys)
                if let nearest, !mapping.contains(where: { $0.key.scalar?.string == nearest }) {
                    // Meant to be this key: that it is missing needs no second line.
                    field.reading.silence(field.path.isEmpty ? nearest : "\(field.path).\(nearest)")
                }
                field.reading.note(
                    .form,
                    at: path.prefixed,
                    place: field.reading.place(of: key),
                    .unknownKey(scalar.string.prefixed, nearest: nearest, allowed: keys)
                )
            }
        }
        self.fields = fields
    }

    /// A field that may be left out.
    subscript(key: String) -> Field? { fields[key] }

    /// A field that must be there.
    func required(_ key: String) -> Field? {
        if let field = fields[key] { return field }
        let path = field.path.isEmpty ? key : "\(field.path).\(key)"
        if !field.reading.isSilenced(path) {
            field.reading.note(.content, at: path, .missingKey(key))
        }
        return nil
    }

    /// The keys that are there, of some.
    func present(_ keys: [String]) -> [String] { keys.filter { fields[$0] != nil } }
}
