#!/usr/bin/env bash
# Puts the letters of the screens, and their licence, into target/fonts/res: laid out as Android's resources, so that
# Gradle, resources.py and the preview take the same folder. npm holds what it fetches to package-lock.json.
set -euo pipefail
cd "$(dirname "$0")/.."
from=$PWD/typeface into=$PWD/target/fonts
if cmp -s "$from/package-lock.json" "$into/package-lock.json"; then exit; fi

rm -rf "$into"
mkdir -p "$into/npm" "$into/res/font" "$into/res/raw"
cp "$from/package.json" "$from/package-lock.json" "$into/npm/"
npm ci --prefix "$into/npm" --ignore-scripts --no-audit --no-fund --loglevel=error >&2
package=$into/npm/node_modules/@expo-google-fonts/atkinson-hyperlegible-next
for weight in 400Regular 500Medium 700Bold; do
    name=$(printf '%s' "${weight#???}" | tr '[:upper:]' '[:lower:]')
    cp "$package/$weight/AtkinsonHyperlegibleNext_$weight.ttf" "$into/res/font/atkinson_$name.ttf"
done
cp "$package/LICENSE_FONT" "$into/res/raw/atkinson_licence.txt"
rm -r "$into/npm"
# Last, so that what was broken off is done again.
cp "$from/package-lock.json" "$into/"
