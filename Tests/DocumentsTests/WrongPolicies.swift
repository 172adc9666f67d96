// SPDX-License-Identifier: Apache-2.0

/// Pieces of the policy of DESIGN §8, what is put in their place, and what must be said about it.
let wrongPolicies = """
    holidays: [2026-04-29]
    ⇒ hollidays: [2026-04-29]
    ⇒ 29:1: hollidays: unknown key "hollidays"; did you mean "holidays"? Expected one of: rooms, departments, people, …
    site: main␣␣
    ⇒ sight: main␣␣
    ⇒ 2:5: rooms[0].site: "site" is missing; it must be said here ∣ 4:5: rooms[0].sight: unknown key "sight"; expected one of: id, name, site, …
    name: サーバ室⏎
    ⇒ name: サーバ室⏎    colour: blue⏎
    ⇒ 4:5: rooms[0].colour: unknown key "colour"; expected one of: id, name, site, …
    capacity: 8
    ⇒ capacity: eight
    ⇒ 12:15: rooms[0].capacity: expected a whole number, found "eight"
    capacity: 8
    ⇒ capacity: "8"
    ⇒ 12:15: rooms[0].capacity: expected a whole number, found the text "8"
    capacity: 8
    ⇒ capacity: 0
    ⇒ 12:15: rooms[0].capacity: 0 is out of bounds; expected 1 to 10000
    capacity: 8
    ⇒ capacity: 8.5
    ⇒ 12:15: rooms[0].capacity: expected a whole number, found "8.5"
    capacity: 8
    ⇒ capacity:
    ⇒ 12:14: rooms[0].capacity: expected a whole number, found nothing
    capacity: 8
    ⇒ capacity: 99999999999999999999
    ⇒ 12:15: rooms[0].capacity: "99999999999999999999" is not a number of this size
    visitorsPerEscort: 3
    ⇒ visitorsPerEscort: 21
    ⇒ 10:24: rooms[0].visitorsPerEscort: 21 is out of bounds; expected 1 to 20
    authentication: badge+pin␣
    ⇒ authentication: pin␣
    ⇒ 9:21: rooms[0].authentication: "pin" is not known here; expected one of: badge, badge+pin
        authentication: badge+pin        # badge | badge+pin : no default, must be said⏎
    ⇒ ∅
    ⇒ 2:5: rooms[0].authentication: "authentication" is missing; it must be said here
    escortMustBeDesignated: true
    ⇒ escortMustBeDesignated: yes
    ⇒ 8:29: rooms[0].escortMustBeDesignated: expected true or false, found "yes"
    antiPassback: soft
    ⇒ antiPassback: hrad
    ⇒ 11:19: rooms[0].antiPassback: "hrad" is not known here (did you mean "hard"?); expected one of: off, soft, hard
    designation: both
    ⇒ designation: neither
    ⇒ 5:18: rooms[0].designation: "neither" is not known here (did you mean "either"?); expected one of: both, either, section-head
    competentSections: [zeimu]␣␣␣
    ⇒ competentSections: []␣␣␣
    ⇒ 6:24: rooms[0].competentSections: warning: no section is competent for "server-4f", so nobody can be designated for it
    competentSections: [zeimu]␣␣␣
    ⇒ competentSections: zeimu␣␣␣
    ⇒ 6:24: rooms[0].competentSections: expected a list, found "zeimu"
    competentSections: [zeimu]␣␣␣
    ⇒ competentSections: [zeimu, zeimu]␣␣␣
    ⇒ 6:32: rooms[0].competentSections[1]: "zeimu" is named twice in this list
    competentSections: [zeimu]␣␣␣
    ⇒ competentSections: [zaimu]␣␣␣
    ⇒ 6:25: rooms[0].competentSections[0]: there is no department "zaimu"; name one that is under departments
    escorts: [information-department]
    ⇒ escorts: [police]
    ⇒ 7:15: rooms[0].escorts[0]: "police" is not known here; expected one of: information-department, branch-office
    within: monitor-4f
    ⇒ within: cellar
    ⇒ 13:13: rooms[0].within: there is no room "cellar"; name one that is under rooms
    within: monitor-4f
    ⇒ within: server-4f
    ⇒ 13:13: rooms[0].within: "server-4f" would lie within itself; follow "within" outwards and break the circle
    site: main, competentSections
    ⇒ site: main, within: server-4f, competentSections
    ⇒ 15:55: rooms[1].within: "monitor-4f" would lie within itself; follow "within" outwards and break the circle
    id: monitor-4f
    ⇒ id: server-4f
    ⇒ 13:13: rooms[0].within: there is no room "monitor-4f"; name one that is under rooms ∣ 15:10: rooms[1].id: "server-4f" is there twice, first as rooms[0]; every one needs its own
    id: monitor-4f
    ⇒ id: monitor 4f
    ⇒ 13:13: rooms[0].within: there is no room "monitor-4f"; name one that is under rooms ∣ 15:10: rooms[1].id: an id has at least one character, and no spaces
    id: monitor-4f
    ⇒ id: ""
    ⇒ 13:13: rooms[0].within: there is no room "monitor-4f"; name one that is under rooms ∣ 15:10: rooms[1].id: an id has at least one character, and no spaces
    id: zeimu, name: 税務課}
    ⇒ id: joho, name: 税務課}
    ⇒ 6:25: rooms[0].competentSections[0]: there is no department "zeimu"; name one that is under departments ∣ 15:67: rooms[1].competentSections[0]: there is no department "zeimu"; name one that is under departments ∣ 18:10: departments[1].id: "joho" is there twice, first as departments[0]; every one needs its own ∣ 24:45: people[4].department: there is no department "zeimu"; name one that is under departments ∣ 28:40: appointments[2].department: there is no department "zeimu"; name one that is under departments
    {id: zeimu, name: 税務課}
    ⇒ {id: zeimu, name: }
    ⇒ 18:23: departments[1].name: expected a text, found nothing
    {id: zeimu, name: 税務課}
    ⇒ {id: zeimu}
    ⇒ 18:5: departments[1].name: "name" is missing; it must be said here
    {id: zeimu, name: 税務課}
    ⇒ zeimu
    ⇒ 18:5: departments[1]: expected a mapping of keys and values, found "zeimu"
    {id: zeimu, name: 税務課}
    ⇒ {id: zeimu, name: 税務課, name: 会計課}
    ⇒ 18:28: departments[1].name: the key "name" is there twice; expected once
    department: joho, from: 2026-04-01, until
    ⇒ department: jojo, from: 2026-04-01, until
    ⇒ 20:62: people[0].department: there is no department "jojo"; name one that is under departments
    until: 2027-03-31, badges
    ⇒ until: 2027-02-29, badges
    ⇒ 20:93: people[0].until: "2027-02-29" is not a date of the calendar (2026-04-01), or a time with its offset (2026-04-01T09:00:00+09:00)
    until: 2027-03-31, badges
    ⇒ until: 2026-03-31, badges
    ⇒ 20:93: people[0].until: it ends (2026-03-31) before it begins (2026-04-01); expected an end after the beginning
    until: 2027-03-31, badges
    ⇒ until: 31.3.2027, badges
    ⇒ 20:93: people[0].until: "31.3.2027" is not a date of the calendar (2026-04-01), or a time with its offset (2026-04-01T09:00:00+09:00)
    until: 2027-03-31, badges
    ⇒ until: 2027-03-31T10:00:00, badges
    ⇒ 20:93: people[0].until: "2027-03-31T10:00:00" is not a date of the calendar (2026-04-01), or a time with its offset (2026-04-01T09:00:00+09:00)
    pin: "482137"
    ⇒ pin: "48"
    ⇒ 20:140: people[0].pin: a PIN has 4 to 16 digits and nothing else
    pin: "482137"
    ⇒ pin: "48213a"
    ⇒ 20:140: people[0].pin: a PIN has 4 to 16 digits and nothing else
    duressPin: "482138"
    ⇒ duressPin: "482137"
    ⇒ 20:161: people[0].duressPin: the duress PIN is the same as the PIN; it must differ
    pin: "482137",␣
    ⇒ ∅
    ⇒ 20:5: people[0].pin: "pin" is missing; it must be said here
    ["012E3D4C5B6A7988"]
    ⇒ ["0000000000000001"]
    ⇒ 21:143: people[1].badges[0]: this badge is given out already, as people[0].badges[0]; a badge belongs to one person, once
    ["012E3D4C5B6A7988"]
    ⇒ ["012E3D4C5B6A7988", "01:2e:3d:4c:5b:6a:79:88"]
    ⇒ 20:134: people[0].badges[1]: this badge is given out already, as people[0].badges[0]; a badge belongs to one person, once
    ["012E3D4C5B6A7988"]
    ⇒ ["fp:12"]
    ⇒ 20:114: people[0].badges[0]: this is not a badge number (0-9 A-F, at most 64) or fp: and 32 digits
    ["012E3D4C5B6A7988"]
    ⇒ [""]
    ⇒ 20:114: people[0].badges[0]: this is not a badge number (0-9 A-F, at most 64) or fp: and 32 digits
    kind: visitor, status: active
    ⇒ kind: guest, status: active
    ⇒ 21:178: people[1].badges[0].kind: "guest" is not known here; expected one of: staff, visitor
    kind: visitor, status: active
    ⇒ kind: visitor, status: activ
    ⇒ 21:195: people[1].badges[0].status: "activ" is not known here (did you mean "active"?); expected one of: active, suspended, lost, …
    {number: "0000000000000001", kind
    ⇒ {nummer: "0000000000000001", kind
    ⇒ 21:144: people[1].badges[0].nummer: unknown key "nummer"; did you mean "number"? Expected one of: number, fingerprint, kind, label, technology, systemCode, assurance, status
    company: 四国システム,␣
    ⇒ ∅
    ⇒ 41:16: visits[0].visitors[0]: "V-001" has no department and lacks company; an outsider's record must be complete before a visit is approved (R24)
    company: 四国システム,␣
    ⇒ compny: 四国システム,␣
    ⇒ 21:30: people[1].compny: unknown key "compny"; did you mean "company"? Expected one of: id, name, kana, …
    identityChecked: 運転免許証, briefed: 2026-04-01,␣
    ⇒ ∅
    ⇒ 41:16: visits[0].visitors[0]: "V-001" has no department and lacks identityChecked, briefed; an outsider's record must be complete before a visit is approved (R24)
    briefed: 2026-04-01
    ⇒ briefed: yesterday
    ⇒ 21:80: people[1].briefed: "yesterday" is not a date of the calendar (2026-04-01)
    responsible: joho
    ⇒ responsible: jojo
    ⇒ 21:128: people[1].responsible: there is no department "jojo"; name one that is under departments
    {id: "200001", name
    ⇒ {id: "100001", name
    ⇒ 24:10: people[4].id: "100001" is there twice, first as people[2]; every one needs its own ∣ 28:55: appointments[2].person: there is no person "200001"; name one that is under people ∣ 38:55: designations[0].signatures[1].by: there is no person "200001"; name one that is under people
    office: information-officer, person
    ⇒ office: officer, person
    ⇒ 26:14: appointments[0].office: "officer" is not known here; expected one of: information-officer, acting-information-officer, section-head, …
    department: zeimu, person: "200001", from
    ⇒ person: "200001", from
    ⇒ 28:5: appointments[2].department: "department" is missing; it must be said here
    until: 2026-08-16, basis: 事務決裁規程第5条
    ⇒ basis: 事務決裁規程第5条
    ⇒ 27:5: appointments[1].until: "until" is missing; it must be said here
    , basis: 事務決裁規程第5条
    ⇒ ∅
    ⇒ 27:5: appointments[1].basis: "basis" is missing; it must be said here
    person: "100001", from: 2026-04-01}
    ⇒ person: "100009", from: 2026-04-01}
    ⇒ 26:43: appointments[0].person: there is no person "100009"; name one that is under people
    {office: information-officer, person: "100001", from: 2026-04-01}
    ⇒ {office: information-officer, person: "100001", from: 2026-04-10}
    ⇒ 38:18: designations[0].signatures[0]: warning: the signature of "100001" does not count: on 2026-04-01 this person held no office whose signature these rooms ask for ∣ 43:9: visits[0].by: "100001" was neither information officer nor acting for the office on 2026-04-08; nobody else approves visits
    [2026-04-29]
    ⇒ [2026-04-31]
    ⇒ 29:12: holidays[0]: "2026-04-31" is not a date of the calendar (2026-04-01)
    [2026-04-29]
    ⇒ 2026-04-29
    ⇒ 29:11: holidays: expected a list, found "2026-04-29"
    [2026-04-29]
    ⇒ [2026-04-29, 2026-04-29]
    ⇒ 29:24: holidays[1]: 2026-04-29 is named twice
    person: "100123"⏎
    ⇒ person: "100124"⏎
    ⇒ 32:13: designations[0].person: there is no person "100124"; name one that is under people
    rooms: [server-4f]⏎    from
    ⇒ rooms: []⏎    from
    ⇒ 33:12: designations[0].rooms: the list is empty; at least one is expected
    rooms: [server-4f]⏎    from
    ⇒ rooms: [server-5f]⏎    from
    ⇒ 33:13: designations[0].rooms[0]: there is no room "server-5f"; name one that is under rooms
    rooms: [server-4f]⏎    from
    ⇒ roms: [server-4f]⏎    from
    ⇒ 33:5: designations[0].roms: unknown key "roms"; did you mean "rooms"? Expected one of: id, person, rooms, …
    rooms: [server-4f]⏎    from
    ⇒ rooms: [server-4f, server-4f]⏎    from
    ⇒ 33:24: designations[0].rooms[1]: "server-4f" is named twice in this list
        until: 2027-03-31                # default
    ⇒     until: 2025-03-31                # default
    ⇒ 35:12: designations[0].until: it ends (2025-03-31) before it begins (2026-04-01); expected an end after the beginning
    days: [mon, tue
    ⇒ days: [monday, tue
    ⇒ 36:20: designations[0].hours.days[0]: "monday" is not known here; expected one of: mon, tue, wed, …
    from: "08:00"
    ⇒ from: "25:00"
    ⇒ 36:52: designations[0].hours.from: "25:00" is not a time of day (00:00 to 24:00)
    from: "08:00"
    ⇒ from: 8
    ⇒ 36:52: designations[0].hours.from: "8" is not a time of day (00:00 to 24:00)
    until: "19:00"
    ⇒ until: "08:00"
    ⇒ 36:68: designations[0].hours.until: the hours begin and end at 08:00; expected two different times
    reason: サーバ運用
    ⇒ reason: ""
    ⇒ 37:13: designations[0].reason: the text is empty
    {by: "200001", on: 2026-04-01}]
    ⇒ {by: "200009", on: 2026-04-01}]
    ⇒ 38:55: designations[0].signatures[1].by: there is no person "200009"; name one that is under people
    {by: "200001", on: 2026-04-01}]
    ⇒ {by: "100123", on: 2026-04-01}]
    ⇒ 38:50: designations[0].signatures[1]: warning: the signature of "100123" does not count: on 2026-04-01 this person held no office whose signature these rooms ask for
    {by: "200001", on: 2026-04-01}]
    ⇒ {by: "200001", on: 2026-03-31}]
    ⇒ 38:50: designations[0].signatures[1]: warning: the signature of "200001" does not count: on 2026-03-31 this person held no office whose signature these rooms ask for
    {by: "200001", on: 2026-04-01}]
    ⇒ {by: "100001", on: 2026-04-01}]
    ⇒ 38:50: designations[0].signatures[1]: warning: "100001" has signed already; two signatures come from two persons
    {by: "200001", on: 2026-04-01}]
    ⇒ {by: "200001"}]
    ⇒ 38:50: designations[0].signatures[1].on: "on" is missing; it must be said here
    visitors: [V-001]
    ⇒ visitors: [V-002]
    ⇒ 41:16: visits[0].visitors[0]: there is no person "V-002"; name one that is under people
    visitors: [V-001]
    ⇒ visitors: ["100001"]
    ⇒ 41:16: visits[0].visitors[0]: "100001" approves this visit and can't be its visitor
    visitors: [V-001]
    ⇒ visitors: []
    ⇒ 41:15: visits[0].visitors: the list is empty; at least one is expected
    visitors: [V-001]
    ⇒ visitors: V-001
    ⇒ 41:15: visits[0].visitors: expected a list, found "V-001"
    by: "100001"␣␣␣
    ⇒ by: "200001"␣␣␣
    ⇒ 43:9: visits[0].by: "200001" was neither information officer nor acting for the office on 2026-04-08; nobody else approves visits
    on: 2026-04-08
    ⇒ on: 2026-03-08
    ⇒ 43:9: visits[0].by: "100001" was neither information officer nor acting for the office on 2026-03-08; nobody else approves visits
    by: "100001"␣␣␣
    ⇒ by: "100002"␣␣␣
    ⇒ 43:9: visits[0].by: "100002" was neither information officer nor acting for the office on 2026-04-08; nobody else approves visits
        until: 2026-04-10T12:00:00+09:00⏎
    ⇒ ∅
    ⇒ 40:5: visits[0].until: "until" is missing; it must be said here
    until: 2026-04-10T12:00:00+09:00
    ⇒ until: 2026-04-10T08:00:00+09:00
    ⇒ 47:12: visits[0].until: it ends (2026-04-10T08:00:00+09:00) before it begins (2026-04-10T09:00:00+09:00); expected an end after the beginning
    until: 2026-04-10T12:00:00+09:00
    ⇒ until: 2026-04-10T24:30:00+09:00
    ⇒ 47:12: visits[0].until: "2026-04-10T24:30:00+09:00" is not a date of the calendar (2026-04-01), or a time with its offset (2026-04-01T09:00:00+09:00)
    from: 2026-04-10T09:00:00+09:00
    ⇒ from: 2026-04-10T09:00:00
    ⇒ 46:11: visits[0].from: "2026-04-10T09:00:00" is not a date of the calendar (2026-04-01), or a time with its offset (2026-04-01T09:00:00+09:00)
        necessity: 保守契約に基づくディスク交換⏎
    ⇒ ∅
    ⇒ 40:5: visits[0].necessity: "necessity" is missing; it must be said here
    entries: 1␣␣
    ⇒ entries: 0␣␣
    ⇒ 48:14: visits[0].entries: 0 is out of bounds; expected 1 to 1000
    entries: 1␣␣
    ⇒ entries: often␣␣
    ⇒ 48:14: visits[0].entries: expected a whole number, or unlimited, found "often"
    entries: 1␣␣
    ⇒ entries: -1␣␣
    ⇒ 48:14: visits[0].entries: -1 is out of bounds; expected 1 to 1000
    escorts: ["100123"]
    ⇒ escorts: ["100124"]
    ⇒ 49:15: visits[0].escorts[0]: there is no person "100124"; name one that is under people
    escorts: ["100123"]
    ⇒ escorts: []
    ⇒ 49:14: visits[0].escorts: the list is empty; at least one is expected
    visits:⏎
    ⇒ people:⏎
    ⇒ 39:1: people: the key "people" is there twice; expected once ∣ 40:5: people[0].name: "name" is missing; it must be said here ∣ 41:5: people[0].visitors: unknown key "visitors"; expected one of: id, name, kana, … ∣ 42:5: people[0].rooms: unknown key "rooms"; expected one of: id, name, kana, … ∣ 43:5: people[0].by: unknown key "by"; expected one of: id, name, kana, … ∣ 44:5: people[0].on: unknown key "on"; expected one of: id, name, kana, … ∣ 45:5: people[0].necessity: unknown key "necessity"; expected one of: id, name, kana, … ∣ 48:5: people[0].entries: unknown key "entries"; expected one of: id, name, kana, … ∣ 49:5: people[0].escorts: unknown key "escorts"; expected one of: id, name, kana, …
    visits:⏎
    ⇒ visits: 5⏎foo:⏎
    ⇒ 39:9: visits: expected a list, found "5" ∣ 40:1: foo: unknown key "foo"; expected one of: rooms, departments, people, …
    visits:⏎  - id
    ⇒ visits:⏎⇥- id
    ⇒ 40:1: this line is indented with a tab; YAML takes spaces only
    holidays: [2026
    ⇒ holidays: [[2026
    ⇒ 30:1: this is not YAML: did not find expected ',' or ']'
    rooms:⏎  - id: server-4f
    ⇒ rooms:⏎  - id: server-4f⏎   x
    ⇒ 3:4: this is not YAML: did not find expected '-' indicator
    visits:⏎
    ⇒ ---⏎visits:⏎
    ⇒ 39:1: a second document begins here ("---"); expected one document in the file
    reason: サーバ運用
    ⇒ reason: *nobody
    ⇒ 37:13: this is not YAML: found undefined alias
    reason: サーバ運用
    ⇒ reason: "a
    ⇒ 38:24: this is not YAML: did not find expected key
    departments:⏎
    ⇒ poeple: []⏎departments:⏎
    ⇒ 16:1: poeple: unknown key "poeple"; did you mean "people"? Expected one of: rooms, departments, people, …
    """
