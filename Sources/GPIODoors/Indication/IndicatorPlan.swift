// SPDX-License-Identifier: Apache-2.0
import Access

/// What a door's lamps and buzzer show, by what was asked of them and when.
///
/// Pure. A refusal and a key's tone pass; everything else stands until something else is asked.
struct IndicatorPlan: Sendable, Hashable {
    private var standing = Indication.secured
    private var standsSince: Instant
    private var deniedAt: Instant?
    private var keyAt: Instant?

    init(at now: Instant) {
        standsSince = now
    }

    /// Takes an indication.
    mutating func show(_ indication: Indication, at now: Instant) {
        switch indication {
        case .key: keyAt = now
        case .denied: deniedAt = now
        case .secured, .waiting, .unserved: stand(indication, at: now)
        case .granted, .heldOpenWarning, .alarm:
            deniedAt = nil
            stand(indication, at: now)
        }
    }

    private mutating func stand(_ indication: Indication, at now: Instant) {
        guard standing != indication || indication == .granted else { return }
        standing = indication
        standsSince = now
    }

    /// The frame at a moment, and when the next one comes.
    func frame(at now: Instant) -> (frame: Frame, next: Instant?) {
        let denial = deniedAt.flatMap { now < $0 + Pattern.denial ? $0 : nil }
        let shown = denial.map { Pattern(.denied).frame(at: now - $0) }
        let under = Pattern(standing).frame(at: now - standsSince)
        var frame = (shown ?? under).frame
        var changes = [under.next.map { standsSince + $0 }]
        if let denial {
            changes = [shown?.next.map { denial + $0 }, denial + Pattern.denial]
        }
        if let keyAt, now < keyAt + Pattern.keyTone {
            frame.buzzer = true
            changes.append(keyAt + Pattern.keyTone)
        }
        return (frame, changes.compactMap { $0 }.min())
    }
}
