#!/usr/bin/env bash
# All that Linux can say about the iOS app: format, and the models' tests over the real core. `./dev bindings` comes first.
#   check.sh          as ./dev test runs it
#   check.sh --fix    lets swift-format rewrite first
set -euo pipefail
cd "$(dirname "$0")"
ours=(Package.swift Sources Tests)
. ../bindings/swift/ready.sh

toolchain
generated
[ "${1:-}" != --fix ] || ../bindings/swift/swiftx format -i -p -r "${ours[@]}"
../bindings/swift/swiftx format lint -s -p -r "${ours[@]}"
swift_tests
