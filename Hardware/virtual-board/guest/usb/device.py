# SPDX-License-Identifier: Apache-2.0
"""What every device model shares: standard requests, IN pipes that wait for each other, faults at an endpoint."""
import collections
import errno
import struct
import threading
import time

from usb.wire import Link, Transfer

SPEEDS = {"low": 1, "full": 2, "high": 3}


class Stall(Exception):
    """The device refuses a request."""


class Pipe:
    """One IN endpoint: requests of the host and answers of the device, whichever comes first."""

    def __init__(self, link: Link):
        self.link = link
        self.change = threading.Condition()
        self.waiting: collections.deque[Transfer] = collections.deque()
        self.answers: collections.deque[bytes] = collections.deque()
        self.fault = "none"  # none | silent | stalled
        self.open = True
        # What the host took, and when: the last of it.
        self.taken: collections.deque[tuple[float, bytes]] = collections.deque(maxlen=64)

    def request(self, transfer: Transfer) -> None:
        with self.change:
            self.waiting.append(transfer)
            self.match()

    def cancel(self, number: int) -> bool:
        with self.change:
            found = [t for t in self.waiting if t.number == number]
            for transfer in found:
                self.waiting.remove(transfer)
            return bool(found)

    def set_fault(self, fault: str) -> None:
        with self.change:
            self.fault = fault
            self.match()

    def send(self, data: bytes) -> None:
        """For devices that answer: kept until the host asks."""
        with self.change:
            self.answers.append(data)
            self.match()

    def deliver(self, data: bytes, deadline: float) -> None:
        """For devices that speak by themselves: waits until the host has taken it."""
        with self.change:
            self.answers.append(data)
            self.match()
            while self.answers and self.open:
                left = deadline - time.monotonic()
                if left <= 0:
                    self.answers.clear()
                    raise TimeoutError("nobody on the host reads this endpoint")
                self.change.wait(left)
            if not self.open:
                raise ValueError("the device was unplugged meanwhile")

    def match(self) -> None:
        while self.waiting and self.fault != "silent":
            if self.fault == "stalled":
                self.link.complete(self.waiting.popleft(), status=-errno.EPIPE)
            elif self.answers:
                answer = self.answers.popleft()
                self.taken.append((time.monotonic(), answer))
                self.link.complete(self.waiting.popleft(), answer)
            else:
                break
        self.change.notify_all()

    def close(self) -> None:
        with self.change:
            self.open = False
            self.answers.clear()
            self.change.notify_all()


class Device:
    """A model gives its descriptors, and `control` and `receive` where it has more to say than the standard.
    `configuration` is the whole set: configuration, interface, class and endpoint descriptors."""

    speed = "full"
    packet0 = 8

    def __init__(self, spec: dict, device: bytes, configuration: bytes, strings: list[str], pipes: list[int]):
        self.spec = spec
        self.device, self.configuration, self.strings = device, configuration, strings
        self.link = Link(self)
        self.pipes = {endpoint: Pipe(self.link) for endpoint in pipes}
        self.heard: list[str] = []  # control requests, for whoever wants to see what a driver did
        self.configured = 0
        self.blocked: dict[int, str] = {}  # OUT endpoints that take nothing: silent | stalled
        self.kept: set[int] = set()  # transfers that they keep waiting

    # What a model overrides.
    def control(self, kind: int, request: int, value: int, index: int, data: bytes, length: int) -> bytes:
        raise Stall

    def receive(self, endpoint: int, data: bytes) -> None:
        raise Stall

    # What the wire calls.
    def submit(self, transfer: Transfer) -> None:
        endpoint = transfer.endpoint & 0x7F
        try:
            if endpoint == 0:
                self.link.complete(transfer, self.ask(transfer))
            elif transfer.endpoint & 0x80:
                self.pipes[transfer.endpoint].request(transfer)
            elif self.blocked.get(endpoint) == "stalled":
                raise Stall
            elif self.blocked.get(endpoint) == "silent":
                self.kept.add(transfer.number)
            else:
                self.receive(endpoint, transfer.data)
                self.link.complete(transfer)
        except (Stall, KeyError):
            self.link.complete(transfer, status=-errno.EPIPE)

    def unlink(self, number: int) -> bool:
        if number in self.kept:
            self.kept.discard(number)
            return True
        return any([pipe.cancel(number) for pipe in self.pipes.values()])

    def set_fault(self, endpoint: int, kind: str) -> None:
        """An endpoint that stalls until the host clears it, or that says and takes nothing."""
        if endpoint & 0x80:
            self.pipes[endpoint].set_fault(kind)
        else:
            self.blocked[endpoint] = kind

    def gone(self) -> None:
        for pipe in self.pipes.values():
            pipe.close()

    def ask(self, transfer: Transfer) -> bytes:
        kind, request, value, index, length = struct.unpack("<BBHHH", transfer.setup)
        self.heard.append(transfer.setup.hex() + (" " + transfer.data.hex() if transfer.data else ""))
        if kind & 0x60:
            return self.control(kind, request, value, index, transfer.data, length)[:length]
        match kind & 0x1F, request:
            case 0, 0x06:  # GET_DESCRIPTOR
                return self.descriptor(value >> 8, value & 0xFF)[:length]
            case 0, 0x08:  # GET_CONFIGURATION
                return bytes([self.configured])
            case 0, 0x09:  # SET_CONFIGURATION
                self.configured = value
                return b""
            case _, 0x00:  # GET_STATUS
                return b"\0\0"
            case 2, 0x01:  # CLEAR_FEATURE, endpoint halt
                if (pipe := self.pipes.get(index)) and pipe.fault == "stalled":
                    pipe.set_fault("none")
                if self.blocked.get(index) == "stalled":
                    del self.blocked[index]
                return b""
            case 1, 0x0B:  # SET_INTERFACE
                return b""
        return self.control(kind, request, value, index, transfer.data, length)[:length]

    def descriptor(self, kind: int, index: int) -> bytes:
        match kind:
            case 1:
                return self.device
            case 2:
                return self.configuration
            case 3 if index == 0:
                return bytes([4, 3, 0x09, 0x04])
            case 3 if index <= len(self.strings):
                text = self.strings[index - 1].encode("utf-16-le")
                return bytes([len(text) + 2, 3]) + text
        raise Stall  # such as the qualifier of a second speed


def device_descriptor(vendor: str, product: str, strings: int, serial: bool, release: int = 0x0100) -> bytes:
    return struct.pack(
        "<BBHBBBBHHHBBBB", 18, 1, 0x0200, 0, 0, 0, Device.packet0, int(vendor, 16), int(product, 16), release,
        1 if strings > 0 else 0, 2 if strings > 1 else 0, 3 if serial else 0, 1,
    )


def configuration_descriptor(interfaces: list[bytes]) -> bytes:
    body = b"".join(interfaces)
    return struct.pack("<BBHBBBBB", 9, 2, 9 + len(body), len(interfaces), 1, 0, 0xA0, 50) + body
