#!/usr/bin/env bash
# Makes Notebook.xcodeproj, on a Mac with XcodeGen, after `../dev letters`: the names that are seen from outside come from ../brand.toml, and what
# iOS says when it asks for something from core/words (permissions.py).
#   project.sh          writes the project
#   project.sh print    only prints what XcodeGen would read, on any machine
set -euo pipefail
cd "$(dirname "$0")"

brand() {
    local value
    value=$(sed -nE "s/^$1 = \"(.*)\"\$/\1/p" ../brand.toml)
    [ -n "$value" ] || { echo "brand.toml has no $1" >&2; exit 1; }
    printf '%s' "$value"
}

BRAND_LABEL=$(brand label) BRAND_PACKAGE=$(brand package) BRAND_FOLDER=$(brand folder)
WHY_CAMERA=$(./permissions.py NSCameraUsageDescription)
WHY_MICROPHONE=$(./permissions.py NSMicrophoneUsageDescription)
WHY_FACE=$(./permissions.py NSFaceIDUsageDescription)
names=(BRAND_LABEL BRAND_PACKAGE BRAND_FOLDER WHY_CAMERA WHY_MICROPHONE WHY_FACE)
export "${names[@]}"

case ${1:-} in
    print)
        text=$(<project.yml)
        for name in "${names[@]}"; do text=${text//"\${$name}"/"${!name}"}; done
        printf '%s\n' "$text"
        ;;
    *)
        [ -d ../target/fonts/res ] || { echo "The letters are not there: run ../dev letters" >&2; exit 1; }
        rm -rf .xcode/words
        ./permissions.py .xcode/words
        xcodegen generate --spec project.yml
        ;;
esac
