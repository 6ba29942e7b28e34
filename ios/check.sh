#!/usr/bin/env bash
# All that Linux can say about the iOS app: format, names, the screens against stand-ins for what only Apple has, and the
# models' tests over the real core. `./dev bindings` comes first.
#   check.sh          as ./dev test runs it
#   check.sh --fix    lets swift-format rewrite first
set -euo pipefail
cd "$(dirname "$0")"
ours=(Package.swift Sources Tests typecheck)
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

toolchain
generated
[ "${1:-}" != --fix ] || ../bindings/swift/swiftx format -i -p -r "${ours[@]}"
../bindings/swift/swiftx format lint -s -p -r "${ours[@]}"
all_names_used
no_text_outside
swift_tests
python3 typecheck/mistakes.py
