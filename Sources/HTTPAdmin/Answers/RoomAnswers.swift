// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// Rooms, with their parameters and lockdowns.
struct RoomAnswers: Sendable {
    let parts: AdminParts
    let desk: OrderDesk

    var endpoints: [Endpoint] {
        [
            .read(
                APIPath.rooms,
                for: .seeHardware,
                "The rooms, with their parameters",
                query: Parameter.part,
                answer: rooms
            ),
            .read(APIPath.room, for: .seeHardware, "One room, with its parameters") { call in
                let id: RoomID = call.name()
                let rooms = try await parts.registry.rooms()
                return RoomReply(try call.found(rooms.first { $0.id == id }, .room))
            },
            .read(
                APIPath.policyParameters,
                for: .seeHardware,
                "Every parameter of every room, with the article that it rests on (R29)",
                query: Parameter.part,
                answer: rooms
            ),
            .read(
                APIPath.lockdowns,
                for: .readAll,
                "The rooms that are locked down",
                query: Parameter.part
            ) { call in
                try call.part(of: try await parts.registry.lockdowns()) { lockdown in
                    LockdownReply(
                        room: lockdown.room.text,
                        allow: lockdown.allowed.map(\.text),
                        since: lockdown.since.map(parts.calendar.text)
                    )
                }
            },
        ] + orders
    }

    private func rooms(_ call: Call) async throws -> PageReply<RoomReply> {
        try call.part(of: try await parts.registry.rooms(), RoomReply.init)
    }

    private var orders: [Endpoint] {
        [
            .change(APIPath.lockdowns, "Locks rooms down") { (call, body: LockdownsRequest) in
                let act = Order.Act.lockdown(
                    body.rooms.map { RoomID($0) },
                    allow: (body.allow ?? []).map { PersonID($0) }
                )
                return try await desk.carryOut(act, body.reason, for: call)
            },
            .change(APIPath.lockdownsEnd, "Ends the lockdown of rooms") {
                (call, body: RoomsRequest) in
                let act = Order.Act.endLockdown(body.rooms.map { RoomID($0) })
                return try await desk.carryOut(act, body.reason, for: call)
            },
            .change(APIPath.roomLockdown, "Locks a room down") {
                (call, body: RoomLockdownRequest) in
                let allow = (body.allow ?? []).map { PersonID($0) }
                let act = Order.Act.lockdown([call.name()], allow: allow)
                return try await desk.carryOut(act, body.reason, for: call)
            },
            .change(APIPath.roomEndLockdown, "Ends a room's lockdown") {
                (call, body: ReasonRequest) in
                try await desk.carryOut(.endLockdown([call.name()]), body.reason, for: call)
            },
            .change(APIPath.roomHandover, "Passes the visitors in a room to another escort") {
                (call, body: HandoverRequest) in
                let act = Order.Act.handover(call.name(), to: PersonID(body.to))
                return try await desk.carryOut(act, body.reason, for: call)
            },
        ]
    }
}
