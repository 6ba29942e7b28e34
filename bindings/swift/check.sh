#!/usr/bin/env bash
# Compiles the generated Swift and tests it against the real core. `./dev bindings` makes both first.
#   check.sh          format, whether each call is in a test, tests
#   check.sh --fix    lets swift-format rewrite first
#   check.sh speed    times a page of 50 against the release library, as one line of JSON
# FERNBOOK_CORE is the folder of libnotebook.so, if it is not target/debug (for speed: target/release).
set -euo pipefail
cd "$(dirname "$0")"
ours=(Package.swift Sources/SpeedReport Tests)

. ./ready.sh

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
    swift_tests
}

toolchain
generated
case ${1:-} in
    speed) swift_with "${FERNBOOK_CORE:-$target/release}" run --quiet -c release speed ;;
    *) check "$@" ;;
esac
