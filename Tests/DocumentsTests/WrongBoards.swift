// SPDX-License-Identifier: Apache-2.0

/// Pieces of the board of DESIGN §9, what is put in their place, and what must be said about it.
let wrongBoards = """
    board: main-4f⏎
    ⇒ ∅
    ⇒ 1:1: board: "board" is missing; it must be said here
    board: main-4f
    ⇒ bord: main-4f
    ⇒ 1:1: bord: unknown key "bord"; did you mean "board"? Expected one of: board, site, timeZone, …
    board: main-4f
    ⇒ board: main 4f
    ⇒ 1:8: board: an id has at least one character, and no spaces
    timeZone: Asia/Tokyo
    ⇒ timeZone: Asia/Tokio
    ⇒ 3:11: timeZone: "Asia/Tokio" is not a time zone of the tz database (Asia/Tokyo)
    timeZone: Asia/Tokyo
    ⇒ timeZone: +09:00
    ⇒ 3:11: timeZone: "+09:00" is not a time zone of the tz database (Asia/Tokyo)
    /var/lib/tachiai/tachiai.sqlite
    ⇒ tachiai.sqlite
    ⇒ 4:11: database: "tachiai.sqlite" is not an absolute path of a file (/var/lib/…)
    /run/tachiai/admin.sock
    ⇒ admin.sock
    ⇒ 6:11: listen.socket: "admin.sock" is not an absolute path of a file (/var/lib/…)
    port: 8443
    ⇒ port: 84430
    ⇒ 7:39: listen.network.port: 84430 is out of bounds; expected 1 to 65535
    port: 8443
    ⇒ port: https
    ⇒ 7:39: listen.network.port: expected a whole number, found "https"
    address: "0.0.0.0"
    ⇒ address: 0.0.0
    ⇒ 7:22: listen.network.address: "0.0.0" is not an IPv4 or IPv6 address
    port: 8443}
    ⇒ port: 8443, key: /etc/key.pem}
    ⇒ 7:12: listen.network: certificate and key come together; only "key" is there
    {id: server-in, family: hid-keyboard
    ⇒ {id: server-in, family: hid-keybord
    ⇒ 9:29: readers[0].family: "hid-keybord" is not known here (did you mean "hid-keyboard"?); expected one of: hid-keyboard, rc-s380, rc-s300, …
    {id: server-in, family: hid-keyboard
    ⇒ {id: server-in
    ⇒ 9:5: readers[0].family: "family" is missing; it must be said here
    {id: server-in
    ⇒ {id: server-out
    ⇒ 10:10: readers[1].id: "server-out" belongs to readers[0].id already
    "1-1.2"
    ⇒ "1-1.x"
    ⇒ 9:49: readers[0].port: "1-1.x" is not a USB port: bus, hyphen and ports (1-1.2)
    "1-1.2"
    ⇒ 2
    ⇒ 9:49: readers[0].port: "2" is not a USB port: bus, hyphen and ports (1-1.2)
    "1-1.2"
    ⇒ "1-1.4"
    ⇒ 11:45: readers[2].port: port 1-1.4 belongs to readers[0].port already
    port: "1-1.2",␣
    ⇒ ∅
    ⇒ 9:5: readers[0]: neither "port" nor "usb" is there; say where it is plugged in, or what it is
    radix: hex
    ⇒ radix: octal
    ⇒ 9:74: readers[0].number.radix: "octal" is not known here; expected one of: hex, decimal
    width: 16
    ⇒ width: 0
    ⇒ 9:86: readers[0].number.width: 0 is out of bounds; expected 1 to 64
    width: 16
    ⇒ width: 65
    ⇒ 9:86: readers[0].number.width: 65 is out of bounds; expected 1 to 64
    width: 16
    ⇒ width: "16"
    ⇒ 9:86: readers[0].number.width: expected a whole number, found the text "16"
    , number: {radix: hex, width: 16}
    ⇒ ∅
    ⇒ 9:5: readers[0].number: "number" is missing; it must be said here
    {radix: hex, width: 16}
    ⇒ {radix: hex, width: 15, byteOrder: reversed}
    ⇒ 9:86: readers[0].number.width: 15 hexadecimal digits are no whole bytes; to be reversed, their number must be even
    terminator: enter
    ⇒ terminator: space
    ⇒ 9:103: readers[0].terminator: "space" is not known here; expected one of: enter, tab, none
    vendor: "ffff"
    ⇒ vendor: "ffg0"
    ⇒ 10:58: readers[1].usb.vendor: "ffg0" is not 4 hexadecimal digits (054c)
    product: "0035"
    ⇒ product: 35
    ⇒ 10:75: readers[1].usb.product: "35" is not 4 hexadecimal digits (054c)
    , product: "0035"
    ⇒ ∅
    ⇒ 10:49: readers[1].usb.product: "product" is missing; it must be said here
    "FE00"
    ⇒ "FE0"
    ⇒ 11:66: readers[2].systemCode: "FE0" is not 4 hexadecimal digits (054c)
    "FE00"
    ⇒ "FFFF"
    ⇒ 11:66: readers[2].systemCode: FFFF asks any system: a card of several systems then answers with whichever is its first, and with another number; name the badge's own system (FE00)
    "FE00"
    ⇒ ["88B4", "88B4"]
    ⇒ 11:75: readers[2].systemCode[1]: this system code is there twice
    "FE00"
    ⇒ [FE00, 88B4, "0003", "0004", "0005"]
    ⇒ 11:66: readers[2].systemCode: 5 entries are too many; at most 4 are taken
    "FE00"
    ⇒ "FE00", technologies: [type-a]
    ⇒ 11:66: readers[2].systemCode: "felica" is not among the technologies; a system code says nothing then
    systemCode: "FE00"
    ⇒ technologies: []
    ⇒ 11:68: readers[2].technologies: no technology is named
    terminator: enter
    ⇒ terminator: enter, systemCode: "FE00"
    ⇒ 9:122: readers[0].systemCode: a hid-keyboard reader polls for no cards; only these do: rc-s380, rc-s300, ccid
    systemCode: "FE00"
    ⇒ systemCode: "FE00", authentication: demanded
    ⇒ 11:90: readers[2].authentication: "demanded" is not known here; expected one of: offered, required
    {id: server-keys, family: hid-keyboard, port: "1-1.3"}
    ⇒ {id: server-keys, family: rc-s380, port: "1-1.3"}
    ⇒ 13:31: keypads[0].family: a rc-s380 reader has no keys
    {id: server-keys, family: hid-keyboard, port: "1-1.3"}
    ⇒ {id: server-keys, family: hid-keyboard, port: "1-1.3", terminator: enter}
    ⇒ 13:60: keypads[0].terminator: unknown key "terminator"; expected one of: id, family, port, …
    entry: server-in␣
    ⇒ entry: server-inn␣
    ⇒ 17:12: doors[0].entry: there is no reader "server-inn"; those under readers are: server-in, server-out, monitor-in
    exit: server-out
    ⇒ exit: server-in
    ⇒ 18:11: doors[0].exit: "server-in" serves at doors[0].entry already; one device serves at one side of one door
    keypad: server-keys
    ⇒ keypad: server-in
    ⇒ 20:13: doors[0].keypad: there is no keypad "server-in"; those under keypads are: server-keys
    keypad: server-keys
    ⇒ keypad: keys
    ⇒ 20:13: doors[0].keypad: there is no keypad "keys"; those under keypads are: server-keys
        entry: server-in                           # reader outside⏎
    ⇒ ∅
    ⇒ 15:5: doors[0].entry: "entry" is missing; it must be said here
        room: server-4f                            # a room of the policy document⏎
    ⇒ ∅
    ⇒ 15:5: doors[0].room: "room" is missing; it must be said here
    leaving: release
    ⇒ leaving: free
    ⇒ 19:14: doors[0].leaving: "free" is not known here; expected one of: release, shunt
    releases: energised
    ⇒ releases: energized
    ⇒ 21:59: doors[0].lock.releases: "energized" is not known here (did you mean "energised"?); expected one of: energised, de-energised
    , releases: energised
    ⇒ ∅
    ⇒ 21:11: doors[0].lock.releases: "releases" is missing; it must be said here
    seconds: 5}
    ⇒ seconds: 0}
    ⇒ 21:79: doors[0].lock.seconds: 0 is out of bounds; expected 1 to 60
    seconds: 5}
    ⇒ seconds: 600}
    ⇒ 21:79: doors[0].lock.seconds: 600 is out of bounds; expected 1 to 60
    seconds: 5}
    ⇒ pulse: 5}
    ⇒ 21:77: doors[0].lock.pulse: 5 is out of bounds; expected 20 to 10000
    debounce: 30
    ⇒ debounce: 400
    ⇒ 22:74: doors[0].contact.debounce: 400 ms would swallow what must be seen; EN 60839-11-1 asks for less than 400
    debounce: 30
    ⇒ debounce: -1
    ⇒ 22:74: doors[0].contact.debounce: -1 is out of bounds; expected 0 to 399
    open: high
    ⇒ open: up
    ⇒ 22:58: doors[0].contact.open: "up" is not known here; expected one of: high, low
    open: high,␣
    ⇒ ∅
    ⇒ 22:14: doors[0].contact.open: "open" is missing; it must be said here
    pressed: low
    ⇒ pressd: low
    ⇒ 23:54: doors[0].exitButton.pressd: unknown key "pressd"; did you mean "pressed"? Expected one of: chip, line, pressed, …
    bias: pull-up
    ⇒ bias: pullup
    ⇒ 23:74: doors[0].exitButton.bias: "pullup" is not known here (did you mean "pull-up"?); expected one of: as-is, disabled, pull-up, …
    line: server-rex
    ⇒ line: server-lock
    ⇒ 23:42: doors[0].exitButton.line: this line drives or watches doors[0].lock already; every line has one task
    line: fire-alarm
    ⇒ line: server-red
    ⇒ 29:34: inputs.fire.line: this line drives or watches doors[0].lamps.red already; every line has one task
    {chip: gpio-sim.0, line: server-buzzer}
    ⇒ {line: server-buzzer}
    ⇒ 25:13: doors[0].buzzer.chip: "chip" is missing; it must be said here
    line: server-buzzer
    ⇒ line: 99999
    ⇒ 25:38: doors[0].buzzer.line: 99999 is out of bounds; expected 0 to 4095
    heldOpen: 30␣
    ⇒ heldOpen: 5␣
    ⇒ 26:15: doors[0].heldOpen: 5 is out of bounds; expected 10 to 3600
    heldOpen: 30␣
    ⇒ heldOpen: 30s␣
    ⇒ 26:15: doors[0].heldOpen: expected a whole number, found "30s"
    step: 30␣
    ⇒ step: 0␣
    ⇒ 27:11: doors[0].step: 0 is out of bounds; expected 5 to 300
    active: high
    ⇒ active: on
    ⇒ 29:54: inputs.fire.active: "on" is not known here; expected one of: high, low
    fire: {chip
    ⇒ flood: {chip
    ⇒ 29:3: inputs.flood: unknown key "flood"; expected one of: fire, tamper
    red: {chip
    ⇒ blue: {chip
    ⇒ 24:60: doors[0].lamps.blue: unknown key "blue"; expected one of: green, red
    doors:⏎
    ⇒ doors: []⏎foo:⏎
    ⇒ 14:8: doors: there is no door ∣ 15:1: foo: unknown key "foo"; expected one of: board, site, timeZone, …
        heldOpen: 30
    ⇒     lock: {chip: a, line: b, releases: energised}⏎    heldOpen: 30
    ⇒ 26:5: doors[0].lock: the key "lock" is there twice; expected once
    """
