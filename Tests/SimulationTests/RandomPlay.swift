// SPDX-License-Identifier: Apache-2.0
import Access
import Controller
import Documents
import Foundation
import Logging
@testable import Simulation

/// A random player at the demo board: real core, controller and ledger; after each step everything that
/// must hold is looked at (L1, L2, L4, L12; R09, R10).
final class RandomPlay {
    let seed: UInt64
    let stage: Stage
    let policyHolidays: Set<CivilDate>
    let calendar: BoardCalendar
    var hand: RandomHand
    var view = RandomHand.View()
    /// What was found wrong, with the step.
    var faults: [String] = []
    /// What happened, so that a fault can be told.
    var story: [String] = []
    /// Until when each lock may stay released for a grant or for who leaves.
    var mayBeReleasedUntil: [DoorID: Instant] = [:]
    var lockdowns: [RoomID: Set<PersonID>] = [:]
    var withdrawn: Set<VisitID> = []
    var visits: [VisitID: VisitApproval] = [:]
    var book = EntryBook()
    private var policy: (policy: Policy, revision: Int64) = (Policy(), -1)
    private let witness: Witness
    private let scratch: ScratchLedger
    private let begin: Instant

    init(seed: UInt64) async throws {
        self.seed = seed
        let board = try BoardDocument.read(ScenarioFolder.source("../demo.yaml")).document
        guard let calendar = board.calendar else { throw CocoaError(.formatting) }
        let policy = try PolicyDocument.read(
            ScenarioFolder.source("../demo-policy.yaml"),
            in: calendar
        ).document
        let scratch = try ScratchLedger(calendar: calendar)
        let witness = Witness()
        let player = ScenarioPlayer(
            doors: board.coreDoors,
            readers: Set((board.readers + board.keypads).map(\.id)),
            openLedger: { moment in
                let opened = try await scratch.open(at: moment)
                let ledger = WitnessedLedger(ledger: opened.ledger, witness: witness)
                return .init(ledger: ledger, registry: opened.registry)
            },
            policyFile: { _ in policy },
            log: Logger(label: "random") { _ in SwiftLogNoOpLogHandler() },
            observer: { act in
                if case .lock(let door, let isReleased) = act {
                    witness.see(.lock(door, isReleased: isReleased))
                }
            }
        )
        guard let start = Timestamp("2026-04-10T09:00:00+09:00") else {
            throw CocoaError(.formatting)
        }
        let scenario = Scenario(
            title: "seed \(seed)",
            board: "../demo.yaml",
            start: start,
            policy: .inline(policy),
            steps: []
        )
        stage = try await Stage(player, for: scenario)
        begin = stage.time.now().instant
        self.scratch = scratch
        self.witness = witness
        self.calendar = calendar
        policyHolidays = policy.holidays
        visits = Dictionary(uniqueKeysWithValues: policy.visits.map { ($0.id, $0) })
        hand = RandomHand(seed: seed, calendar: calendar)
        _ = witness.take()
    }

    /// Plays so many steps, or up to the first that left something wrong.
    func play(steps: Int) async throws {
        var at = Duration.zero
        for _ in 0..<steps where faults.isEmpty {
            at += hand.pause()
            try await stage.advance(to: at)
            try await look(after: nil, Stage.Outcome(), at)
            let act = hand.act(view, at: stage.time.now().wall)
            let step = Scenario.Step(
                place: Place(file: "seed \(seed)", line: story.count + 1, column: 1),
                at: at,
                act: act
            )
            story.append("\(at) \(act.map { "\($0)" } ?? "waits")")
            let outcome = try await stage.perform(step)
            story[story.count - 1] += " → \(outcome.answer?.rawValue ?? "-")"
            try await look(after: act, outcome, at)
        }
        try await goHome(after: at)
    }

    /// At the end of the day every lock holds, and the journal is whole.
    private func goHome(after at: Duration) async throws {
        guard faults.isEmpty else { return }
        _ = try await stage.perform(
            Scenario.Step(
                place: Place(file: "seed \(seed)", line: 0, column: 1),
                at: at,
                act: .disk(isFull: false)
            )
        )
        try await stage.advance(to: at + .seconds(3700))
        for door in DemoDoor.all {
            expect(!stage.board.isReleased(door.id), "the lock of \(door.id) is released for ever")
        }
        let verification = try await scratch.verify()
        expect(verification, "the chain of the journal is broken (L9)")
    }

    /// The journal, as it is the same each time: the device key is new, and with it a badge's fingerprint.
    var records: [Record] {
        book.records.map { record in
            var record = record
            record.badge = nil
            return record
        }
    }

    func end() async {
        await stage.end()
        scratch.remove()
    }

    func expect(_ holds: Bool, _ what: @autoclosure () -> String) {
        if !holds { faults.append("seed \(seed), step \(story.count): \(what())") }
    }

    /// The last steps, for whoever must find out why.
    var tale: String { story.suffix(25).joined(separator: "\n") }

    private func look(
        after act: Scenario.Act?,
        _ outcome: Stage.Outcome,
        _ at: Duration
    ) async throws {
        note(act, outcome)
        let sights = witness.take()
        lookAtLocks(sights, act, outcome)
        guard !view.isDiskFull else { return }
        await stage.keeper.recorder.work()
        try await book.readOn(stage.registry)
        view.inside = try await stage.registry.presences()
        let revision = try await stage.registry.policyRevision()
        if revision != policy.revision { policy = try await stage.registry.policy() }
        let alarms = await stage.keeper.status().alarms
        view.isClockBelieved = !alarms.contains { $0.alarm == .clockUntrusted }
        view.isLockedDown = !lockdowns.isEmpty
        lookAtRights(alarms, policy.policy)
    }

    /// Remembers what an order changed, and how the world stands.
    private func note(_ act: Scenario.Act?, _ outcome: Stage.Outcome) {
        switch act {
        case .door(let door, let isOpen):
            if isOpen { view.open.insert(door) } else { view.open.remove(door) }
        case .disk(let isFull): view.isDiskFull = isFull
        case .crash: view.isDiskFull = false
        case .order(let order, _) where outcome.answer == .accepted:
            switch order.act {
            case .lockdown(let rooms, let allowed):
                for room in rooms { lockdowns[room] = Set(allowed) }
            case .endLockdown(let rooms): for room in rooms { lockdowns[room] = nil }
            case .approveVisit(let visit): visits[visit.id] = visit
            case .withdrawVisit(let id): withdrawn.insert(id)
            default: break
            }
        default: break
        }
        view.released = Set(DemoDoor.all.map(\.id).filter(stage.board.isReleased))
    }
}
