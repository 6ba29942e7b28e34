#!/usr/bin/env bash
# All that Linux can say about the iOS app: format, names, the screens against stand-ins for what only Apple has, and the
# models' tests over the real core. `./dev bindings` comes first. What it can't say: docs/building-ios.md.
#   check.sh          as ./dev test runs it
#   check.sh --fix    lets swift-format rewrite first
set -euo pipefail
cd "$(dirname "$0")"
ours=(Package.swift App Sources Tests typecheck)
. ../bindings/swift/ready.sh

# A name of something to say that no screen says is no use.
all_names_used() {
    local name unused=()
    for name in $(sed -nE 's/^  case (\w+).*/\1/p' Sources/NotebookApp/Name.swift); do
        grep -qrE --include='*.swift' --exclude=Name.swift "\.$name\b" Sources || unused+=("$name")
    done
    [ ${#unused[@]} = 0 ] || { say "Name.swift has what no screen says: ${unused[*]}"; exit 1; }
}

# No text stands in a screen: words come by name, and what is left has no letters.
no_text_outside() {
    local found
    found=$(grep -rnE --include='*.swift' '(Text\((verbatim: )?|Say\(|Heading\(|WordButton\(|Page\()"[^"\\]*[[:alpha:]]' Sources || true)
    [ -z "$found" ] || { say "a screen has text of its own: $found"; exit 1; }
}

# What only a Mac reads: every name of brand.toml is put in, and the privacy manifest is a property list.
for_the_mac() {
    ! ./project.sh print | grep -nF '${' || { say "project.sh leaves a name out"; exit 1; }
    python3 -c 'import plistlib; plistlib.load(open("App/PrivacyInfo.xcprivacy", "rb"))'
    bash -n xcframework.sh
}

toolchain
generated
[ "${1:-}" != --fix ] || ../bindings/swift/swiftx format -i -p -r "${ours[@]}"
../bindings/swift/swiftx format lint -s -p -r "${ours[@]}"
all_names_used
no_text_outside
for_the_mac
swift_tests
python3 typecheck/mistakes.py
