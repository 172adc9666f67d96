// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import Hummingbird

extension JournalQuery {
    /// Reads a query's parameters; an unknown name or a value of another form is a mistake, not ignored.
    init(_ request: Request, limits: AdminLimits, in calendar: BoardCalendar) throws {
        self.init()
        for (name, value) in request.uri.queryParameters {
            let written = String(value)
            switch name {
            case "after": after = try Self.number(written, 0...RecordNumber.max, name)
            case "last":
                last = Int(try Self.number(written, 1...RecordNumber(limits.pageRecords), name))
            case "limit":
                limit = Int(try Self.number(written, 1...RecordNumber(limits.pageRecords), name))
            case "door": door = DoorID(try Self.name(written, name))
            case "person": person = PersonID(try Self.name(written, name))
            case "kind":
                for kind in written.split(separator: ",") { kinds.insert(try Self.kind(kind)) }
            case "from": from = try Self.bound(written, .from, calendar).instant
            case "until": until = try Self.bound(written, .until, calendar).instant
            default:
                throw Problem.malformed(
                    "The parameter '\(name.prefix(40))' is not known here.",
                    "パラメータ「\(name.prefix(40))」はここでは使えません。"
                )
            }
        }
    }

    private static func number(
        _ written: String,
        _ range: ClosedRange<RecordNumber>,
        _ name: Substring
    ) throws -> RecordNumber {
        guard let number = RecordNumber(written), range.contains(number) else {
            throw Problem.malformed(
                "'\(name)' must be a number from \(range.lowerBound) to \(range.upperBound).",
                "「\(name)」は \(range.lowerBound) から \(range.upperBound) までの数です。"
            )
        }
        return number
    }

    private static func name(_ written: String, _ name: Substring) throws -> String {
        guard (1...200).contains(written.utf8.count) else {
            throw Problem.malformed(
                "'\(name)' must be a name of up to 200 bytes.",
                "「\(name)」は 200 バイトまでの名前です。"
            )
        }
        return written
    }

    private static func kind(_ written: Substring) throws -> RecordKind {
        guard let kind = RecordKind(rawValue: String(written)) else {
            let known = RecordKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem.malformed(
                "'kind' must be of: \(known).",
                "「kind」は次のいずれかです：\(known)"
            )
        }
        return kind
    }

    private static func bound(
        _ written: String,
        _ edge: Bound.Edge,
        _ calendar: BoardCalendar
    ) throws -> Bound {
        guard let bound = Bound(written, as: edge, in: calendar) else {
            throw Problem.malformed(
                "A time must be YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS+09:00.",
                "時刻は YYYY-MM-DD か YYYY-MM-DDTHH:MM:SS+09:00 の形です。"
            )
        }
        return bound
    }
}
