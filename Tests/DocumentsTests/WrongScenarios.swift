// SPDX-License-Identifier: Apache-2.0

/// Pieces of the scenario of DESIGN §10, what is put in their place, and what must be said about it.
let wrongScenarios = """
    scenario: 来訪者は立会いがなければ入れない⏎
    ⇒ ∅
    ⇒ 1:1: scenario: "scenario" is missing; it must be said here
    start: 2026-04-10T09:30:00+09:00
    ⇒ start: 2026-04-10 09:30
    ⇒ 3:8: start: "2026-04-10 09:30" is not a time with its offset (2026-04-10T09:30:00+09:00)
    start: 2026-04-10T09:30:00+09:00
    ⇒ start: 2026-04-10T09:30:00
    ⇒ 3:8: start: "2026-04-10T09:30:00" is not a time with its offset (2026-04-10T09:30:00+09:00)
    policy: ../demo-policy.yaml␣
    ⇒ policy: []␣
    ⇒ 4:9: policy: expected a mapping of keys and values, found a list
    steps:⏎
    ⇒ step:⏎
    ⇒ 5:1: step: unknown key "step"; did you mean "steps"? Expected one of: scenario, board, start, …
    at: 5s
    ⇒ at: 5
    ⇒ 7:10: steps[1].at: "5" is not a time since the start (5s, 1h30m)
    at: 5s
    ⇒ at: 5sec
    ⇒ 7:10: steps[1].at: "5sec" is not a time since the start (5s, 1h30m)
    at: 11s
    ⇒ at: 8s
    ⇒ 9:10: steps[3].at: time goes backwards here
    {at: 5s,  badge
    ⇒ {badge
    ⇒ 7:5: steps[1].at: "at" is missing; it must be said here
    reader: server-in, expect: {answer: pin-needed}
    ⇒ reader: server-inn, expect: {answer: pin-needed}
    ⇒ 7:50: steps[1].reader: the board has no reader "server-inn"; it has: server-in, server-out, monitor-in
    reader: server-in, expect: {answer: pin-needed}
    ⇒ expect: {answer: pin-needed}
    ⇒ 7:5: steps[1].reader: "reader" is missing; it must be said here
    "012E3D4C5B6A7988", reader: server-in
    ⇒ "012E3D4C5B6A798G", reader: server-in
    ⇒ 7:22: steps[1].badge: this is not a badge number (0-9 A-F)
    "482137#"
    ⇒ "482137E"
    ⇒ 8:21: steps[2].keys: this is not keys: 0-9, # and *
    keypad: server-keys
    ⇒ keypad: server-in
    ⇒ 8:40: steps[2].keypad: the board has no keypad "server-in"; it has: server-keys, monitor-keys
    keypad: server-keys
    ⇒ reader: server-in
    ⇒ 8:5: steps[2].keypad: "keypad" is missing; it must be said here ∣ 8:40: steps[2].reader: "reader" goes with "badge"
    door: server, state: open
    ⇒ door: server, state: ajar
    ⇒ 9:36: steps[3].state: "ajar" is not known here; expected one of: open, closed
    door: server, state: open
    ⇒ door: sever, state: open
    ⇒ 9:21: steps[3].door: the board has no door "sever"; it has: server, monitor
    door: server, state: open
    ⇒ door: server
    ⇒ 9:5: steps[3].state: "state" is missing; it must be said here
    answer: granted
    ⇒ answer: yes
    ⇒ 8:70: steps[2].expect.answer: "yes" is not known here; expected one of: granted, escort-needed, pin-needed, …
    lock: secured}}⏎  - {at: 13s
    ⇒ lock: locked}}⏎  - {at: 13s
    ⇒ 9:57: steps[3].expect.lock: "locked" is not known here; expected one of: released, secured
    answer: granted, lock
    ⇒ reason: wrong-pim, lock
    ⇒ 8:70: steps[2].expect.reason: "wrong-pim" is not known here (did you mean "wrong-pin"?); expected one of: journal-unavailable, stale-read, busy, …
    expect: {answer: granted, lock: released}
    ⇒ expect: {answr: granted, lock: released}
    ⇒ 8:62: steps[2].expect.answr: unknown key "answr"; did you mean "answer"? Expected one of: answer, reason, lock, …
    inside: {server-4f: ["100123", V-001]}
    ⇒ inside: [server-4f]
    ⇒ 10:61: steps[4].expect.inside: expected a mapping of names and values, found a list
    alarms: [visitor-unattended]
    ⇒ alarms: [unattended]
    ⇒ 12:80: steps[6].expect.alarms[0]: "unattended" is not known here; expected one of: door-forced, door-held-open, lock-fault, …
    alarms: [visitor-unattended]
    ⇒ alarms: visitor-unattended
    ⇒ 12:79: steps[6].expect.alarms: expected a list, found "visitor-unattended"
    order: {by: "100001", revoke
    ⇒ order: {revoke
    ⇒ 11:22: steps[5].order.by: "by" is missing; it must be said here
    revokeDesignation: D-2026-001,␣
    ⇒ ∅
    ⇒ 11:22: steps[5].order: an order has one verb, this one has 0; the verbs are: revokeDesignation, sign, designate, …
    revokeDesignation: D-2026-001
    ⇒ revokeDesignation: D-2026-001, sign: D-2026-001
    ⇒ 11:22: steps[5].order: an order has one verb, this one has 2; the verbs are: revokeDesignation, sign, designate, …
    revokeDesignation
    ⇒ revokeDesignatoin
    ⇒ 11:37: steps[5].order.revokeDesignatoin: unknown key "revokeDesignatoin"; did you mean "revokeDesignation"? Expected one of: by, revokeDesignation, sign, …
    revokeDesignation: D-2026-001,␣
    ⇒ acknowledge: fire-alarm,␣
    ⇒ 11:50: steps[5].order.acknowledge: "fire-alarm" is not known here; expected one of: door-forced, door-held-open, lock-fault, …
    revokeDesignation: D-2026-001,␣
    ⇒ handover: {room: server-4f},␣
    ⇒ 11:47: steps[5].order.handover.to: "to" is missing; it must be said here
    revokeDesignation: D-2026-001,␣
    ⇒ holdOpen: {door: server, minutes: ten, watcher: "100123"},␣
    ⇒ 11:71: steps[5].order.holdOpen.minutes: expected a whole number, found "ten"
    revokeDesignation: D-2026-001,␣
    ⇒ holdOpen: {door: cellar, minutes: 10, watcher: "100123"},␣
    ⇒ 11:54: steps[5].order.holdOpen.door: the board has no door "cellar"; it has: server, monitor
    revokeDesignation: D-2026-001,␣
    ⇒ badgeLost: XYZ,␣
    ⇒ 11:48: steps[5].order.badgeLost: this is not a badge number (0-9 A-F, at most 64) or fp: and 32 digits
    revokeDesignation: D-2026-001,␣
    ⇒ lockdown: server-4f,␣
    ⇒ 11:47: steps[5].order.lockdown: expected a list, found "server-4f"
    revokeDesignation: D-2026-001,␣
    ⇒ revokeDesignation: D-2026-001, allow: ["100123"],␣
    ⇒ 11:75: steps[5].order.allow: "allow" goes with "lockdown"
    revokeDesignation: D-2026-001,␣
    ⇒ designate: {id: D-1, person: "200102", rooms: [server-4f], form: 2026-04-10, reason: x},␣
    ⇒ 11:96: steps[5].order.designate.form: unknown key "form"; did you mean "from"? Expected one of: id, person, rooms, …
    revokeDesignation: D-2026-001,␣
    ⇒ designate: {id: D-1, person: "200102", rooms: server-4f, from: 2026-04-10, reason: x},␣
    ⇒ 11:83: steps[5].order.designate.rooms: expected a list, found "server-4f"
    {at: 20s, order:
    ⇒ {at: 20s, fire: burning, order:
    ⇒ 11:5: steps[5]: one step does one thing; here are fire, order ∣ 11:21: steps[5].fire: "burning" is not known here; expected one of: on, off
    {at: 20s, order: {by: "100001", revokeDesignation: D-2026-001, reason: 異動}}
    ⇒ {at: 20s, tamper: true}
    ⇒ 11:23: steps[5].tamper: "true" is not known here; expected one of: on, off
    {at: 20s, order: {by: "100001", revokeDesignation: D-2026-001, reason: 異動}}
    ⇒ {at: 20s, clock: 1h}
    ⇒ 11:22: steps[5].clock: "1h" is not a step (+1h, -1d), trusted or untrusted
    {at: 20s, order: {by: "100001", revokeDesignation: D-2026-001, reason: 異動}}
    ⇒ {at: 20s, crash: false}
    ⇒ 11:22: steps[5].crash: "false" is not known here; expected one of: true
    {at: 20s, order: {by: "100001", revokeDesignation: D-2026-001, reason: 異動}}
    ⇒ {at: 20s, lost: camera}
    ⇒ 11:21: steps[5].lost: the board has no reader or keypad "camera"; it has: server-in, server-out, monitor-in, server-keys, monitor-keys
    {at: 20s, order: {by: "100001", revokeDesignation: D-2026-001, reason: 異動}}
    ⇒ {at: 20s, disk: half}
    ⇒ 11:21: steps[5].disk: "half" is not known here; expected one of: full, ok
    {at: 20s, order: {by: "100001", revokeDesignation: D-2026-001, reason: 異動}}
    ⇒ {at: 20s, fire: on, expect: {lock: released}}
    ⇒ 11:40: steps[5].expect.lock: this step names no door; say whose lock: {DOOR: released}
    {at: 20s, order: {by: "100001", revokeDesignation: D-2026-001, reason: 異動}}
    ⇒ {at: 20s, fire: on, expect: {lock: {cellar: released}}}
    ⇒ 11:49: steps[5].expect.lock.cellar: the board has no door "cellar"; it has: server, monitor
    kind: entry
    ⇒ kind: entyr
    ⇒ 14:12: journal[0].kind: "entyr" is not known here (did you mean "entry"?); expected one of: entry, entered, not-entered, …
    escort: "100123"
    ⇒ escorts: "100123"
    ⇒ 14:36: journal[0].escorts: unknown key "escorts"; did you mean "escort"? Expected one of: kind, door, room, …
    """
