# SPDX-License-Identifier: Apache-2.0
"""FeliCa cards: any that answers polling, and Lite-S with its blocks, its key and its codes of authentication."""
from cards import des

DEFAULTS = {
    "card": "felica", "idm": "0114112233445566", "pmm": "0120220427674eff",
    "systems": ["fe00"],  # the first answers a poll for any
}
LITE_DEFAULTS = DEFAULTS | {
    "card": "lite-s", "pmm": "00f1000000014300", "systems": ["88b4"],
    "key": "00" * 16,  # the block CK as it lies on the card
    "keyVersion": 0, "id": "00" * 8,  # the eight bytes of the block ID that the issuer may write
    "locked": False,  # MC_ALL is 0: the system blocks can't be written any more
    "wrongCode": False,  # each code of authentication has a bit wrong, as of a card that knows another key
}
POLLING, READ, WRITE = 0x00, 0x06, 0x08
RC, MAC, ID, D_ID, SER_C, SYS_C, CKV, CK, MC, WCNT, MAC_A, STATE, CRC_CHECK = (
    0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x90, 0x91, 0x92, 0xA0,
)
SYSTEM_BLOCKS = (ID, SER_C, CKV, CK, MC)


class Refused(Exception):
    """The two status flags with which a card refuses."""


class FeliCa:
    rates = ("212F", "424F")

    def __init__(self, spec: dict):
        self.spec = spec
        self.idm, self.pmm = bytes.fromhex(spec["idm"]), bytes.fromhex(spec["pmm"])
        self.systems = [bytes.fromhex(system) for system in spec["systems"]]

    @property
    def number(self) -> bytes:
        return self.idm

    def reset(self) -> None:
        """The field is gone, and all that the card knew by it."""

    def exchange(self, rate: str, frame: bytes, bits: int) -> bytes | None:
        """A frame with its length, without CRC; nothing where the card keeps silent."""
        if rate not in self.rates or len(frame) < 2 or frame[0] != len(frame) or bits != 8:
            return None
        answer = self.polled(frame) if frame[1] == POLLING else self.addressed(frame)
        return None if answer is None else bytes([len(answer) + 1]) + answer

    def polled(self, frame: bytes) -> bytes | None:
        if len(frame) != 6:
            return None
        wanted = frame[2:4]
        for system in self.systems:
            if all(asked in (0xFF, own) for asked, own in zip(wanted, system)):
                further = {0: b"", 1: system, 2: b"\0\x83"}.get(frame[4], b"")
                return bytes([POLLING + 1]) + self.idm + self.pmm + further
        return None

    def addressed(self, frame: bytes) -> bytes | None:
        if frame[2:10] != self.idm:
            return None
        try:
            match frame[1]:
                case 0x06:
                    blocks, rest = self.blocks(frame[10:])
                    data = self.read(blocks)
                    return bytes([READ + 1]) + self.idm + bytes([0, 0, len(blocks)]) + data
                case 0x08:
                    blocks, rest = self.blocks(frame[10:])
                    self.write(blocks, rest)
                    return bytes([WRITE + 1]) + self.idm + b"\0\0"
                case 0x0C:  # Request System Code
                    return bytes([0x0D]) + self.idm + bytes([len(self.systems)]) + b"".join(self.systems)
        except Refused as refused:
            return bytes([frame[1] + 1]) + self.idm + refused.args[0]
        return None

    def blocks(self, rest: bytes) -> tuple[list[int], bytes]:
        """The block numbers that a command names, and what follows them."""
        if not rest or rest[0] != 1 or len(rest) < 4:
            raise Refused(b"\xff\xa1")
        if rest[1:3] not in (b"\x09\x00", b"\x0b\x00"):
            raise Refused(b"\x01\xa6")
        count, rest = rest[3], rest[4:]
        numbers = []
        for _ in range(count):
            if len(rest) < 2 or not rest[0] & 0x80 and len(rest) < 3:
                raise Refused(b"\xff\xa2")
            wide = not rest[0] & 0x80
            numbers.append(rest[1] | (rest[2] << 8 if wide else 0))
            rest = rest[3 if wide else 2:]
        return numbers, rest

    def read(self, blocks: list[int]) -> bytes:
        raise Refused(b"\x01\xa6")

    def write(self, blocks: list[int], data: bytes) -> None:
        raise Refused(b"\x01\xa6")


class LiteS(FeliCa):
    """Challenge, keys and codes lie on the card with the bytes of each half in reverse."""

    def __init__(self, spec: dict):
        super().__init__(spec)
        self.memory = {number: bytes(16) for number in range(0x0F)}
        self.memory |= {
            RC: bytes(16), ID: self.idm + bytes.fromhex(spec["id"]), D_ID: self.idm + self.pmm, SER_C: bytes(16),
            SYS_C: self.systems[0].ljust(16, b"\0"), CKV: spec["keyVersion"].to_bytes(2, "little").ljust(16, b"\0"),
            CK: bytes.fromhex(spec["key"]), WCNT: bytes(16), STATE: bytes(16), CRC_CHECK: bytes(16),
            MC: bytes([0xFF, 0xFF, 0x00 if spec["locked"] else 0xFF, 0x01, 0x07]).ljust(16, b"\0"),
        }

    def reset(self) -> None:
        self.memory[RC] = self.memory[STATE] = bytes(16)

    def read(self, blocks: list[int]) -> bytes:
        if not 1 <= len(blocks) <= 4:
            raise Refused(b"\xff\xa2")
        data = b""
        for place, number in enumerate(blocks):
            if number in (MAC, MAC_A):
                if place != len(blocks) - 1:
                    raise Refused(bytes([1 << place, 0xA8]))
                named = b"" if number == MAC else b"".join(n.to_bytes(2, "little") for n in blocks).ljust(8, b"\xff")
                data += self.code(named + data, flipped=False).ljust(16, b"\0")
            elif number in self.memory:
                data += bytes(16) if number in (RC, CK) else self.memory[number]
            else:
                raise Refused(bytes([1 << place, 0xA8]))
        return data

    def write(self, blocks: list[int], data: bytes) -> None:
        if len(data) != 16 * len(blocks) or len(blocks) not in (1, 2) or len(blocks) == 2 and blocks[1] != MAC_A:
            raise Refused(b"\xff\xa2")
        number, block = blocks[0], data[:16]
        if number not in self.memory or number in (D_ID, SYS_C, WCNT, CRC_CHECK):
            raise Refused(b"\x01\xa8")
        if number in SYSTEM_BLOCKS and self.memory[MC][2] == 0:
            raise Refused(b"\x01\xa8")
        if number == STATE and len(blocks) == 1:
            raise Refused(b"\x01\xb2")
        count = self.memory[WCNT][:3]
        if len(blocks) == 2:
            named = count + bytes([0, number, 0, MAC_A, 0])
            if data[16:27] != self.code(named + block, flipped=True) + count:
                raise Refused(b"\x02\xb2")
        if number == ID:
            block = self.idm + block[8:]
        self.memory[number] = block
        if number != RC:
            self.memory[WCNT] = (int.from_bytes(count, "little") + 1).to_bytes(3, "little").ljust(16, b"\0")

    def code(self, text: bytes, flipped: bool) -> bytes:
        """The code of authentication under the session's key; for writing, with the key's halves exchanged."""
        challenge = halves_reversed(self.memory[RC])
        session = des.encrypt(halves_reversed(self.memory[CK]), bytes(8), challenge)
        if flipped:
            session = session[8:] + session[:8]
        turned = b"".join(text[at:at + 8][::-1] for at in range(0, len(text), 8))
        code = des.encrypt(session, challenge[:8], turned)[-8:][::-1]
        return bytes([code[0] ^ 0x10]) + code[1:] if self.spec["wrongCode"] else code


def halves_reversed(block: bytes) -> bytes:
    return block[7::-1] + block[15:7:-1]
