// SPDX-License-Identifier: Apache-2.0
import Access
import Documents
@testable import Simulation

extension RandomPlay {
    /// No lock lets go without a right on disk before, unless somebody leaves; none stays so for long.
    func lookAtLocks(_ sights: [Witness.Sight], _ act: Scenario.Act?, _ outcome: Stage.Outcome) {
        let now = stage.time.now().instant
        let leaving = leavingDoor(act)
        var rights: [DoorID: Int] = [:]
        for sight in sights {
            switch sight {
            case .granted(let door, _):
                rights[door, default: 0] += 1
                mayBeReleasedUntil[door] = now + .seconds(5)
                expect(!view.isDiskFull, "L1 a grant on a full disk")
            case .heldOpen(let door): rights[door, default: 0] += 1
            case .lock(let door, isReleased: true):
                expect(
                    rights[door, default: 0] > 0 || leaving == door,
                    "L1 the lock of \(door) let go without a record before"
                )
            case .lock(_, isReleased: false): break
            }
        }
        if let leaving, outcome.answer == .granted {
            expect(stage.board.isReleased(leaving), "L4 the lock of \(leaving) did not let go")
            mayBeReleasedUntil[leaving] = now + .seconds(5)
        }
        if let leaving {
            expect(outcome.answer != .denied, "L4 leaving by \(leaving) was denied")
        }
        if case .badge(_, reader: let reader)? = act, reader.text.hasSuffix("-in"), view.isDiskFull
        {
            expect(outcome.answer != .granted, "L1 an entry on a full disk")
        }
        if case .crash? = act {
            mayBeReleasedUntil = [:]
            expect(view.released.isEmpty, "L2 a lock is released after a start")
        }
    }

    private func leavingDoor(_ act: Scenario.Act?) -> DoorID? {
        switch act {
        case .button(let door): door
        case .badge(_, reader: let reader):
            DemoDoor.all.first { $0.exit == reader }?.id
        default: nil
        }
    }
}
