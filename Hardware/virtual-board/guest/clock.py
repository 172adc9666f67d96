# SPDX-License-Identifier: Apache-2.0
"""The guest's wall clock: set, and declared synchronised or not as a time daemon would declare it."""
import ctypes
import datetime
import time

ADJ_MAXERROR, ADJ_ESTERROR, ADJ_STATUS = 0x0004, 0x0008, 0x0010
STA_UNSYNC = 0x0040


class Timex(ctypes.Structure):
    # struct timex of adjtimex(2), up to what is used here; the rest is room.
    _fields_ = [
        ("modes", ctypes.c_uint), ("offset", ctypes.c_long), ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long), ("esterror", ctypes.c_long), ("status", ctypes.c_int),
        ("room", ctypes.c_char * 256),
    ]


def trust(synchronised: bool) -> None:
    request = Timex(modes=ADJ_STATUS | ADJ_MAXERROR | ADJ_ESTERROR)
    request.status = 0 if synchronised else STA_UNSYNC
    request.maxerror = request.esterror = 1000 if synchronised else 16_000_000
    if ctypes.CDLL(None, use_errno=True).adjtimex(ctypes.byref(request)) < 0:
        raise OSError(ctypes.get_errno(), "adjtimex")


def trusted() -> bool:
    now = Timex()
    ctypes.CDLL(None, use_errno=True).adjtimex(ctypes.byref(now))
    return not now.status & STA_UNSYNC


def set_clock(instant: str) -> None:
    """`instant` is ISO 8601 with its offset."""
    moment = datetime.datetime.fromisoformat(instant)
    if moment.tzinfo is None:
        raise ValueError(f"{instant} says no offset: write 2026-04-10T09:30:00+09:00")
    time.clock_settime(time.CLOCK_REALTIME, moment.timestamp())


def now() -> float:
    """The monotonic clock, as the kernel's traces and the transfers of the USB devices have it."""
    return time.monotonic()


VERBS = {"clock.now": now, "clock.trust": trust, "clock.trusted": trusted, "clock.set": set_clock}
