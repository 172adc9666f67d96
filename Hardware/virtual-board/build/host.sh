# SPDX-License-Identifier: Apache-2.0
# The host's own tools, by Debian's package names.

# command → package; only what is missing is installed.
host_tools='qemu-system-x86_64:qemu-system-x86 mmdebstrap:mmdebstrap mke2fs:e2fsprogs cpio:cpio
    gcc:gcc make:make depmod:kmod fakeroot:fakeroot xz:xz-utils python3:python3-minimal'

make_host() {
    local missing=() entry
    for entry in $host_tools; do
        PATH=$PATH:/usr/sbin:/sbin command -v "${entry%%:*}" >/dev/null || missing+=("${entry##*:}")
    done
    [ -e "$keyring" ] || missing+=(debian-archive-keyring)
    # The kernel's module build links a tool of its own against it.
    [ -e /usr/include/gelf.h ] || missing+=(libelf-dev)
    [ ${#missing[@]} -gt 0 ] || return 0
    say "installing ${missing[*]}"
    local root=(); [ "$(id -u)" = 0 ] || root=(sudo -n)
    "${root[@]}" apt-get update -qq || true
    DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -qqy --no-install-recommends "${missing[@]}" \
        || die "please install: apt-get install ${missing[*]}"
}

# What the packages are taken from, and which kernel that means today.
make_apt() {
    local apt=$1 # the place of the final one while it is being made
    mkdir -p "$apt"/state/lists/partial "$apt"/cache/archives/partial
    : >"$apt/status"
    sources >"$apt/sources.list"
    private_apt apt-get update
    private_apt apt-cache depends linux-image-amd64 \
        | sed -n 's/.*Depends: linux-image-//p' | head -n 1 >"$apt/kernel-release"
    [ -s "$apt/kernel-release" ]
}
