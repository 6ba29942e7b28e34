#!/usr/bin/env bash
# Builds the core for iPhones and for the simulator, on a Mac with Xcode, and puts it and its Swift where the packages look:
#   bindings/swift/NotebookFFI.xcframework, bindings/swift/Sources/Notebook
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$(uname -s)" = Darwin ] || { echo "xcframework.sh: only a Mac with Xcode can build for iOS" >&2; exit 1; }
export IPHONEOS_DEPLOYMENT_TARGET=17.0
target=${CARGO_TARGET_DIR:-target}
made=$target/bindings swift=bindings/swift

# The library for one kind of phone. Only a static one can be in an app without a framework of its own.
build() {
    rustup target add "$1"
    cargo rustc --release -p fernbook-bindings --target "$1" --crate-type staticlib
}

build aarch64-apple-ios
build aarch64-apple-ios-sim

# The interface is read out of a library of this Mac.
cargo build -p fernbook-bindings
cargo build -p fernbook-bindgen
"$target/debug/fernbook-bindgen" "$target/debug/libnotebook.dylib" "$made"

headers=$target/xcframework-headers
rm -rf "$headers" "$swift/NotebookFFI.xcframework"
mkdir -p "$headers" "$swift/Sources/Notebook"
cp "$made/swift/NotebookFFI.h" "$made/swift/module.modulemap" "$headers"
cp "$made/swift/Notebook.swift" "$swift/Sources/Notebook"
xcodebuild -create-xcframework \
    -library "$target/aarch64-apple-ios/release/libnotebook.a" -headers "$headers" \
    -library "$target/aarch64-apple-ios-sim/release/libnotebook.a" -headers "$headers" \
    -output "$swift/NotebookFFI.xcframework"
