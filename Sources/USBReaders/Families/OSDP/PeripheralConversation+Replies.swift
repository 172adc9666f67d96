// SPDX-License-Identifier: Apache-2.0
import Access

extension PeripheralConversation {
    /// Takes a frame that came from its address.
    ///
    /// - Returns: whether the line is free again.
    mutating func received(_ frame: OSDPFrame, at now: Instant) -> Bool {
        if OSDPReply.events.contains(frame.code), !(frame.security?.isEncrypted ?? false) {
            tampered("a badge or a key came in the clear", for: OSDPTiming.quarantine, at: now)
            return true
        }
        guard let awaited, sendAt == nil else { return false }
        if frame.security == nil, OSDPReply(frame.code, frame.payload) == .busy {
            askAgain(at: now)
            return true
        }
        guard frame.sequence == awaited.sequence else { return false }
        if case .online(let channel, let key) = stage {
            return answered(frame, to: awaited.command, in: channel, key, at: now)
        }
        guard let reply = OSDPReply(frame.code, frame.payload) else { return false }
        return introduced(reply, frame.security, at: now)
    }

    // MARK: Before the channel

    /// Takes a reply that nothing secures: it may bring the channel nearer, or end the attempt.
    private mutating func introduced(
        _ reply: OSDPReply,
        _ security: OSDPFrame.SecurityBlock?,
        at now: Instant
    ) -> Bool {
        switch (stage, reply) {
        case (.offline, .identity(let identity)) where security == nil:
            if standing.presence != .served { move(.identified(peripheral.ids, identity)) }
            stage = .identified
        case (.identified, .capabilities(let capabilities)) where security == nil:
            guard learn(capabilities) else {
                let text = "it says that it has no secure channel"
                tampered(text, for: OSDPTiming.retrial, at: now)
                return true
            }
            stage = .capable
        case (.challenged(let handshake), .clientCryptogram(let random, let cryptogram)):
            return challenged(handshake, security, random, cryptogram, at: now)
        case (.proven(let handshake, let proof), .initialMAC(let mac)):
            guard security?.type == 0x14, security?.values == [1],
                let channel = handshake.channel(after: proof, mac)
            else {
                rejected("it does not take our proof of the key", isMismatch: true, at: now)
                return true
            }
            connected(channel, handshake.key, at: now)
        case (.challenged, .refused(let reason)), (.proven, .refused(let reason)):
            let text = "it refuses the secure channel (NAK \(reason))"
            rejected(text, isMismatch: false, at: now)
            return true
        case (_, .refused(let reason)):
            drop("it refuses to be asked (NAK \(reason))", at: now)
            return true
        default: return false
        }
        goOn(at: now)
        return true
    }

    /// Learns what it can do; whether a secure channel is among it.
    private mutating func learn(_ capabilities: [OSDPReply.Capability]) -> Bool {
        func has(_ function: UInt8) -> Bool {
            capabilities.contains { $0.function == function && $0.compliance > 0 }
        }
        lamps.hasLamp = has(OSDPReply.Capability.lamps)
        lamps.hasBuzzer = has(OSDPReply.Capability.buzzer)
        return capabilities.contains {
            $0.function == OSDPReply.Capability.security && $0.compliance & 1 != 0
        }
    }

    private mutating func challenged(
        _ handshake: SecureHandshake,
        _ security: OSDPFrame.SecurityBlock?,
        _ random: [UInt8],
        _ cryptogram: [UInt8],
        at now: Instant
    ) -> Bool {
        guard let security, security.type == 0x12 else { return false }
        guard security.values == handshake.block(0x12).values else {
            let isPreset = security.values == [0]
            let text = isPreset ? "it answers under the key that everybody has" : Self.foreignKey
            rejected(text, isMismatch: true, at: now)
            return true
        }
        guard let proof = handshake.proof(for: random, cryptogram) else {
            rejected(Self.foreignKey, isMismatch: true, at: now)
            return true
        }
        stage = .proven(handshake, proof: proof)
        goOn(at: now)
        return true
    }

    private static let foreignKey = "it answers with another key than its own"

    // MARK: In the channel

    private mutating func answered(
        _ frame: OSDPFrame,
        to command: OSDPCommand,
        in channel: SecureChannel,
        _ key: ReaderKey,
        at now: Instant
    ) -> Bool {
        if frame.security == nil {
            // Nobody vouches for it: it ends the channel, which does no more than begin anew.
            guard case .refused(let reason)? = OSDPReply(frame.code, frame.payload) else {
                return false
            }
            drop("it has ended the channel (NAK \(reason))", pausing: OSDPTiming.pause, at: now)
            return true
        }
        var channel = channel
        let payload: [UInt8]
        do throws(SecureChannel.Flaw) {
            payload = try channel.opened(frame)
        } catch .unsealed {
            return false
        } catch {
            struck("a reply came whose MAC is wrong", at: now)
            return true
        }
        stage = .online(channel, key)
        heard(at: now)
        take(OSDPReply(frame.code, payload), to: command, at: now)
        return true
    }

    private mutating func take(_ reply: OSDPReply?, to command: OSDPCommand, at now: Instant) {
        let asksForStatus = command == .localStatus
        if asksForStatus { statusAt = now + OSDPTiming.status }
        switch reply {
        case _ where command.code == OSDPCommand.keepCode:
            keyAnswered(reply, at: now)
            return
        case .refused(let reason) where reason == 4 || reason == 6:
            drop("it has lost count (NAK \(reason))", pausing: OSDPTiming.pause, at: now)
            return
        case .refused where asksForStatus: statusAt = nil
        case .refused(let reason):
            lamps.refused(command)
            note("it does not do command \(String(command.code, radix: 16)) (NAK \(reason))")
        case .localStatus(let isTampered, let hasPowerFault):
            let report = PeripheralStanding.Report(
                isTampered: isTampered,
                hasPowerFault: hasPowerFault
            )
            settled(report, at: now)
        case .card(let card): presented(card, at: now)
        case .otherCard: sayOfBadge(.unreadable("it sends badges as text; set it to bits"), at: now)
        case .keys(let codes):
            for key in codes.prefix(Self.mostKeys).compactMap(Key.init(osdp:)) {
                sayOfKey(.key(key), at: now)
            }
        case nil: sayOfBadge(.unreadable("a reply came that is not whole"), at: now)
        default: break
        }
        if asksForStatus, !standing.isSettled { settled(nil, at: now) }
        goOn(at: now)
    }

    /// The most keys of one report that are taken (L14).
    private static let mostKeys = 32

    private mutating func presented(_ card: OSDPCard, at now: Instant) {
        guard let form = peripheral.form else { return }
        do throws(OSDPBadgeForm.Flaw) {
            sayOfBadge(.badge(BadgeReading(try form.number(card))), at: now)
        } catch {
            sayOfBadge(.unreadable(error.text), at: now)
        }
    }
}
