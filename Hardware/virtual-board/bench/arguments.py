# SPDX-License-Identifier: Apache-2.0
"""What may be said on the command line of `board`."""
import argparse
import os
import pathlib

from . import cli, emulator

DESCRIPTION = """\
A virtual board: a small machine under QEMU with a real kernel's GPIO chip and USB devices, in which the built
tachiaid is tried as on the wall."""


def own(kind: str) -> str:
    return ", ".join(sorted(path.stem for path in (emulator.BENCH / kind).glob("*.json")))


def parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="board", description=DESCRIPTION)
    parser.add_argument("--dir", type=pathlib.Path,
                        help="the folder of this run (default: $TACHIAI_BOARD_DIR, or in the cache)",
                        default=os.environ.get("TACHIAI_BOARD_DIR") or emulator.CACHE / "run")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")

    def verb(name: str, action, help: str, among=verbs) -> argparse.ArgumentParser:
        made = among.add_parser(name, help=help, description=help)
        made.set_defaults(action=action)
        return made

    each = verb("build", cli.build, "build what the guest is made of, as far as it is not built yet")
    each.add_argument("--refresh", action="store_true", help="look for newer packages")
    each = verb("start", cli.start, "start the board and wait until it answers")
    each.add_argument("--program", type=pathlib.Path,
                      help="folder with the program under test; /opt/tachiai in the guest")
    each.add_argument("--share", action="append", default=[], metavar="PLACE=FOLDER", help="another folder, read-only")
    each.add_argument("--disk", type=pathlib.Path, metavar="IMAGE",
                      help="data disk, made if it is missing; /var/lib/tachiai in the guest")
    each.add_argument("--attach", type=pathlib.Path, action="append", default=[], metavar="IMAGE",
                      help="a further disk, /dev/vdc and so on; what is written to it is dropped")
    each.add_argument("--date", help="the clock after the start: 2026-04-10T09:30:00+09:00")
    each.add_argument("--memory", type=int, default=768, help="MiB")
    each.add_argument("--processors", type=int, default=2)
    each.add_argument("--timeout", type=float, default=180, help="seconds until the guest must answer")
    each.add_argument("--lifetime", type=float, default=3600, help="seconds after which the guest ends by itself")
    verb("status", cli.status, "whether a board runs, and the end of its logs")
    verb("stop", cli.stop, "shut the guest down")
    verb("kill", cli.kill, "end the emulator at once")
    for name in ("run", "exec"):
        each = verb(name, cli.run, "run a command in the guest; its output and exit code become this command's")
        each.add_argument("--timeout", type=float, default=60)
        each.add_argument("--stdin", action="store_true", help="pass on the standard input")
        each.add_argument("command", nargs=argparse.REMAINDER)
    each = verb("put", cli.put, "copy a file into the guest")
    each.add_argument("source", type=pathlib.Path)
    each.add_argument("target")
    each = verb("get", cli.get, "copy a file out of the guest")
    each.add_argument("source")
    each.add_argument("target", type=pathlib.Path)
    each = verb("rows", cli.rows, "the rows of a query to a database in the guest, one JSON array a row")
    each.add_argument("database")
    each.add_argument("query")
    each.add_argument("--within", type=float, default=0, metavar="SECONDS", help="wait so long for a row")

    lines = verb("gpio", cli.gpio, "the lines of the gpio-sim chip").add_subparsers(dest="what", required=True)
    each = verb("pull", cli.gpio, "what the world does to an input", lines)
    each.add_argument("line")
    each.add_argument("to", choices=["up", "down"])
    each = verb("value", cli.gpio, "the level of a line", lines)
    each.add_argument("line")
    each = verb("wait", cli.gpio, "wait for a level; prints the seconds it took", lines)
    each.add_argument("line")
    each.add_argument("value", type=int, choices=[0, 1])
    each.add_argument("seconds", type=float)
    each = verb("persist", cli.gpio, "whether outputs keep their level when their holder dies, as on Raspberry Pi OS",
                lines)
    each.add_argument("to", choices=["on", "off"])
    each = verb("history", cli.gpio, "every level commanded since the start, one JSON object a row", lines)
    each.add_argument("line", nargs="*")

    ports = verb("usb", cli.usb, "the devices in the ports 1 to 8").add_subparsers(dest="what", required=True)
    each = verb("plug", cli.usb, "plug a device in; prints its port path", ports)
    each.add_argument("port", type=int)
    each.add_argument("model", help=f"a JSON file, or one of {own('models')}")
    each.add_argument("--set", action="append", default=[], metavar="KEY=JSON", help="change the model for this device")
    each = verb("unplug", cli.usb, "pull a device out", ports)
    each.add_argument("port", type=int)
    each = verb("type", cli.usb, r"type on a keyboard; \n is its terminator; prints the number of reports", ports)
    each.add_argument("port", type=int)
    each.add_argument("text")
    each.add_argument("--seconds", type=float, default=20, help="until the host must have taken them")
    each.add_argument("--vanish", type=int, metavar="REPORTS", help="pull the plug after so many reports")
    each = verb("report", cli.usb, "send raw reports, each in hexadecimal", ports)
    each.add_argument("port", type=int)
    each.add_argument("reports", nargs="+")
    each.add_argument("--seconds", type=float, default=20)
    each = verb("fault", cli.usb, "let an endpoint fail (none, silent, stalled), or with --answers a reader's answers",
                ports)
    each.add_argument("port", type=int)
    each.add_argument("kind", help="for answers, also: garbage, short, long, empty, late, twice, vanish, and what the "
                                   "model's own messages allow, such as checksum")
    where = each.add_mutually_exclusive_group()
    where.add_argument("--endpoint", default="0x81")
    where.add_argument("--answers", action="store_const", dest="endpoint", const="0")
    each.add_argument("--after", type=int, default=0, metavar="ANSWERS", help="so many are still right")
    each.add_argument("--count", type=int, default=0, metavar="ANSWERS", help="so many are wrong (default: all)")
    each.add_argument("--late", type=float, default=1, metavar="SECONDS", dest="seconds")
    each = verb("present", cli.usb, "lay a card on a reader; prints when the host took its number (monotonic)", ports)
    each.add_argument("port", type=int)
    each.add_argument("card", help=f"a JSON file, or one of {own('cards')}")
    each.add_argument("--set", action="append", default=[], metavar="KEY=JSON", help="change the card")
    each.add_argument("--seconds", type=float, default=20, help="until the host must have read it; 0: do not wait")
    each.add_argument("--rest", type=float, metavar="SECONDS", help="take it away after so long")
    each = verb("withdraw", cli.usb, "take away what lies on a reader; prints how many cards that were", ports)
    each.add_argument("port", type=int)
    each = verb("taken", cli.usb, "the last transfers that the host took: moment, endpoint, bytes", ports)
    each.add_argument("port", type=int)
    each = verb("shown", cli.usb, "what a reader's own lamps and buzzer were told", ports)
    each.add_argument("port", type=int)
    each = verb("claimed", cli.usb, "wait until a program has taken the device from the kernel's own driver", ports)
    each.add_argument("port", type=int)
    each.add_argument("seconds", type=float)
    each = verb("heard", cli.usb, "the control requests that a device received", ports)
    each.add_argument("port", type=int)
    verb("list", cli.usb, "what is plugged in", ports)

    each = verb("clock", cli.clock, "the guest's wall clock")
    each.add_argument("to", help="trusted, untrusted, now (prints the monotonic clock), or an instant such as 2026-04-10T09:30:00+09:00")
    verb("power-cut", cli.power_cut, "end the emulator and say how long the log of the data disk is")
    verb("cut-point", cli.cut_point, "the length of that log now")
    each = verb("replay-cut", cli.replay_cut, "build the disk that a power cut could have left")
    each.add_argument("--seed", type=int, required=True)
    each.add_argument("--at", type=int, help="the number of log entries before the cut (default: drawn by the seed)")
    each.add_argument("--mode", choices=["all", "durable", "random"], default="random",
                      help="what remains of the writes after the last flush")
    each.add_argument("--out", type=pathlib.Path, required=True)
    verb("prove", cli.prove, "try every part of the bench with stock tools")
    return parser
