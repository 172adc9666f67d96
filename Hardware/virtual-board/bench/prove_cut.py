# SPDX-License-Identifier: Apache-2.0
"""A power cut under a database that writes: SQLite's own promise, kept and, where it promises less, seen broken."""
import pathlib
import subprocess
import time

from . import disk, emulator
from .machine import Machine
from .mailbox import BoardError

MOMENTS = 6


def prove(machine: Machine, synchronous: str) -> None:
    moments = write_and_cut(machine, synchronous)
    if moments[-1][0] < 50:
        raise BoardError(f"only {moments[-1][0]} rows were written: too few to say anything")
    images = []
    for seed, (_, at) in enumerate(moments):
        images.append(machine.folder / f"cut-{seed}.img")
        disk.replay(machine.folder, images[-1], seed, at, "random" if seed % 2 else "durable")
    kept = rows_on(machine, images)
    lost = [rows - found for (rows, _), found in zip(moments, kept)]
    for image in images:
        image.unlink()
    print(f"        acknowledged {[rows for rows, _ in moments]}, found {kept}")
    if synchronous == "FULL" and max(lost) > 0:
        raise BoardError("acknowledged rows were lost")
    if synchronous == "OFF" and max(lost) <= 0:
        raise BoardError("nothing was lost: this bench would not notice a ledger that loses records")


def write_and_cut(machine: Machine, synchronous: str) -> list[tuple[int, int]]:
    """Moments, each with the rows acknowledged by then and the length of the disk's log a little later."""
    image = machine.folder / "prove.img"
    image.unlink(missing_ok=True)
    machine.start(emulator.Settings(disk=image), 180)
    told: pathlib.Path = machine.mailbox.folder / "acknowledged"
    told.unlink(missing_ok=True)
    machine.ask("execute", timeout=20, argv=[
        "systemd-run", "--quiet", "python3", "/opt/board/proofs/insert.py",
        "/var/lib/tachiai/proof.sqlite", synchronous, "/mnt/board/acknowledged",
    ])
    deadline = time.monotonic() + 60
    while not (told.exists() and told.read_text().strip()):
        if time.monotonic() > deadline:
            raise BoardError("no row was acknowledged")
        time.sleep(0.05)
    moments = []
    for _ in range(MOMENTS):
        time.sleep(1.2)
        moments.append((int(told.read_text()), disk.length(machine.folder)))
    machine.kill()
    image.unlink()
    return moments


def rows_on(machine: Machine, images: list[pathlib.Path]) -> list[int]:
    """Recovers each disk in a fresh guest, file system and database both, and counts; -1 where nothing is left."""
    machine.start(emulator.Settings(attached=images), 180)
    script = """for letter in b c d e f g; do
        mount /dev/vd$letter /mnt && sqlite3 /mnt/proof.sqlite 'SELECT count(*) FROM entry' 2>/dev/null || echo -1
        umount /mnt
    done"""
    done = machine.ask("execute", timeout=120, argv=["sh", "-c", script], within=120)
    machine.kill()
    return [int(row) for row in done["out"].split()]
