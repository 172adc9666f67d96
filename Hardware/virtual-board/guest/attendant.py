# SPDX-License-Identifier: Apache-2.0
"""Does in the guest what the bench asks for: one JSON file per request, one per answer, in a shared folder.

A folder over 9p rather than a network: nothing to configure, nothing that hangs, and several may ask at once.
One process for everything, because under emulation a new one costs more than most requests.
"""
import glob
import io
import json
import os
import subprocess
import sys
import threading
import time
import traceback

import clock
import commands
import database
import gpio
from usb import bus


def answer(folder: str, name: str, request: dict) -> None:
    verbs = {**commands.VERBS, **gpio.VERBS, **clock.VERBS, **database.VERBS, **bus.VERBS}
    try:
        verb = verbs.get(request["verb"])
        if verb is None:
            raise ValueError(f"the guest does not know the verb {request['verb']}")
        reply = {"ok": verb(**request.get("with", {}))}
    except Exception as error:  # The bench is told, whatever it is, and the attendant lives on.
        expected = isinstance(error, (ValueError, TimeoutError))
        reply = {"error": str(error) if expected else f"{type(error).__name__}: {error}"}
    path = os.path.join(folder, "out", name)
    with open(path + ".part", "w") as file:
        json.dump(reply, file)
    os.rename(path + ".part", path)


def doorbell() -> io.TextIOBase:
    """The serial port on which the bench names each request that it has put into the folder. Looking into the folder
    instead would keep an emulated processor busy, and would answer later."""
    for port in glob.glob("/sys/class/virtio-ports/*"):
        name = f"{port}/name"
        if os.path.exists(name) and open(name).read().strip() == "board":
            return open(f"/dev/{os.path.basename(port)}")
    raise FileNotFoundError("the port of the bench")


def serve(folder: str) -> None:
    for row in doorbell():
        name = row.strip()
        path = os.path.join(folder, "in", name)
        with open(path) as file:
            request = json.load(file)
        os.unlink(path)
        threading.Thread(target=answer, args=(folder, name, request), daemon=True).start()


def end_of_life(seconds: float) -> None:
    """Nobody is left with an emulator that its bench forgot."""
    time.sleep(seconds)
    subprocess.run(["systemctl", "poweroff", "--force", "--force"])


def main(folder: str) -> None:
    gpio.make_chips()
    with open(os.path.join(folder, "start.json")) as file:
        settings = json.load(file)
    threading.Thread(target=end_of_life, args=(settings["lifetime"],), daemon=True).start()
    with open(os.path.join(folder, "ready"), "w") as file:
        file.write(f"{time.monotonic():.2f}\n")
    serve(folder)


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except Exception:  # The bench need not wait for its time-out to learn this.
        path = os.path.join(sys.argv[1], "failed")
        with open(path + ".part", "w") as file:
            file.write(traceback.format_exc())
        os.rename(path + ".part", path)
        raise
