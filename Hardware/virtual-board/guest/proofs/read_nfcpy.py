# SPDX-License-Identifier: Apache-2.0
"""Reads the card on an RC-S380 with nfcpy, another's driver: SECONDS [KEY]. With a key, a Lite-S card must prove that
it knows it, in both directions; its first blocks are written and read back under a code of authentication."""
import sys
import time

sys.path.insert(0, "/opt/pypi")

import nfc  # noqa: E402  (after the path above)
import nfc.clf  # noqa: E402
import nfc.tag  # noqa: E402

seconds = float(sys.argv[1])
reader = nfc.ContactlessFrontend("usb:054c")
print(reader.device.vendor_name, reader.device.product_name, reader.device.chipset_name, flush=True)
targets = [nfc.clf.RemoteTarget(rate) for rate in ("212F", "106A", "106B")]
end, found = time.monotonic() + seconds, None
while found is None and time.monotonic() < end:
    found = reader.sense(*targets, iterations=1)
if found is None:
    sys.exit("no card")
print(found.brty, {
    "212F": lambda: f"{found.sensf_res[1:9].hex()} {found.sensf_res[17:].hex()}",
    "106A": lambda: f"{found.sdd_res.hex()} {found.sel_res.hex()}",
    "106B": lambda: found.sensb_res[1:5].hex(),
}[found.brty]())
if len(sys.argv) > 2:
    tag = nfc.tag.activate(reader, found)
    print(type(tag).__name__)
    print("proved" if tag.authenticate(bytes.fromhex(sys.argv[2])) else "not proved")
    if tag.is_authenticated:
        tag.write_with_mac(bytes(range(16)), 5)
        print(tag.read_with_mac(5).hex())
reader.close()
