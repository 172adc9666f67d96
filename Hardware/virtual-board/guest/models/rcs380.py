# SPDX-License-Identifier: Apache-2.0
"""Sony RC-S380: a reader without a mind of its own. The host switches its field and says every frame to a card."""
import struct
import time

from cards.field import Collision
from usb.answering import Answering
from usb.device import configuration_descriptor, device_descriptor

DEFAULTS = {
    "model": "rcs380", "vendor": "054c", "product": "06c3", "serial": "0312345",
    "manufacturer": "SONY", "name": "RC-S380/P",
    "firmware": "1101",  # minor, major
    "speed": "full", "seed": 1,
}
ACK, ERROR = bytes.fromhex("0000ff00ff00"), bytes.fromhex("0000ffffff")
SET_RF, SET_PROTOCOL, COMMUNICATE, SWITCH, FIRMWARE, DATA_VERSION, TYPES, SET_TYPE = (
    0x00, 0x02, 0x04, 0x06, 0x20, 0x22, 0x28, 0x2A,
)
RATES = {
    "01010f01": "212F", "01020f02": "424F", "02030f03": "106A", "03070f07": "106B", "04040f04": "212A",
    "05050f05": "424A", "03080f08": "212B", "03090f09": "424B",
}
KEYS = {*range(0x00, 0x0D), *range(0x0E, 0x14)}
ADD_CRC, CHECK_CRC, LAST_BITS = 0x01, 0x02, 0x07
CRC_ERROR, COLLISION, TIMEOUT, RF_OFF = 0x04, 0x08, 0x80, 0x400


def framed(data: bytes) -> bytes:
    length = struct.pack("<H", len(data))
    return b"\0\0\xff\xff\xff" + length + bytes([-sum(length) & 0xFF]) + data + bytes([-sum(data) & 0xFF, 0])


def unframed(frame: bytes) -> bytes | None:
    if len(frame) < 10 or frame[:5] != b"\0\0\xff\xff\xff" or sum(frame[5:8]) & 0xFF:
        return None
    (length,) = struct.unpack_from("<H", frame, 5)
    if len(frame) != length + 10 or sum(frame[8:-1]) & 0xFF or frame[-1]:
        return None
    return frame[8:-2]


class RCS380(Answering):
    damages = ("checksum", "length", "lengthsum", "code", "status", "preamble", "error", "noack")

    def __init__(self, spec: dict):
        spec = DEFAULTS | spec
        self.speed = spec["speed"]
        interface = struct.pack("<BBBBBBBBB", 9, 4, 0, 0, 2, 0xFF, 0, 0, 0) \
            + struct.pack("<BBBBHB", 7, 5, 0x81, 2, 64, 0) + struct.pack("<BBBBHB", 7, 5, 0x02, 2, 64, 0)
        self.rate, self.protocol, self.typed = None, {}, False
        self.deadline = 0.0
        super().__init__(
            spec, device_descriptor(spec["vendor"], spec["product"], 2, True),
            configuration_descriptor([interface]), [spec["manufacturer"], spec["name"], spec["serial"]], {2: 0x81},
        )

    def receive(self, endpoint: int, data: bytes) -> None:
        if data == ACK:  # It gives up whatever it was doing.
            pipe = self.pipes[0x81]
            with pipe.change:
                pipe.answers.clear()
        elif data:  # The empty transfer after a full packet is none of its business.
            super().receive(endpoint, data)

    def answers(self, endpoint: int, message: bytes):
        data = unframed(message)
        if data is None or len(data) < 2 or data[0] != 0xD6:
            yield ERROR
            return
        yield ACK
        body = self.carry_out(data[1], data[2:])
        yield ERROR if body is None else framed(bytes([0xD7, data[1] + 1]) + body)

    def carry_out(self, code: int, rest: bytes) -> bytes | None:
        if code == SET_TYPE and rest in (b"\0", b"\1"):
            self.typed = rest == b"\1"
            return b"\0"
        if code == FIRMWARE:
            return bytes.fromhex(self.spec["firmware"])
        if code == DATA_VERSION:
            return b"\0\1"
        if code == TYPES:
            return bytes(7) + b"\3"
        if not self.typed:
            return b"\7" + bytes(3) * (code == COMMUNICATE)
        if code == SET_RF:
            self.rate = RATES.get(rest.hex())
            self.protocol = {}
            self.field.switch(True)
            return b"\0" if self.rate else b"\1"
        if code == SET_PROTOCOL:
            pairs = dict(zip(rest[::2], rest[1::2]))
            if len(rest) % 2 or not set(pairs) <= KEYS:
                return b"\1"
            self.protocol |= pairs
            return b"\0"
        if code == SWITCH and rest == b"\0":
            self.field.switch(False)
            return b"\0"
        if code == COMMUNICATE and len(rest) >= 2:
            return self.communicate(struct.unpack_from("<H", rest)[0] / 10_000, rest[2:])
        return None

    def communicate(self, seconds: float, frame: bytes) -> bytes:
        if not self.field.on or self.rate is None:
            return struct.pack("<I", RF_OFF)
        bits = self.protocol.get(LAST_BITS, 8)
        # A short frame and the question for a part of a number have no CRC; all else has one, both ways.
        bare = bits == 7 or self.rate == "106A" and len(frame) == 2 and frame[1] == 0x20
        try:
            fits = self.protocol.get(ADD_CRC) == (0 if bare else 1)
            answer = self.field.exchange(self.rate, frame, bits) if fits else None
        except Collision:
            return struct.pack("<I", COLLISION if self.rate == "106A" else CRC_ERROR)
        if answer is None:
            time.sleep(min(seconds, 1))
            return struct.pack("<I", TIMEOUT)
        if not bare and self.protocol.get(CHECK_CRC) != 1:
            answer += b"\xc5\xc5"  # The CRC that the host does not want checked comes with the rest.
        return struct.pack("<I", 0) + b"\x08" + answer

    def damaged(self, kind: str, answer: bytes) -> bytes:
        data = unframed(answer)
        if kind == "noack":
            return b"" if answer == ACK else answer
        if kind == "error":
            return ERROR
        if data is None:  # an acknowledgement
            return bytes([answer[0], answer[1] ^ 1]) + answer[2:] if kind == "preamble" else answer
        match kind:
            case "checksum":
                return answer[:-2] + bytes([answer[-2] ^ 0x01]) + answer[-1:]
            case "length":
                length = struct.pack("<H", len(data) + 1)
                return answer[:5] + length + bytes([-sum(length) & 0xFF]) + answer[8:]
            case "lengthsum":
                return answer[:7] + bytes([answer[7] ^ 0x01]) + answer[8:]
            case "code":
                return framed(bytes([data[0], data[1] ^ 0x10]) + data[2:])
            case "status":
                return framed(data[:2] + b"\x02" + data[3:])
            case _:
                return answer[:2] + b"\xfe" + answer[3:]


def make(spec: dict) -> RCS380:
    if unknown := set(spec) - set(DEFAULTS):
        raise ValueError(f"an RC-S380 has no {', '.join(sorted(unknown))}; it has {', '.join(DEFAULTS)}")
    return RCS380(spec)
