//! How the library is linked, as a phone's is: pointers that the loader sets are listed in few bytes, and
//! names that nothing outside can reach are left out (docs/decisions/0015-size.md).

fn main() {
    println!("cargo::rustc-link-arg-cdylib=-Wl,-z,pack-relative-relocs");
    println!("cargo::rustc-link-arg-cdylib=-Wl,--discard-all");
    println!("cargo::rerun-if-changed=build.rs");
}
