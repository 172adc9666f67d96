# SPDX-License-Identifier: Apache-2.0
"""Composes the transcripts in this folder: both sides of the line, from the norm's facts alone.

    python3 compose.py        writes every *.txt here anew

It shares no code with the service: frames, checks, secure channel and padding are written here a
second time, over libcrypto's AES, so that a transcript that plays proves both.
"""

import ctypes
import ctypes.util
import pathlib

crypto = ctypes.CDLL(ctypes.util.find_library("crypto"))
crypto.EVP_CIPHER_CTX_new.restype = ctypes.c_void_p
crypto.EVP_aes_128_ecb.restype = ctypes.c_void_p


def aes(key, block, encrypt=1):
    context = ctypes.c_void_p(crypto.EVP_CIPHER_CTX_new())
    out, length = ctypes.create_string_buffer(32), ctypes.c_int()
    crypto.EVP_CipherInit_ex(context, ctypes.c_void_p(crypto.EVP_aes_128_ecb()), None, key, None, encrypt)
    crypto.EVP_CIPHER_CTX_set_padding(context, 0)
    crypto.EVP_CipherUpdate(context, out, ctypes.byref(length), block, 16)
    crypto.EVP_CIPHER_CTX_free(context)
    return out.raw[:16]


def xor(left, right):
    return bytes(a ^ b for a, b in zip(left, right))


def pad(data):
    return data + b"\x80" + bytes(-(len(data) + 1) % 16)


def chain(key, data, vector, last=None):
    out = b""
    for at in range(0, len(data), 16):
        use = last if last and at + 16 == len(data) else key
        vector = aes(use, xor(data[at:at + 16], vector))
        out += vector
    return out


def crc(data):
    value = 0x1D0F
    for byte in data:
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xFFFF
    return value.to_bytes(2, "little")


def checksum(data):
    return bytes([-sum(data) & 0xFF])


PRESET = bytes(range(0x30, 0x40))
KEY = bytes.fromhex("8d1f0e7c5b2a49f36071c2e4d5b68a97")
OTHER = bytes.fromhex("00112233445566778899aabbccddeeff")
RANDOM_A = bytes.fromhex("b0c1d2e3f4051627")
RANDOM_B = bytes.fromhex("1122334455667788")
IDENTITY = bytes.fromhex("5ca1ab 01 02 78563412 030201")
CAPABILITIES = bytes.fromhex("030101 040101 050101 090101 0a0001")
NO_CHANNEL = bytes.fromhex("030101 040101 050101 0a0001")


class Talk:
    """A transcript in the making, and the state of both ends."""

    def __init__(self, title, key=KEY, address=0, form="wiegand26 hex 6", random=RANDOM_A, known=True):
        self.lines = ["# " + line for line in title.split("\n")]
        self.lines.append("peripheral %d %s" % (address, form))
        if known:
            self.lines.append("key " + KEY.hex())
        self.lines.append("random " + random.hex())
        self.random = random
        self.key = key
        self.address = address
        self.sequence = 0
        self.sealed = False
        self.lamps = True

    # What the frames are.

    def frame(self, address, sequence, code, data=b"", block=None, mac=b"", tag=0x04, check=crc):
        body = (bytes(block) if block else b"") + bytes([code]) + data
        length = 5 + len(body) + (4 if block and 0x15 <= block[1] <= 0x18 else 0) + (2 if tag else 1)
        return bytes([0x53, address]) + length.to_bytes(2, "little") + bytes(
            [sequence | tag | (8 if block else 0)]) + body

    def board(self, code, data=b"", block=None):
        """A command of the board's, in the clear or sealed."""
        sequence = self.sequence
        self.sequence = sequence % 3 + 1
        self.asked = sequence
        if self.sealed:
            block = [2, 0x17] if data else [2, 0x15]
            if data:
                data = chain(self.s_enc, pad(data), bytes(~b & 0xFF for b in self.r_mac))
            body = self.frame(self.address, sequence, code, data, block)
            self.c_mac = chain(self.s_mac1, pad(body), self.r_mac, self.s_mac2)[-16:]
            body += self.c_mac[:4]
        else:
            body = self.frame(self.address, sequence, code, data, block)
        self.last = body + crc(body)
        self.write(">", b"\xff" + self.last)

    def again(self):
        """The same bytes once more."""
        self.write(">", b"\xff" + self.last)

    def reply(self, code, data=b"", block=None, sequence=None, clear=False, show=True):
        """A reply of the peripheral's, in the clear or sealed."""
        sequence = self.asked if sequence is None else sequence
        if self.sealed and not clear:
            block = [2, 0x18] if data else [2, 0x16]
            if data:
                data = chain(self.s_enc, pad(data), bytes(~b & 0xFF for b in self.c_mac))
            body = self.frame(self.address | 0x80, sequence, code, data, block)
            self.r_mac = chain(self.s_mac1, pad(body), self.c_mac, self.s_mac2)[-16:]
            body += self.r_mac[:4]
        else:
            body = self.frame(self.address | 0x80, sequence, code, data, block)
        whole = body + crc(body)
        if show:
            self.write("<", whole)
        return whole

    def write(self, direction, data, remark=""):
        self.lines.append("%s %s%s" % (direction, data.hex(" "), "  # " + remark if remark else ""))

    def says(self, text):
        self.lines.append("= " + text)

    def says_of_all(self, text):
        self.says("in " + text)
        self.says("keys " + text)

    def after(self, milliseconds):
        self.lines.append("+%d" % milliseconds)

    def remark(self, text):
        self.lines.append("# " + text)

    # What both do at the beginning.

    def anew(self, random=None):
        self.sequence = 0
        self.sealed = False
        if random:
            self.random = random

    def introduce(self, capabilities=CAPABILITIES):
        self.board(0x61, b"\x00")
        self.reply(0x45, IDENTITY)
        self.board(0x62, b"\x00")
        self.reply(0x46, capabilities)

    def derive(self, key):
        def derived(constant):
            return aes(key, b"\x01" + constant + self.random[:6] + bytes(8))
        self.s_enc, self.s_mac1, self.s_mac2 = derived(b"\x82"), derived(b"\x01"), derived(b"\x02")

    def challenge(self, key=None, named=None, asked=1):
        key = key or self.key
        named = asked if named is None else named
        self.derive(key)
        self.board(0x76, self.random, [3, 0x11, asked])
        cryptogram = chain(self.s_enc, self.random + RANDOM_B, bytes(16))
        uid = bytes.fromhex("0011223344556677")
        self.reply(0x76, uid + RANDOM_B + cryptogram, [3, 0x12, named])

    def prove(self, asked=1, broken=False):
        proof = chain(self.s_enc, RANDOM_B + self.random, bytes(16))
        self.board(0x77, proof, [3, 0x13, asked])
        self.r_mac = aes(self.s_mac2, aes(self.s_mac1, proof))
        shown = bytes(16) if broken else self.r_mac
        self.reply(0x78, shown, [3, 0x14, 1])
        self.sealed = not broken

    def connect(self, tamper=0, told=True):
        self.introduce()
        self.challenge()
        self.prove()
        self.rest(tamper)
        if told:
            self.says_of_all("back")

    def rest(self, tamper=0):
        """The lamp at rest, then how housing and supply are."""
        self.board(0x69, bytes([0, 0] + [0] * 7 + [1, 1, 0, 0, 0]))
        self.reply(0x40)
        self.board(0x64)
        self.reply(0x48, bytes([tamper, 0]))

    def poll(self, code=0x40, data=b"", **how):
        self.board(0x60)
        return self.reply(code, data, **how)


def wiegand26(number):
    bits = [(number >> place) & 1 for place in range(23, -1, -1)]
    bits = [sum(bits[:12]) % 2] + bits + [1 - sum(bits[12:]) % 2]
    return raw(bits)


def raw(bits, reader=0, form=1):
    filled = bits + [0] * (-len(bits) % 8)
    data = bytes(int("".join(map(str, filled[at:at + 8])), 2) for at in range(0, len(filled), 8))
    return bytes([reader, form]) + len(bits).to_bytes(2, "little") + data


def keys(text):
    return bytes([0, len(text)]) + text.encode()


def quarantine(talk, random):
    """Nothing for ten seconds; then, if it is the right one, it is served again."""
    talk.says_of_all("lost a badge or a key came in the clear")
    talk.after(8_400)
    talk.anew(random)


def reading():
    talk = Talk("A reader with a keypad: it is found, proves its key, and reports a badge and a PIN.")
    talk.connect()
    talk.poll()
    talk.poll(0x50, wiegand26(0x0A12F0))
    talk.says("in badge 0A12F0")
    talk.poll(0x53, keys("4821\r\x7f"))
    for key in ["key 4", "key 8", "key 2", "key 1", "enter", "cancel"]:
        talk.says("keys " + key)
    talk.poll()
    return talk


def no_badge(code, data, flaw):
    talk = Talk("A badge of another form is no badge: %s." % flaw)
    talk.connect()
    talk.poll(code, data)
    talk.says("in unreadable " + flaw)
    talk.poll()
    return talk


def bits_parity():
    wrong = bytearray(wiegand26(0x0A12F0))
    wrong[4] ^= 0x80
    return no_badge(0x50, bytes(wrong), "its parity is wrong")


def bits_count():
    return no_badge(0x50, raw([1] * 34), "its bits are not as many as wiegand26 has")


def bits_short():
    return no_badge(0x50, bytes([0, 1, 26, 0, 1, 2, 3]), "a reply came that is not whole")


def bits_text():
    return no_badge(0x51, b"\x00\x00\x04" + b"0A12", "it sends badges as text; set it to bits")


def noise():
    talk = Talk("Noise, our own echo, a stranger's frame, a damaged CRC: none of it is heard.")
    talk.connect()
    talk.board(0x60)
    talk.write("<", bytes.fromhex("53 53 80 ff ff 00 53"), "noise that begins like frames")
    talk.write("<", b"\xff" + talk.last, "what we sent, back from the adapter")
    foreign = talk.frame(0x85, talk.asked, 0x40)
    talk.write("<", foreign + crc(foreign), "from address 5, which is not ours")
    whole = bytearray(talk.reply(0x50, wiegand26(0x0A12F0), show=False))
    damaged = bytes(whole[:-1]) + bytes([whole[-1] ^ 0x10])
    talk.write("<", damaged, "one bit of its CRC is wrong")
    talk.write("<", b"\xff" + bytes(whole[:9]))
    talk.write("<", bytes(whole[9:]))
    talk.says("in badge 0A12F0")
    return talk


def sums():
    talk = Talk("A peripheral that sums up its bytes instead of a CRC is understood.")
    talk.board(0x61, b"\x00")
    body = talk.frame(0x80, 0, 0x45, IDENTITY, tag=0)
    talk.write("<", body + checksum(body))
    talk.board(0x62, b"\x00")
    talk.reply(0x46, CAPABILITIES)
    talk.challenge()
    talk.prove()
    talk.rest()
    talk.says_of_all("back")
    return talk


def busy():
    talk = Talk("A busy peripheral is asked again, with the same bytes; what it says then counts once.")
    talk.connect()
    talk.board(0x60)
    body = talk.frame(0x80, 0, 0x79)
    talk.write("<", body + crc(body), "BUSY, sequence 0, in the clear")
    talk.again()
    talk.reply(0x50, wiegand26(0x0A12F0))
    talk.says("in badge 0A12F0")
    talk.poll()
    return talk


def lost_reply():
    talk = Talk("A reply gets lost; the peripheral repeats it for the same bytes. One badge, not two.")
    talk.connect()
    talk.board(0x60)
    whole = talk.reply(0x50, wiegand26(0x0A12F0), show=False)
    talk.remark("its reply got lost")
    talk.again()
    talk.write("<", whole)
    talk.says("in badge 0A12F0")
    talk.poll()
    return talk


def lost_reply_dropped():
    talk = Talk("A reply gets lost; the peripheral ends the channel instead of repeating it (NAK 6 in\n"
                "the clear). A new handshake, no word of it, and the badge must be presented again.")
    talk.connect()
    talk.board(0x60)
    talk.remark("its reply got lost")
    talk.again()
    talk.reply(0x41, b"\x06", clear=True)
    talk.anew(SECOND)
    talk.connect(told=False)
    talk.poll()
    return talk


def silence():
    talk = Talk("It falls silent: three times the same bytes, then it is lost, within two seconds. It returns.")
    talk.connect()
    talk.board(0x60)
    talk.again()
    talk.again()
    talk.anew(SECOND)
    talk.board(0x61, b"\x00")
    talk.anew()
    talk.board(0x61, b"\x00")
    talk.anew()
    talk.board(0x61, b"\x00")
    talk.says_of_all("lost it does not answer: address 0 on /dev/null")
    talk.anew()
    talk.connect()
    return talk


def status():
    talk = Talk("Its housing is opened and closed; its supply fails and returns.")
    talk.connect()
    talk.poll(0x48, b"\x01\x00")
    talk.says_of_all("tampered its housing was opened")
    talk.poll(0x50, wiegand26(0x0A12F0))
    talk.says("in badge 0A12F0")
    talk.poll(0x48, b"\x00\x00")
    talk.says_of_all("back")
    talk.poll(0x48, b"\x00\x01")
    talk.says_of_all("power fails")
    talk.poll(0x48, b"\x00\x00")
    talk.says_of_all("power returns")
    return talk


def status_at_start():
    talk = Talk("Its housing stands open when it is found: it is served, and the tamper is told.")
    talk.connect(tamper=1, told=False)
    talk.says_of_all("back")
    talk.says_of_all("tampered its housing was opened")
    return talk


# Attacks, each as somebody with a hand on the line would carry it out.

SECOND = bytes.fromhex("0f1e2d3c4b5a6978")
RANDOMS = RANDOM_A + SECOND + bytes.fromhex("a1a2a3a4a5a6a7a8 b1b2b3b4b5b6b7b8 c1c2c3c4c5c6c7c8")


def attack_capability():
    talk = Talk("ATTACK, downgrade: the capability reply says that there is no secure channel. It is an\n"
                "alarm; no command in the clear follows but the next attempt, a second later.")
    talk.introduce(NO_CHANNEL)
    talk.says_of_all("tampered it says that it has no secure channel")
    talk.after(999)
    talk.anew()
    talk.board(0x61, b"\x00")
    return talk


def attack_preset():
    talk = Talk("ATTACK, install mode: it answers our challenge under the key that everybody has.\n"
                "No proof of ours, no KEYSET, an alarm.")
    talk.introduce()
    talk.challenge(PRESET, named=0)
    talk.says_of_all("tampered it answers under the key that everybody has")
    talk.after(999)
    talk.anew()
    talk.board(0x61, b"\x00")
    return talk


def attack_preset_renamed():
    talk = Talk("ATTACK, install mode: the same, and it pretends that this is its own key.")
    talk.introduce()
    talk.challenge(PRESET, named=1)
    talk.says_of_all("tampered it answers with another key than its own")
    return talk


def attack_other_key():
    talk = Talk("ATTACK, exchanged reader: a reader of the same make with another key.")
    talk.introduce()
    talk.challenge(OTHER)
    talk.says_of_all("tampered it answers with another key than its own")
    talk.after(999)
    talk.anew(SECOND)
    talk.introduce()
    talk.challenge(OTHER)
    talk.says_of_all("lost it answers with another key than its own")
    return talk


def attack_clear_badge():
    talk = Talk("ATTACK, a badge in the clear, with the right address, sequence and CRC, instead of the reply.\n"
                "No badge comes out; for ten seconds nothing is believed.")
    talk.connect()
    talk.board(0x60)
    talk.reply(0x50, wiegand26(0x0A12F0), clear=True)
    talk.says_of_all("tampered a badge or a key came in the clear")
    talk.after(1500)
    quarantine(talk, SECOND)
    talk.connect()
    return talk


def attack_clear_keys():
    talk = Talk("ATTACK, keys in the clear, while nothing was asked.")
    talk.connect()
    talk.poll()
    talk.reply(0x53, keys("4821\r"), clear=True)
    talk.says_of_all("tampered a badge or a key came in the clear")
    return talk


def attack_unencrypted():
    talk = Talk("ATTACK, a badge under a MAC's security block, but not encrypted.")
    talk.connect()
    talk.board(0x60)
    body = talk.frame(0x80, talk.asked, 0x50, wiegand26(0x0A12F0), [2, 0x16]) + bytes(4)
    talk.write("<", body + crc(body))
    talk.says_of_all("tampered a badge or a key came in the clear")
    return talk


def attack_replay():
    talk = Talk("ATTACK, replay within a channel: a badge that was recorded comes again, three polls later,\n"
                "when the sequence fits. Its MAC does not; the channel ends, and nothing comes out.")
    talk.connect()
    recorded = talk.poll(0x50, wiegand26(0x0A12F0))
    talk.says("in badge 0A12F0")
    talk.poll()
    talk.poll()
    talk.board(0x60)
    talk.write("<", recorded, "the recorded one")
    talk.anew(SECOND)
    talk.connect(told=False)
    return talk


def attack_replay_session():
    talk = Talk("ATTACK, replay of a whole beginning: what the right reader once answered to another\n"
                "challenge. Our challenge is new each time, and so it is another key.", random=RANDOMS)
    talk.introduce()
    talk.random = RANDOM_A
    talk.derive(KEY)
    talk.board(0x76, RANDOM_A, [3, 0x11, 1])
    elsewhere = Talk("")
    elsewhere.random = SECOND
    elsewhere.derive(KEY)
    old = chain(elsewhere.s_enc, SECOND + RANDOM_B, bytes(16))
    talk.reply(0x76, bytes(8) + RANDOM_B + old, [3, 0x12, 1])
    talk.says_of_all("tampered it answers with another key than its own")
    return talk


def attack_mac():
    talk = Talk("ATTACK, one bit of what is encrypted is turned, and the CRC mended. Once may be an accident:\n"
                "the channel ends and begins anew. The third time is none.")
    talk.connect()
    for count, random in enumerate([SECOND, bytes.fromhex("a1a2a3a4a5a6a7a8"), None]):
        talk.board(0x60)
        whole = bytearray(talk.reply(0x50, wiegand26(0x0A12F0), show=False)[:-2])
        whole[10] ^= 0x01
        talk.write("<", bytes(whole) + crc(bytes(whole)))
        if random:
            talk.anew(random)
            talk.connect(told=False)
    talk.says_of_all("tampered a reply came whose MAC is wrong, again and again")
    return talk


def attack_initial_mac():
    talk = Talk("ATTACK, somebody in the middle takes our proof without knowing the key.")
    talk.introduce()
    talk.challenge()
    talk.prove(broken=True)
    talk.says_of_all("tampered it does not take our proof of the key")
    return talk


def attack_keyset():
    talk = Talk("ATTACK, keyset capture: nobody has ordered a pairing, and somebody who knows the key that\n"
                "everybody has asks for a new one in every way. A reader without a key is not even asked.",
                known=False)
    talk.says_of_all("lost it is not paired; order pairReader for it")
    talk.sequence = talk.asked = 0
    talk.reply(0x45, IDENTITY)
    talk.reply(0x46, bytes.fromhex("090101"), sequence=1)
    talk.reply(0x41, b"\x06", sequence=2)
    talk.after(5000)
    return talk


def attack_sequence():
    talk = Talk("ATTACK, sequence games: replies that belong to other commands are not heard, whatever they say;\n"
                "the right one still is.")
    talk.connect()
    talk.board(0x60)
    right = talk.reply(0x50, wiegand26(0x0A12F0), show=False)
    for sequence in range(4):
        if sequence != talk.asked:
            body = talk.frame(0x80, sequence, 0x40)
            talk.write("<", body + crc(body), "ACK, sequence %d" % sequence)
            body = bytearray(right[:-2])
            body[4] = body[4] & 0xFC | sequence
            talk.write("<", bytes(body) + crc(bytes(body)), "the reply, renumbered %d" % sequence)
    body = talk.frame(0x80, talk.asked, 0x40)
    talk.write("<", body + crc(body), "ACK in the clear, with the right sequence")
    talk.write("<", right)
    talk.says("in badge 0A12F0")
    talk.write("<", right, "and once more")
    talk.poll()
    return talk


def attack_nak():
    talk = Talk("ATTACK, a refusal in the clear: it ends the channel, and does nothing else. The new one is secure.")
    talk.connect()
    talk.board(0x60)
    talk.reply(0x41, b"\x05", clear=True)
    talk.anew(SECOND)
    talk.connect(told=False)
    return talk


def attack_clear_status():
    talk = Talk("ATTACK, a housing that is well, in the clear, to hide one that was opened.")
    talk.connect()
    talk.poll(0x48, b"\x01\x00")
    talk.says_of_all("tampered its housing was opened")
    talk.board(0x60)
    talk.reply(0x48, b"\x00\x00", clear=True)
    talk.reply(0x48, b"\x01\x00")
    talk.poll()
    return talk


def pairing():
    new = bytes.fromhex("d0d1d2d3d4d5d6d7d8d9dadbdcdddedf")
    talk = Talk("Pairing, by order: the key that everybody has opens a channel, a random key is kept and given,\n"
                "and a new channel under it proves that the reader took it.", known=False,
                random=RANDOM_A + new + SECOND)
    talk.says_of_all("lost it is not paired; order pairReader for it")
    talk.lines.append("! pair 60000")
    talk.says("in pairing")
    talk.introduce()
    talk.random = RANDOM_A
    talk.challenge(PRESET, asked=0)
    talk.prove(asked=0)
    talk.says("in key kept")
    talk.board(0x75, b"\x01\x10" + new)
    talk.reply(0x40)
    talk.anew(SECOND)
    talk.introduce()
    talk.challenge(new)
    talk.prove()
    talk.says("in key settled")
    talk.says("in paired")
    talk.rest()
    talk.says_of_all("back")
    return talk


def pairing_again():
    new = bytes.fromhex("d0d1d2d3d4d5d6d7d8d9dadbdcdddedf")
    talk = Talk("A reader that is paired already keeps its key, unless the order says otherwise; then it gets\n"
                "its new one through the channel under the old one.", random=RANDOM_A + new + SECOND)
    talk.random = RANDOM_A
    talk.connect()
    talk.lines.append("! pair 60000")
    talk.says("refused in is paired already")
    talk.poll()
    talk.lines.append("! pair 60000 replace")
    talk.says("in pairing")
    talk.says("in key kept")
    talk.board(0x75, b"\x01\x10" + new)
    talk.reply(0x40)
    talk.anew(SECOND)
    talk.introduce()
    talk.challenge(new)
    talk.prove()
    talk.says("in key settled")
    talk.says("in paired")
    talk.rest()
    return talk


def pairing_refused():
    new = bytes.fromhex("d0d1d2d3d4d5d6d7d8d9dadbdcdddedf")
    talk = Talk("A reader that refuses a new key has none; what was kept for it is discarded.", known=False,
                random=RANDOM_A + new)
    talk.says_of_all("lost it is not paired; order pairReader for it")
    talk.lines.append("! pair 60000")
    talk.says("in pairing")
    talk.introduce()
    talk.random = RANDOM_A
    talk.challenge(PRESET, asked=0)
    talk.prove(asked=0)
    talk.says("in key kept")
    talk.board(0x75, b"\x01\x10" + new)
    talk.reply(0x41, b"\x06")
    talk.says("in key discarded")
    talk.says("in pairing-failed it refuses a new key (NAK 6)")
    talk.after(5000)
    return talk


def pairing_time_out():
    talk = Talk("Pairing that nobody answers ends by itself, and the key that everybody has is not tried any more.",
                known=False)
    talk.says_of_all("lost it is not paired; order pairReader for it")
    talk.lines.append("! pair 500")
    talk.says("in pairing")
    talk.board(0x61, b"\x00")
    talk.anew()
    talk.board(0x61, b"\x00")
    talk.says("in pairing-failed it does not answer")
    talk.after(5000)
    return talk


TRANSCRIPTS = [
    reading, bits_parity, bits_count, bits_short, bits_text, noise, sums, busy, lost_reply, lost_reply_dropped, silence, status, status_at_start,
    attack_capability, attack_preset, attack_preset_renamed, attack_other_key, attack_clear_badge,
    attack_clear_keys, attack_unencrypted, attack_replay, attack_replay_session, attack_mac,
    attack_initial_mac, attack_keyset, attack_sequence, attack_nak, attack_clear_status, pairing,
    pairing_again, pairing_refused, pairing_time_out,
]

if __name__ == "__main__":
    folder = pathlib.Path(__file__).parent
    for compose in TRANSCRIPTS:
        name = compose.__name__.replace("_", "-")
        talk = compose()
        text = "\n".join(talk.lines) + "\n"
        if "random " + RANDOM_A.hex() + "\n" in text:
            text = text.replace("random " + RANDOM_A.hex() + "\n", "random " + RANDOMS.hex() + "\n")
        (folder / (name + ".txt")).write_text(text)
