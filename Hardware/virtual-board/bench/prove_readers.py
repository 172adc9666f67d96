# SPDX-License-Identifier: Apache-2.0
"""The models of card readers under other people's drivers: nfcpy, the kernel's port100, pcscd with libccid."""
import importlib.util
import pathlib
import shutil
import subprocess

from . import emulator
from .machine import Machine
from .mailbox import BoardError

# Pure Python, from PyPI. Not part of the guest: only proofs want them.
PYPI = ["nfcpy==1.0.4", "libusb1==3.4.0", "ndeflib==0.3.3", "pydes==2.0.1", "pyserial==3.5"]
KEY = bytes(range(16))
# A card keeps the bytes of each half in reverse.
KEY_ON_CARD = (KEY[7::-1] + KEY[:7:-1]).hex()


def python_packages() -> pathlib.Path:
    """The folder with nfcpy in it."""
    folder = emulator.CACHE / "pypi"
    wanted = "\n".join(PYPI)
    if not (folder / ".made").exists() or (folder / ".made").read_text() != wanted:
        if importlib.util.find_spec("pip") is None:
            raise BoardError("nfcpy is not there, and no pip to fetch it: apt-get install python3-pip")
        shutil.rmtree(folder, ignore_errors=True)
        done = subprocess.run(["python3", "-m", "pip", "install", "--quiet", "--no-deps", "--target", folder, *PYPI],
                              capture_output=True, text=True)
        if done.returncode:
            raise BoardError(f"pip: {done.stderr}")
        (folder / ".made").write_text(wanted)
    return folder


def run(machine: Machine, *command: str) -> list[str]:
    done = machine.ask("execute", 90, argv=["python3", *command], timeout=90)
    return (done["out"] + done["err"]).splitlines()


def expect(what: str, found, wanted) -> None:
    if found != wanted:
        raise BoardError(f"{what}: expected {wanted!r}, found {found!r}")


def plug(machine: Machine, port: int, spec: dict, *cards: dict) -> None:
    machine.ask("usb.plug", port=port, spec=spec)
    for card in cards:
        machine.ask("usb.present", port=port, spec=card, seconds=0)


def modules(machine: Machine, script: str) -> str:
    """The kernel's own drivers for these readers are out of the way, or asked."""
    return machine.ask("execute", 30, argv=["sh", "-c", script], timeout=30)["out"].strip()


def port100(machine: Machine) -> None:
    """The kernel's driver takes the RC-S380 for one: it asks for its command types and its firmware."""
    plug(machine, 1, {"model": "rcs380"})
    modules(machine, "modprobe port100; udevadm settle")
    expect("the kernel's words", modules(machine, "dmesg | grep -o 'Port-100 Series attached.*' | tail -n 1"),
           "Port-100 Series attached (firmware v1.11)")
    machine.ask("usb.unplug", port=1)
    modules(machine, "rmmod port100 pn533_usb; printf 'blacklist port100\nblacklist pn533_usb\n' "
                     "> /etc/modprobe.d/proof.conf; udevadm control --reload")


def nfcpy(machine: Machine) -> None:
    read, named = "/opt/board/proofs/read_nfcpy.py", "SONY RC-S380/P NFC Port-100 v1.11"
    for card, wanted in [
        ({"card": "felica", "idm": "0101020304050607", "systems": ["fe00"]}, "212F 0101020304050607 fe00"),
        ({"card": "type-a", "uid": "01020304"}, "106A 01020304 08"),
        ({"card": "type-a", "uid": "04a1b2c3d4e580", "select": "20"}, "106A 04a1b2c3d4e580 20"),
        ({"card": "type-b", "pupi": "11223344"}, "106B 11223344"),
    ]:
        plug(machine, 1, {"model": "rcs380"}, card)
        expect(card["card"], run(machine, read, "20"), [named, wanted])
        machine.ask("usb.unplug", port=1)


def lite_s(machine: Machine) -> None:
    """nfcpy's authentication in both directions, and its writing under a code, with the right key and a wrong one."""
    lite = {"card": "lite-s", "idm": "0114112233445566", "key": KEY_ON_CARD}
    head = ["SONY RC-S380/P NFC Port-100 v1.11", "212F 0114112233445566 88b4", "FelicaLiteS"]
    for card, key, wanted in [
        (lite, KEY, ["proved", bytes(range(16)).hex()]), (lite, bytes(16), ["not proved"]),
        (lite | {"wrongCode": True}, KEY, ["not proved"]),
    ]:
        plug(machine, 1, {"model": "rcs380"}, card)
        expect("Lite-S", run(machine, "/opt/board/proofs/read_nfcpy.py", "20", key.hex()), head + wanted)
        machine.ask("usb.unplug", port=1)


def pcscd(machine: Machine) -> None:
    # libccid passes escapes on only where its settings say so.
    modules(machine, "sed -i '/ifdDriverOptions/{n;s/0x0000/0x0001/}' /etc/libccid_Info.plist")
    felica = {"card": "felica", "idm": "0101020304050607"}
    card = "card 3b8f8001804f0ca00000030611003b0000000042"
    number = "answer 01010203040506079000"
    acr1252 = {"model": "ccid", "product": "223b", "name": "ACR1252 Dual Reader", "escape": "e0"}
    for spec, words, wanted in [
        ({"model": "ccid"}, ["FFCA000000", "FF00400E0400000000"],
         ["ACS ACR122U PICC Interface 00 00", card, number, "answer 9002"]),
        ({"model": "ccid", "extensions": 2, "notifies": False}, ["FFCA000000"],
         ["ACS ACR122U PICC Interface 00 00", card, number]),
        (acr1252, ["@E00000290102", "FFCA000000"],
         ["ACS ACR1252 Dual Reader 00 00", "escape 00000000 e10000000102", card, number]),
        ({"model": "rcs300"}, ["FFCA000000"], ["SONY FeliCa RC-S300/P (0123456) 00 00", card, number]),
    ]:
        plug(machine, 2, spec, felica)
        expect(spec["model"], run(machine, "/opt/board/proofs/read_pcsc.py", "30", *words), wanted)
        machine.ask("usb.unplug", port=2)


PROOFS = [port100, nfcpy, lite_s, pcscd]
