//! How the library is linked for a phone: pointers that the loader sets are listed in few bytes, and names
//! that nothing outside can reach are left out (docs/decisions/0015-size.md).

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let system = std::env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    let packed = match system.as_str() {
        "linux" => "-Wl,-z,pack-relative-relocs",
        "android" => "-Wl,--pack-dyn-relocs=android",
        _ => return,
    };
    println!("cargo::rustc-link-arg-cdylib={packed}");
    println!("cargo::rustc-link-arg-cdylib=-Wl,--discard-all");
}
