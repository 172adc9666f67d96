# SPDX-License-Identifier: Apache-2.0
"""OSDP peripherals of libosdp on a pseudo-terminal, for the tests of the serial line.

    peripheral.py PATH ADDRESS:KEY[:FLAG...] ...

PATH becomes a symbolic link to the line, as udev makes one for an adapter. KEY is 32 hexadecimal
digits, or - for a peripheral that has none. FLAG: install (the key that everybody has opens a
channel), enforce (nothing without a channel).

Standard input takes one command a line:
    card ADDRESS BITS HEX      a badge is presented
    keys ADDRESS TEXT          keys are pressed
    status ADDRESS TAMPER POWER
    silence ADDRESS | speak ADDRESS
    refuse ADDRESS WHAT        what it is told is answered with NAK: led, buzzer, status, key, all, nothing
    swallow COUNT              so many replies get lost on the line
    damage OFFSET              one bit of the next reply, the CRC mended
    noise HEX                  bytes between two frames
    say HEX                    a frame of somebody else's instead of the next reply
    downgrade on|off           somebody takes the secure channel out of the capability reply
    replay                     somebody says the last badge again, as soon as its sequence fits
    echo on|off                what the board sends comes back to it
    unplug | plug              the adapter
Standard output tells what happens: `line`, `ADDRESS online`, `ADDRESS secure`, `ADDRESS insecure`,
`ADDRESS led …`, `ADDRESS buzzer …`, `ADDRESS key HEX`. With RECORD set, each frame goes to that file.
"""

import os
import pty
import select
import sys
import time
import tty

from osdp import Capability, Channel, Command, Event, LibFlag, LogLevel, PDCapabilities, PDInfo
from osdp import StatusReportType
import osdp_sys

FLAGS = {"install": LibFlag.InstallMode, "enforce": LibFlag.EnforceSecure}


def say(text):
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def crc(data):
    value = 0x1D0F
    for byte in data:
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1) ^ 0x1021 if value & 0x8000 else value << 1
            value &= 0xFFFF
    return bytes([value & 0xFF, value >> 8])


class Wire:
    """The line: what the board sends goes to every peripheral, what one of them sends to the board."""

    def __init__(self, path):
        self.path = path
        self.master = self.slave = None
        self.peripherals = []
        self.swallowed = 0
        self.damage = None
        self.instead = None
        self.echo = False
        self.downgrades = False
        self.badge = None
        self.replays = False
        self.record = open(os.environ["RECORD"], "w") if os.environ.get("RECORD") else None
        self.last = time.monotonic()

    def plug(self):
        self.master, self.slave = pty.openpty()
        tty.setraw(self.slave)
        os.set_blocking(self.master, False)
        name = os.ttyname(self.slave)
        os.symlink(name, self.path)
        say("line " + name)

    def unplug(self):
        os.unlink(self.path)
        os.close(self.slave)
        os.close(self.master)
        self.master = self.slave = None

    def note(self, direction, data):
        if not self.record:
            return
        now = time.monotonic()
        pause = int((now - self.last) * 1000)
        self.last = now
        if pause >= 150:
            self.record.write("+%d\n" % pause)
        self.record.write("%s %s\n" % (direction, data.hex(" ")))
        self.record.flush()

    def pump(self):
        try:
            data = os.read(self.master, 1024)
        except (BlockingIOError, OSError):
            return
        self.note(">", data)
        if self.echo:
            os.write(self.master, data)
        for peripheral in self.peripherals:
            if not peripheral.is_silent:
                peripheral.inbox += data

    def reply(self, data):
        if self.master is None:
            return
        if self.swallowed:
            self.swallowed -= 1
            self.note("#", data)
            return
        if self.instead:
            data, self.instead = self.instead, None
        if self.damage is not None:
            body = bytearray(data[:-2])
            body[self.damage % len(body)] ^= 0x01
            data, self.damage = bytes(body) + crc(body), None
        if self.downgrades and data[5] == 0x46:
            data = downgraded(data)
        # Of all that is encrypted, what comes for a poll and is longer than a status is a badge.
        fits = self.badge and data[4] == self.badge[4] and data != self.badge
        if self.replays and fits:
            data, self.replays = self.badge, False
            say("replayed")
        elif data[6:8] == b"\x18\x50":
            self.badge = data
        self.note("<", data)
        os.write(self.master, data)


def downgraded(data):
    triples = [data[at:at + 3] for at in range(6, len(data) - 2, 3)]
    body = data[:6] + b"".join(triple for triple in triples if triple[0] != 9)
    body = body[:2] + (len(body) + 2).to_bytes(2, "little") + body[4:]
    return body + crc(body)


class Seat(Channel):
    def __init__(self, wire, peripheral):
        super().__init__()
        self.id = id(self) & 0x7FFFFFFF
        self.wire = wire
        self.peripheral = peripheral

    def read(self, max_bytes):
        data = self.peripheral.inbox[:max_bytes]
        self.peripheral.inbox = self.peripheral.inbox[max_bytes:]
        return bytes(data)

    def write(self, buf):
        self.wire.reply(bytes(buf))
        return len(buf)

    def flush(self):
        pass


class Peripheral:
    def __init__(self, wire, description):
        words = description.split(":")
        self.address = int(words[0])
        key = None if words[1] == "-" else bytes.fromhex(words[1])
        self.inbox = b""
        self.is_silent = False
        self.was = (False, False)
        self.status = (0, 0)
        self.refuses = "nothing"
        flags = [FLAGS[word] for word in words[2:] if word in FLAGS]
        info = PDInfo(self.address, Seat(wire, self), scbk=key, flags=flags)
        capabilities = [
            (Capability.CardDataFormat, 1, 1),
            (Capability.LEDControl, 1, 1),
            (Capability.AudibleControl, 1, 1),
            (Capability.ContactStatusMonitoring, 1, 1),
            (Capability.CommunicationSecurity, 1, 1),
        ]
        self.context = osdp_sys.PeripheralDevice(
            info.get(), capabilities=PDCapabilities(capabilities).get()
        )
        self.context.set_command_callback(self.command)

    def command(self, command):
        kind = command["command"]
        names = {Command.LED: "led", Command.Buzzer: "buzzer", Command.Status: "status",
                 Command.Keyset: "key"}
        if self.refuses in ("all", names.get(kind)):
            say("%d refuses %s" % (self.address, names.get(kind)))
            return -1, None
        if kind == Command.LED:
            light = "temporary" if command.get("temporary") else "permanent"
            say("%d led %s %s" % (self.address, light, command))
        elif kind == Command.Buzzer:
            say("%d buzzer %d %d %d" % (self.address, command["on_count"], command["off_count"],
                                        command["rep_count"]))
        elif kind == Command.Keyset:
            say("%d key %s" % (self.address, bytes(command["data"]).hex()))
        elif kind == Command.Status:
            return 0, {
                "command": Command.Status,
                "type": StatusReportType.Local,
                "nr_entries": 2,
                "report": bytes(self.status),
            }
        return 0, None

    def refresh(self):
        self.context.refresh()
        now = (self.context.is_online(), self.context.is_sc_active())
        if now[0] and not self.was[0]:
            say("%d online" % self.address)
        if now[1] != self.was[1]:
            say("%d %s" % (self.address, "secure" if now[1] else "insecure"))
        self.was = now

    def submit(self, event):
        if not self.context.submit_event(event):
            say("%d refused" % self.address)

    def card(self, bits, data):
        self.submit({
            "event": Event.CardRead, "reader_no": 0, "direction": 0, "format": 1,
            "length": bits, "data": data,
        })

    def keys(self, text):
        codes = text.replace("#", "\r").replace("*", "\x7f").encode()
        self.submit({"event": Event.KeyPress, "reader_no": 0, "data": codes})

    def report(self, tamper, power):
        self.status = (tamper, power)
        self.submit({
            "event": Event.Status, "type": StatusReportType.Local, "nr_entries": 2,
            "report": bytes(self.status),
        })


def obey(wire, words):
    verb = words[0]
    at = {str(peripheral.address): peripheral for peripheral in wire.peripherals}
    if verb == "card":
        at[words[1]].card(int(words[2]), bytes.fromhex(words[3]))
    elif verb == "keys":
        at[words[1]].keys(words[2])
    elif verb == "status":
        at[words[1]].report(int(words[2]), int(words[3]))
    elif verb in ("silence", "speak"):
        at[words[1]].is_silent = verb == "silence"
    elif verb == "refuse":
        at[words[1]].refuses = words[2]
    elif verb == "swallow":
        wire.swallowed = int(words[1])
    elif verb == "damage":
        wire.damage = int(words[1])
    elif verb == "noise":
        wire.note("<", bytes.fromhex(words[1]))
        os.write(wire.master, bytes.fromhex(words[1]))
    elif verb == "say":
        wire.instead = bytes.fromhex(words[1])
    elif verb == "downgrade":
        wire.downgrades = words[1] == "on"
    elif verb == "replay":
        wire.replays = True
    elif verb == "echo":
        wire.echo = words[1] == "on"
    elif verb == "unplug":
        wire.unplug()
    elif verb == "plug":
        wire.plug()
    else:
        say("unknown command " + verb)


def main():
    osdp_sys.set_loglevel(LogLevel.Emergency if not os.environ.get("LOUD") else LogLevel.Debug)
    wire = Wire(sys.argv[1])
    wire.peripherals = [Peripheral(wire, text) for text in sys.argv[2:]]
    wire.plug()
    os.set_blocking(0, False)
    rest = b""
    while True:
        waiting = [0] + ([wire.master] if wire.master is not None else [])
        ready, _, _ = select.select(waiting, [], [], 0.004)
        if 0 in ready:
            data = os.read(0, 4096)
            if not data:
                return
            rest += data
            while b"\n" in rest:
                line, rest = rest.split(b"\n", 1)
                if line.split():
                    obey(wire, line.decode().split())
        if wire.master is not None and wire.master in ready:
            wire.pump()
        for peripheral in wire.peripherals:
            if not peripheral.is_silent:
                peripheral.refresh()


main()
