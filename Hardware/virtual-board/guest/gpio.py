# SPDX-License-Identifier: Apache-2.0
"""A gpio-sim chip wired as five doors: what the world does to inputs, what was commanded at outputs."""
import os
import re
import time

CHIP = "gpio-sim.0"
CONFIG = "/sys/kernel/config/gpio-sim"
TRACING = "/sys/kernel/tracing"
DOORS = ("server", "monitor", "archive", "stack", "vault")
# name of the line → where it rests: door closed, button not pressed, no fire, housing closed.
LINES = {
    f"{door}-{name}": rest
    for door in DOORS
    for name, rest in [
        ("lock", "down"), ("door", "down"), ("rex", "up"), ("green", "down"), ("red", "down"), ("buzzer", "down"),
    ]
} | {"fire-alarm": "down", "tamper": "up"}
NAMES = list(LINES)


def write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)


def read(path: str) -> str:
    with open(path) as file:
        return file.read().strip()


def make_chip(device: str, label: str, lines: list[str]) -> None:
    bank = f"{CONFIG}/{device}/bank"
    os.makedirs(bank)
    write(f"{bank}/label", label)
    write(f"{bank}/num_lines", str(len(lines)))
    for offset, name in enumerate(lines):
        os.mkdir(f"{bank}/line{offset}")
        write(f"{bank}/line{offset}/name", name)
    write(f"{CONFIG}/{device}/live", "1")


def make_chips() -> None:
    # A chip of somebody else's comes first, so that ours is not gpiochip0 and must be found by its label.
    make_chip("elsewhere", "elsewhere", ["unused-0", "unused-1"])
    make_chip("doors", CHIP, NAMES)
    for name, rest in LINES.items():
        pull(name, rest)
    watch()


def place(name: str) -> str:
    if name not in LINES:
        raise ValueError(f"no line {name}; there are {', '.join(NAMES)}")
    if "doors" not in places:
        chip = read(f"{CONFIG}/doors/bank/chip_name")
        places["doors"] = f"/sys/devices/platform/{read(f'{CONFIG}/doors/dev_name')}/{chip}"
    return f"{places['doors']}/sim_gpio{NAMES.index(name)}"


places: dict[str, str] = {}


def pull(line: str, to: str) -> None:
    """What the world outside does to an input."""
    write(f"{place(line)}/pull", {"up": "pull-up", "down": "pull-down"}[to])


def value(line: str) -> int:
    return int(read(f"{place(line)}/value"))


def wait(line: str, value: int, seconds: float) -> float:
    """Returns the seconds it took."""
    began = time.monotonic()
    path = f"{place(line)}/value"
    while int(read(path)) != value:
        if time.monotonic() - began > seconds:
            raise TimeoutError(f"{line} did not become {value} within {seconds:g} s")
        time.sleep(0.001)
    return round(time.monotonic() - began, 4)


def persist(on: bool) -> None:
    """Whether an output keeps its level when its holder dies, as on Raspberry Pi OS."""
    write("/sys/module/gpio_sim/parameters/persist_gpio_outputs", "Y" if on else "N")


def watch() -> None:
    """Probes in the driver: every level that was commanded is seen, however short, with its time and author."""
    write(f"{TRACING}/trace_clock", "mono")
    write(f"{TRACING}/kprobe_events", "\n".join([
        "p:board/set gpio_sim:gpio_sim_set offset=$arg2:u32 value=$arg3:u32",
        "p:board/out gpio_sim:gpio_sim_direction_output offset=$arg2:u32 value=$arg3:u32",
        "p:board/many gpio_sim:gpio_sim_set_multiple mask=+0($arg2):u64 bits=+0($arg3):u64",
        "p:board/freed gpio_sim:gpio_sim_free offset=$arg2:u32",
    ]))
    write(f"{TRACING}/events/board/enable", "1")


EVENT = re.compile(r"^\s*(.+)-(\d+)\s+\[\d+\]\s+\S+\s+([\d.]+): (set|out|many|freed): \([^)]*\) (.*)$")


def history(lines: list[str]) -> list[dict]:
    """What was commanded since the start, in order; time is CLOCK_MONOTONIC."""
    events = []
    for row in read(f"{TRACING}/trace").splitlines():
        if not (match := EVENT.match(row)):
            continue
        program, pid, moment, kind, rest = match.groups()
        fields = {key: int(number) for key, number in (pair.split("=") for pair in rest.split())}
        if kind == "many":
            levels = {i: fields["bits"] >> i & 1 for i in range(len(NAMES)) if fields["mask"] >> i & 1}
        else:
            levels = {fields["offset"]: None if kind == "freed" else int(fields["value"] != 0)}
        for offset, level in levels.items():
            if not lines or NAMES[offset] in lines:
                events.append({
                    "at": float(moment), "line": NAMES[offset], "value": level,
                    "by": program.strip(), "pid": int(pid),
                })
    return events


VERBS = {
    "gpio.pull": pull, "gpio.value": value, "gpio.wait": wait, "gpio.persist": persist, "gpio.history": history,
}
