// SPDX-License-Identifier: Apache-2.0

/// One internal authentication of a FeliCa Lite-S card: our challenge, then its ID, the version of
/// its key, and the MAC that only who knows the key can have made of both and of the challenge.
struct CardProof {
    private let idm: [UInt8]
    private let challenge: [UInt8]
    private var hasChallenged = false
    private var repeats = 0

    /// How often a command is said again to a card that was not understood.
    static let patience = 1
    /// How long a card may take to read, and to write.
    static let reading = Duration.milliseconds(60)
    static let writing = Duration.milliseconds(120)

    /// What comes next.
    enum Step {
        case exchange([UInt8], within: Duration)
        case answered(Answer)
        case failed(BlockCommand.Flaw)
    }

    /// What the card says of itself; to be believed only after ``isProved(by:)``.
    struct Answer {
        let id: [UInt8]
        let keyVersion: UInt16
        private let given: [UInt8]
        private let mac: [UInt8]
        private let challenge: [UInt8]

        fileprivate init(_ blocks: [[UInt8]], to challenge: [UInt8]) {
            id = blocks[0]
            keyVersion = UInt16(blocks[1][0]) | UInt16(blocks[1][1]) << 8
            given = blocks[0] + blocks[1]
            mac = Array(blocks[2].prefix(8))
            self.challenge = challenge
        }

        /// What the card and we have in common, if this is its key.
        func session(under key: CardKey) throws(CryptoFault) -> CardSession {
            try CardSession(key, challenge: challenge)
        }

        /// Whether the card knows this key.
        func isProved(by key: CardKey) throws(CryptoFault) -> Bool {
            isSame(try session(under: key).mac(over: given), mac)
        }
    }

    /// A proof that has not begun; a challenge serves once.
    init(of idm: [UInt8], challenge: [UInt8]) {
        precondition(challenge.count == CardSession.challengeLength, "no challenge")
        self.idm = idm
        self.challenge = challenge
    }

    /// Takes what the card answered; `nil` at the beginning.
    mutating func next(after reply: [UInt8]?) -> Step {
        guard let reply else { return question }
        do throws(BlockCommand.Flaw) {
            guard hasChallenged else {
                try BlockCommand.confirm(reply, from: idm)
                (hasChallenged, repeats) = (true, 0)
                return question
            }
            return .answered(
                Answer(try BlockCommand.blocks(3, in: reply, from: idm), to: challenge)
            )
        } catch .silence where repeats < Self.patience {
            repeats += 1
            return question
        } catch {
            return .failed(error)
        }
    }

    private var question: Step {
        hasChallenged
            ? .exchange(
                BlockCommand.reading(
                    [LiteSBlock.id, LiteSBlock.keyVersion, LiteSBlock.mac],
                    from: idm
                ),
                within: Self.reading
            )
            : .exchange(
                BlockCommand.writing(
                    [(LiteSBlock.challenge, halvesReversed(challenge))],
                    to: idm
                ),
                within: Self.writing
            )
    }
}
