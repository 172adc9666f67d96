// SPDX-License-Identifier: Apache-2.0
import Access

/// Makes a FeliCa Lite-S card a badge of this building: gives it a key of its own and locks it.
///
/// A fresh card gets version and key, proves that it knows the key, and only then is locked: a card
/// that left in between is open still, and is written anew the next time. A card that is locked
/// with a key of ours gets the newest, by MAC; if it leaves in between, the next time tells by which
/// key it is known. At the end each card is read back and proved once more.
struct FeliCaIssuing: Sendable {
    private let card: FeliCaCard
    private let reading: BadgeReading
    private let keys: CardKeys
    private let newest: UInt16
    private let challenge: @Sendable () -> [UInt8]
    private var state = State.begins
    private var repeats = 0
    private var last: [UInt8] = []
    private var id: [UInt8] = []
    /// Whether anything on the card may have been changed.
    private(set) var hasWritten = false

    /// What comes next.
    enum Step {
        case exchange([UInt8], within: Duration)
        case end(CardIssue)
    }

    private enum State: Sendable {
        case begins
        case configuration
        case proof(CardProof, of: Aim)
        case count(before: Change, CardSession)
        case writing(Change)
        case readingBack(MemoryConfiguration)
    }

    /// What a proof is to show.
    private enum Aim: Sendable {
        /// By which key of ours a locked card is known.
        case whose(MemoryConfiguration)
        /// That the key is on the open card.
        case written(MemoryConfiguration)
        /// That the new key is on the locked card.
        case changed
        /// That all is well.
        case done
    }

    /// What is written.
    private enum Change: Sendable {
        case version(MemoryConfiguration?)
        case key(MemoryConfiguration?)
        case lock(MemoryConfiguration)
    }

    /// An issue that has not begun.
    ///
    /// - Returns: `nil` without a key.
    init?(
        _ card: FeliCaCard,
        reading: BadgeReading,
        keys: CardKeys,
        challenge: @escaping @Sendable () -> [UInt8]
    ) {
        guard let newest = keys.newest else { return nil }
        self.card = card
        self.reading = reading
        self.keys = keys
        self.newest = newest
        self.challenge = challenge
    }

    /// Takes what the card answered; `nil` at the beginning.
    mutating func next(after reply: [UInt8]?) -> Step {
        do throws(Failure) {
            return try step(after: reply)
        } catch {
            return .end(.failed(CardFailure(error.cause, isHalfWritten: hasWritten)))
        }
    }

    private struct Failure: Error {
        let cause: CardFailure.Cause
    }

    private mutating func step(after reply: [UInt8]?) throws(Failure) -> Step {
        if let reply, reply.isEmpty, mayRepeat {
            repeats += 1
            return .exchange(last, within: CardProof.writing)
        }
        switch state {
        case .begins:
            guard card.isLiteS else { throw Failure(cause: .notLiteS) }
            state = .configuration
            return read(LiteSBlock.configuration, LiteSBlock.id)
        case .configuration:
            let blocks = try blocks(2, in: reply)
            let configuration = MemoryConfiguration(blocks[0])
            id = blocks[1]
            guard !configuration.isOpen else { return try write(.version(configuration)) }
            return try prove(.whose(configuration))
        case .proof(var proof, let aim):
            switch proof.next(after: reply) {
            case .exchange(let frame, let time):
                state = .proof(proof, of: aim)
                return .exchange(frame, within: time)
            case .failed(let flaw): throw Failure(cause: Self.cause(flaw))
            case .answered(let answer): return try answered(answer, aim)
            }
        case .count(let change, let session):
            return try write(
                change,
                in: session,
                after: Array(try blocks(1, in: reply)[0].prefix(3))
            )
        case .writing(let change): return try written(change, reply)
        case .readingBack(let expected):
            guard MemoryConfiguration(try blocks(1, in: reply)[0]) == expected else {
                throw Failure(cause: .notLocked)
            }
            return try prove(.done)
        }
    }

    // MARK: What a proof shows

    private mutating func answered(
        _ answer: CardProof.Answer,
        _ aim: Aim
    ) throws(Failure) -> Step {
        switch aim {
        case .whose(let configuration):
            let candidates = [answer.keyVersion] + keys.versions.reversed()
            for version in candidates {
                guard let session = try session(answer, under: version) else { continue }
                if version != newest || answer.keyVersion != newest {
                    guard configuration.letsKeyChange else { throw Failure(cause: .keyFixed) }
                }
                if version != newest { return count(before: .key(nil), session) }
                if answer.keyVersion != newest { return count(before: .version(nil), session) }
                return .end(.written(reading.authenticated, keyVersion: newest))
            }
            throw Failure(cause: .foreignKey)
        case .written(let configuration):
            guard try session(answer, under: newest) != nil else {
                throw Failure(cause: .notProved)
            }
            return try write(.lock(configuration.locked))
        case .changed:
            guard let session = try session(answer, under: newest) else {
                throw Failure(cause: .notProved)
            }
            return count(before: .version(nil), session)
        case .done:
            guard answer.keyVersion == newest, try session(answer, under: newest) != nil else {
                throw Failure(cause: .notProved)
            }
            return .end(.written(reading.authenticated, keyVersion: newest))
        }
    }

    /// What the card and we have in common under a version's key, if the card knows that.
    private func session(
        _ answer: CardProof.Answer,
        under version: UInt16
    ) throws(Failure) -> CardSession? {
        let key = keys.cardKey(version: version, idm: card.idm, id: answer.id)
        guard let key else { return nil }
        do throws(CryptoFault) {
            return try answer.isProved(by: key) ? try answer.session(under: key) : nil
        } catch {
            throw Failure(cause: .cipher("\(error)"))
        }
    }

    // MARK: What is said to the card

    private mutating func prove(_ aim: Aim) throws(Failure) -> Step {
        var proof = CardProof(of: card.idm, challenge: challenge())
        let step = proof.next(after: nil)
        state = .proof(proof, of: aim)
        guard case .exchange(let frame, let time) = step else {
            throw Failure(cause: .notProved)
        }
        return .exchange(frame, within: time)
    }

    private mutating func count(before change: Change, _ session: CardSession) -> Step {
        state = .count(before: change, session)
        return read(LiteSBlock.writeCount)
    }

    /// Writes to an open card.
    private mutating func write(_ change: Change) throws(Failure) -> Step {
        switch change {
        case .version: return write(change, [(LiteSBlock.keyVersion, version)])
        case .key: return write(change, [(LiteSBlock.key, try keyBlock())])
        case .lock(let configuration):
            return write(change, [(LiteSBlock.configuration, configuration.bytes)])
        }
    }

    /// Writes to a locked card.
    private mutating func write(
        _ change: Change,
        in session: CardSession,
        after count: [UInt8]
    ) throws(Failure) -> Step {
        let (block, content): (UInt8, [UInt8])
        switch change {
        case .version: (block, content) = (LiteSBlock.keyVersion, version)
        case .key: (block, content) = (LiteSBlock.key, try keyBlock())
        case .lock: throw Failure(cause: .notLocked)
        }
        do throws(CryptoFault) {
            let mac = try session.mac(writing: content, to: block, after: count)
            let beside = mac + count + [0, 0, 0, 0, 0]
            return write(change, [(block, content), (LiteSBlock.writeMAC, beside)])
        } catch {
            throw Failure(cause: .cipher("\(error)"))
        }
    }

    private mutating func write(_ change: Change, _ blocks: [(UInt8, [UInt8])]) -> Step {
        state = .writing(change)
        hasWritten = true
        return say(BlockCommand.writing(blocks.map { ($0, $1) }, to: card.idm))
    }

    private mutating func written(_ change: Change, _ reply: [UInt8]?) throws(Failure) -> Step {
        // Whether the lock closed is told by what is read back, also where its answer was lost.
        if case .lock(let configuration) = change, reply?.isEmpty ?? true {
            state = .readingBack(configuration)
            return read(LiteSBlock.configuration)
        }
        do throws(BlockCommand.Flaw) {
            try BlockCommand.confirm(reply ?? [], from: card.idm)
        } catch {
            throw Failure(cause: Self.cause(error))
        }
        switch change {
        case .version(let configuration?): return try write(.key(configuration))
        case .version(nil): return try prove(.done)
        case .key(let configuration?):
            return try prove(.written(configuration))
        case .key(nil): return try prove(.changed)
        case .lock(let configuration):
            state = .readingBack(configuration)
            return read(LiteSBlock.configuration)
        }
    }

    private mutating func read(_ blocks: UInt8...) -> Step {
        say(BlockCommand.reading(blocks, from: card.idm))
    }

    private mutating func say(_ frame: [UInt8]) -> Step {
        (last, repeats) = (frame, 0)
        return .exchange(frame, within: CardProof.writing)
    }

    /// Whether the last command may be said again: what is written with a MAC, or closes the lock,
    /// may have been done although its answer was lost.
    private var mayRepeat: Bool {
        guard repeats < CardProof.patience else { return false }
        switch state {
        case .begins, .proof, .writing(.lock), .writing(.version(nil)), .writing(.key(nil)):
            return false
        case .configuration, .count, .writing, .readingBack: return true
        }
    }

    private func blocks(_ count: Int, in reply: [UInt8]?) throws(Failure) -> [[UInt8]] {
        do throws(BlockCommand.Flaw) {
            return try BlockCommand.blocks(count, in: reply ?? [], from: card.idm)
        } catch {
            throw Failure(cause: Self.cause(error))
        }
    }

    private func keyBlock() throws(Failure) -> [UInt8] {
        guard let key = keys.cardKey(version: newest, idm: card.idm, id: id) else {
            throw Failure(cause: .cipher("no card key of version \(newest) can be derived"))
        }
        return key.block
    }

    private var version: [UInt8] {
        [UInt8(newest & 0xFF), UInt8(newest >> 8)] + [UInt8](repeating: 0, count: 14)
    }

    private static func cause(_ flaw: BlockCommand.Flaw) -> CardFailure.Cause {
        switch flaw {
        case .silence: .left
        case .damage, .refusal: .refused("\(flaw)")
        }
    }
}
