// SPDX-License-Identifier: Apache-2.0
import Access
import Controller
import Documents
import Logging

/// The running board of one scenario.
final class Stage {
    let player: ScenarioPlayer
    let time: VirtualTime
    private let begin: Instant
    private(set) var board: SimulatedBoard
    private(set) var keeper: BoardKeeper
    private var disk: FaultyLedger
    private(set) var registry: any Registry
    private var openDoors: Set<DoorID> = []
    private var isFire = false
    private var isTampered = false

    /// What a step gave.
    struct Outcome {
        var answer: Scenario.ExpectedAnswer?
        var reason: Reason?
        var door: DoorID?
    }

    init(_ player: ScenarioPlayer, for scenario: Scenario) async throws {
        self.player = player
        time = VirtualTime(at: scenario.start)
        begin = time.now().instant
        let opened = try await player.openLedger(time.now())
        try await Self.install(scenario.policy, player, opened, at: time.now())
        board = SimulatedBoard(observer: player.observer)
        disk = FaultyLedger(opened.ledger)
        registry = opened.registry
        keeper = Self.makeKeeper(player, disk, registry, board, time)
        await start()
    }

    private static func install(
        _ source: Scenario.PolicySource,
        _ player: ScenarioPlayer,
        _ opened: ScenarioPlayer.OpenedLedger,
        at moment: Moment
    ) async throws {
        let policy =
            switch source {
            case .inline(let policy): policy
            case .file(let path, _): try player.policyFile(path)
            }
        let outcome = try await opened.ledger.carryOut(
            Order(.applyPolicy(policy), reason: "scenario"),
            by: "scenario",
            at: moment
        )
        guard case .refused(let refusal) = outcome else { return }
        throw ScenarioPlayer.Unusable(nil, "the policy was refused: \(refusal)")
    }

    private static func makeKeeper(
        _ player: ScenarioPlayer,
        _ ledger: any Ledger,
        _ registry: any Registry,
        _ board: SimulatedBoard,
        _ time: VirtualTime
    ) -> BoardKeeper {
        let doors = player.doors.map {
            DoorParts(door: $0, lock: board.lock(of: $0.id), indicator: board.indicator(of: $0.id))
        }
        let parts = Parts(
            ledger: ledger,
            time: time,
            doors: doors,
            readers: board,
            inputs: board,
            checkPeriod: .seconds(86_400),
            log: player.log
        )
        return BoardKeeper(parts, registry: registry)
    }

    /// Starts the board as the service would: locks first, then the levels of the lines, then the readers.
    private func start() async {
        await keeper.start()
        for door in player.doors where door.hasContact {
            await input(.contact(door.id, isOpen: openDoors.contains(door.id)))
        }
        if isFire { await input(.fire(true)) }
        if isTampered { await input(.tamper(true)) }
        for reader in player.readers.sorted() {
            _ = await keeper.receive(Read(reader: reader, content: .back, instant: now))
        }
        await keeper.tick()
    }

    func end() async {
        await keeper.stop()
        board.finish()
    }

    private var now: Instant { time.now().instant }

    // MARK: Time

    /// Lets time pass, stopping wherever something is due.
    func advance(to offset: Duration) async throws {
        let target = begin + offset
        while let due = await keeper.nextDeadline, due <= target {
            // What is due and stays due would stop the clock for ever.
            time.advance(to: max(due, now))
            await keeper.tick()
            if let again = await keeper.nextDeadline, again <= now {
                time.advance(to: min(target, now + .milliseconds(1)))
                if now == target { break }
            }
        }
        time.advance(to: max(target, now))
        await keeper.tick()
    }

    // MARK: Steps

    func perform(_ step: Scenario.Step) async throws -> Outcome {
        guard let act = step.act else { return Outcome() }
        var outcome = Outcome()
        switch act {
        case .badge(let badge, let reader):
            outcome = await read(
                .badge(badge),
                reader,
                door: { $0.entry == reader || $0.exit == reader }
            )
        case .keys(let keys, let keypad):
            outcome = await type(keys, keypad)
        case .door(let door, let isOpen):
            if isOpen { openDoors.insert(door) } else { openDoors.remove(door) }
            await input(.contact(door, isOpen: isOpen))
            outcome.door = door
        case .button(let door):
            await input(.exitButton(door))
            outcome = Outcome(answer: .granted, door: door)
        case .fire(let isOn):
            isFire = isOn
            await input(.fire(isOn))
        case .tamper(let isOn):
            isTampered = isOn
            await input(.tamper(isOn))
        case .clock(.step(let duration)): time.step(by: duration)
        case .clock(.synchronised(let isSynchronised)): await synchronise(isSynchronised)
        case .crash: try await crash()
        case .lost(let reader):
            _ = await keeper.receive(
                Read(reader: reader, content: .lost("unplugged"), instant: now)
            )
        case .back(let reader):
            _ = await keeper.receive(Read(reader: reader, content: .back, instant: now))
        case .disk(let isFull): disk.fill(isFull)
        case .order(let order, let author):
            if case .explain(let question) = order.act {
                outcome = try await explain(question, by: author, step.place)
            } else {
                outcome = try await carryOut(order, by: author, step.place)
            }
        case .unfitOrder(_, let mistakes, let author):
            outcome = try await refuse(mistakes, by: author, step.place)
        case .applyPolicy(let file, let reason, let author):
            do {
                let order = Order(.applyPolicy(try player.policyFile(file)), reason: reason)
                outcome = try await carryOut(order, by: author, step.place)
            } catch let mistakes as Mistakes {
                outcome = try await refuse(mistakes.all, by: author, step.place)
            }
        }
        await keeper.tick()
        await keeper.recorder.attendNow()
        return outcome
    }

    /// A source that says "synchronised" of a clock that stepped back has lost it and found it again.
    private func synchronise(_ isSynchronised: Bool) async {
        let isBelieved = await !keeper.status().alarms.contains { $0.alarm == .clockUntrusted }
        if isSynchronised, !isBelieved {
            time.synchronise(false)
            await keeper.recorder.attendNow()
        }
        time.synchronise(isSynchronised)
    }

    private func input(_ change: DoorInput.Change) async {
        await keeper.receive(DoorInput(change, instant: now))
    }

    private func read(
        _ content: Read.Content,
        _ reader: ReaderID,
        door: (Door) -> Bool
    ) async -> Outcome {
        let answer = await keeper.receive(Read(reader: reader, content: content, instant: now))
        return Outcome(answer, door: player.doors.first(where: door)?.id)
    }

    /// Types keys one after another; the last that changed anything gives the answer.
    private func type(_ keys: [Key], _ keypad: ReaderID) async -> Outcome {
        let door = player.doors.first { $0.keypad == keypad }?.id
        var answer = Outcome(answer: .ignored, door: door)
        for key in keys {
            let read = await read(.key(key), keypad) { $0.keypad == keypad }
            if read.answer == nil {
                answer = Outcome(answer: .pinNeeded, door: door)
            } else if read.answer != .ignored {
                answer = read
            }
        }
        return answer
    }

    private func carryOut(
        _ order: Order,
        by author: PersonID,
        _ place: Place
    ) async throws -> Outcome {
        try await find(author, place)
        do throws(LedgerFault) {
            switch try await keeper.carryOut(order, by: author) {
            case .accepted: return Outcome(answer: .accepted)
            case .refused(let refusal):
                player.log.debug("order refused", metadata: ["why": "\(refusal)"])
                return Outcome(answer: .refused)
            }
        } catch {
            return Outcome(answer: .refused, reason: .journalUnavailable)
        }
    }

    /// Asks the rule; its answer is the step's.
    private func explain(
        _ question: Question,
        by author: PersonID,
        _ place: Place
    ) async throws -> Outcome {
        try await find(author, place)
        do throws(LedgerFault) {
            let now = time.now()
            switch try await registry.explanation(of: question, by: author, at: now) {
            case .explained(let explanation): return Outcome(explanation.answer, door: nil)
            case .refused: return Outcome(answer: .refused)
            }
        } catch {
            return Outcome(answer: .refused, reason: .journalUnavailable)
        }
    }

    /// Refuses what is not even in the policy document's form.
    private func refuse(
        _ mistakes: [Mistake],
        by author: PersonID,
        _ place: Place
    ) async throws -> Outcome {
        try await find(author, place)
        for mistake in mistakes {
            player.log.debug("order refused", metadata: ["why": "\(mistake)"])
        }
        return Outcome(answer: .refused)
    }

    private func find(_ author: PersonID, _ place: Place) async throws {
        let people = try await registry.policy().policy.people
        guard people.contains(where: { $0.person.id == author }) else {
            throw ScenarioPlayer.Unusable(place, "by: \(author) is not in the policy")
        }
    }

    /// The process dies: what was in memory is gone, the locks stay as they were until the next start.
    private func crash() async throws {
        let held = board
        let opened = try await player.openLedger(time.now())
        disk = FaultyLedger(opened.ledger)
        registry = opened.registry
        keeper = Self.makeKeeper(player, disk, registry, held, time)
        await start()
    }
}

extension Stage.Outcome {
    init(_ answer: Answer?, door: DoorID?) {
        self.door = door
        switch answer {
        case nil: self.answer = nil
        case .granted?: self.answer = .granted
        case .escortNeeded?: self.answer = .escortNeeded
        case .pinNeeded?: self.answer = .pinNeeded
        case .ignored?: self.answer = .ignored
        case .denied(let reason)?:
            self.answer = .denied
            self.reason = reason
        }
    }
}
