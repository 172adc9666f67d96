// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// Which badge it is that somebody holds in their hand.
extension BadgeAnswers {
    func recognised(_ call: Call, _ asked: BadgeReadRequest) async throws -> BadgeReadReply {
        let reading =
            if let read = asked.reading {
                try BadgeReading(read)
            } else {
                try await nextBadge(at: badgeReader(asked.reader ?? ""), within: asked.seconds)
            }
        var reply = BadgeReadReply(mayBeIssued: reading.obstacle == nil)
        reply.obstacle = reading.obstacle?.rawValue
        reply.technology = reading.technology.word
        reply.systemCode = reading.technology.systemCode
        reply.assurance = reading.assurance.rawValue
        if reading.obstacle == nil {
            // A badge that may be given out is remembered by its fingerprint.
            reply.fingerprint = try await parts.registry.recognise(reading.number).fingerprint
                .description
        }
        let known = try await parts.registry.badge(.number(reading.number))
        reply.fingerprint = reply.fingerprint ?? known?.fingerprint.description
        reply.person = known?.person.text
        reply.status = known?.badge.status.rawValue
        return reply
    }

    /// A reader at which a badge can be presented.
    func badgeReader(_ name: String) async throws -> ReaderID {
        let readers = await parts.desk.status().badgeReaders
        guard readers.contains(ReaderID(name)) else {
            throw Problem.unknown("reader", "読取装置", among: readers.map(\.text).sorted())
        }
        return ReaderID(name)
    }

    private func nextBadge(
        at reader: ReaderID,
        within seconds: Int?
    ) async throws -> BadgeReading {
        let patience = patience(seconds)
        guard let badge = await parts.desk.nextBadge(at: reader, within: patience) else {
            throw Problem(
                .noBadge,
                detail: "No badge was presented within \(patience.components.seconds) seconds.",
                japanese: "\(patience.components.seconds)秒以内に証がかざされませんでした。"
            )
        }
        return badge
    }
}

extension BadgeReading {
    /// What the caller's own reader has read.
    fileprivate init(_ row: BadgeReadingRow) throws {
        guard let number = BadgeNumber(row.number),
            let assurance = Assurance(rawValue: row.assurance),
            let permanence = Permanence(rawValue: row.permanence)
        else {
            throw Problem.malformed("The reading is not understood.", "読取りの内容が分かりません。")
        }
        guard let technology = BadgeTechnology(row.technology, systemCode: row.systemCode) else {
            throw Problem(
                .unfit,
                detail: "A FeliCa card is read under a system code, and no other card is: "
                    + "send 'systemCode' with 'felica' alone.",
                japanese: "システムコードは FeliCa のカードだけにあります。"
                    + "「systemCode」は「felica」と共に、そのときだけ送ってください。"
            )
        }
        self.init(number, technology: technology, assurance: assurance, permanence: permanence)
    }
}

extension BadgeTechnology {
    /// Reads the wire's word; only FeliCa has a system code.
    fileprivate init?(_ word: String, systemCode: String?) {
        switch (word, systemCode.flatMap(Badge.systemCode)) {
        case ("felica", let code?): self = .feliCa(systemCode: code)
        case ("number", nil): self = .number
        case ("type-a", nil): self = .typeA
        case ("type-b", nil): self = .typeB
        default: return nil
        }
    }

    /// The word by which the wire knows it.
    var word: String {
        switch self {
        case .number: "number"
        case .feliCa: "felica"
        case .typeA: "type-a"
        case .typeB: "type-b"
        }
    }

    /// The system code, as the wire has it.
    var systemCode: String? {
        guard case .feliCa(let code) = self else { return nil }
        return code.systemCode
    }
}
