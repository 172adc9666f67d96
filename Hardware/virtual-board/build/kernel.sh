# SPDX-License-Identifier: Apache-2.0
# Debian's own kernel, taken apart, and the modules that Debian does not build.

# What the first program loads, and what else the guest may ask for. What these need is found by modprobe.
early_modules='virtio_pci virtio_blk virtio_console ext4 9p 9pnet_virtio gpio-sim vhci-hcd usbhid hid-generic evdev'
guest_modules="$early_modules virtio_rng usbserial ftdi_sio cdc_acm dm-mod dm-flakey dm-delay loop port100 pn533_usb"

make_kernel() {
    local release; release=$(cat "$cache/apt/kernel-release")
    unpack "linux-image-$release" "$1"
    python3 "$here/build/unpack-kernel.py" "$1/boot/vmlinuz-$release" "$1/vmlinux"
    echo "$release" >"$1/release"
}

# Our few modules, against the same kernel's headers.
make_modules() {
    local release common tree=$1/tree source
    release=$(cat "$cache/kernel/release")
    common=linux-headers-${release%-amd64}-common
    unpack "linux-headers-$release" "$tree"
    unpack "$common" "$tree"
    unpack linux-kbuild-6.1 "$tree"
    unpack linux-source-6.1 "$tree"
    # The headers expect to lie under /usr/src.
    sed -i "s|/usr/src/|$tree/usr/src/|" "$tree/usr/src/linux-headers-$release/Makefile"
    source=$tree/source
    mkdir "$source"
    tar -C "$source" --strip-components=1 -xJf "$tree/usr/src/linux-source-6.1.tar.xz" \
        linux-source-6.1/drivers/gpio/gpio-sim.c linux-source-6.1/drivers/gpio/gpiolib.h \
        linux-source-6.1/kernel/irq/irq_sim.c linux-source-6.1/drivers/usb/usbip
    cp "$source"/drivers/gpio/* "$source/kernel/irq/irq_sim.c" "$source"/drivers/usb/usbip/*.[ch] "$source/"
    cp "$here/build/modules/Kbuild" "$source/"
    patch -d "$source" -p1 <"$here/build/modules/modules.patch"
    make -C "$tree/usr/src/linux-headers-$release" M="$source" modules
    cp "$source"/*.ko "$1/"
    rm -rf "$tree"
}

# The small part of the kernel's modules that a door needs, with the order of their loading.
make_drivers() {
    local release all=$1/all modules name
    release=$(cat "$cache/kernel/release")
    mkdir -p "$all/lib/modules"
    cp -a "$cache/kernel/lib/modules/$release" "$all/lib/modules/"
    install -D -t "$all/lib/modules/$release/updates" "$cache"/modules/*.ko
    PATH=$PATH:/usr/sbin depmod -b "$all" "$release"
    modules=$1/root/usr/lib/modules/$release
    mkdir -p "$modules"
    for name in $guest_modules; do
        PATH=$PATH:/usr/sbin modprobe -d "$all" -S "$release" --show-depends "$name"
    done | sed -n "s|^insmod $all/lib/modules/$release/\([^ ]*\).*|\1|p" | sort -u \
        | (cd "$all/lib/modules/$release" && cpio -pdm "$modules")
    cp "$all/lib/modules/$release"/modules.{builtin,builtin.modinfo,order} "$modules/"
    PATH=$PATH:/usr/sbin depmod -b "$1/root/usr" "$release" 2>/dev/null \
        || PATH=$PATH:/usr/sbin depmod -b "$1/root" -m /usr/lib/modules "$release"
    for name in $early_modules; do
        PATH=$PATH:/usr/sbin modprobe -d "$all" -S "$release" --show-depends "$name"
    done | sed -n "s|^insmod $all/lib/modules/$release/\([^ ]*\).*|\1|p" | awk '!seen[$0]++' >"$1/early"
    rm -rf "$all"
}
