// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

/// The board's clock and time zone: what people mean by "tomorrow" is the board's.
struct BoardClock {
    let calendar: BoardCalendar
    let now: LocalTime

    init(_ server: Server) async throws {
        let me = try await server.get(APIPath.me).json(MeReply.self)
        try self.init(at: me.at, zone: me.timeZone)
    }

    init(at written: String, zone: String) throws {
        guard let calendar = BoardCalendar(zone: zone),
            let now = Timestamp(String(written.prefix(19) + written.suffix(6)))
        else { throw Complaint(.failed, Words.now.strangeReply) }
        self.calendar = calendar
        self.now = calendar.local(now)
    }

    /// A time as the API takes it: what bears an offset stays, all else is said in the board's zone.
    func written(_ said: String) throws -> String {
        if Timestamp(said) != nil { return said }
        guard let when = When(said, now: now) else {
            throw Complaint(.usage, Words.now.noTime(said))
        }
        return when.written(in: calendar)
    }

    /// The same for what may be left unsaid.
    func written(ifSaid said: String?) throws -> String? { try said.map { try written($0) } }

    /// Now, as an instant.
    var timestamp: Timestamp { calendar.timestamp(now.date, second: now.second) }

    /// The instant of a bound of a row, where it has one.
    func bound(_ written: String?, _ edge: Bound.Edge) -> Timestamp? {
        written.flatMap { Bound($0, as: edge, in: calendar)?.instant }
    }

    /// Says so where a last day, or an end, has passed already.
    func noteIfOver(_ until: String?) {
        guard let said = try? written(ifSaid: until), let end = bound(said, .until),
            end <= timestamp
        else { return }
        Screen.standard.complain(Words.now.windowIsOver)
    }

    /// An instant: a whole day is meant from its beginning.
    func instant(_ said: String) throws -> String {
        if Timestamp(said) != nil { return said }
        guard let when = When(said, now: now) else {
            throw Complaint(.usage, Words.now.noTime(said))
        }
        let text = calendar.text(when.timestamp(in: calendar))
        return String(text.prefix(19) + text.suffix(6))
    }
}
