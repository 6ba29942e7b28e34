//! Reads `brand.toml` and the words, so that a name or a message that is missing is an error of the build.
//! Writes `words.rs`: the brand, every language that this build speaks, its texts, and a constant for every
//! message. A release speaks English and what is signed (docs/translating.md). Packs the texts, and the zones of the IANA
//! database.

#[path = "build/pictures.rs"]
mod pictures;
#[path = "build/zones.rs"]
mod zones;

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
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut code = brand(&here.join("../brand.toml"))? + &listing(&spoken)? + &sources(&spoken, &out)?;
    code += &keys(&words)?;
    code += &numbers(&spoken)?;
    fs::write(out.join("words.rs"), code)?;
    fs::write(out.join("pictures.rs"), pictures::table(&here.join("pictures"))?)?;
    zones::write(&out)
}

/// One DEFLATE stream (RFC 1951).
fn packed(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut stream = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    stream.write_all(bytes)?;
    Ok(stream.finish()?)
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

/// Every text as (pack, language, length in bytes); the texts themselves one after the other, packed to a third.
fn sources(spoken: &[Language], out: &Path) -> Outcome<String> {
    let (mut code, mut all) = (String::from("static SOURCES: &[(&str, &str, usize)] = &[\n"), String::new());
    for Language { tag, texts, .. } in spoken {
        for (pack, text) in texts {
            writeln!(code, "    ({pack:?}, {tag:?}, {}),", text.len())?;
            all += text;
        }
    }
    fs::write(out.join("words.deflate"), packed(all.as_bytes())?)?;
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
    code +=
        "    /// All of them, in the order of their names.\n    #[cfg(test)]\n    pub const ALL: &[Key] = &[";
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
