# SPDX-License-Identifier: Apache-2.0
"""Composes ccid-*.txt and lite-s-*.txt: both sides of the wire, from the class's, ACS's and FeliCa Lite-S's facts.

    python3 compose-ccid.py        writes them anew beside this file

It shares no code with the service: messages, keys and MACs are written here a second time, over
libcrypto's single DES and AES, so that a transcript that plays proves both.
"""

import ctypes
import ctypes.util
import pathlib

crypto = ctypes.CDLL(ctypes.util.find_library("crypto"))
for name in ("EVP_CIPHER_CTX_new", "EVP_des_ede_ecb", "EVP_aes_128_ecb"):
    getattr(crypto, name).restype = ctypes.c_void_p


def block(cipher, key, data):
    context = ctypes.c_void_p(crypto.EVP_CIPHER_CTX_new())
    out, length = ctypes.create_string_buffer(48), ctypes.c_int()
    crypto.EVP_EncryptInit_ex(context, ctypes.c_void_p(getattr(crypto, cipher)()), None, key, None)
    crypto.EVP_CIPHER_CTX_set_padding(context, 0)
    crypto.EVP_EncryptUpdate(context, out, ctypes.byref(length), data, len(data))
    crypto.EVP_CIPHER_CTX_free(context)
    return out.raw[:len(data)]


def xor(left, right):
    return bytes(a ^ b for a, b in zip(left, right))


def cmac(key, data):
    """AES-CMAC (RFC 4493)."""
    def double(value):
        number = int.from_bytes(value, "big") << 1
        return ((number & (1 << 128) - 1) ^ (0x87 if number >> 128 else 0)).to_bytes(16, "big")

    first = double(block("EVP_aes_128_ecb", key, bytes(16)))
    last = data[(len(data) - 1) // 16 * 16:]
    if len(last) == 16:
        last = xor(last, first)
    else:
        last = xor(last + b"\x80" + bytes(15 - len(last)), double(first))
    state = bytes(16)
    for at in range(0, (len(data) - 1) // 16 * 16, 16):
        state = block("EVP_aes_128_ecb", key, xor(state, data[at:at + 16]))
    return block("EVP_aes_128_ecb", key, xor(state, last))


def chained(key, parts, vector):
    for part in parts:
        vector = block("EVP_des_ede_ecb", key, xor(part, vector))
        yield vector


def halves(data):
    return [data[at:at + 8] for at in range(0, len(data), 8)]


IDM = bytes.fromhex("012e3d4c5b6a7988")
PMM = bytes.fromhex("00f1000000014300")
ID = IDM + bytes.fromhex("0000123456789abc")
MASTER = bytes(range(0x10, 0x20))
VERSION = bytes([1]) + bytes(15)


class Card:
    """A FeliCa Lite-S with a key."""

    def __init__(self, key):
        self.key, self.challenge = key, bytes(16)

    def mac(self, data):
        first, second = chained(self.key, halves(self.challenge), bytes(8))
        *_, last = chained(first + second, [part[::-1] for part in halves(data)], self.challenge[:8])
        return last[::-1]


def framed(body):
    return bytes([len(body) + 1]) + body


class Talk:
    def __init__(self, name, device, cards, title, *, passage=None, extra=()):
        self.name, self.passage, self.number = name, passage, -1
        self.lines = [f"# {title}", f"reader ccid {device} {cards}", *extra]

    def note(self, text):
        self.lines[-1] += f"   # {text}"

    def line(self, text):
        self.lines.append(text)

    def ask(self, kind, content=b"", parameters=b"\0\0\0", note=None):
        self.number = self.number + 1 & 0xFF
        message = bytes([kind]) + len(content).to_bytes(4, "little") + bytes([0, self.number]) + parameters + content
        self.line("> " + message.hex(" "))
        if note:
            self.note(note)

    def say(self, kind, content=b"", status=0, error=0, *, number=None, chain=0, length=None):
        head = bytes([kind]) + (len(content) if length is None else length).to_bytes(4, "little")
        head += bytes([0, self.number if number is None else number, status, error, chain])
        self.give(head + content)

    def give(self, message):
        for at in range(0, max(len(message), 1), 64):
            self.line(("< " + message[at:at + 64].hex(" ")).rstrip())
        if message and len(message) % 64 == 0:
            self.line("<")

    def status(self, state):
        self.ask(0x65)
        self.say(0x81, status=state)

    def power_on(self, reset):
        self.ask(0x62, note="power on")
        self.say(0x80, reset)

    def power_off(self):
        self.ask(0x63)
        self.say(0x81, status=1)

    def transfer(self, apdu, answer, note=None):
        self.ask(0x6F, apdu, note=note)
        self.say(0x80, answer)

    def escape(self, content, answer, note=None):
        self.ask(0x6B, content, note=note)
        self.say(0x83, answer, status=2)

    def number_of_card(self, number):
        self.transfer(bytes.fromhex("ffca000000"), number)

    def felica(self, frame, reply, note=None):
        if self.passage == "chip":
            content = b"\xd4\x40\x01" + frame
            answer = b"\xd5\x41\x01" if reply is None else b"\xd5\x41\x00" + reply
            answer += b"\x90\x00"
        else:
            content, answer = frame, b"\x63\x00" if reply is None else reply + b"\x90\x00"
        self.transfer(b"\xff\0\0\0" + bytes([len(content)]) + content, answer, note)

    def poll(self, code, answers, note=None):
        system = bytes.fromhex(code)
        self.felica(b"\x06\x00" + system + b"\x01\x00",
                    framed(b"\x01" + IDM + PMM + system) if answers else None, note or f"who is of {code}?")

    def ready(self):
        self.status(2)
        self.line("= ready")
        if self.passage == "chip":
            self.escape(bytes.fromhex("ff00480000"), b"ACR122U214", "firmware")
            self.line("= firmware ACR122U214")
            self.escape(bytes.fromhex("ff0051f900") if "type-b" not in self.lines[1] else bytes.fromhex("ff0051fb00"),
                        bytes.fromhex("90f9"), "look for type A and FeliCa, four times a second")
            self.escape(bytes.fromhex("ff00520000"), bytes.fromhex("9000"), "no beep of its own")
        elif self.passage == "plain":
            self.escape(bytes.fromhex("e000001800"), b"\xe1\0\0\0\x0eACR1252U_V105.", "firmware")
            self.line("= firmware ACR1252U_V105.")
            self.escape(bytes.fromhex("e000002100"), bytes.fromhex("e1000000018f"), "what does it show by itself?")
            self.escape(bytes.fromhex("e00000210100"), bytes.fromhex("e10000000100"), "nothing, from now on")
        self.line("+0")
        self.status(2)

    def rest(self, milliseconds=250):
        self.line(f"+{milliseconds}")

    def end(self):
        path = pathlib.Path(__file__).with_name(self.name)
        path.write_text("\n".join(self.lines) + "\n")


def reset(standard, name):
    body = bytes.fromhex("8f8001804f0ca000000306") + standard + name + bytes(4)
    check = 0
    for byte in body:
        check ^= byte
    return b"\x3b" + body + bytes([check])


FELICA, CLASSIC = reset(b"\x11", b"\x00\x3b"), reset(b"\x03", b"\x00\x01")
FELICA_122 = reset(b"\x03", b"\xf0\x11")
UID = bytes.fromhex("04a1b2c3d4e580")
OK = b"\x90\x00"


def acr122u():
    talk = Talk("ccid-acr122u.txt", "072f:2200", "FE00 type-a", "ACR122U: type A, FeliCa, its lamps.", passage="chip")
    talk.ready()
    talk.line("<i 50 03")
    talk.note("a card has come")
    talk.status(1)
    talk.power_on(CLASSIC)
    talk.number_of_card(UID + OK)
    talk.line("= badge 04A1B2C3D4E580 type-a")
    talk.power_off()
    talk.line("^ granted")
    talk.escape(bytes.fromhex("ff00400e0401000101"), bytes.fromhex("9002"), "green, a short beep")
    talk.status(1)
    talk.power_on(CLASSIC)
    talk.number_of_card(UID + OK)
    talk.note("it rests: no second presentation")
    talk.power_off()
    talk.line("<i 50 02")
    talk.status(2)
    talk.line("<i 50 03")
    talk.status(1)
    talk.power_on(FELICA_122)
    talk.number_of_card(IDM + OK)
    talk.poll("fe00", True)
    talk.line("= badge 012E3D4C5B6A7988 felica FE00")
    talk.power_off()
    talk.line("^ denied")
    talk.escape(bytes.fromhex("ff00400d0403000101"), bytes.fromhex("9001"), "red, a long beep")
    talk.status(2)
    talk.line("^ waiting")
    talk.escape(bytes.fromhex("ff00400f0400000000"), bytes.fromhex("9003"), "amber")
    talk.status(2)
    talk.line("^ secured")
    talk.escape(bytes.fromhex("ff00400c0400000000"), bytes.fromhex("9000"), "dark")
    talk.status(2)
    talk.end()


def acr1252u():
    talk = Talk("ccid-acr1252u.txt", "072f:223b", "FE00 88B4 type-a", "ACR1252U: its own signs put out, two systems, its lamps.",
                passage="plain")
    talk.ready()
    talk.rest()
    talk.note("its interrupt endpoint is silent: the slot is looked at four times a second")
    talk.status(1)
    talk.power_on(FELICA)
    talk.number_of_card(IDM + OK)
    talk.poll("fe00", False)
    talk.poll("88b4", True)
    talk.line("= badge 012E3D4C5B6A7988 felica 88B4")
    talk.power_off()
    talk.line("^ granted")
    talk.escape(bytes.fromhex("e00000290102"), bytes.fromhex("e10000000102"), "green: bit 1")
    talk.escape(bytes.fromhex("e0000028010a"), bytes.fromhex("e1000000010a"), "a short beep")
    talk.status(2)
    talk.line("^ denied")
    talk.escape(bytes.fromhex("e00000290101"), bytes.fromhex("e10000000101"), "red: bit 0")
    talk.escape(bytes.fromhex("e0000028011e"), bytes.fromhex("e1000000011e"), "a long beep")
    talk.status(2)
    talk.end()


def plain():
    talk = Talk("ccid-plain.txt", "04e6:5790", "FE00 type-a", "A reader of the class without anything of its own.")
    talk.ready()
    talk.rest()
    talk.status(1)
    talk.power_on(FELICA)
    talk.number_of_card(IDM + OK)
    talk.line("= badge 012E3D4C5B6A7988 felica FFFF")
    talk.note("it does not tell of which system the card is")
    talk.power_off()
    for _ in range(3):
        talk.rest(500 if _ == 0 else 250)
        talk.status(2)
    for kind, answer, text in (
        (FELICA, b"\x6a\x81", "the reader does not give this card's number (6A 81)"),
        (b"\x3b\x00", None, "a card with contacts was presented"),
    ):
        for turn in range(3):
            talk.rest()
            talk.status(1)
            talk.power_on(kind)
            if answer:
                talk.number_of_card(answer)
            talk.power_off()
            if turn == 2:
                talk.line("= unreadable " + text)
        for _ in range(2):
            talk.rest()
            talk.status(2)
    talk.end()


def faults():
    talk = Talk("ccid-faults.txt", "04e6:5790", "FE00 type-a", "What can go wrong with an answer, and what is done about it.")

    def abort():
        talk.number = talk.number + 1 & 0xFF
        talk.line(f"> 21 01 00 {talk.number:02x} 00 00 00 00")
        talk.note("abort, by control request")
        talk.number -= 1
        talk.ask(0x72, note="and by message")
        talk.line("<c")

    talk.ready()
    talk.rest()
    talk.ask(0x65)
    talk.say(0x81, status=2, number=0x77)
    talk.note("a lost sequence")
    abort()
    talk.say(0x81, status=2, number=talk.number - 1)
    talk.note("what comes late falls away")
    talk.say(0x81, status=2)
    talk.rest(50)
    talk.status(1)
    talk.ask(0x62)
    talk.say(0x80, status=0x80, error=1)
    talk.note("more time")
    talk.say(0x80, status=0x80, error=2)
    talk.line("+700")
    talk.say(0x80, CLASSIC)
    talk.ask(0x6F, bytes.fromhex("ffca000000"))
    talk.say(0x80, (UID + OK)[:8], length=9)
    talk.note("shorter than it says")
    abort()
    talk.say(0x81, status=0)
    talk.rest(50)
    talk.status(1)
    talk.power_on(CLASSIC)
    talk.ask(0x6F, bytes.fromhex("ffca000000"))
    talk.say(0x80, UID + OK, chain=1)
    talk.note("in several parts")
    abort()
    talk.say(0x81, status=0)
    talk.rest(50)
    talk.status(1)
    talk.power_on(CLASSIC)
    talk.number_of_card(UID + OK)
    talk.line("= badge 04A1B2C3D4E580 type-a")
    talk.power_off()
    talk.rest(500)
    talk.ask(0x65)
    talk.line("+1000")
    talk.note("no answer at all")
    abort()
    talk.line("+1000")
    talk.line("= fail the reader answers neither a command nor its abort")
    talk.end()


def lite_s(name, title, play):
    challenge = bytes(range(0xA0, 0xB0))
    talk = Talk(name, "072f:223b", "88B4", title, passage="plain",
                extra=(f"key 1 {MASTER.hex(' ')}", f"challenge {challenge.hex(' ')}"))
    card = Card(cmac(MASTER, IDM + ID))
    talk.ready()
    talk.rest()
    talk.status(1)
    talk.power_on(FELICA)
    talk.number_of_card(IDM + OK)
    talk.poll("88b4", True)
    reversed_halves = b"".join(part[::-1] for part in halves(challenge))
    write = framed(b"\x08" + IDM + bytes.fromhex("0109000180" + "80") + reversed_halves)
    read = framed(b"\x06" + IDM + bytes.fromhex("010b0003808280868081"))
    card.challenge = challenge

    def answer(data, mac):
        return framed(b"\x07" + IDM + b"\0\0\x03" + data + mac + bytes(8))

    play(talk, card, write, framed(b"\x09" + IDM + b"\0\0"), read, answer)
    talk.end()


def proofs():
    data = ID + VERSION

    def right(talk, card, write, written, read, answer):
        talk.felica(write, written, "the challenge, each half last byte first")
        talk.felica(read, answer(data, card.mac(data)), "ID, the key's version, MAC")
        talk.line("= badge 012E3D4C5B6A7988 felica 88B4 authenticated")
        talk.power_off()

    def wrong(talk, card, write, written, read, answer):
        card.key = cmac(MASTER, b"\x01" + IDM[1:] + ID[:8] + bytes(8))
        talk.felica(write, written)
        talk.felica(read, answer(data, card.mac(data)))
        talk.line("= badge 012E3D4C5B6A7988 felica 88B4 disproved")
        talk.power_off()

    def damaged(talk, card, write, written, read, answer):
        talk.felica(write, written)
        mac = card.mac(data)
        talk.felica(read, answer(data, mac[:7] + bytes([mac[7] ^ 1])))
        talk.line("= badge 012E3D4C5B6A7988 felica 88B4 disproved")
        talk.power_off()

    def replayed(talk, card, write, written, read, answer):
        talk.felica(write, written)
        card.challenge = bytes(range(0x50, 0x60))
        talk.felica(read, answer(data, card.mac(data)), "recorded after another challenge")
        talk.line("= badge 012E3D4C5B6A7988 felica 88B4 disproved")
        talk.power_off()

    def away(talk, card, write, written, read, answer):
        talk.felica(write, written)
        talk.ask(0x6F, b"\xff\0\0\0" + bytes([len(read)]) + read)
        talk.say(0x80, status=0x42, error=0xFE)
        talk.note("mute, and the slot is empty")
        talk.rest()
        talk.status(2)
        talk.rest()
        talk.status(1)
        talk.power_on(FELICA)
        talk.number_of_card(IDM + OK)
        talk.poll("88b4", True)
        right(talk, card, write, written, read, answer)

    def foreign(talk, card, write, written, read, answer):
        talk.felica(write, written)
        other = ID + bytes([9]) + bytes(15)
        talk.felica(read, answer(other, card.mac(other)), "a version that is none of ours")
        talk.line("= badge 012E3D4C5B6A7988 felica 88B4")
        talk.power_off()

    lite_s("lite-s-right-key.txt", "FeliCa Lite-S: the card proves that it knows its key.", right)
    lite_s("lite-s-wrong-key.txt", "FeliCa Lite-S: a copy that knows another key.", wrong)
    lite_s("lite-s-damaged-mac.txt", "FeliCa Lite-S: one bit of the MAC is wrong.", damaged)
    lite_s("lite-s-replayed-mac.txt", "FeliCa Lite-S: the answer to an earlier challenge.", replayed)
    lite_s("lite-s-pulled-away.txt", "FeliCa Lite-S: the card leaves between the steps, and comes again.", away)
    lite_s("lite-s-other-version.txt", "FeliCa Lite-S: a key of another house.", foreign)


acr122u()
acr1252u()
plain()
faults()
proofs()
