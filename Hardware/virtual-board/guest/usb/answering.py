# SPDX-License-Identifier: Apache-2.0
"""Devices that answer: each message of the host is taken, and what comes back may be spoiled on its way."""
import queue
import random
import threading
import time

from cards.field import Field
from usb.device import Device

# What may be wrong with an answer of any such device; a model adds what its own form of message allows.
FAULTS = ("silent", "garbage", "short", "long", "empty", "late", "twice", "vanish")


class Answering(Device):
    """`messages` are the OUT endpoints and, for each, the IN endpoint of its answers. A model gives `answers`, and
    `damaged` for its own faults."""

    damages: tuple[str, ...] = ()

    def __init__(self, spec, device, configuration, strings, messages: dict[int, int], others: tuple[int, ...] = ()):
        super().__init__(spec, device, configuration, strings, [*messages.values(), *others])
        self.messages = messages
        self.field = Field()
        self.inbox: queue.SimpleQueue = queue.SimpleQueue()
        self.answer_fault: dict | None = None
        self.chance = random.Random(spec.get("seed", 1))
        self.vanish = lambda: None  # set by whoever plugs it in
        threading.Thread(target=self.work, daemon=True).start()

    # What a model gives.
    def answers(self, endpoint: int, message: bytes):
        """Yields the transfers with which the device answers."""
        return ()

    def damaged(self, kind: str, answer: bytes) -> bytes:
        return answer

    # What the wire and the bench call.
    def receive(self, endpoint: int, data: bytes) -> None:
        self.inbox.put((endpoint, data))

    def gone(self) -> None:
        self.inbox.put(None)
        super().gone()

    def set_answer_fault(self, kind: str, after: int, count: int, seconds: float) -> None:
        """`after` answers are still right, then `count` are spoiled; 0: all."""
        if kind == "none":
            self.answer_fault = None
        elif kind in FAULTS + self.damages:
            self.answer_fault = {"kind": kind, "after": after, "count": count or 1 << 62, "seconds": seconds}
        else:
            raise ValueError(f"no fault {kind}; there are none, {', '.join(FAULTS + self.damages)}")

    def work(self) -> None:
        while (item := self.inbox.get()) is not None:
            endpoint, message = item
            for answer in self.answers(endpoint, message):
                self.say(self.messages[endpoint], answer)

    def say(self, endpoint: int, answer: bytes) -> None:
        pipe, fault = self.pipes[endpoint], self.answer_fault
        if fault is None or fault["after"] > 0:
            if fault is not None:
                fault["after"] -= 1
            return pipe.send(answer)
        fault["count"] -= 1
        if fault["count"] == 0:
            self.answer_fault = None
        match fault["kind"]:
            case "silent":
                pass
            case "garbage":
                pipe.send(self.chance.randbytes(self.chance.randint(1, 64)))
            case "short":
                pipe.send(answer[: len(answer) // 2])
            case "long":
                pipe.send(answer + self.chance.randbytes(16))
            case "empty":
                pipe.send(b"")
            case "late":
                time.sleep(fault["seconds"])
                pipe.send(answer)
            case "twice":
                pipe.send(answer)
                pipe.send(answer)
            case "vanish":
                self.vanish()
            case kind:
                pipe.send(self.damaged(kind, answer))
