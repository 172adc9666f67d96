# SPDX-License-Identifier: Apache-2.0
# The guest's root and the little disk that mounts it.

# Loads what the root disk and the shares need, mounts both, and hands over to systemd.
make_initrd() {
    local tree=$1/tree release
    release=$(cat "$cache/kernel/release")
    unpack busybox-static "$1/busybox"
    mkdir -p "$tree"/{bin,modules,proc,sys,dev,root}
    cp "$1"/busybox/bin/busybox "$tree/bin/"
    local file number=100
    while read -r file; do
        cp "$cache/drivers/root/usr/lib/modules/$release/$file" "$tree/modules/$number-${file##*/}"
        number=$((number + 1))
    done <"$cache/drivers/early"
    install -m 755 "$here/build/init" "$tree/init"
    (cd "$tree" && find . | cpio -o -H newc --quiet --owner 0:0) >"$1/initrd.cpio"
    rm -rf "$tree" "$1/busybox"
}

# An ext4 image of the root, our drivers and the guest's own settings.
make_image() {
    local wrap=(); [ "$(id -u)" = 0 ] || wrap=(fakeroot)
    PATH=$PATH:/usr/sbin "${wrap[@]}" bash -euc '
        tree=$1/tree
        mkdir "$tree"
        tar -C "$tree" --numeric-owner -xf "$2/packages/root.tar"
        cp -a "$2"/drivers/root/. "$tree/"
        bash -eu "$3/build/root/settle" "$tree" "$3/build/root"
        mke2fs -q -t ext4 -O ^has_journal -L root -d "$tree" "$1/root.img" 1200M
        rm -rf "$tree"' - "$1" "$cache" "$here"
}
