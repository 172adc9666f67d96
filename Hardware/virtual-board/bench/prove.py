# SPDX-License-Identifier: Apache-2.0
"""Tries every part of the bench with other people's programs, so that a failing test is not the bench's fault."""
import contextlib
import time

from . import emulator, prove_cut, prove_readers
from .machine import Machine
from .mailbox import BoardError

READER = {"model": "keyboard", "name": "reader", "interval": 2}
KEYPAD = READER | {"name": "keypad", "keys": "pad", "terminator": "pad-enter"}
NAMES = {0x1E + i: c for i, c in enumerate("1234567890")} | {0x59 + i: c for i, c in enumerate("1234567890")} \
    | {0x04 + i: c for i, c in enumerate("abcdef")} | {0x28: "\n", 0x58: "\n"}


def expect(what: str, found, wanted) -> None:
    if found != wanted:
        raise BoardError(f"{what}: expected {wanted!r}, found {found!r}")


def shell(machine: Machine, script: str, timeout: float = 30) -> str:
    done = machine.ask("execute", timeout, argv=["sh", "-c", script], timeout=timeout)
    expect(f"exit code of {script!r} ({done['err'].strip()})", done["code"], 0)
    return done["out"]


def text(reports: str) -> str:
    """What a listing of boot reports says, as a driver would read it."""
    typed = ""
    for row in reports.split():
        report = bytes.fromhex(row) if len(row) == 16 else bytes(8)
        name = NAMES.get(report[2], "")
        typed += name.upper() if report[0] & 0x22 else name
    return typed


@contextlib.contextmanager
def listening(machine: Machine, path: str, length: int = 8):
    """Reads a port through libusb in the guest; yields a function that ends it and returns what it heard."""
    shell(machine, "rm -f /run/heard")
    shell(machine, f"systemd-run --quiet --unit listen --collect -p StandardOutput=file:/run/heard "
                   f"-p StandardError=file:/run/heard python3 /opt/board/proofs/read_usb.py {path} 60 {length}")

    def heard() -> str:
        shell(machine, "sleep 0.3; systemctl stop listen 2>/dev/null || true")
        return shell(machine, "sed -n '2,$p' /run/heard")
    try:
        machine.ask("usb.claimed", port=int(path.split("-")[1]), seconds=20)
        yield heard
    finally:
        machine.ask("execute", argv=["systemctl", "stop", "listen"], timeout=20)


def commands(machine: Machine) -> None:
    done = machine.ask("execute", argv=["sh", "-c", "cat; echo no >&2; exit 7"], timeout=10, input="yes")
    expect("a command", done, {"code": 7, "out": "yes", "err": "no\n"})
    expect("one that hangs", machine.ask("execute", argv=["sleep", "60"], timeout=1)["code"], 124)


def outputs(machine: Machine) -> None:
    expect("rest", machine.ask("gpio.value", line="server-lock"), 0)
    shell(machine, "systemd-run --quiet --unit hold gpioset --mode=signal gpio-sim.0 0=1")
    machine.ask("gpio.wait", line="server-lock", value=1, seconds=10)
    busy = machine.ask("execute", argv=["gpioset", "gpio-sim.0", "0=0"], timeout=10)
    expect("a second holder", "busy" in busy["err"].lower(), True)
    shell(machine, "systemctl kill -s KILL hold")
    machine.ask("gpio.wait", line="server-lock", value=0, seconds=10)
    expect("history", [e["value"] for e in machine.ask("gpio.history", lines=["server-lock"])], [1, None])
    machine.ask("gpio.persist", on=True)
    shell(machine, "gpioset gpio-sim.0 0=1")
    expect("after the holder is gone", machine.ask("gpio.value", line="server-lock"), 1)
    machine.ask("gpio.persist", on=False)
    shell(machine, "gpioset gpio-sim.0 0=0")
    expect("at rest again", machine.ask("gpio.value", line="server-lock"), 0)


def inputs(machine: Machine) -> None:
    expect("the button at rest", shell(machine, "gpioget gpio-sim.0 2").strip(), "1")
    shell(machine, "systemd-run --quiet --unit edges -p StandardOutput=file:/run/edges "
                   "gpiomon --num-events=2 --format='%e %o' gpio-sim.0 1; sleep 1")
    for way in ("up", "down"):
        machine.ask("gpio.pull", line="server-door", to=way)
        time.sleep(0.1)
    expect("edges", shell(machine, "sleep 0.5; cat /run/edges").split("\n")[:2], ["1 1", "0 1"])


def reader(machine: Machine) -> None:
    path = machine.ask("usb.plug", port=1, spec=READER)
    expect("path", path, "1-1")
    with listening(machine, path) as heard:
        expect("inputs for a console", shell(machine, "grep -c reader /proc/bus/input/devices || true").strip(), "0")
        machine.ask("usb.type", port=1, text="012E3d4\n", seconds=10, vanish=None)
        expect("typed", text(heard()), "012E3d4\n")
    machine.ask("usb.unplug", port=1)


def twins(machine: Machine) -> None:
    for port in (1, 2):
        machine.ask("usb.plug", port=port, spec=KEYPAD | {"numlock": True})
    with listening(machine, "1-2") as heard:
        machine.ask("usb.type", port=2, text="482137#", seconds=10, vanish=None)
        expect("typed", text(heard()), "482137\n")
    for port in (1, 2):
        machine.ask("usb.unplug", port=port)


def faults(machine: Machine) -> None:
    machine.ask("usb.plug", port=3, spec=READER)
    with listening(machine, "1-3") as heard:
        machine.ask("usb.report", port=3, reports=["00", "0000010101010101", "00" * 12], seconds=10)
        machine.ask("usb.fault", port=3, endpoint=0x81, kind="stalled")
        time.sleep(1)  # The driver clears the halt.
        machine.ask("usb.type", port=3, text="12345\n", seconds=10, vanish=3)
        expect("heard", heard().split(), [
            "00", "0000010101010101", "LIBUSB_ERROR_OVERFLOW", "LIBUSB_ERROR_PIPE",
            "00001e0000000000", "0" * 16, "00001f0000000000", "LIBUSB_ERROR_NO_DEVICE",
        ])
    machine.ask("usb.plug", port=3, spec=READER)
    machine.ask("usb.unplug", port=3)


def clock(machine: Machine) -> None:
    machine.ask("clock.set", instant="2027-03-31T23:59:58+09:00")
    expect("date", shell(machine, "date +%F").strip() in ("2027-03-31", "2027-04-01"), True)
    for synchronised in (True, False):
        machine.ask("clock.trust", synchronised=synchronised)
        expect("trusted", machine.ask("clock.trusted"), synchronised)


PROOFS = [commands, outputs, inputs, reader, twins, faults, clock, *prove_readers.PROOFS]


def main(machine: Machine) -> int:
    failed = 0

    def attempt(name: str, proof, *arguments) -> None:
        nonlocal failed
        began = time.monotonic()
        try:
            proof(*arguments)
            print(f"proved  {name} ({time.monotonic() - began:.1f} s)", flush=True)
        except BoardError as error:
            failed += 1
            print(f"FAILED  {name}: {error}", flush=True)
            if machine.alive:
                for device in machine.ask("usb.list"):
                    machine.ask("usb.unplug", port=device["port"])

    def start() -> None:
        machine.start(emulator.Settings(shares={"/opt/pypi": prove_readers.python_packages()}), 180)

    attempt("start", start)
    for proof in PROOFS:
        attempt(proof.__name__, proof, machine)
    attempt("stop", machine.stop)
    for synchronous in ("FULL", "NORMAL", "OFF"):
        attempt(f"power cut with synchronous={synchronous}", prove_cut.prove, machine, synchronous)
        machine.kill()
    print(f"{failed} failed; the logs are in {machine.folder}" if failed else "all proved")
    return 1 if failed else 0
