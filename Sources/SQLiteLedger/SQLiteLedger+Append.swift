// SPDX-License-Identifier: Apache-2.0
public import Access

extension SQLiteLedger {
    /// Appends records of what has happened, in order, in one transaction.
    public func append(_ events: [Event]) async throws(LedgerFault) -> Standing {
        guard let last = events.max(by: { $0.moment.instant < $1.moment.instant }) else {
            return try await standing()
        }
        return try await transact("record \(events.count) events", at: events[0].moment) {
            transaction in
            for event in events {
                try transaction.enter(event.moment)
                try transaction.record(event.record, badge: event.badge)
            }
            try transaction.enter(last.moment)
            return try transaction.settleStanding()
        }
    }

    /// Brings what depends on time up to date: attendance, overstays, PIN locks, the clock.
    public func attend(at moment: Moment) async throws(LedgerFault) -> Standing {
        try await transact("look after what time changes", at: moment) { transaction in
            try transaction.settleStanding()
        }
    }

    private func standing() async throws(LedgerFault) -> Standing {
        try await read("read the alarms") { Standing(alarms: try $0.alarms()) }
    }
}
