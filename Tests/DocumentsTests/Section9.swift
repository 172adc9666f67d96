// SPDX-License-Identifier: Apache-2.0

/// The example of DESIGN §9, verbatim, with the rest of its second door left out.
let section9 = """
    board: main-4f
    site: main
    timeZone: Asia/Tokyo
    database: /var/lib/tachiai/tachiai.sqlite      # the device key lies beside it, mode 0600
    listen:
      socket: /run/tachiai/admin.sock
      network: {address: "0.0.0.0", port: 8443}    # optional; certificate and key may be named, else made at first start
    readers:
      - {id: server-in, family: hid-keyboard, port: "1-1.2", number: {radix: hex, width: 16}, terminator: enter}
      - {id: server-out, family: hid-keyboard, usb: {vendor: "ffff", product: "0035", serial: A1}, number: {radix: decimal, width: 10}}
      - {id: monitor-in, family: rc-s380, port: "1-1.4", systemCode: "FE00"}
    keypads:
      - {id: server-keys, family: hid-keyboard, port: "1-1.3"}
    doors:
      - id: server
        room: server-4f                            # a room of the policy document
        entry: server-in                           # reader outside
        exit: server-out                           # reader inside; optional
        leaving: release                           # default; or shunt: the handle opens from inside, the alarm rests
        keypad: server-keys                        # optional; needed where the room admits visitors or asks for a PIN
        lock: {chip: gpio-sim.0, line: server-lock, releases: energised, seconds: 5}   # chip by name or label, line by name or number; pulse: milliseconds instead of a level
        contact: {chip: gpio-sim.0, line: server-door, open: high, debounce: 30}       # milliseconds
        exitButton: {chip: gpio-sim.0, line: server-rex, pressed: low, bias: pull-up}
        lamps: {green: {chip: gpio-sim.0, line: server-green}, red: {chip: gpio-sim.0, line: server-red}}
        buzzer: {chip: gpio-sim.0, line: server-buzzer}
        heldOpen: 30                               # seconds; the warning comes at 80 %
        step: 30                                   # seconds between the steps of an escorted entry
    inputs:
      fire: {chip: gpio-sim.0, line: fire-alarm, active: high}
      tamper: {chip: gpio-sim.0, line: tamper, active: low}
    """
