//! `fernbook-bindgen LIBRARY OUT`: reads the interface out of a built library and writes `OUT/kotlin`,
//! `OUT/swift` and `OUT/python`, and `OUT/api.txt`, the listing that is compared in review.

mod listing;

use std::fs;

use anyhow::{Result, bail};
use camino::{Utf8Path, Utf8PathBuf};
use uniffi_bindgen::bindings::{GenerateOptions, TargetLanguage, generate_with_bindgen_paths};
use uniffi_bindgen::{BindgenLoader, BindgenPaths, BindgenPathsLayer, GlobalConfig};

fn main() -> Result<()> {
    let arguments: Vec<Utf8PathBuf> = std::env::args().skip(1).map(Into::into).collect();
    let [library, out] = arguments.as_slice() else {
        bail!("usage: fernbook-bindgen LIBRARY OUT");
    };
    for (language, folder) in [
        (TargetLanguage::Kotlin, "kotlin"),
        (TargetLanguage::Swift, "swift"),
        (TargetLanguage::Python, "python"),
    ] {
        generate(language, library, out.join(folder))?;
    }
    // The one name that clang looks for.
    fs::rename(out.join("swift/NotebookFFI.modulemap"), out.join("swift/module.modulemap"))?;
    fs::write(out.join("api.txt"), listing(library)?)?;
    Ok(())
}

fn generate(language: TargetLanguage, library: &Utf8Path, out_dir: Utf8PathBuf) -> Result<()> {
    let options = GenerateOptions {
        languages: vec![language],
        source: library.to_owned(),
        out_dir,
        ..GenerateOptions::default()
    };
    generate_with_bindgen_paths(options, paths())
}

fn listing(library: &Utf8Path) -> Result<String> {
    let loader = BindgenLoader::new(paths(), GlobalConfig::default());
    let metadata = loader.load_metadata(library)?;
    Ok(loader.load_cis(metadata)?.iter().map(listing::of).collect())
}

/// Where `uniffi.toml` lies: one crate has an interface, and this program lies in its folder.
struct Beside;

impl BindgenPathsLayer for Beside {
    fn get_crate_root(&self, _: &str) -> Option<Utf8PathBuf> {
        Some(Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
    }
}

fn paths() -> BindgenPaths {
    let mut paths = BindgenPaths::default();
    paths.add_layer(Beside);
    paths
}
