# SPDX-License-Identifier: Apache-2.0
"""The command `board`: what it is asked on the command line, in the words of Machine."""
import argparse
import base64
import json
import os
import pathlib
import subprocess
import sys

from . import disk, emulator
from .machine import Machine
from .mailbox import BoardError

DESCRIPTION = """\
A virtual board: a small machine under QEMU with a real kernel's GPIO chip and USB devices, in which the built
tachiaid is tried as on the wall."""


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
        program=options.program, shares=shares, disk=options.disk,
        attached=options.attach, date=options.date, memory=options.memory, processors=options.processors, lifetime=options.lifetime,
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


def gpio(machine: Machine, options) -> None:
    match options.what:
        case "pull":
            machine.ask("gpio.pull", line=options.line, to=options.to)
        case "value":
            print(machine.ask("gpio.value", line=options.line))
        case "wait":
            print(machine.ask("gpio.wait", options.seconds, line=options.line, value=options.value, seconds=options.seconds))
        case "persist":
            machine.ask("gpio.persist", on=options.to == "on")
        case "history":
            for event in machine.ask("gpio.history", lines=options.line):
                print(json.dumps(event))


def usb(machine: Machine, options) -> None:
    match options.what:
        case "plug":
            spec = json.loads(model_file(options.model).read_text())
            spec |= {key: json.loads(value) for key, _, value in (each.partition("=") for each in options.set)}
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
            machine.ask("usb.fault", port=options.port, endpoint=int(options.endpoint, 0), kind=options.kind)
        case "heard":
            print("\n".join(machine.ask("usb.heard", port=options.port)))
        case "list":
            for device in machine.ask("usb.list"):
                print(json.dumps(device))


def model_file(name: str) -> pathlib.Path:
    """A file, or the name of one of the bench's own."""
    own = emulator.BENCH / "models" / f"{name}.json"
    return own if own.exists() else pathlib.Path(name)


def clock(machine: Machine, options) -> None:
    if options.to in ("trusted", "untrusted"):
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


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="board", description=DESCRIPTION)
    parser.add_argument("--dir", type=pathlib.Path, help="the folder of this run (default: $TACHIAI_BOARD_DIR, or in the cache)",
                        default=os.environ.get("TACHIAI_BOARD_DIR") or emulator.CACHE / "run")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")

    def verb(name: str, action, help: str, among=verbs) -> argparse.ArgumentParser:
        made = among.add_parser(name, help=help, description=help)
        made.set_defaults(action=action)
        return made

    each = verb("build", build, "build what the guest is made of, as far as it is not built yet")
    each.add_argument("--refresh", action="store_true", help="look for newer packages")
    each = verb("start", start, "start the board and wait until it answers")
    each.add_argument("--program", type=pathlib.Path, help="folder with the program under test; /opt/tachiai in the guest")
    each.add_argument("--share", action="append", default=[], metavar="PLACE=FOLDER", help="another folder, read-only")
    each.add_argument("--disk", type=pathlib.Path, metavar="IMAGE", help="data disk, made if it is missing; /var/lib/tachiai in the guest")
    each.add_argument("--attach", type=pathlib.Path, action="append", default=[], metavar="IMAGE",
                      help="a further disk, /dev/vdc and so on; what is written to it is dropped")
    each.add_argument("--date", help="the clock after the start: 2026-04-10T09:30:00+09:00")
    each.add_argument("--memory", type=int, default=768, help="MiB")
    each.add_argument("--processors", type=int, default=2)
    each.add_argument("--timeout", type=float, default=180, help="seconds until the guest must answer")
    each.add_argument("--lifetime", type=float, default=3600, help="seconds after which the guest ends by itself")
    verb("status", status, "whether a board runs, and the end of its logs")
    verb("stop", stop, "shut the guest down")
    verb("kill", kill, "end the emulator at once")
    for name in ("run", "exec"):
        each = verb(name, run, "run a command in the guest; its output and exit code become this command's")
        each.add_argument("--timeout", type=float, default=60)
        each.add_argument("--stdin", action="store_true", help="pass on the standard input")
        each.add_argument("command", nargs=argparse.REMAINDER)
    each = verb("put", put, "copy a file into the guest")
    each.add_argument("source", type=pathlib.Path)
    each.add_argument("target")
    each = verb("get", get, "copy a file out of the guest")
    each.add_argument("source")
    each.add_argument("target", type=pathlib.Path)

    lines = verb("gpio", gpio, "the lines of the gpio-sim chip").add_subparsers(dest="what", required=True)
    each = verb("pull", gpio, "what the world does to an input", lines)
    each.add_argument("line")
    each.add_argument("to", choices=["up", "down"])
    each = verb("value", gpio, "the level of a line", lines)
    each.add_argument("line")
    each = verb("wait", gpio, "wait for a level; prints the seconds it took", lines)
    each.add_argument("line")
    each.add_argument("value", type=int, choices=[0, 1])
    each.add_argument("seconds", type=float)
    each = verb("persist", gpio, "whether outputs keep their level when their holder dies, as on Raspberry Pi OS", lines)
    each.add_argument("to", choices=["on", "off"])
    each = verb("history", gpio, "every level commanded since the start, one JSON object a row", lines)
    each.add_argument("line", nargs="*")

    ports = verb("usb", usb, "the devices in the ports 1 to 8").add_subparsers(dest="what", required=True)
    each = verb("plug", usb, "plug a device in; prints its port path", ports)
    each.add_argument("port", type=int)
    each.add_argument("model", help="a JSON file, or one of " + ", ".join(sorted(p.stem for p in (emulator.BENCH / "models").glob("*.json"))))
    each.add_argument("--set", action="append", default=[], metavar="KEY=JSON", help="change the model for this device")
    each = verb("unplug", usb, "pull a device out", ports)
    each.add_argument("port", type=int)
    each = verb("type", usb, r"type on a keyboard; \n is its terminator; prints the number of reports", ports)
    each.add_argument("port", type=int)
    each.add_argument("text")
    each.add_argument("--seconds", type=float, default=20, help="until the host must have taken them")
    each.add_argument("--vanish", type=int, metavar="REPORTS", help="pull the plug after so many reports")
    each = verb("report", usb, "send raw reports, each in hexadecimal", ports)
    each.add_argument("port", type=int)
    each.add_argument("reports", nargs="+")
    each.add_argument("--seconds", type=float, default=20)
    each = verb("fault", usb, "let an endpoint fail", ports)
    each.add_argument("port", type=int)
    each.add_argument("kind", choices=["none", "silent", "stalled"])
    each.add_argument("--endpoint", default="0x81")
    each = verb("heard", usb, "the control requests that a device received", ports)
    each.add_argument("port", type=int)
    verb("list", usb, "what is plugged in", ports)

    each = verb("clock", clock, "the guest's wall clock")
    each.add_argument("to", help="trusted, untrusted, or an instant such as 2026-04-10T09:30:00+09:00")
    verb("power-cut", power_cut, "end the emulator and say how long the log of the data disk is")
    verb("cut-point", cut_point, "the length of that log now")
    each = verb("replay-cut", replay_cut, "build the disk that a power cut could have left")
    each.add_argument("--seed", type=int, required=True)
    each.add_argument("--at", type=int, help="the number of log entries before the cut (default: drawn by the seed)")
    each.add_argument("--mode", choices=["all", "durable", "random"], default="random", help="what remains of the writes after the last flush")
    each.add_argument("--out", type=pathlib.Path, required=True)
    verb("prove", prove, "try every part of the bench with stock tools")
    return parser


def main() -> int:
    options = arguments().parse_args()
    machine = Machine(pathlib.Path(options.dir))
    try:
        return options.action(machine, options) or 0
    except BoardError as error:
        print(f"board: {error}", file=sys.stderr)
        return 125  # none that a guest's command is likely to answer with
    except KeyboardInterrupt:
        return 130
