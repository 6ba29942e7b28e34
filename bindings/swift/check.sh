#!/usr/bin/env bash
# Compiles the generated Swift and tests it against the real core. `./dev bindings` makes both first.
#   check.sh          format, whether each call is in a test, tests
#   check.sh --fix    lets swift-format rewrite first
#   check.sh speed    times a page of 50 against the release library, as one line of JSON
# FERNBOOK_CORE is the folder of libnotebook.so, if it is not target/debug (for speed: target/release).
set -euo pipefail
cd "$(dirname "$0")"
target=$(realpath "${CARGO_TARGET_DIR:-../../target}")
made=$target/bindings/swift
ours=(Package.swift Sources/SpeedReport Tests)

say() { printf '%s\n' "$*" >&2; }

# What can't run here is no failure, but in CI it is.
skip() {
    say "skipped: Swift: $*"
    [ "${CI:-}" = true ] && exit 1
    exit 0
}

toolchain() {
    [ "$(uname -s)" = Linux ] || skip "this check is for Linux; on a Mac, use Xcode"
    [ "$(id -u)" = 0 ] || skip "only root can use a chroot"
    ./toolchain.sh || skip "there is no toolchain here"
}

# Only what changed is copied, so that only that is compiled again.
generated() {
    local from to
    for to in Notebook/Notebook.swift NotebookFFI/NotebookFFI.h NotebookFFI/module.modulemap; do
        from=$made/${to##*/} to=Sources/$to
        [ -e "$from" ] || { say "$from is not there: run ./dev bindings"; exit 1; }
        cmp -s "$from" "$to" || { mkdir -p "${to%/*}"; cp "$from" "$to"; }
    done
}

# Swift with the core of this folder.
swift_with() {
    [ -e "$1/libnotebook.so" ] || { say "$1/libnotebook.so is not there: run ./dev bindings"; exit 1; }
    FERNBOOK_CORE=$1 ./swiftx -b "$1" "${@:2}"
}

# Every call of the interface is made by a test.
all_called() {
    local name missing=()
    for name in $(sed -nE 's/^ *(open|public) func ([a-z]\w*)\(.*/\2/p' Sources/Notebook/Notebook.swift | sort -u); do
        case $name in uniffi*) continue ;; esac
        grep -qrE --include="*.swift" "\b$name\(" Tests || missing+=("$name")
    done
    [ ${#missing[@]} = 0 ] || { say "no test calls: ${missing[*]}"; exit 1; }
}

check() {
    [ "${1:-}" != --fix ] || ./swiftx format -i -p -r "${ours[@]}"
    ./swiftx format lint -s -p -r "${ours[@]}"
    all_called
    # Of what passes, only how much it was.
    swift_with "${FERNBOOK_CORE:-$target/debug}" test --disable-xctest -Xswiftc -warnings-as-errors 2>&1 |
        grep -vE '^(◇|✔ (Test [^ ]*\(|Suite)|↳|\[[0-9]+/)'
}

toolchain
generated
case ${1:-} in
    speed) swift_with "${FERNBOOK_CORE:-$target/release}" run --quiet -c release speed ;;
    *) check "$@" ;;
esac
