# SPDX-License-Identifier: Apache-2.0
"""USB/IP between the kernel's vhci-hcd and a device in this process, over one end of a socketpair.

The format is that of the kernel's Documentation/usb/usbip_protocol.rst: big-endian, but the SETUP packet is as on
the bus.
"""
import errno
import socket
import struct
import threading
from typing import NamedTuple

CMD_SUBMIT, CMD_UNLINK, RET_SUBMIT, RET_UNLINK = 1, 2, 3, 4
HEADER = struct.Struct(">IIIII")  # command, seqnum, devid, direction, ep
SUBMIT = struct.Struct(">Iiiii8s")  # flags, length, start frame, packets, interval, setup
RET = struct.Struct(">iiiii8x")  # status, actual length, start frame, packets, error count
UNLINK = struct.Struct(">I24x")
RET_STATUS = struct.Struct(">i24x")


class Transfer(NamedTuple):
    """What the host asked for."""
    number: int
    endpoint: int  # with bit 7 for IN, as in a descriptor
    length: int
    setup: bytes
    data: bytes


class Link:
    """One attached device's wire. `device.submit(transfer)` is called for each request, `device.unlink(number)` for
    each one that the host takes back; the device answers with `complete`, now or whenever it likes."""

    def __init__(self, device):
        self.device = device
        self.ours, self.kernels = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self.writing = threading.Lock()

    def begin(self) -> None:
        self.kernels.close()  # The kernel holds its own reference by now.
        threading.Thread(target=self.listen, daemon=True).start()

    def close(self) -> None:
        try:
            self.ours.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # The kernel was quicker.
        self.ours.close()

    def complete(self, transfer: Transfer, data: bytes = b"", status: int = 0) -> None:
        """`status` is 0 or a negative errno, as a host controller would report it."""
        into_host = transfer.endpoint & 0x80
        actual = min(len(data), transfer.length) if into_host else transfer.length if status == 0 else 0
        if into_host and len(data) > transfer.length and status == 0:
            status = -errno.EOVERFLOW  # babble
        head = HEADER.pack(RET_SUBMIT, transfer.number, 0, 0, 0) + RET.pack(status, actual, 0, 0, 0)
        self.send(head + (data[:actual] if into_host else b""))

    def send(self, message: bytes) -> None:
        with self.writing:
            try:
                self.ours.sendall(message)
            except OSError:
                pass  # Unplugged: nobody is there to be answered.

    def take(self, count: int) -> bytes:
        parts = b""
        while len(parts) < count:
            if not (part := self.ours.recv(count - len(parts))):
                raise ConnectionError
            parts += part
        return parts

    def listen(self) -> None:
        try:
            while True:
                command, number, _, direction, endpoint = HEADER.unpack(self.take(HEADER.size))
                if command == CMD_SUBMIT:
                    _, length, _, _, _, setup = SUBMIT.unpack(self.take(SUBMIT.size))
                    data = self.take(length) if direction == 0 and length > 0 else b""
                    self.device.submit(Transfer(number, endpoint | direction << 7, length, setup, data))
                elif command == CMD_UNLINK:
                    (victim,) = UNLINK.unpack(self.take(UNLINK.size))
                    found = self.device.unlink(victim)
                    status = -errno.ECONNRESET if found else 0
                    self.send(HEADER.pack(RET_UNLINK, number, 0, 0, 0) + RET_STATUS.pack(status))
                else:
                    raise ConnectionError(f"command {command}")
        except OSError:
            self.device.gone()
