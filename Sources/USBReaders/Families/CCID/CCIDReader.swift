// SPDX-License-Identifier: Apache-2.0
import Access

/// Readers of the CCID class for cards without contacts.
///
/// The slot is looked at four times a second, and at once when the interrupt endpoint tells of a
/// change. A card that is there is powered, its number asked, and powered off again; a resting one
/// is read again and again, so that another in its place is noticed. Where it is not known which of
/// several slots is the one without contacts, each is looked at. What is no right answer is a
/// fault of that one reading: the command is aborted, and the next look begins anew.
struct CCIDReader: Conversation {
    let reader: ReaderID
    let polling: CardPolling
    let authenticator: (any CardAuthenticator)?
    let model: ACSModel?
    private let choosesVoltage: Bool
    /// The slots that a look goes through.
    let slots: ClosedRange<UInt8>
    var link: CCIDLink
    var task = Errand.status
    var found = CardPresence()
    /// What disturbed this look, and whether a card was read in it.
    private var disturbance: String?
    var hasRead = false
    /// Slots in which something rests that no badge is: a card with contacts.
    var foreign: Set<UInt8> = []
    /// What is to be shown, the next first.
    private var signs: [[UInt8]] = []
    private var settings: [[UInt8]] = []
    /// Whether an ACR122U takes commands for itself only as if they were for a card.
    private var escapesByTransfer = false
    private var isStirred = false
    private var isReady = false
    private var faults = 0

    /// What the command under way is for.
    enum Errand {
        case status
        case setting([UInt8], asks: Setting)
        case sign([UInt8])
        case power
        case number(AnswerToReset)
        case system(Int, else: FoundCard)
        case dialogue(any CardDialogue, FoundCard)
        case powerOff(disturbance: String?)
        case abort
        case rest(until: Instant)
    }

    /// What a setting is good for.
    enum Setting {
        case firmware
        case behaviour
    }

    /// How many faults in a row end the conversation.
    static let patience = 3
    /// How long between two looks, while nobody is there and while a card rests.
    static let pause = Duration.milliseconds(250)
    static let restingPause = Duration.milliseconds(500)
    /// How long the reader may take to answer.
    static let statusTime = Duration.seconds(1)
    static let commandTime = Duration.milliseconds(1500)
    /// How many signs wait at most; the oldest falls away (L14).
    static let mostSigns = 4

    /// A freshly claimed reader.
    init(
        on seat: Seat,
        of device: USBDevice,
        for specification: ReaderSpecification,
        proving authenticator: (any CardAuthenticator)?
    ) {
        reader = specification.id
        polling = specification.role.polling
        self.authenticator = authenticator
        let model = ACSModel.model(of: device)
        let descriptor = Self.descriptor(of: device, interface: seat.interface)
        self.model = model
        choosesVoltage = descriptor?.choosesVoltage ?? true
        let last = descriptor?.lastSlot ?? 0
        slots = (model.map { min($0.slot, last)...min($0.slot, last) }) ?? 0...last
        link = CCIDLink(
            interface: seat.interface,
            slot: slots.lowerBound,
            longest: descriptor?.longest ?? CCIDDescriptor.mostBytes,
            packetSize: seat.bulk?.packetSize ?? 64,
            mayChain: descriptor?.isExtended ?? false
        )
        if let model { settings = model.settings(for: polling) }
    }

    /// The first interface of the class that exchanges whole commands.
    static func seat(in device: USBDevice) -> Seat? {
        for interface in device.interfaces where interface.class == 0x0B {
            guard let input = interface.bulkInput, let output = interface.bulkOutput,
                CCIDDescriptor(interface.extra) != nil
            else { continue }
            // A packet at a time: some readers end a message of whole packets with nothing.
            return Seat(
                interface: interface.number,
                claims: [interface.number],
                bulk: input,
                interrupt: interface.interruptInput,
                output: output,
                longest: input.packetSize
            )
        }
        return nil
    }

    private static func descriptor(of device: USBDevice, interface: UInt8) -> CCIDDescriptor? {
        device.interfaces.first { $0.number == interface }.flatMap { CCIDDescriptor($0.extra) }
    }

    var presence: CardPresence? {
        get { found }
        set { found = newValue ?? CardPresence() }
    }

    var deadline: Instant? {
        if case .rest(let until) = task { return until }
        return link.deadline
    }

    // MARK: What happens

    mutating func begin(at instant: Instant) -> [Move] { look(at: instant) }

    mutating func received(_ bytes: [UInt8], from pipe: Pipe, at instant: Instant) -> [Move] {
        switch pipe {
        case .bulk: return take(link.take(bytes, at: instant), at: instant)
        case .interrupt:
            switch CCIDNotice(bytes, slots: slots) {
            case .change:
                isStirred = true
                if case .rest = task { return next(at: instant) }
            case .fault: return fault("the reader tells of a hardware error", at: instant)
            case .nothing: break
            }
            return []
        case .control, .output: return []
        }
    }

    mutating func missed(on pipe: Pipe, at instant: Instant) -> [Move] {
        pipe == .interrupt ? [] : take(link.missed(), at: instant)
    }

    mutating func timePassed(to now: Instant) -> [Move] {
        if case .rest(let until) = task { return until <= now ? next(at: now) : [] }
        return take(link.timePassed(to: now), at: now)
    }

    mutating func show(_ indication: Indication, at instant: Instant) -> [Move] {
        guard let model else { return [] }
        signs += model.commands(showing: indication)
        if signs.count > Self.mostSigns { signs.removeFirst(signs.count - Self.mostSigns) }
        if case .rest = task { return next(at: instant) }
        return []
    }

    private mutating func take(_ event: CCIDLink.Event, at instant: Instant) -> [Move] {
        switch event {
        case .none: return []
        case .answer(let answer): return take(answer, at: instant)
        case .again(let message): return [.send(message)]
        case .fault(let text): return fault(text, at: instant)
        case .quiet: return rest(for: .milliseconds(50), at: instant)
        case .deaf: return [.fail("the reader answers neither a command nor its abort")]
        }
    }

    private mutating func fault(_ text: String, at instant: Instant) -> [Move] {
        faults += 1
        guard faults < Self.patience else { return [.fail("the reader fails: \(text)")] }
        breakOffDialogue()
        let says = isReading ? ends(isWhole: false, text) : []
        task = .abort
        return says + link.breakOff(at: instant)
    }

    /// A card that was not spoken to the end has not been presented.
    private mutating func breakOffDialogue() {
        if case .dialogue(_, let card) = task { found.forget(card) }
    }

    /// Whether a card is being read.
    private var isReading: Bool {
        switch task {
        case .power, .number, .system, .dialogue, .powerOff: true
        case .status, .setting, .sign, .abort, .rest: false
        }
    }

    private mutating func take(_ answer: CCIDAnswer, at instant: Instant) -> [Move] {
        if case .failed(let code) = answer.outcome { return failed(code, answer, at: instant) }
        if case .status = task {} else { faults = 0 }
        switch task {
        case .status: return standing(answer.card, at: instant)
        case .setting(_, let asks): return settled(answer.content, asks, at: instant)
        case .sign: return next(at: instant)
        case .power, .number, .system, .dialogue, .powerOff: return read(answer, at: instant)
        case .abort, .rest: return []
        }
    }

    private mutating func failed(
        _ code: UInt8,
        _ answer: CCIDAnswer,
        at instant: Instant
    ) -> [Move] {
        let text = CCIDAnswer.meaning(of: code)
        switch task {
        case .status:
            faults += 1
            guard faults < Self.patience else {
                return [.fail("the reader cannot tell of its slot: \(text)")]
            }
            return rest(for: Self.pause, at: instant)
        case .setting(let content, _), .sign(let content):
            guard model?.isJoint ?? false, !escapesByTransfer else { return next(at: instant) }
            escapesByTransfer = true
            return tell(content, at: instant)
        case .dialogue where answer.card != .absent:
            return converse(after: [], at: instant)
        case .power, .number, .system, .dialogue, .powerOff:
            // A card that has gone is no fault; one that does not answer is looked at again.
            guard answer.card != .absent else {
                breakOffDialogue()
                return slotEnds(nil, at: instant)
            }
            return powerOff("a card cannot be read: \(text)", at: instant)
        case .abort, .rest: return []
        }
    }

    // MARK: What is done next

    /// What comes after one thing is done: a sign, a setting, a look, or rest.
    mutating func next(at instant: Instant) -> [Move] {
        if !signs.isEmpty {
            task = .sign(signs.removeFirst())
            if case .sign(let content) = task { return tell(content, at: instant) }
        }
        return look(at: instant)
    }

    private mutating func tell(_ content: [UInt8], at instant: Instant) -> [Move] {
        let command = escapesByTransfer ? CCIDCommand.transfer(content) : .escape(content)
        return link.ask(command, within: Self.commandTime, at: instant)
    }

    private mutating func look(at instant: Instant) -> [Move] {
        isStirred = false
        (disturbance, hasRead) = (nil, false)
        link.slot = slots.lowerBound
        task = .status
        return link.ask(.slotStatus, within: Self.statusTime, at: instant)
    }

    mutating func rest(for time: Duration, at instant: Instant) -> [Move] {
        task = .rest(until: instant)
        if isStirred || !signs.isEmpty { return next(at: instant) }
        task = .rest(until: instant + time)
        return []
    }

    private mutating func standing(_ card: CCIDAnswer.Card, at instant: Instant) -> [Move] {
        faults = 0
        guard isReady else {
            isReady = true
            return [.ready] + beginSettings(at: instant)
        }
        guard card != .absent else {
            foreign.remove(link.slot)
            return slotEnds(nil, at: instant)
        }
        guard !foreign.contains(link.slot) else { return slotEnds(nil, at: instant) }
        task = .power
        return link.ask(
            .powerOn(automaticVoltage: choosesVoltage),
            within: Self.commandTime,
            at: instant
        )
    }

    /// A slot has been looked at: the next one is, or the look is over.
    mutating func slotEnds(_ disturbance: String?, at instant: Instant) -> [Move] {
        self.disturbance = self.disturbance ?? disturbance
        guard link.slot == slots.upperBound else {
            link.slot += 1
            task = .status
            return link.ask(.slotStatus, within: Self.statusTime, at: instant)
        }
        let text = self.disturbance
        let pause = hasRead && text == nil ? Self.restingPause : Self.pause
        return ends(isWhole: text == nil, text ?? "") + rest(for: pause, at: instant)
    }

    private mutating func beginSettings(at instant: Instant) -> [Move] {
        guard let model else { return rest(for: .zero, at: instant) }
        task = .setting(model.firmwareQuestion, asks: .firmware)
        return tell(model.firmwareQuestion, at: instant)
    }

    private mutating func settled(
        _ answer: [UInt8],
        _ asks: Setting,
        at instant: Instant
    ) -> [Move] {
        var moves: [Move] = []
        switch asks {
        case .firmware:
            if let text = model?.firmware(in: answer) { moves.append(.firmware(text)) }
        case .behaviour:
            if let further = model?.setting(after: answer), settings.isEmpty {
                // Once: its answer tells the new behaviour, which asks for nothing more.
                settings.append(further)
            }
        }
        guard !settings.isEmpty else { return moves + rest(for: .zero, at: instant) }
        let setting = settings.removeFirst()
        task = .setting(setting, asks: .behaviour)
        return moves + tell(setting, at: instant)
    }

    /// A look is over, and so is what was read in it.
    private mutating func ends(isWhole: Bool, _ disturbance: String) -> [Move] {
        let ending = found.cycleEnds(isWhole: isWhole)
        var says: [Read.Content] = []
        if let reading = ending.presented?.reading { says.append(.badge(reading)) }
        if ending.isUnreadable { says.append(.unreadable(disturbance)) }
        return says.map(Move.say)
    }
}
