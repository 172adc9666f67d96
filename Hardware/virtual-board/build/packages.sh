# SPDX-License-Identifier: Apache-2.0
# Debian's root for the guest.

# What tachiaid is linked to, what drives the bench, and the stock tools it is compared with.
guest_packages='systemd systemd-sysv udev libsqlite3-0 libusb-1.0-0 libgpiod2 libstdc++6 tzdata
    python3-minimal libpython3-stdlib strace gpiod sqlite3 usbutils kmod mount util-linux
    e2fsprogs dmsetup procps ca-certificates pcscd libccid wrk'

# Debian's root with nothing of ours, since it is the slow part and seldom changes.
make_packages() {
    local list include
    list=$(echo $guest_packages)
    include=${list// /,}
    # A stream rather than a directory: so it also works without root, in a user namespace.
    mmdebstrap --variant=minbase --architectures=amd64 --include="$include" \
        --aptopt='Apt::Install-Recommends "false"' \
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' \
        --customize-hook='chroot "$1" python3 -m compileall -q -j 2 /usr/lib/python3.11 || true' \
        "$suite" "$1/root.tar" "$cache/apt/sources.list"
}
