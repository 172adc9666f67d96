# SPDX-License-Identifier: Apache-2.0
"""The command `board`: what it is asked on the command line, in the words of Machine."""
import base64
import json
import os
import pathlib
import subprocess
import sys

from . import disk, emulator
from .machine import Machine
from .mailbox import BoardError


def build(machine: Machine, options) -> None:
    extra = ["--refresh"] if options.refresh else []
    if subprocess.run(["bash", emulator.BENCH / "build/build.sh", *extra]).returncode:
        raise BoardError("the build failed")


def start(machine: Machine, options) -> None:
    shares = {}
    for share in options.share:
        place, _, folder = share.partition("=")
        shares[place] = pathlib.Path(folder)
    settings = emulator.Settings(
        program=options.program, shares=shares, disk=options.disk, attached=options.attach, date=options.date,
        memory=options.memory, processors=options.processors, lifetime=options.lifetime,
    )
    print(f"up after {machine.start(settings, options.timeout):.1f} s")


def stop(machine: Machine, options) -> None:
    machine.stop()


def kill(machine: Machine, options) -> None:
    machine.kill()


def status(machine: Machine, options) -> None:
    print("running" if machine.alive else "not running")
    print(machine.last_words())


def run(machine: Machine, options) -> int:
    if options.command[:1] == ["--"]:
        options.command.pop(0)
    if not options.command:
        raise BoardError("run what?")
    given = sys.stdin.read() if options.stdin else ""
    done = machine.ask("execute", options.timeout, argv=options.command, timeout=options.timeout, input=given)
    sys.stdout.write(done["out"])
    sys.stderr.write(done["err"])
    return done["code"]


def put(machine: Machine, options) -> None:
    content = options.source.read_bytes()
    mode = options.source.stat().st_mode & 0o777
    machine.ask("put", path=options.target, content=base64.b64encode(content).decode(), mode=mode)


def get(machine: Machine, options) -> None:
    content = base64.b64decode(machine.ask("get", path=options.source))
    options.target.write_bytes(content)


def rows(machine: Machine, options) -> None:
    for row in machine.ask("database.rows", options.within, path=options.database, query=options.query,
                           seconds=options.within):
        print(json.dumps(row, ensure_ascii=False))


def gpio(machine: Machine, options) -> None:
    match options.what:
        case "pull":
            machine.ask("gpio.pull", line=options.line, to=options.to)
        case "value":
            print(machine.ask("gpio.value", line=options.line))
        case "wait":
            print(machine.ask("gpio.wait", options.seconds, line=options.line, value=options.value,
                              seconds=options.seconds))
        case "persist":
            machine.ask("gpio.persist", on=options.to == "on")
        case "history":
            for event in machine.ask("gpio.history", lines=options.line):
                print(json.dumps(event))


def usb(machine: Machine, options) -> None:
    match options.what:
        case "plug":
            spec = specification("models", options.model, options.set)
            print(machine.ask("usb.plug", port=options.port, spec=spec))
        case "unplug":
            machine.ask("usb.unplug", port=options.port)
        case "type":
            text = options.text.encode().decode("unicode_escape")
            print(machine.ask("usb.type", options.seconds, port=options.port, text=text,
                              seconds=options.seconds, vanish=options.vanish))
        case "report":
            print(machine.ask("usb.report", options.seconds, port=options.port, reports=options.reports,
                              seconds=options.seconds))
        case "fault":
            machine.ask("usb.fault", port=options.port, endpoint=int(options.endpoint, 0), kind=options.kind,
                        after=options.after, count=options.count, seconds=options.seconds)
        case "present":
            print(machine.ask("usb.present", options.seconds + (options.rest or 0), port=options.port,
                              spec=specification("cards", options.card, options.set),
                              seconds=options.seconds, rest=options.rest))
        case "withdraw":
            print(machine.ask("usb.withdraw", port=options.port))
        case "taken":
            for row in machine.ask("usb.taken", port=options.port):
                print(json.dumps(row))
        case "shown":
            print("\n".join(machine.ask("usb.shown", port=options.port)))
        case "claimed":
            print(machine.ask("usb.claimed", options.seconds, port=options.port, seconds=options.seconds))
        case "heard":
            print("\n".join(machine.ask("usb.heard", port=options.port)))
        case "list":
            for device in machine.ask("usb.list"):
                print(json.dumps(device))


def specification(kind: str, name: str, changes: list[str]) -> dict:
    """A file, or the name of one of the bench's own, with single values changed."""
    own = emulator.BENCH / kind / f"{name}.json"
    spec = json.loads((own if own.exists() else pathlib.Path(name)).read_text())
    return spec | {key: json.loads(value) for key, _, value in (each.partition("=") for each in changes)}


def clock(machine: Machine, options) -> None:
    if options.to == "now":
        print(machine.ask("clock.now"))
    elif options.to in ("trusted", "untrusted"):
        machine.ask("clock.trust", synchronised=options.to == "trusted")
    else:
        machine.ask("clock.set", instant=options.to)


def power_cut(machine: Machine, options) -> None:
    machine.kill()
    print(f"cut after {disk.length(machine.folder)} writes and flushes")


def cut_point(machine: Machine, options) -> None:
    print(disk.length(machine.folder))


def replay_cut(machine: Machine, options) -> None:
    print(json.dumps(disk.replay(machine.folder, options.out, options.seed, options.at, options.mode)))


def prove(machine: Machine, options) -> int:
    from . import prove as proofs
    return proofs.main(machine)


def main() -> int:
    from . import arguments  # It names the functions above.
    options = arguments.parser().parse_args()
    machine = Machine(pathlib.Path(options.dir))
    try:
        code = options.action(machine, options) or 0
        sys.stdout.flush()
        return code
    except BoardError as error:
        print(f"board: {error}", file=sys.stderr)
        return 125  # none that a guest's command is likely to answer with
    except BrokenPipeError:
        # Whoever read has seen enough; the interpreter's own last flush must not complain either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
