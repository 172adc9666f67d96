#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds what the guest is made of. Each part is kept under a stamp of what it was made of.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
source "$here/build/host.sh"
source "$here/build/kernel.sh"
source "$here/build/packages.sh"
source "$here/build/guest.sh"

mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9 # Two builds at once would move parts away under each other.
if [ "${1:-}" = --refresh ]; then
    rm -f "$cache/apt/.stamp" # newer packages, if there are any
fi
part host "$here/build/host.sh"
part apt "$here/build/host.sh"
part kernel "$here/build/kernel.sh" "$here/build/unpack-kernel.py" "$cache/apt/kernel-release"
part modules "$here/build/kernel.sh" "$here"/build/modules/* "$cache/kernel/.stamp"
part drivers "$here/build/kernel.sh" "$cache/modules/.stamp"
part packages "$here/build/packages.sh" "$cache/apt/kernel-release"
part initrd "$here/build/guest.sh" "$here/build/init" "$cache/drivers/.stamp"
part image "$here/build/guest.sh" "$here"/build/root/* "$cache/drivers/.stamp" "$cache/packages/.stamp"
