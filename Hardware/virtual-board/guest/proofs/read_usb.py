# SPDX-License-Identifier: Apache-2.0
"""Reads an interrupt endpoint through libusb, as tachiaid does, but in another language: PATH SECONDS [LENGTH].

Prints each report in hexadecimal, or the name of the error; ends with the time, or with the device.
"""
import ctypes
import sys
import time

path, seconds = sys.argv[1], float(sys.argv[2])
length = int(sys.argv[3]) if len(sys.argv) > 3 else 8
usb = ctypes.CDLL("libusb-1.0.so.0")
usb.libusb_error_name.restype = ctypes.c_char_p
for name in ("libusb_get_bus_number", "libusb_get_port_number"):
    getattr(usb, name).restype = ctypes.c_uint8
    getattr(usb, name).argtypes = [ctypes.c_void_p]
usb.libusb_open.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
usb.libusb_interrupt_transfer.argtypes = [
    ctypes.c_void_p, ctypes.c_ubyte, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint,
]


def check(code: int) -> None:
    if code < 0:
        sys.exit(usb.libusb_error_name(code).decode())


check(usb.libusb_init(None))
devices = ctypes.POINTER(ctypes.c_void_p)()
count = usb.libusb_get_device_list(None, ctypes.byref(devices))
wanted = [
    devices[i] for i in range(count)
    if f"{usb.libusb_get_bus_number(devices[i])}-{usb.libusb_get_port_number(devices[i])}" == path
]
if not wanted:
    sys.exit(f"no device at {path}")
handle = ctypes.c_void_p()
check(usb.libusb_open(wanted[0], ctypes.byref(handle)))
check(usb.libusb_set_auto_detach_kernel_driver(handle, 1))
check(usb.libusb_claim_interface(handle, 0))
print("claimed", flush=True)
buffer, got = ctypes.create_string_buffer(64), ctypes.c_int()
end = time.monotonic() + seconds
while time.monotonic() < end:
    code = usb.libusb_interrupt_transfer(handle, 0x81, buffer, length, ctypes.byref(got), 200)
    name = usb.libusb_error_name(code).decode()
    if code == 0:
        print(buffer.raw[: got.value].hex(), flush=True)
    elif name != "LIBUSB_ERROR_TIMEOUT":
        print(name, flush=True)
        if name == "LIBUSB_ERROR_NO_DEVICE":
            break
        usb.libusb_clear_halt(handle, 0x81)
