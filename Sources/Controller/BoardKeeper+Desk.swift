// SPDX-License-Identifier: Apache-2.0
public import Access

extension BoardKeeper: Desk {
    /// How the board stands, doors in the board file's order.
    public func status() async -> BoardStatus {
        var statuses: [BoardStatus.DoorStatus] = []
        for door in parts.doors {
            if let status = await doors[door.door.id]?.status { statuses.append(status) }
        }
        let unrecorded = await recorder.alarm.map { [$0] } ?? []
        let recorded = (try? await registry.alarms()) ?? []
        return BoardStatus(
            doors: statuses,
            readers: readers,
            isJournalAvailable: await recorder.isAvailable,
            alarms: unrecorded + recorded
        )
    }

    /// Carries an order out: on record first, then at the doors.
    public func carryOut(
        _ order: Order,
        by author: PersonID
    ) async throws(LedgerFault) -> OrderOutcome {
        await recorder.flush()
        var fulfilment = try await parts.ledger.fulfil(order, by: author, at: parts.time.now())
        await recorder.attendanceMayHaveChanged()
        if let right = fulfilment.holdOpen.take() {
            if let door = doors[right.door] { await door.hold(open: right) }
        } else if case .accepted(_, .endHoldOpen(let ended)?) = fulfilment.outcome {
            await doors[ended]?.endHoldOpen()
        } else if case .accepted(let order, .lockDown(let rooms, let people)?) =
            fulfilment.outcome
        {
            for door in parts.doors where rooms.contains(door.door.room) {
                await doors[door.door.id]?.lockDown(by: order, allowing: people)
            }
        } else if case .accepted(_, .pairReader(let reader, let minutes, let isAnew)?) =
            fulfilment.outcome
        {
            await pair(reader, for: .seconds(60 * minutes), replacing: isAnew)
        }
        return fulfilment.outcome
    }

    /// The next badge presented at a reader, which then opens nothing; `nil` after the time is over.
    public func nextBadge(at reader: ReaderID, within time: Duration) async -> BadgeReading? {
        captures.removeValue(forKey: reader)?.continuation.resume(returning: nil)
        let deadline = parts.time.now().instant + time
        let waker = parts.time.makeWaker(wake)
        waker.wake(at: deadline)
        defer { waker.wake(at: nil) }
        return await withCheckedContinuation { continuation in
            captures[reader] = Capture(deadline: deadline, continuation: continuation)
        }
    }
}
