// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Hummingbird

/// How the board stands, who asks, and who is inside.
struct BoardAnswers: Sendable {
    let parts: AdminParts
    let gate: Gate
    let desk: OrderDesk
    let counts: RecordCounts

    var endpoints: [Endpoint] {
        [
            .read(APIPath.me, for: .beSomebody, "Who the bearer of the token is", answer: me),
            .read(
                APIPath.nextIDs,
                for: .seePeople,
                "The ids that the next designation and the next visit may have"
            ) { call in
                let ids = try await parts.registry.nextIDs(at: parts.time.now())
                return NextIDsReply(designation: ids.designation.text, visit: ids.visit.text)
            },
            .read(APIPath.status, for: .seeHardware, "How the board stands") { call in
                try await parts.status(for: call.bearer)
            },
            .read(APIPath.doors, for: .seeHardware, "The doors", query: Parameter.part) { call in
                let doors = await parts.desk.status().doors
                return try call.part(of: doors, parts.reply)
            },
            .read(APIPath.door, for: .seeHardware, "One door", answer: door),
            .read(
                APIPath.alarms,
                for: .seeHardware,
                "The alarms that stand",
                query: Parameter.part
            ) { call in
                let alarms = await parts.desk.status().alarms
                return try call.part(of: alarms) { parts.reply($0, to: call.bearer) }
            },
            .read(
                APIPath.presence,
                for: .seePeople,
                "Who is inside",
                query: Parameter.part,
                answer: presence
            ),
            Endpoint(
                method: .get,
                path: APIPath.metrics,
                right: .readMetrics,
                summary: "How the board stands, in Prometheus' text format",
                gives: .metrics,
                answer: .bearer(metrics)
            ),
        ] + orders
    }

    private var orders: [Endpoint] {
        [
            .change(APIPath.alarmAcknowledge, "Takes note of an alarm") {
                (call, body: AcknowledgeRequest) in
                let alarm = try desk.alarm(call.text("alarm"))
                let door = body.door.map { DoorID($0) }
                return try await desk.carryOut(
                    .acknowledge(alarm, door: door),
                    body.reason,
                    for: call
                )
            },
            .change(APIPath.doorHoldOpen, "Holds a door open under somebody's eyes") {
                (call, body: HoldOpenRequest) in
                let door = try await desk.door(call.name())
                let act = Order.Act.holdOpen(
                    door.id,
                    room: door.room,
                    minutes: body.minutes,
                    watcher: PersonID(body.watcher)
                )
                return try await desk.carryOut(act, body.reason, for: call)
            },
            .change(APIPath.doorEndHoldOpen, "Holds a door open no more") {
                (call, body: ReasonRequest) in
                let door = try await desk.door(call.name())
                return try await desk.carryOut(.endHoldOpen(door.id), body.reason, for: call)
            },
            .change(APIPath.presenceExit, "Says that somebody has left whom no exit reader saw") {
                (call, body: ReasonRequest) in
                let act = Order.Act.noteExit(PersonID(call.text("person")))
                return try await desk.carryOut(act, body.reason, for: call)
            },
            .change(APIPath.readerPair, "Lets a reader be paired for a while") {
                (call, body: PairRequest) in
                let act = Order.Act.pairReader(
                    try await desk.reader(call.name()),
                    minutes: body.minutes,
                    replacing: body.replace ?? false
                )
                return try await desk.carryOut(act, body.reason, for: call)
            },
        ]
    }

    private func me(_ call: Call) async throws -> MeReply {
        let bearer = call.bearer
        // Who asks is known without it.
        let shown = try? await gate.issued(showing: call.request.headers)
        let now = parts.time.now().wall
        return MeReply(
            person: bearer.person.text,
            name: try await parts.registry.names(of: [bearer.person])[bearer.person],
            offices: bearer.offices.map { office in
                OfficeReply(
                    office: office.office.rawValue,
                    department: office.department?.text,
                    until: office.validity.until?.written,
                    basis: office.basis
                )
            },
            rights: Right.allCases.filter { $0 != .claim && bearer.has($0) }.map(\.rawValue),
            token: shown.map { token in
                ShownTokenReply(
                    number: token.number,
                    label: token.label,
                    until: token.expires.map(parts.calendar.text)
                )
            },
            board: parts.board,
            at: parts.calendar.text(now),
            timeZone: parts.calendar.name
        )
    }

    private func door(_ call: Call) async throws -> DoorReply {
        let doors = await parts.desk.status().doors
        let id: DoorID = call.name()
        guard let door = doors.first(where: { $0.door.id == id }) else {
            throw Problem.unknown("door", "扉", among: doors.map(\.door.id.text))
        }
        return parts.reply(door)
    }

    private func presence(_ call: Call) async throws -> PageReply<PresenceReply> {
        let scope = try await parts.scope(of: call.bearer)
        let presences = try await parts.registry.presences().filter { scope.covers([$0.room]) }
        let names = try await parts.registry.names(of: Set(presences.map(\.person)))
        let sorted = presences.sorted { ($0.room, $0.person) < ($1.room, $1.person) }
        return try call.part(of: sorted) { parts.reply($0, name: names[$0.person]) }
    }

    @Sendable private func metrics(_ call: Call) async throws -> Response {
        let status = await parts.desk.status()
        let metrics = Metrics(
            board: parts.board,
            status: status,
            isClockSynchronised: parts.time.now().isSynchronised,
            revision: try await parts.registry.policyRevision(),
            counts: try await counts.current(parts.registry)
        )
        return Reply.plain(metrics.text, as: MediaType.metrics)
    }
}
