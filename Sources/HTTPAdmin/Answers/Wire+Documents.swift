// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Documents

extension MistakeReply {
    /// A mistake of a document, without the file's name: the client knows it better.
    init(_ mistake: Mistake) {
        self.init(
            line: mistake.place.line,
            column: mistake.place.column,
            path: mistake.path.isEmpty ? nil : mistake.path,
            english: mistake.english,
            japanese: mistake.japanese,
            isWarning: mistake.isWarning
        )
    }

    /// A mistake that the ledger found, by its path.
    init(_ fault: PolicyFault) {
        self.init(
            path: fault.path,
            english: fault.english,
            japanese: fault.japanese,
            isWarning: fault.isWarning
        )
    }
}

extension PolicyChange {
    /// A difference, as the wire says it.
    init(_ difference: PolicyDifference) {
        let kind = difference.kind.rawValue
        switch difference.change {
        case .added: self.init(kind: kind, id: difference.id, change: .added)
        case .removed: self.init(kind: kind, id: difference.id, change: .removed)
        case .changed(let fields):
            self.init(
                kind: kind,
                id: difference.id,
                change: .changed,
                fields: fields.map { Field(key: $0.key, old: $0.old, new: $0.new) }
            )
        }
    }
}
