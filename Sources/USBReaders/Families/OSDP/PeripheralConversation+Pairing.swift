// SPDX-License-Identifier: Apache-2.0
import Access

/// An order to pair that is being carried out.
struct PairingInProgress {
    /// When it is given up.
    let until: Instant
    /// The new key, once it is drawn.
    var key: ReaderKey?
    /// Whether it is kept where it survives a crash: before that the peripheral does not get it.
    var isKept = false

    /// The key that the peripheral is to be given now.
    var keyToGive: ReaderKey? { isKept ? key : nil }
}

extension PeripheralConversation {
    /// Begins to pair: the key that every new reader has opens a channel, for this time alone.
    ///
    /// A reader that is paired already gets its new key through a channel under the old one, where
    /// it still knows that one.
    mutating func pair(until: Instant, at now: Instant) {
        pairing = PairingInProgress(until: until)
        tell(.begun, at: now)
        keysChanged()
        if case .online(_, let key) = stage {
            advancePairing(under: key, at: now)
        } else {
            drop(Self.silent, pausing: .zero, at: now)
        }
    }

    /// A channel stands: what that means for pairing.
    mutating func advancePairing(under key: ReaderKey, at now: Instant) {
        if key == keys.pending {
            keys = KnownKeys(own: key)
            move(.settle(peripheral.id))
            if pairing != nil { tell(.paired, at: now) }
            pairing = nil
        } else if key == keys.own, pairing == nil {
            // What a broken pairing left was never taken.
            keys.pending = nil
        }
        guard let pairing, pairing.key == nil, let key = ReaderKey(own: draw(16)) else { return }
        self.pairing?.key = key
        move(.keep(key, peripheral.id))
    }

    /// The new key is kept, or could not be.
    mutating func kept(_ fault: String?, at now: Instant) {
        guard let key = pairing?.key else { return }
        if let fault {
            pairingFailed(fault, at: now)
            return
        }
        keys.pending = key
        pairing?.isKept = true
        hurry(at: now)
    }

    /// It has answered to its new key.
    mutating func keyAnswered(_ reply: OSDPReply?, at now: Instant) {
        if case .refused(let reason)? = reply {
            keys.pending = nil
            move(.discard(peripheral.id))
            pairingFailed("it refuses a new key (NAK \(reason))", at: now)
        } else {
            // Whether it has taken it, the next handshake tells.
            keysChanged()
            drop("it has a new key", pausing: OSDPTiming.pause, at: now)
        }
    }

    /// Gives up, and goes back to what was before.
    mutating func pairingFailed(_ text: String, at now: Instant) {
        guard pairing != nil else { return }
        pairing = nil
        tell(.failed(text), at: now)
        keysChanged()
        drop(candidates.isEmpty ? Self.unpaired : text, at: now)
    }

    private mutating func tell(_ pairing: Pairing, at now: Instant) {
        move(.say(Read(reader: peripheral.id, content: .pairing(pairing), instant: now)))
    }
}
