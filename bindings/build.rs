//! How the library is linked for a phone: pointers that the loader sets are listed in few bytes, names that
//! nothing outside can reach are left out, and what came out alike is kept once (docs/decisions/0015-size.md).

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let said = |name| std::env::var(name).unwrap_or_default();
    let (system, processor) = (said("CARGO_CFG_TARGET_OS"), said("CARGO_CFG_TARGET_ARCH"));
    let packed = match system.as_str() {
        "linux" => "-Wl,-z,pack-relative-relocs",
        "android" => "-Wl,--pack-dyn-relocs=android",
        _ => return Ok(()),
    };
    println!("cargo::rustc-link-arg-cdylib={packed}");
    println!("cargo::rustc-link-arg-cdylib=-Wl,--discard-all");
    // Code for the phones is written from the library that is not released.
    if said("PROFILE") == "release" {
        println!("cargo::rustc-link-arg-cdylib=-Wl,-T,{}", without_descriptions(&said("OUT_DIR"))?);
    }
    // Of the linkers only lld knows this: Android's, and what Rust links with on this one desktop.
    if system == "android" || processor == "x86_64" {
        println!("cargo::rustc-link-arg-cdylib=-Wl,--icf=safe");
    }
    Ok(())
}

/// Writes for the linker what to leave out: what the library tells UniFFI's generator of each of its calls, 70 KB.
/// Answers where.
///
/// # Errors
/// What writing gives.
fn without_descriptions(folder: &str) -> std::io::Result<String> {
    let place = format!("{folder}/without-descriptions.ld");
    std::fs::write(&place, "SECTIONS { /DISCARD/ : { *(.rodata.UNIFFI_META_*) } } INSERT AFTER .text;\n")?;
    Ok(place)
}
