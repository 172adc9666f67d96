// SPDX-License-Identifier: Apache-2.0
internal import Access

/// An order that is refused, before anything of it has changed.
struct OrderRefused: Error {
    let refusal: OrderRefusal

    /// What it names is not there, or not in a state for it.
    static func unfit(_ english: String, _ japanese: String) -> Self {
        Self(refusal: .unfit(english: english, japanese: japanese))
    }

    /// The policy document would refuse it as well.
    static func faults(_ faults: [PolicyFault]) -> Self { Self(refusal: .faults(faults)) }

    static let notAllowed = Self(refusal: .notAllowed)
    static let changedMeanwhile = Self(refusal: .changedMeanwhile)
}

extension OrderRefusal {
    /// What the journal says of it; a sentence stands in English, and on the next line in Japanese.
    var text: String {
        switch self {
        case .notAllowed: "not-allowed"
        case .unfit(let english, let japanese): "unfit: \(english)\n\(japanese)"
        case .faults(let faults):
            Self.cut(
                "faults: " + faults.map { "\($0.path): \($0.english)" }.joined(separator: "; ")
            )
                + "\n" + Self.cut(faults.map(\.japanese).joined(separator: " "))
        case .changedMeanwhile: "changed-meanwhile"
        case .keyReused: "key-reused"
        }
    }

    /// Neither language takes the other's room in the record.
    private static func cut(_ sentences: String) -> String {
        String(sentences.prefix(JournalBody.longestText / 2 - 1))
    }
}

extension OrderOutcome {
    /// The outcome without what it asks of anybody: of a trial, which asks nothing.
    var withoutEffect: OrderOutcome {
        if case .accepted(let record, _) = self { .accepted(record, nil) } else { self }
    }
}
