# SPDX-License-Identifier: Apache-2.0
"""The ports of the virtual host controller: what is plugged in where. Port 1 is the kernel's BUS-1, and so on."""
import glob
import importlib
import os
import threading
import time

from cards import field
from usb.answering import Answering
from usb.device import SPEEDS, Device

CONTROLLER = "/sys/devices/platform/vhci_hcd.0"
PORTS = range(1, 9)

plugged: dict[int, Device] = {}
turn = threading.Lock()


def root_hub() -> str:
    """The controller's own two hubs are USB 2 and USB 3; ours is the slower."""
    for path in glob.glob(f"{CONTROLLER}/usb[0-9]*"):
        with open(f"{path}/speed") as file:
            if file.read().strip() == "480":
                return path
    raise ValueError("vhci-hcd is not loaded")


def path_of(port: int) -> str:
    return f"{os.path.basename(root_hub())[3:]}-{port}"


def until(condition, seconds: float, complaint: str) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(complaint)
        time.sleep(0.005)


def at(port: int) -> Device:
    if port not in plugged:
        raise ValueError(f"nothing is plugged into port {port}")
    return plugged[port]


def plug(port: int, spec: dict, seconds: float = 10) -> str:
    """Returns the path under which the kernel knows the device."""
    if port not in PORTS:
        raise ValueError(f"no port {port}; there are {PORTS[0]} to {PORTS[-1]}")
    with turn:
        if port in plugged:
            raise ValueError(f"port {port} is taken")
        name = spec.get("model", "")
        if not name.isidentifier():
            raise ValueError("a device says its model, such as keyboard")
        device = importlib.import_module(f"models.{name}").make(spec)
        plugged[port] = device
    if isinstance(device, Answering):
        device.vanish = lambda: threading.Thread(target=unplug, args=(port,), daemon=True).start()
    speed = SPEEDS[device.speed]
    with open(f"{CONTROLLER}/attach", "w") as file:
        file.write(f"{port - 1} {device.link.kernels.fileno()} {port} {speed}")
    device.link.begin()
    path = path_of(port)
    ready = f"/sys/bus/usb/devices/{path}/bConfigurationValue"
    until(lambda: os.path.exists(ready) and bool(open(ready).read().strip()), seconds,
          f"the kernel did not take the device at {path}; see dmesg")
    return path


def unplug(port: int, seconds: float = 10) -> None:
    device = at(port)
    device.gone()
    with open(f"{CONTROLLER}/detach", "w") as file:
        file.write(str(port - 1))
    until(lambda: not os.path.exists(f"/sys/bus/usb/devices/{path_of(port)}"), seconds, "the kernel kept the device")
    until(lambda: is_free(port), seconds, "the kernel kept the port")
    device.link.close()
    del plugged[port]


def is_free(port: int) -> bool:
    with open(f"{CONTROLLER}/status") as file:
        for row in file.readlines()[1:]:
            hub, number, state = row.split()[:3]
            if hub == "hs" and int(number) == port - 1:
                return int(state) == 4  # VDEV_ST_NULL
    return False


def type_text(port: int, text: str, seconds: float, vanish: int | None) -> int:
    """Returns the number of reports that the host took. With `vanish`, the plug is pulled after so many."""
    device = at(port)
    reports = device.reports(text)
    count = device.speak(reports if vanish is None else reports[:vanish], seconds)
    if vanish is not None:
        unplug(port)
    return count


def report(port: int, reports: list[str], seconds: float) -> int:
    return at(port).speak([bytes.fromhex(each) for each in reports], seconds)


def fault(port: int, endpoint: int, kind: str, after: int = 0, count: int = 0, seconds: float = 1) -> None:
    """An endpoint that is silent or stalled, or, on the endpoint 0, answers that are wrong."""
    device = at(port)
    if endpoint:
        if kind not in ("none", "silent", "stalled"):
            raise ValueError(f"an endpoint has no fault {kind}; there are none, silent, stalled")
        device.set_fault(endpoint, kind)
    else:
        answering(port).set_answer_fault(kind, after, count, seconds)


def answering(port: int) -> Answering:
    device = at(port)
    if not isinstance(device, Answering):
        raise ValueError(f"the device at port {port} has no antenna")
    return device


def present(port: int, spec: dict, seconds: float, rest: float | None = None) -> float:
    """Lays a card on a reader, and waits until the host has taken its number. Returns when that was, on the monotonic
    clock. With `rest`, the card is taken away so many seconds later; with no `seconds`, nobody waits."""
    device, card = answering(port), field.make(spec)
    began = time.monotonic()
    device.field.lay(card)
    moments: list[float] = []
    if seconds:
        until(lambda: moments.extend(told(device, card.number, began)) or moments, seconds,
              f"the host did not read the card at port {port}")
    if rest is not None:
        time.sleep(rest)
        device.field.clear()
    return moments[0] if moments else began


def told(device: Device, number: bytes, since: float) -> list[float]:
    """When the host took a transfer that ends the telling of a number."""
    return [moment for pipe in device.pipes.values() for moment, data in list(pipe.taken)
            if moment > since and number[-4:] in data]


def withdraw(port: int) -> int:
    """Takes away whatever lies on a reader. Returns how many cards that were."""
    return len(answering(port).field.clear())


def taken(port: int) -> list[list]:
    """The last transfers that the host took, with their moments on the monotonic clock."""
    return sorted([moment, endpoint, data.hex()] for endpoint, pipe in at(port).pipes.items()
                  for moment, data in list(pipe.taken))


def shown(port: int) -> list[str]:
    """What a reader's own lamps and buzzer were told."""
    return getattr(at(port), "shown", [])


def driver(port: int) -> str:
    """Which driver holds an interface; usbfs is a program through libusb, and comes before others."""
    held = {os.path.basename(os.readlink(path)) for path in glob.glob(f"/sys/bus/usb/devices/{path_of(port)}:*/driver")}
    return "usbfs" if "usbfs" in held else ", ".join(sorted(held)) or "none"


def claimed(port: int, seconds: float) -> float:
    """Returns the seconds it took. Until then the kernel's own driver would swallow what a device says."""
    at(port)
    began = time.monotonic()
    until(lambda: driver(port) == "usbfs", seconds, f"no program claimed port {port}; {driver(port)} holds it")
    return round(time.monotonic() - began, 3)


def heard(port: int) -> list[str]:
    return at(port).heard


def listing() -> list[dict]:
    return [{"port": port, "path": path_of(port), "driver": driver(port), **device.spec} for port, device in sorted(plugged.items())]


VERBS = {
    "usb.plug": plug, "usb.unplug": unplug, "usb.type": type_text, "usb.report": report, "usb.fault": fault,
    "usb.claimed": claimed, "usb.heard": heard, "usb.list": listing, "usb.present": present,
    "usb.withdraw": withdraw, "usb.taken": taken, "usb.shown": shown,
}
