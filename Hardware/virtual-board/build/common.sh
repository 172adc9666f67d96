# SPDX-License-Identifier: Apache-2.0
# What every part of the build shares: where things are kept, stamps, a package source of our own.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/tachiai-virtual-board
apt=$cache/apt
suite=bookworm
mirror=${TACHIAI_BOARD_MIRROR:-http://deb.debian.org/debian}
security=${TACHIAI_BOARD_SECURITY:-http://deb.debian.org/debian-security}
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

exec 8>&2 # What is said is not lost in a part's log.
say() { printf 'virtual board: %s\n' "$*" >&8; }
die() { say "$*"; exit 1; }

sources() {
    local options="[arch=amd64 signed-by=$keyring]"
    printf 'deb %s %s %s main\n' "$options" "$mirror" "$suite"
    printf 'deb %s %s %s-updates main\n' "$options" "$mirror" "$suite"
    printf 'deb %s %s %s-security main\n' "$options" "$security" "$suite"
}

# The host's own lists stay as they are, and the guest's release need not be the host's.
private_apt() {
    local tool=$1; shift
    "$tool" -qq -o Dir::State="$apt/state" -o Dir::Cache="$apt/cache" \
        -o Dir::State::status="$apt/status" -o Dir::Etc::SourceList="$apt/sources.list" \
        -o Dir::Etc::SourceParts=/dev/null -o APT::Architecture=amd64 -o APT::Sandbox::User=root "$@"
}

# unpack PACKAGE DIRECTORY: takes a package apart there; nothing gets installed.
unpack() {
    local work; work=$(mktemp -d "$cache/unpack.XXXXXX")
    (cd "$work" && private_apt apt-get download "$1")
    mkdir -p "$2"
    dpkg-deb -x "$work"/*.deb "$2"
    rm -rf "$work"
}

# part NAME INPUT… : runs make_NAME unless $cache/NAME was made of the very same inputs.
# It is made beside and moved, so that a build cut short never looks like a finished one.
part() {
    local name=$1; shift
    local stamp; stamp=$(cat -- "$here/build/common.sh" "$@" | sha256sum | cut -d' ' -f1)
    [ "$(cat "$cache/$name/.stamp" 2>/dev/null)" = "$stamp" ] && return
    local began=$SECONDS
    say "making $name"
    rm -rf "$cache/$name.new"
    mkdir -p "$cache/$name.new"
    # In the background, because the shell forgets `set -e` in what stands before `||`.
    "make_$name" "$cache/$name.new" >"$cache/$name.log" 2>&1 &
    wait $! || {
        tail -n 25 "$cache/$name.log" >&2
        die "could not make $name; the whole story is in $cache/$name.log"
    }
    echo "$stamp" >"$cache/$name.new/.stamp"
    rm -rf "${cache:?}/$name"
    mv "$cache/$name.new" "$cache/$name"
    say "made $name in $((SECONDS - began)) s"
}
