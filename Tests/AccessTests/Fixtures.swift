// SPDX-License-Identifier: Apache-2.0
import Access

/// What a fixture spells out and so cannot be missing.
func known<Value>(_ value: Value?, line: Int = #line) -> Value {
    guard let value else { preconditionFailure("the fixture on line \(line) is no value") }
    return value
}

/// The city's calendar.
let tokyo = known(BoardCalendar(zone: "Asia/Tokyo"))

/// A wall time, as `2026-04-10T09:30:00+09:00` or, in Tokyo's time, as `2026-04-10 09:30`.
func wall(_ written: String) -> Timestamp {
    guard written.contains(" ") else { return known(Timestamp(written)) }
    return known(Timestamp(written.replacing(" ", with: "T") + "+09:00"))
}

func day(_ written: String) -> CivilDate { known(CivilDate(written)) }

func signingDay(_ written: String) -> SigningDay { SigningDay(day(written), in: tokyo) }

func validity(_ from: String?, _ until: String?) -> Validity {
    Validity(
        from: from.map { known(Bound($0, as: .from, in: tokyo)) },
        until: until.map { known(Bound($0, as: .until, in: tokyo)) }
    )
}

func hours(_ days: Set<Weekday>, _ from: String, _ until: String) -> Hours {
    Hours(days: days, from: known(TimeOfDay(from)), until: known(TimeOfDay(until)))
}

/// So many seconds on the monotonic clock.
func instant(_ seconds: Double) -> Instant { Instant(sinceBoot: .seconds(seconds)) }

func badgeDigest(of person: PersonID) -> BadgeDigest { BadgeDigest(Array(person.text.utf8)) }

/// A number generator of which every value follows from the seed (SplitMix64; L15).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
