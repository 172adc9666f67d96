# SPDX-License-Identifier: Apache-2.0
"""The data disk, the log of its writes, and the disks that a power cut could have left.

SIGKILL of an emulator leaves the host's page cache whole, so it alone would lose far less than a real cut. QEMU's
blklogwrites notes every write and flush before it is acknowledged, in the format of the kernel's dm-log-writes.
"""
import pathlib
import random
import struct
import subprocess
from typing import BinaryIO, Iterator, NamedTuple

from .mailbox import BoardError

SECTOR = 512
MAGIC = 0x6A736677736872
FLUSH, FUA, DISCARD = 1, 2, 4
ENTRY = struct.Struct("<QQQQ")  # sector, number of sectors, flags, length of further data


class Write(NamedTuple):
    sector: int
    count: int
    flags: int
    data_at: int  # where its data begins in the log


def prepare(image: pathlib.Path, size: str) -> None:
    if image.exists():
        return
    image.parent.mkdir(parents=True, exist_ok=True)
    made = subprocess.run(
        ["/sbin/mke2fs", "-q", "-t", "ext4", "-L", "data", "-E", "lazy_itable_init=0,lazy_journal_init=0", image, size],
        capture_output=True, text=True)
    if made.returncode:
        raise BoardError(f"mke2fs: {made.stderr}")


def begin_log(run: pathlib.Path, image: pathlib.Path) -> None:
    """Keeps the disk as it is now, which is what the log is played back onto."""
    copy_image(image, run / "data.base")
    (run / "data.log").unlink(missing_ok=True)
    (run / "data.log").touch()


def copy_image(source: pathlib.Path, target: pathlib.Path) -> None:
    # Images are mostly holes, and stay so.
    subprocess.run(["cp", "--sparse=always", "--reflink=auto", source, target], check=True)


def entries(log: pathlib.Path) -> Iterator[Write]:
    """All that was logged, also what came after the log's own count was last written."""
    size = log.stat().st_size
    with open(log, "rb") as file:
        head = file.read(SECTOR)
        if len(head) < SECTOR or struct.unpack_from("<Q", head)[0] not in (MAGIC, 0):
            raise BoardError(f"{log} is no log of writes")
        at = SECTOR
        while at + SECTOR <= size:
            file.seek(at)
            sector, count, flags, length = ENTRY.unpack(file.read(ENTRY.size))
            if count == 0 and flags == 0:
                return
            at += SECTOR
            carried = 0 if flags & DISCARD else count * SECTOR
            if at + carried > size:
                return  # The cut fell into this one.
            yield Write(sector, count, flags, at)
            at += carried


def length(run: pathlib.Path) -> int:
    """The number of entries so far: a moment in the life of the disk."""
    return sum(1 for _ in entries(run / "data.log"))


def replay(run: pathlib.Path, out: pathlib.Path, seed: int, at: int | None, mode: str) -> dict:
    """Builds the disk that a cut after `at` entries (default: a random one) could have left. What a flush had
    completed is there; of the later writes `mode` takes all, none ("durable"), or a random part of each ("random")."""
    chance = random.Random(seed)
    log = list(entries(run / "data.log"))
    if at is None:
        at = chance.randint(0, len(log))
    if not 0 <= at <= len(log):
        raise BoardError(f"the log has {len(log)} entries, {at} is none of them")
    flushes = [number for number, entry in enumerate(log[:at]) if entry.flags & FLUSH]
    durable = flushes[-1] if flushes else 0
    copy_image(run / "data.base", out)
    lost = torn = 0
    with open(run / "data.log", "rb") as source, open(out, "r+b") as target:
        for number, entry in enumerate(log[:at]):
            kept = range(entry.count)
            if number > durable and not entry.flags & FUA and mode != "all":
                kept = [] if mode == "durable" else surviving(entry.count, chance)
                lost += len(kept) == 0 and entry.count > 0
                torn += 0 < len(kept) < entry.count
            copy(source, target, entry, kept)
    return {"entries": len(log), "cut": at, "durable": durable, "lost": lost, "torn": torn}


def surviving(count: int, chance: random.Random) -> list[int]:
    """The sectors of one unflushed write that reached the medium: a disk promises no more than whole sectors."""
    match chance.randrange(3):
        case 0:
            return []
        case 1:
            return list(range(count))
    return [sector for sector in range(count) if chance.random() < 0.5]


def copy(source: BinaryIO, target: BinaryIO, entry: Write, sectors) -> None:
    for sector in sectors:
        data = bytes(SECTOR)
        if not entry.flags & DISCARD:
            source.seek(entry.data_at + sector * SECTOR)
            data = source.read(SECTOR)
        target.seek((entry.sector + sector) * SECTOR)
        target.write(data)
