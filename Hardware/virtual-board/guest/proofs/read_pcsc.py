# SPDX-License-Identifier: Apache-2.0
"""Reads the card on a CCID reader through pcscd and libccid, others' drivers: SECONDS [APDU…], each in hexadecimal.
An APDU that begins with @ goes to the reader itself (an escape)."""
import ctypes
import os
import subprocess
import sys
import time

SCOPE_SYSTEM, SHARED, DIRECT, ANY, LEAVE, PRESENT = 2, 2, 3, 3, 0, 0x20
ESCAPE = 0x42000000 + 1  # IOCTL_CCID_ESCAPE
seconds, apdus = float(sys.argv[1]), sys.argv[2:]
daemon = subprocess.Popen(["pcscd", "--foreground"], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL)
pcsc = ctypes.CDLL("libpcsclite.so.1")
long, handle = ctypes.c_ulong, ctypes.c_long


class ReaderState(ctypes.Structure):
    _fields_ = [("reader", ctypes.c_char_p), ("user", ctypes.c_void_p), ("known", long), ("now", long),
                ("length", long), ("atr", ctypes.c_ubyte * 33)]


class Form(ctypes.Structure):
    _fields_ = [("protocol", long), ("length", long)]


def until(condition, what: str) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            sys.exit(what)
        time.sleep(0.05)


def check(code: int, what: str) -> None:
    if code:
        sys.exit(f"{what}: {code & 0xFFFFFFFF:08x}")


context, names = handle(), ctypes.create_string_buffer(1024)


def readers() -> bool:
    length = long(len(names))
    return pcsc.SCardListReaders(context, None, names, ctypes.byref(length)) == 0 and names.value != b""


try:
    until(lambda: os.path.exists("/run/pcscd/pcscd.comm"), "no pcscd")
    until(lambda: pcsc.SCardEstablishContext(SCOPE_SYSTEM, None, None, ctypes.byref(context)) == 0, "no pcscd")
    until(readers, "no reader")
    name = names.value
    print(name.decode(), flush=True)
    card, protocol = handle(), long()
    escapes, apdus = [a[1:] for a in apdus if a[0] == "@"], [a for a in apdus if a[0] != "@"]
    if escapes:
        check(pcsc.SCardConnect(context, name, DIRECT, 0, ctypes.byref(card), ctypes.byref(protocol)), "direct")
        for escape in escapes:
            sent, got, length = bytes.fromhex(escape), ctypes.create_string_buffer(300), long()
            code = pcsc.SCardControl(card, long(ESCAPE), sent, long(len(sent)), got, long(300), ctypes.byref(length))
            print(f"escape {code & 0xFFFFFFFF:08x} {got.raw[:length.value].hex()}", flush=True)
        pcsc.SCardDisconnect(card, LEAVE)
    if apdus:
        state = ReaderState(name)

        def is_there() -> bool:
            pcsc.SCardGetStatusChange(context, long(200), ctypes.byref(state), long(1))
            state.known = state.now
            return bool(state.now & PRESENT)

        until(is_there, "no card")
        check(pcsc.SCardConnect(context, name, SHARED, ANY, ctypes.byref(card), ctypes.byref(protocol)), "connect")
        print("card", bytes(state.atr[: state.length]).hex(), flush=True)
        for apdu in apdus:
            sent, got, length = bytes.fromhex(apdu), ctypes.create_string_buffer(300), long(300)
            form = Form(protocol.value, ctypes.sizeof(Form))
            check(pcsc.SCardTransmit(card, ctypes.byref(form), sent, long(len(sent)), None, got, ctypes.byref(length)),
                  "transmit")
            print("answer", got.raw[: length.value].hex(), flush=True)
finally:
    daemon.terminate()
    daemon.wait()
