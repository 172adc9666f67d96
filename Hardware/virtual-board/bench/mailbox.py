# SPDX-License-Identifier: Apache-2.0
"""Asks the guest to do something, and waits for the answer no longer than was said."""
import json
import os
import pathlib
import time
import uuid


class BoardError(Exception):
    """Something that the bench's user should read; no traceback helps."""


class Mailbox:
    def __init__(self, folder: pathlib.Path):
        self.folder = folder

    def make(self, settings: dict) -> None:
        for name in ("in", "out"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
            for left in (self.folder / name).iterdir():
                left.unlink()
        for name in ("ready", "failed"):
            (self.folder / name).unlink(missing_ok=True)
        bell = self.folder.parent / "bell.in"
        for end in (bell, bell.with_suffix(".out")):
            end.unlink(missing_ok=True)
            os.mkfifo(end)
        (self.folder / "start.json").write_text(json.dumps(settings))

    @property
    def ready(self) -> bool:
        if (self.folder / "failed").exists():
            raise BoardError("the guest's attendant failed\n" + (self.folder / "failed").read_text())
        return (self.folder / "ready").exists()

    def ring(self, name: str) -> None:
        """Tells the guest which request is there. Short enough that two who ring at once are both heard."""
        try:
            bell = os.open(self.folder.parent / "bell.in", os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            raise BoardError("the guest is gone") from error
        try:
            os.write(bell, f"{name}\n".encode())
        finally:
            os.close(bell)

    def ask(self, verb: str, arguments: dict, seconds: float, alive) -> object:
        """`alive` is asked now and then: who waits for a guest that is gone waits for nothing."""
        name = f"{time.monotonic_ns():020d}-{uuid.uuid4().hex[:8]}.json"
        (self.folder / "in" / name).write_text(json.dumps({"verb": verb, "with": arguments}))
        self.ring(name)
        answer = self.folder / "out" / name
        deadline = time.monotonic() + seconds
        look = 0
        while not answer.exists():
            look += 1
            if look % 50 == 0 and not alive():
                raise BoardError("the guest is gone")
            if time.monotonic() > deadline:
                raise BoardError(f"the guest did not answer {verb} within {seconds:g} s")
            time.sleep(0.003)
        reply = json.loads(answer.read_text())
        answer.unlink()
        if "error" in reply:
            raise BoardError(reply["error"])
        return reply["ok"]
