# SPDX-License-Identifier: Apache-2.0
"""One emulated board: started, asked, stopped, and cut off from its power."""
import json
import os
import pathlib
import signal
import subprocess
import time

from . import disk, emulator
from .mailbox import BoardError, Mailbox


class Machine:
    """All that belongs to a run lies in one folder: the mailbox, the logs, the process that runs it."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder.absolute()
        self.mailbox = Mailbox(self.folder / "mailbox")
        self.console = self.folder / "console.log"
        self.process_file = self.folder / "process.json"

    # The process, and never another one that came to its number.
    def process(self) -> int | None:
        try:
            noted = json.loads(self.process_file.read_text())
        except FileNotFoundError:
            return None
        return noted["pid"] if started_at(noted["pid"]) == noted["started"] else None

    @property
    def alive(self) -> bool:
        return self.process() is not None

    def start(self, settings: emulator.Settings, seconds: float) -> float:
        """Returns the seconds until the guest answered."""
        if self.alive:
            raise BoardError(f"a board runs already in {self.folder}; stop it, or name another --dir")
        began = time.monotonic()
        self.folder.mkdir(parents=True, exist_ok=True)
        self.mailbox.make({"lifetime": settings.lifetime})
        if settings.disk is not None:
            disk.prepare(settings.disk, settings.disk_size)
            disk.begin_log(self.folder, settings.disk)
        command = emulator.command(settings, self.folder)
        with open(self.folder / "emulator.log", "w") as log:
            log.write(" ".join(command) + "\n")
            log.flush()
            child = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True, cwd=self.folder
            )
        self.process_file.write_text(json.dumps({"pid": child.pid, "started": started_at(child.pid)}))
        try:
            while not self.mailbox.ready:
                if child.poll() is not None:
                    raise BoardError(f"the emulator ended with {child.returncode}")
                if time.monotonic() - began > seconds:
                    raise BoardError(f"the guest was not up within {seconds:g} s")
                time.sleep(0.02)
        except BaseException as error:
            self.kill()
            if isinstance(error, BoardError):
                raise BoardError(f"{error}\n{self.last_words()}") from None
            raise
        if settings.date:
            # Not by the emulated clock chip: systemd never lets the time be before its own building.
            self.ask("clock.set", instant=settings.date)
        return time.monotonic() - began

    def ask(self, verb: str, within: float = 20, **arguments) -> object:
        if not self.alive:
            raise BoardError(f"no board runs in {self.folder}\n{self.last_words()}")
        # The guest keeps to its own time limits; the margin is for the way there and back.
        return self.mailbox.ask(verb, arguments, within + 30, lambda: self.alive)

    def stop(self, seconds: float = 40) -> None:
        if not self.alive:
            return
        try:
            self.ask("execute", argv=["systemctl", "--no-block", "poweroff"], timeout=20)
        except BoardError:
            pass  # It may be gone before it has answered; whether it is gone is what counts.
        if not self.gone_within(seconds):
            self.kill()
            raise BoardError(f"the guest did not stop within {seconds:g} s and was killed\n{self.last_words()}")

    def kill(self) -> None:
        """The plug is pulled: nothing in the guest gets a chance to say goodbye."""
        pid = self.process()
        if pid is None:
            return
        os.kill(pid, signal.SIGKILL)
        if not self.gone_within(20):
            raise BoardError(f"process {pid} does not end")

    def gone_within(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while self.alive:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.02)
        return True

    def last_words(self) -> str:
        """Where to read on after a failure, and the end of it."""
        words = []
        for name in ("emulator.log", "console.log", "journal.log"):
            path = self.folder / name
            if path.exists():
                tail = path.read_text(errors="replace").splitlines()[-8:]
                words += [f"--- {path}"] + [f"    {row[:200]}" for row in tail]
        return "\n".join(words)


def started_at(pid: int) -> int | None:
    """When a process began, which with its number names it for good; none if it is gone or a zombie."""
    try:
        stat = pathlib.Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return None
    fields = stat.rpartition(")")[2].split()
    return None if fields[0] in "ZX" else int(fields[19])
