# SPDX-License-Identifier: Apache-2.0
"""ISO 14443-3 cards, as far as a reader goes that wants their number."""

A_DEFAULTS = {
    "card": "type-a", "uid": "01020304", "answer": "0400", "select": "08",
    "collides": False,  # two cards answer at once: no number can be read
    "wrongCheck": False,  # the byte that checks a part of the number is wrong
}
B_DEFAULTS = {"card": "type-b", "pupi": "11223344", "application": "00000000", "protocol": "008171"}
CASCADE = 0x88


class Collision(Exception):
    """More than one card answered."""


class TypeA:
    rates = ("106A",)

    def __init__(self, spec: dict):
        self.spec = spec
        self.uid = bytes.fromhex(spec["uid"])
        if len(self.uid) not in (4, 7, 10):
            raise ValueError("a type A card has a number of 4, 7 or 10 bytes")
        parts, rest = [], self.uid
        while len(rest) > 4:
            parts.append(bytes([CASCADE]) + rest[:3])
            rest = rest[3:]
        self.parts = parts + [rest]
        self.level, self.halted = None, False

    @property
    def number(self) -> bytes:
        return self.uid

    def reset(self) -> None:
        self.level, self.halted = None, False

    def exchange(self, rate: str, frame: bytes, bits: int) -> bytes | None:
        """`bits` are those of the last byte; the check bytes of ISO 14443 are the reader's affair."""
        if rate not in self.rates:
            return None
        if bits == 7:
            if frame not in (b"\x26", b"\x52") or frame == b"\x26" and self.halted:
                return None
            self.level, self.halted = 0, False
            return bytes.fromhex(self.spec["answer"])
        if self.level is None or bits != 8:
            return None
        if frame == b"\x50\x00":
            self.level, self.halted = None, True
            return None
        if self.level < len(self.parts) and len(frame) >= 2 and frame[0] == 0x93 + 2 * self.level:
            part = self.parts[self.level]
            check = part[0] ^ part[1] ^ part[2] ^ part[3]
            if frame[1] == 0x20 and len(frame) == 2:
                if self.spec["collides"]:
                    raise Collision
                return part + bytes([check ^ 0x01 if self.spec["wrongCheck"] else check])
            if frame[1] == 0x70 and frame[2:] == part + bytes([check]):
                self.level += 1
                return bytes([int(self.spec["select"], 16) & ~0x04 if self.level == len(self.parts) else 0x04])
        self.level = None
        return None


class TypeB:
    rates = ("106B",)

    def __init__(self, spec: dict):
        self.spec = spec
        self.pupi = bytes.fromhex(spec["pupi"])

    @property
    def number(self) -> bytes:
        return self.pupi

    def reset(self) -> None:
        pass

    def exchange(self, rate: str, frame: bytes, bits: int) -> bytes | None:
        if rate not in self.rates or len(frame) != 3 or frame[0] != 0x05:
            return None
        return b"\x50" + self.pupi + bytes.fromhex(self.spec["application"] + self.spec["protocol"])
