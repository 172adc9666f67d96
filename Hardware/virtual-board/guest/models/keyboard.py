# SPDX-License-Identifier: Apache-2.0
"""A HID boot keyboard: keyboard-wedge badge readers and numeric keypads."""
import struct
import time

from usb.device import Device, Stall, configuration_descriptor, device_descriptor

# What a device file may say, with what holds where it says nothing.
DEFAULTS = {
    "model": "keyboard", "vendor": "ffff", "product": "0035", "serial": None,
    "manufacturer": "Tachiai bench", "name": "keyboard",
    "speed": "low",
    "keys": "row",  # row: digits above the letters; pad: the numeric block
    "terminator": "enter",  # enter | pad-enter | tab | enter-enter | none; typed where a text says \n
    "interval": 8,  # milliseconds between reports
    "releases": "each",  # each: all keys up after every key; overlap: the next goes down before the last is up
    "numlock": False,  # NumLock goes down and up around every key
    "stallsSetup": False,  # refuses SET_PROTOCOL and SET_IDLE, as cheap readers do
}
ENTER, TAB, PAD_ENTER, NUMLOCK, SHIFT = 0x28, 0x2B, 0x58, 0x53, 0x02
TERMINATORS = {
    "enter": [ENTER], "pad-enter": [PAD_ENTER], "tab": [TAB], "enter-enter": [ENTER, ENTER], "none": [],
}
COMMON = {"\x1b": (0, 0x29), "\b": (0, 0x2A), "\t": (0, TAB), " ": (0, 0x2C)}
ROW = COMMON | {c: (0, 0x04 + i) for i, c in enumerate("abcdefghijklmnopqrstuvwxyz")} \
    | {c: (SHIFT, 0x04 + i) for i, c in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")} \
    | {c: (0, 0x1E + i) for i, c in enumerate("1234567890")} \
    | {"-": (0, 0x2D), "=": (0, 0x2E), ";": (0, 0x33), ",": (0, 0x36), ".": (0, 0x37), "/": (0, 0x38)} \
    | {"#": (SHIFT, 0x20), "*": (SHIFT, 0x25), "+": (SHIFT, 0x2E), ":": (SHIFT, 0x33), "?": (SHIFT, 0x38)}
# A numeric block has no #: its Enter is where the # of a door's keypad is.
PAD = COMMON | {c: (0, 0x59 + i) for i, c in enumerate("1234567890")} \
    | {"/": (0, 0x54), "*": (0, 0x55), "-": (0, 0x56), "+": (0, 0x57), ".": (0, 0x63), "#": (0, PAD_ENTER)}
TABLES = {"row": ROW, "pad": PAD}

REPORT = bytes.fromhex(
    "05010906a101050719e029e71500250175019508810295017508810195057501"
    "050819012905910295017503910195067508150025650507190029658100c0"
)


class Keyboard(Device):
    def __init__(self, spec: dict):
        spec = DEFAULTS | spec
        self.speed = spec["speed"]
        hid = struct.pack("<BBHBBBH", 9, 0x21, 0x0111, 0, 1, 0x22, len(REPORT))
        interface = struct.pack("<BBBBBBBBB", 9, 4, 0, 0, 1, 3, 1, 1, 0) + hid \
            + struct.pack("<BBBBHB", 7, 5, 0x81, 3, 8, 10)
        strings = [spec["manufacturer"], spec["name"]] + ([spec["serial"]] if spec["serial"] else [])
        super().__init__(
            spec, device_descriptor(spec["vendor"], spec["product"], 2, bool(spec["serial"])),
            configuration_descriptor([interface]), strings, [0x81],
        )

    def control(self, kind: int, request: int, value: int, index: int, data: bytes, length: int) -> bytes:
        match kind, request:
            case 0x81, 0x06 if value >> 8 == 0x22:
                return REPORT
            case 0xA1, 0x01:  # GET_REPORT
                return bytes(8)
            case 0x21, 0x0A | 0x0B if self.spec["stallsSetup"]:
                raise Stall
            case 0x21, 0x09 | 0x0A | 0x0B:  # SET_REPORT (lamps), SET_IDLE, SET_PROTOCOL
                return b""
        raise Stall

    def reports(self, text: str) -> list[bytes]:
        """The reports that a device of this sort sends for a text; \\n stands for its terminator."""
        table = TABLES[self.spec["keys"]]
        strokes: list[tuple[int, int]] = []
        for character in text:
            if character == "\n":
                strokes += [(0, usage) for usage in TERMINATORS[self.spec["terminator"]]]
            elif character in table:
                strokes.append(table[character])
            else:
                raise ValueError(f"this device has no key for {character!r}")
        reports, before = [], 0
        noise = [press(0, NUMLOCK), press(0)] if self.spec["numlock"] else []
        for modifier, usage in strokes:
            if self.spec["releases"] == "overlap" and not noise:
                if before == usage:
                    reports.append(press(0))
                elif before:
                    reports.append(press(modifier, before, usage))
                reports.append(press(modifier, usage))
                before = usage
            else:
                reports += noise + [press(modifier, usage), press(0)] + noise
        return reports + ([press(0)] if before else [])

    def speak(self, reports: list[bytes], seconds: float) -> int:
        deadline = time.monotonic() + seconds
        for each in reports:
            self.pipes[0x81].deliver(each, deadline)
            time.sleep(self.spec["interval"] / 1000)
        return len(reports)


def press(modifier: int, *usages: int) -> bytes:
    return bytes([modifier, 0, *usages]).ljust(8, b"\0")


def make(spec: dict) -> Keyboard:
    if unknown := set(spec) - set(DEFAULTS):
        raise ValueError(f"a keyboard has no {', '.join(sorted(unknown))}; it has {', '.join(DEFAULTS)}")
    return Keyboard(spec)
