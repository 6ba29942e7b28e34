# Sourced by check.sh here and by the one of ios/, which both need a toolchain and the generated Swift. `./dev bindings`
# makes the latter first.
swift_here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=$(realpath "${CARGO_TARGET_DIR:-$swift_here/../../target}")

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
    "$swift_here/toolchain.sh" || skip "there is no toolchain here"
}

# Only what changed is copied, so that only that is compiled again.
generated() {
    local from to
    for to in Notebook/Notebook.swift NotebookFFI/NotebookFFI.h NotebookFFI/module.modulemap; do
        from=$target/bindings/swift/${to##*/} to=$swift_here/Sources/$to
        [ -e "$from" ] || { say "$from is not there: run ./dev bindings"; exit 1; }
        cmp -s "$from" "$to" || { mkdir -p "${to%/*}"; cp "$from" "$to"; }
    done
}

# Swift in the current folder, with the core of the first one named.
swift_with() {
    [ -e "$1/libnotebook.so" ] || { say "$1/libnotebook.so is not there: run ./dev bindings"; exit 1; }
    FERNBOOK_CORE=$1 "$swift_here/swiftx" -b "$1" "${@:2}"
}

# Runs the tests of the current folder; of what passes, only how much it was.
swift_tests() {
    swift_with "${FERNBOOK_CORE:-$target/debug}" test --disable-xctest -Xswiftc -warnings-as-errors 2>&1 |
        grep -vE '^(◇|✔ (Test [^ ]*\(|Suite)|↳|\[[0-9]+/)'
}
