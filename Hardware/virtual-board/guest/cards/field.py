# SPDX-License-Identifier: Apache-2.0
"""What lies on a reader's antenna."""
import threading

from cards import felica, iso14443
from cards.iso14443 import Collision

KINDS = {
    "felica": (felica.FeliCa, felica.DEFAULTS), "lite-s": (felica.LiteS, felica.LITE_DEFAULTS),
    "type-a": (iso14443.TypeA, iso14443.A_DEFAULTS), "type-b": (iso14443.TypeB, iso14443.B_DEFAULTS),
}


def make(spec: dict):
    if spec.get("card") not in KINDS:
        raise ValueError(f"a card says what it is: {', '.join(KINDS)}")
    kind, defaults = KINDS[spec["card"]]
    if unknown := set(spec) - set(defaults):
        raise ValueError(f"such a card has no {', '.join(sorted(unknown))}; it has {', '.join(defaults)}")
    return kind(defaults | spec)


class Field:
    """Cards come and go on one thread, and are asked on another."""

    def __init__(self):
        self.turn = threading.RLock()
        self.cards: list = []
        self.on = False
        self.changed = lambda: None  # what a reader does that watches its antenna by itself

    def lay(self, card) -> None:
        with self.turn:
            card.reset()
            self.cards.append(card)
        self.changed()

    def clear(self) -> list:
        with self.turn:
            gone, self.cards = self.cards, []
        self.changed()
        return gone

    def switch(self, on: bool) -> None:
        with self.turn:
            self.on = on
            if not on:
                for card in self.cards:
                    card.reset()

    def exchange(self, rate: str, frame: bytes, bits: int = 8) -> bytes | None:
        with self.turn:
            if not self.on:
                return None
            answers = {answer for card in self.cards if (answer := card.exchange(rate, frame, bits)) is not None}
        if len(answers) > 1:
            raise Collision
        return answers.pop() if answers else None
