# SPDX-License-Identifier: Apache-2.0
"""A contactless reader of the CCID class, as ACS makes them: it looks for cards by itself, and the host asks."""
import struct

from cards.felica import FeliCa
from cards.iso14443 import TypeA
from usb.answering import Answering
from usb.device import configuration_descriptor, device_descriptor

DEFAULTS = {
    "model": "ccid", "vendor": "072f", "product": "2200", "serial": None,
    "manufacturer": "ACS", "name": "ACR122U PICC Interface",
    "escape": "pn532",  # pn532: APDUs of an ACR122U; e0: commands of ACR1251, 1252, 1255, 1281
    "firmware": "ACR122U215",
    "notifies": True,  # tells by its interrupt endpoint that a card came or went
    "extensions": 0,  # so many requests for more time come before each block of data
    "speed": "full", "seed": 1,
}
FEATURES = 0x000204BA  # automatic voltage, clock, rate and parameters; short APDUs
LONGEST = 271
POWER_ON, POWER_OFF, SLOT_STATUS, TRANSFER, ESCAPE, GET, SET, RESET, ABORT = (
    0x62, 0x63, 0x65, 0x6F, 0x6B, 0x6C, 0x61, 0x6D, 0x72,
)
DATA_BLOCK, SLOT_REPLY, PARAMETERS, ESCAPE_REPLY = 0x80, 0x81, 0x82, 0x83
ACTIVE, INACTIVE, ABSENT = 0, 1, 2
MUTE, BAD_LENGTH, BAD_SLOT, UNKNOWN = 0xFE, 0x01, 0x05, 0x00
OK, NO_FUNCTION, FAILED = b"\x90\x00", b"\x6a\x81", b"\x63\x00"


def class_descriptor() -> bytes:
    return struct.pack(
        "<BBHBBIIIBIIBIIIIIBBHBB", 54, 0x21, 0x0110, 0, 7, 3, 4000, 4000, 0, 9600, 9600, 0, 254, 0, 0, FEATURES,
        LONGEST, 0, 0, 0, 0, 1)[:54]


def interface_descriptor(number: int, out: int, into: int, news: int) -> bytes:
    return struct.pack("<BBBBBBBBB", 9, 4, number, 0, 3, 0x0B, 0, 0, 0) + class_descriptor() \
        + struct.pack("<BBBBHB", 7, 5, out, 2, 64, 0) + struct.pack("<BBBBHB", 7, 5, into, 2, 64, 0) \
        + struct.pack("<BBBBHB", 7, 5, news, 3, 8, 16)


class Slot:
    """The side of a reader that speaks CCID; what it is plugged into gives the field and the escape."""

    def __init__(self, field, escape, extensions: int):
        self.field, self.escape, self.extensions = field, escape, extensions
        self.active = False

    @property
    def card(self):
        with self.field.turn:
            cards = [card for card in self.field.cards if isinstance(card, FeliCa | TypeA)]
            return cards[0] if cards else None

    @property
    def state(self) -> int:
        if self.card is None:
            self.active = False
            return ABSENT
        return ACTIVE if self.active else INACTIVE

    def answers(self, message: bytes):
        if len(message) < 10:
            return
        kind, length, slot, number, *rest = struct.unpack("<BIBBBBB", message[:10])
        data = message[10:]
        reply = {POWER_ON: DATA_BLOCK, TRANSFER: DATA_BLOCK, ESCAPE: ESCAPE_REPLY, GET: PARAMETERS, SET: PARAMETERS,
                 RESET: PARAMETERS}.get(kind, SLOT_REPLY)

        def said(body: bytes = b"", error: int | None = None) -> bytes:
            status = self.state | (0x40 if error is not None else 0)
            return struct.pack("<BIBBBBB", reply, len(body), slot, number, status, error or 0, 0) + body

        if length != len(data):
            yield said(error=BAD_LENGTH)
        elif slot:
            yield said(error=BAD_SLOT)
        elif kind == POWER_ON:
            self.active = self.card is not None
            yield said(attributes(self.card)) if self.active else said(error=MUTE)
        elif kind == POWER_OFF:
            self.active = False
            yield said()
        elif kind in (SLOT_STATUS, ABORT):
            yield said()
        elif kind == TRANSFER:
            if self.state != ACTIVE:
                yield said(error=MUTE)
                return
            for _ in range(self.extensions):
                yield struct.pack("<BIBBBBB", reply, 0, slot, number, 0x80 | self.state, 1, 0)
            yield said(self.transfer(data))
        elif kind == ESCAPE:
            body = self.escape(data)
            yield said(error=UNKNOWN) if body is None else said(body)
        elif kind in (GET, SET, RESET):
            yield said(bytes.fromhex("11100000ff0000")[:7])
        else:
            yield said(error=UNKNOWN)

    def transfer(self, apdu: bytes) -> bytes:
        card = self.card
        if apdu[:2] == b"\xff\xca":
            return card.number + OK if apdu[2:4] == b"\0\0" else NO_FUNCTION
        if apdu[:1] == b"\xff":
            reply = self.escape(apdu)
            return NO_FUNCTION if reply is None else reply
        return b"\x6d\x00"


def attributes(card) -> bytes:
    """The answer to reset that PC/SC part 3 makes up for a card without contacts."""
    standard, name = (0x11, 0x003B) if isinstance(card, FeliCa) else (0x03, 0x0001)
    body = bytes.fromhex("8f8001804f0ca000000306") + struct.pack(">BH", standard, name) + bytes(4)
    check = 0
    for byte in body:
        check ^= byte
    return b"\x3b" + body + bytes([check])


def header_damaged(kind: str, answer: bytes) -> bytes:
    """The header's fields, each wrong by itself."""
    head = bytearray(answer[:10])
    match kind:
        case "type":
            head[0] ^= 0x10
        case "length":
            head[1] = (head[1] + 1) & 0xFF
        case "hugelength":
            head[1:5] = b"\xff\xff\xff\x7f"
        case "slot":
            head[5] = 3
        case "sequence":
            head[6] = (head[6] + 1) & 0xFF
        case "failed":
            head[7], head[8] = head[7] & 0x03 | 0x40, 0xFB
        case "busy":
            head[7], head[8] = head[7] & 0x03 | 0x40, 0xE0
        case "extension":
            head[7], head[8] = head[7] & 0x03 | 0x80, 1
    return bytes(head) + answer[10:]


DAMAGES = ("type", "length", "hugelength", "slot", "sequence", "failed", "busy", "extension")


class CCID(Answering):
    damages = DAMAGES + ("words",)

    def __init__(self, spec: dict):
        spec = DEFAULTS | spec
        self.speed = spec["speed"]
        strings = [spec["manufacturer"], spec["name"]] + ([spec["serial"]] if spec["serial"] else [])
        self.shown: list[str] = []
        self.present = False
        super().__init__(
            spec, device_descriptor(spec["vendor"], spec["product"], 2, bool(spec["serial"]), 0x0214),
            configuration_descriptor([interface_descriptor(0, 0x02, 0x82, 0x81)]), strings, {2: 0x82}, (0x81,),
        )
        self.slot = Slot(self.field, self.escape, spec["extensions"])
        self.field.switch(True)
        self.field.changed = self.notice

    def notice(self) -> None:
        """A card has come or gone."""
        present = self.slot.card is not None
        if present != self.present:
            self.present = present
            self.slot.active = False
            if self.spec["notifies"]:
                self.pipes[0x81].send(bytes([0x50, 0x02 | present]))

    def control(self, kind: int, request: int, value: int, index: int, data: bytes, length: int) -> bytes:
        if kind == 0x21 and request == 0x01:  # ABORT
            return b""
        return super().control(kind, request, value, index, data, length)

    def receive(self, endpoint: int, data: bytes) -> None:
        if data:
            super().receive(endpoint, data)

    def answers(self, endpoint: int, message: bytes):
        return self.slot.answers(message)

    def escape(self, data: bytes) -> bytes | None:
        if self.spec["escape"] == "e0":
            if len(data) < 5 or data[:3] != b"\xe0\0\0":
                return None
            self.shown.append(data.hex())
            if data[3] == 0x18:  # the firmware's version
                text = self.spec["firmware"].encode()
                return b"\xe1\0\0\0" + bytes([len(text)]) + text
            return b"\xe1\0\0\0\x01" + (data[5:6] or b"\0")
        if data[:3] == bytes.fromhex("ff0048"):
            return self.spec["firmware"].encode()
        if data[:3] == bytes.fromhex("ff0040") and len(data) == 9:
            self.shown.append(data.hex())
            return b"\x90" + bytes([data[3] & 0x03])
        if data[:3] in (bytes.fromhex("ff0051"), bytes.fromhex("ff0052")):
            self.shown.append(data.hex())
            return OK
        if data[:4] == bytes.fromhex("ff000000") and len(data) > 6 and data[5] == 0xD4:
            return self.pn532(data[6:])
        return FAILED

    def pn532(self, command: bytes) -> bytes:
        """What the chip behind the reader answers, in an ACR122U's envelope."""
        if command[:1] == b"\x42":  # InCommunicateThru
            answer = self.field.exchange("212F", command[1:])
            return b"\xd5\x43" + (b"\x01" if answer is None else b"\0" + answer) + OK
        if command[:1] == b"\x40" and len(command) > 2:  # InDataExchange
            answer = self.field.exchange("212F", command[2:])
            return b"\xd5\x41" + (b"\x01" if answer is None else b"\0" + answer) + OK
        if command[:1] == b"\x02":  # GetFirmwareVersion
            return bytes.fromhex("d50332010607") + OK
        return FAILED

    def damaged(self, kind: str, answer: bytes) -> bytes:
        if kind == "words":  # the status words after the data
            return answer[:-2] + FAILED if answer[0] == DATA_BLOCK and len(answer) >= 12 else answer
        return header_damaged(kind, answer)


def make(spec: dict) -> CCID:
    if unknown := set(spec) - set(DEFAULTS):
        raise ValueError(f"a CCID reader has no {', '.join(sorted(unknown))}; it has {', '.join(DEFAULTS)}")
    return CCID(spec)
