// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Documents
import HTTPTypes
import Hummingbird

/// Where every change goes: the ledger judges whether the bearer's offices allow it, in the transaction that records it.
struct OrderDesk: Sendable {
    let parts: AdminParts

    /// Carries an order out on the terms that the request sets.
    func carryOut(_ act: Order.Act, _ reason: String?, for call: Call) async throws -> OrderReply {
        try await accepted(act, reason, for: call).reply
    }

    /// The same, with what it gives back.
    func accepted(
        _ act: Order.Act,
        _ reason: String?,
        for call: Call
    ) async throws -> (reply: OrderReply, effect: OrderEffect?) {
        let order = Order(act, reason: reason, terms: try call.terms())
        let outcome = try await parts.desk.carryOut(order, by: call.bearer.person)
        if outcome == .refused(.notAllowed) {
            throw Problem.notAllowed(call.bearer, without: Authority.offices(for: act))
        }
        let (record, effect) = try outcome.accepted()
        let isTrial = order.terms.isTrial
        return (
            OrderReply(
                record: isTrial ? nil : record,
                id: Self.row(of: act),
                dryRun: isTrial ? true : nil
            ),
            effect
        )
    }

    /// The id of the row that an order brings.
    private static func row(of act: Order.Act) -> String? {
        switch act {
        case .designate(let row): row.id.text
        case .requestVisit(let row): row.id.text
        case .approveVisit(let row): row.id.text
        default: nil
        }
    }

    // MARK: What bodies name

    /// A row of the policy document, read by the document's own rules.
    func row<Row: Encodable, Value>(
        _ row: Row,
        _ read: (Source, BoardCalendar) throws(Mistakes) -> Value
    ) throws -> Value {
        do throws(Mistakes) {
            let text = (try? Reply.text(row)) ?? ""
            return try read(Source(file: "body", text: text), parts.calendar)
        } catch {
            throw Problem(
                .againstRules,
                detail: "The row has mistakes; nothing has changed.",
                japanese: "内容に誤りがあります。何も変わっていません。",
                mistakes: error.all.map(MistakeReply.init)
            )
        }
    }

    /// A visit approval by the bearer, today, unless the row says otherwise.
    func visit(_ row: VisitRow, by bearer: Bearer) throws -> VisitApproval {
        var row = row
        row.by = row.by ?? bearer.person.text
        row.on = row.on ?? parts.today.description
        return try self.row(row, PolicyDocument.visit)
    }

    /// A request for a visit; it names no approver.
    func request(_ row: VisitRow, by bearer: Bearer) throws -> VisitRequest {
        let visit = try visit(row, by: bearer)
        return VisitRequest(
            id: visit.id,
            visitors: visit.visitors,
            rooms: visit.rooms,
            necessity: visit.necessity,
            validity: visit.validity,
            entries: visit.entries,
            escorts: visit.escorts
        )
    }

    /// A door of the board.
    func door(_ id: DoorID) async throws -> Door {
        let doors = await parts.desk.status().doors.map(\.door)
        guard let door = doors.first(where: { $0.id == id }) else {
            throw Problem.unknown("door", "扉", among: doors.map(\.id.text))
        }
        return door
    }

    /// A reader or keypad of the board.
    func reader(_ id: ReaderID) async throws -> ReaderID {
        let readers = await parts.desk.status().readers.keys
        guard readers.contains(id) else {
            throw Problem.unknown("reader", "読取装置", among: readers.map(\.text).sorted())
        }
        return id
    }

    /// An alarm.
    func alarm(_ name: String) throws -> Alarm {
        guard let alarm = Alarm(rawValue: name) else {
            throw Problem.unknown("alarm", "警報", among: Alarm.allCases.map(\.rawValue))
        }
        return alarm
    }

    /// A badge, by its number or fingerprint.
    func badge(_ written: String) throws -> Badge.Token {
        if Fingerprint.isWritten(written), let fingerprint = Fingerprint(written) {
            return .fingerprint(fingerprint)
        }
        guard let number = BadgeNumber(written) else {
            throw Problem.malformed(
                "A badge is written by its number or by 'fp:' and 32 hexadecimal digits.",
                "証は番号か「fp:」と 16 進数 32 桁で書きます。"
            )
        }
        return .number(number)
    }

    /// A badge that is to be given out.
    func badge(_ asked: BadgeIssueRequest) throws -> Badge {
        Badge(
            token: try badge(asked.number),
            kind: asked.kind.flatMap(Badge.Kind.init) ?? .staff,
            label: asked.label,
            technology: asked.technology.flatMap(Badge.Technology.init),
            systemCode: asked.systemCode.flatMap(Badge.systemCode),
            assurance: asked.assurance.flatMap(Assurance.init)
        )
    }

    /// One end of a validity.
    func bound(_ written: String, _ edge: Bound.Edge) throws -> Bound {
        guard let bound = Bound(written, as: edge, in: parts.calendar) else {
            throw Problem.malformed(
                "A time must be YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS+09:00.",
                "時刻は YYYY-MM-DD か YYYY-MM-DDTHH:MM:SS+09:00 の形です。"
            )
        }
        return bound
    }

    /// Transfers of many people.
    func transfer(_ asked: TransfersRequest) throws -> Transfer {
        Transfer(
            effective: try bound(asked.effective, .from),
            moves: try asked.moves.map { move in
                guard (move.department == nil) == (move.leaves == true) else {
                    throw Problem(
                        .againstRules,
                        detail: "A move names a department, or says that the person leaves.",
                        japanese: "異動先の課等か、退職（leaves）のどちらかを書きます。"
                    )
                }
                return Transfer.Move(
                    person: PersonID(move.person),
                    department: move.department.map { DepartmentID($0) }
                )
            }
        )
    }
}

extension OrderOutcome {
    /// The record's number and what the order gives back, or the refusal as a problem.
    func accepted() throws -> (record: RecordNumber, effect: OrderEffect?) {
        switch self {
        case .accepted(let record, let effect): return (record, effect)
        case .refused(let refusal): throw Problem(refusal)
        }
    }
}

extension Problem {
    /// Why an order or a question was refused.
    init(_ refusal: OrderRefusal) {
        switch refusal {
        case .notAllowed: self = .notAllowed
        case .unfit(let english, let japanese):
            self.init(.unfit, detail: english, japanese: japanese)
        case .changedMeanwhile:
            self.init(
                .changedMeanwhile,
                detail: "Somebody has changed it meanwhile; look at it again.",
                japanese: "他の者が変更しています。もう一度確かめてください。"
            )
        case .keyReused:
            self.init(
                .keyReused,
                detail: "This Idempotency-Key was used for another order.",
                japanese: "この Idempotency-Key は別の指示に使われています。"
            )
        case .faults(let faults):
            self.init(
                .againstRules,
                detail: "The order has mistakes; nothing has changed.",
                japanese: "指示に誤りがあります。何も変わっていません。",
                mistakes: faults.map(MistakeReply.init)
            )
        }
    }
}
