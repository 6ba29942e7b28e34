#!/usr/bin/env bash
# Makes a Swift toolchain in a chroot on Debian 12, as root; once it is there it returns at once.
#   toolchain.sh
# It lies in ~/.cache/fernbook/swift, or in the folder FERNBOOK_SWIFT. The first time it needs the network,
# 1.6 GB and about a minute. Removing the folder removes all of it: nothing is mounted, registered or started
# outside the life of one process. SWIFT_SUITE=sid makes one with a newer Swift, as a second opinion: give it
# a folder of its own.
set -euo pipefail
umask 022
cache=${FERNBOOK_SWIFT:-$HOME/.cache/fernbook/swift}
suite=${SWIFT_SUITE:-trixie}
root=$cache/root
stamp="$suite recipe 1" # another number when what is below changes

say() { printf 'toolchain: %s\n' "$*" >&2; }
is_there() { [ "$(cat "$root/etc/fernbook-swift" 2>/dev/null || true)" = "$stamp" ]; }

need_debian() {
    [ "$(id -u)" = 0 ] || { say "only root can make it"; return 1; }
    # shellcheck source=/dev/null
    . /etc/os-release
    [ "${ID:-}" = debian ] && command -v apt-get >/dev/null || { say "only Debian has the packages"; return 1; }
    unshare --mount --pid --fork true 2>/dev/null || { say "this machine lets no one mount"; return 1; }
}

need_mmdebstrap() {
    command -v mmdebstrap >/dev/null && return
    { apt-get update -qq &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends mmdebstrap; } >/dev/null ||
        { say "mmdebstrap can't be installed"; return 1; }
}

# Where the packages come from, as mmdebstrap takes it: the archive that this machine's own apt uses. Nothing,
# which leaves it to mmdebstrap, if apt names none.
source_line() {
    local mirror
    mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE)' 'Created-By: Packages' 2>/dev/null |
        awk -v release="$VERSION_CODENAME" '$2 == release { print $1; exit }')
    [ -z "$mirror" ] || printf 'deb [signed-by=%s] %s %s main\n' \
        /usr/share/keyrings/debian-archive-keyring.gpg "$mirror" "$suite"
}

# What is left out: the debugger, the editor's server, documents, embedded and static runtimes.
left_out() {
    local lib=/usr/libexec/swift/lib bin=/usr/libexec/swift/bin path
    for path in /usr/share/{doc,man,locale}/\* $lib/swift/embedded/\* $lib/swift_static/\* \
        $lib/liblldb.so\* $bin/lldb\* $bin/{clangd,sourcekit-lsp,docc}; do
        printf -- '--dpkgopt=path-exclude=%s\n' "$path"
    done
}

# mmdebstrap has mount and process namespaces of its own that die with this script: killed half-way, even
# with -9, it leaves no process and no mount, only two folders that the next run removes.
fetch() {
    local stdcxx=libstdc++-14-dev options=() source
    if [ "$suite" != trixie ]; then
        # The release file of sid ends after a week; a mirror that stands still is always past that.
        stdcxx=libstdc++-15-dev options=(--aptopt='Acquire::Check-Valid-Until "false"')
    fi
    mapfile -t -O "${#options[@]}" options < <(left_out)
    source=$(source_line)
    TMPDIR=$cache/tmp setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child --mount-proc -- \
        mmdebstrap --quiet --mode=root --variant=apt --format=directory \
        --include="swiftlang,libc6-dev,$stdcxx" --aptopt='APT::Install-Recommends "false"' \
        "${options[@]}" "$suite" "$1" ${source:+"$source"}
}

# Works round one fault of each of Debian's packages.
mend() {
    local swift=$1/usr/libexec/swift
    # GNU ld, for which they are built, refuses one private symbol of libswiftObservation.so (6.0). clang looks
    # for ld beside itself first.
    printf '#!/bin/sh\nexec /usr/bin/ld --allow-shlib-undefined "$@"\n' >"$swift/bin/ld"
    chmod 755 "$swift/bin/ld"
    # 6.2.3 has the module that joins Testing and Foundation, but not its library.
    [ -e "$swift/lib/swift/linux/lib_Testing_Foundation.so" ] ||
        rm -rf "$swift/lib/swift/linux/Testing.swiftcrossimport"
}

! is_there || exit 0
need_debian
mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9 # of two at once, the second one waits and then finds it done
! is_there || exit 0
need_mmdebstrap
say "making one in $cache, once, in about a minute"
new=$cache/root.new
rm -rf --one-file-system "$new" "$cache/tmp"
mkdir "$cache/tmp"
fetch "$new" || { say "the packages did not come"; exit 1; }
mend "$new"
echo "$stamp" >"$new/etc/fernbook-swift"
rm -rf --one-file-system "$root" # an older one, kept until the new one is whole
mv "$new" "$root"
rm -rf "$cache/tmp"
