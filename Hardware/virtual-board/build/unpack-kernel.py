# SPDX-License-Identifier: Apache-2.0
"""Takes the ELF kernel out of a bzImage: under emulation the guest's own unpacking costs seconds."""
import lzma
import struct
import sys

SECTOR = 512


def elf_kernel(image: bytes) -> bytes:
    # Documentation/x86/boot.rst: setup_sects at 0x1f1, payload_offset and payload_length at 0x248.
    setup_sectors = image[0x1F1] or 4
    offset, length = struct.unpack_from("<II", image, 0x248)
    begin = (setup_sectors + 1) * SECTOR + offset
    # The decompressor takes the LZMA stream and leaves the four bytes of length that follow it.
    kernel = lzma.LZMADecompressor().decompress(image[begin : begin + length])
    if kernel[:4] != b"\x7fELF":
        raise SystemExit("the payload of this bzImage is no ELF kernel")
    return kernel


source, target = sys.argv[1:]
with open(source, "rb") as file:
    kernel = elf_kernel(file.read())
with open(target, "wb") as file:
    file.write(kernel)
