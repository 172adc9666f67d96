# SPDX-License-Identifier: Apache-2.0
"""Sony RC-S300: CCID's class on its first interface, and on its second the same escapes without a class, in which a
host opens a transparent session and says frames to a card. No recording of such a device was at hand: what it answers
is made up from what three independent drivers expect."""
import struct
import time

from cards.field import Collision
from models import ccid
from usb.answering import Answering
from usb.device import configuration_descriptor, device_descriptor

DEFAULTS = {
    "model": "rcs300", "vendor": "054c", "product": "0dc9", "serial": "0123456",
    "manufacturer": "SONY", "name": "FeliCa Port/PaSoRi 4.0",
    "firmware": "0102",
    "sessionSeconds": 5,  # a session that hears nothing for so long ends
    "busy": 0,  # so many escapes are refused as busy at first
    "extensions": 0,
    "speed": "full", "seed": 1,
}
OK = b"\x90\x00"
FINE, NO_CARD, INVALID, NO_SESSION = 0x9000, 0x6401, 0x6301, 0x698A
RATES = {b"\x03\x00": "212F", b"\x03\x01": "212F", b"\x00\x03": "106A"}


def tlvs(data: bytes):
    """The tags, lengths and values of a command; a length has one byte."""
    while data:
        size = 2 if data[0] in (0x5F, 0xFF) else 1
        tag, rest = data[:size], data[size:]
        if not rest or len(rest) < 1 + rest[0]:
            raise ValueError
        yield tag, rest[1:1 + rest[0]]
        data = rest[1 + rest[0]:]


class RCS300(Answering):
    damages = ccid.DAMAGES + ("words", "result", "tag", "valuelength")

    def __init__(self, spec: dict):
        spec = DEFAULTS | spec
        self.speed = spec["speed"]
        vendor = struct.pack("<BBBBBBBBB", 9, 4, 1, 0, 2, 0xFF, 0, 0, 0) \
            + struct.pack("<BBBBHB", 7, 5, 0x82, 2, 64, 0) + struct.pack("<BBBBHB", 7, 5, 0x02, 2, 64, 0)
        super().__init__(
            spec, device_descriptor(spec["vendor"], spec["product"], 2, True),
            configuration_descriptor([ccid.interface_descriptor(0, 0x01, 0x81, 0x83), vendor]),
            [spec["manufacturer"], spec["name"], spec["serial"]], {1: 0x81, 2: 0x82}, (0x83,),
        )
        self.slot = ccid.Slot(self.field, self.escape, spec["extensions"])
        self.heard_at, self.session, self.rate, self.busy = 0.0, False, None, spec["busy"]
        self.present = False
        self.field.changed = self.notice

    def notice(self) -> None:
        present = self.slot.card is not None
        if present != self.present:
            self.present = present
            self.slot.active = False
            self.pipes[0x83].answers.clear()  # Nobody may ask: the last news is enough.
            self.pipes[0x83].send(bytes([0x50, 0x02 | present]))

    def receive(self, endpoint: int, data: bytes) -> None:
        if data:
            super().receive(endpoint, data)

    def answers(self, endpoint: int, message: bytes):
        if endpoint == 1:
            yield from self.slot.answers(message)
        elif len(message) >= 10 and message[0] == ccid.ESCAPE and message[1:5] == struct.pack("<I", len(message) - 10):
            head = struct.pack("<BB", 0, message[6])
            if self.busy > 0:
                self.busy -= 1
                yield b"\x83" + bytes(4) + head + b"\x40\xe0\0"
                return
            for _ in range(self.spec["extensions"]):
                yield b"\x83" + bytes(4) + head + b"\x80\x01\0"
            body = self.escape(message[10:])
            yield b"\x83" + struct.pack("<I", len(body)) + head + bytes(3) + body
        else:
            yield b"\x83" + bytes(4) + message[5:7].ljust(2, b"\0") + b"\x42\0\0"

    def escape(self, apdu: bytes) -> bytes:
        now = time.monotonic()
        if now - self.heard_at > self.spec["sessionSeconds"]:
            self.session = False
        self.heard_at = now
        if apdu[:2] == b"\xff\x56":
            return bytes.fromhex(self.spec["firmware"]) + OK
        if apdu[:2] == b"\xff\xca":
            card = self.slot.card
            return card.number + OK if card is not None and self.field.on else b"\x6a\x81"
        if apdu[:3] != b"\xff\x50\x00" or len(apdu) < 5:
            return b"\x6d\x00"
        try:
            match apdu[3]:
                case 0:
                    return self.manage(dict(tlvs(apdu[5:5 + apdu[4]])))
                case 1 if apdu[4] == 0:
                    length = int.from_bytes(apdu[5:7], "big")
                    return self.transceive(apdu[7:7 + length])
                case 2:
                    return self.switch(dict(tlvs(apdu[5:5 + apdu[4]])))
        except (ValueError, IndexError):
            pass
        return result(INVALID) + OK

    def manage(self, objects: dict) -> bytes:
        if b"\x81" in objects:
            self.session, self.rate = True, None
        elif not self.session:
            return result(NO_SESSION) + OK
        if b"\x82" in objects:
            self.session = False
            self.field.switch(False)
        if b"\x83" in objects:
            self.field.switch(False)
        if b"\x84" in objects:
            self.field.switch(True)
        return result(FINE) + OK

    def switch(self, objects: dict) -> bytes:
        if not self.session:
            return result(NO_SESSION) + OK
        self.rate = RATES.get(objects.get(b"\x8f", b""))
        if self.rate is None:
            return result(INVALID) + OK
        return result(FINE) + b"\x8f\x01" + bytes([self.rate != "106A"]) + OK

    def transceive(self, data: bytes) -> bytes:
        if not self.session:
            return result(NO_SESSION) + OK
        # The frame has a length of two bytes behind its first byte 82, and stands last.
        at = data.find(b"\x95\x82")
        if at < 0 or self.rate is None:
            return result(INVALID) + OK
        objects = dict(tlvs(data[:at]))
        length = int.from_bytes(data[at + 2:at + 4], "big")
        frame = data[at + 4:at + 4 + length]
        bits = objects.get(b"\x91", b"\0")[0] or 8
        seconds = int.from_bytes(objects.get(b"\x5f\x46", b"\0"), "little") / 1_000_000
        try:
            answer = self.field.exchange(self.rate, frame, bits)
        except Collision:
            answer = None
        if answer is None:
            time.sleep(min(seconds, 0.1))
            return result(NO_CARD) + OK
        return result(FINE) + b"\x92\x01\0\x96\x02\0\0\x97" + ber_length(len(answer)) + answer + OK

    def damaged(self, kind: str, answer: bytes) -> bytes:
        if kind in ccid.DAMAGES:
            return ccid.header_damaged(kind, answer)
        if kind == "words":
            return answer[:-2] + b"\x63\x00" if len(answer) >= 12 else answer
        at = answer.find(b"\xc0\x03")
        if at < 0:
            return answer
        spoiled = bytearray(answer)
        match kind:
            case "result":
                spoiled[at + 3:at + 5] = b"\x64\x00"
            case "tag":
                spoiled[at] = 0xC9
            case "valuelength":
                spoiled[at + 1] = 0x7F
        return bytes(spoiled)


def result(words: int) -> bytes:
    return b"\xc0\x03\0" + words.to_bytes(2, "big")


def ber_length(count: int) -> bytes:
    return bytes([count]) if count < 0x80 else b"\x81" + bytes([count])


def make(spec: dict) -> RCS300:
    if unknown := set(spec) - set(DEFAULTS):
        raise ValueError(f"an RC-S300 has no {', '.join(sorted(unknown))}; it has {', '.join(DEFAULTS)}")
    return RCS300(spec)
