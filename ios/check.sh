#!/usr/bin/env bash
# All that Linux can say about the iOS app: format, the screens against stand-ins for what only Apple has, and the
# models' tests over the real core. `./dev bindings` comes first. What it can't say: docs/building-ios.md.
#   check.sh          as ./dev test runs it
#   check.sh --fix    lets swift-format rewrite first
set -euo pipefail
cd "$(dirname "$0")"
ours=(Package.swift App Sources Tests typecheck)
. ../bindings/swift/ready.sh

# Each file of letters that the app names is fetched, and each face that the screens name is in one of them. (`./dev test`
# has fetched them.)
letters_are_there() {
    local fetched=../target/fonts/res/font name
    [ -d "$fetched" ] || { say "skipped: the letters are not there: run ./dev letters"; return; }
    for name in $(sed -nE 's/^ *- (.*\.ttf)$/\1/p' project.yml); do
        [ -e "$fetched/$name" ] || { say "$name is not among the letters"; exit 1; }
    done
    for name in $(grep -oE '"Atkinson[A-Za-z-]+"' Sources/NotebookUI/Theme.swift | tr -d '"'); do
        LC_ALL=C grep -qa "$(sed 's/./.&/g' <<<"$name")" "$fetched"/*.ttf || { say "no letters are called $name"; exit 1; }
    done
}

# What only a Mac reads: every name and text is put in, each language has what iOS says when it asks for something, and the
# privacy manifest is a property list.
for_the_mac() {
    local words texts
    ! ./project.sh print | grep -nF '${' || { say "project.sh leaves a name out"; exit 1; }
    words=$(mktemp -d)
    ./permissions.py "$words"
    texts=$(grep -cE '^"NS[A-Za-z]+UsageDescription" = ".+";$' "$words/en.lproj/InfoPlist.strings")
    rm -r "$words"
    [ "$texts" = 3 ] || { say "permissions.py leaves a text out"; exit 1; }
    letters_are_there
    python3 -c 'import plistlib; plistlib.load(open("App/PrivacyInfo.xcprivacy", "rb"))'
    bash -n xcframework.sh
}

toolchain
generated
[ "${1:-}" != --fix ] || ../bindings/swift/swiftx format -i -p -r "${ours[@]}"
../bindings/swift/swiftx format lint -s -p -r "${ours[@]}"
for_the_mac
swift_tests
python3 typecheck/mistakes.py
