// SPDX-License-Identifier: Apache-2.0
import Access
import Controller
import Documents
import HTTPAdmin
import Logging
import ServiceLifecycle
import UnixSignals

/// What runs beside the doors, whatever is behind the ports.
struct BoardService {
    let keeper: BoardKeeper
    let admin: HTTPAdmin

    init(
        _ board: Board,
        calendar: BoardCalendar,
        ledger: some Registry & TokenKeeper,
        parts: Parts,
        socket: String,
        network: NetworkPlace?
    ) throws {
        keeper = BoardKeeper(parts, registry: ledger)
        let listeners = [.socket(socket)] + [network].compactMap(\.self).map(AdminListener.network)
        admin = HTTPAdmin(
            AdminParts(
                board: board.name,
                registry: ledger,
                tokens: ledger,
                desk: keeper,
                time: parts.time,
                calendar: calendar
            ),
            at: listeners,
            logger: parts.log
        )
    }

    /// Runs until somebody asks it to stop; services stop in reverse order, so the doors are the last to let go.
    func run(with more: [any Service], log: Logger) async throws {
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: keeper),
                    // A fault of the officer's side never ends the doors (IEC 60839-11-1, table 7).
                    .init(
                        service: admin,
                        successTerminationBehavior: .ignore,
                        failureTerminationBehavior: .ignore
                    ),
                ]
                    + more.map {
                        .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup)
                    },
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: log
            )
        )
        try await group.run()
    }
}
