//! Reads `brand.toml` and the English words, so that a name or a message that is missing is an error of
//! the build. Writes `words.rs`: the brand, every text file, and a constant for every message.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast::Entry;

type Outcome<T> = Result<T, Box<dyn Error>>;

const PACKS: [&str; 3] = ["shared", "full", "plain"];
const BRAND: [&str; 5] = ["label", "package", "publisher", "folder", "device_key_folder"];

fn main() -> Outcome<()> {
    let here = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    println!("cargo::rerun-if-changed=words");
    println!("cargo::rerun-if-changed=../brand.toml");
    let mut code = brand(&here.join("../brand.toml"))?;
    code += &sources(&here.join("words"))?;
    code += &keys(&here.join("words"))?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("words.rs"), code)?;
    Ok(())
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

/// Every file as (pack, language, text).
fn sources(words: &Path) -> Outcome<String> {
    let mut code = String::from("static SOURCES: &[(&str, &str, &str)] = &[\n");
    for pack in PACKS {
        for language in names_in(&words.join(pack))? {
            for file in names_in(&words.join(pack).join(&language))? {
                let path = format!("\"/words/{pack}/{language}/{file}\"");
                let text = format!("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path}))");
                writeln!(code, "    ({pack:?}, {language:?}, {text}),")?;
            }
        }
    }
    Ok(code + "];\n")
}

/// One constant for each message that every notebook has: those of `shared`, and those that both `full`
/// and `plain` define.
fn keys(words: &Path) -> Outcome<String> {
    let mut all = messages(&words.join("shared/en"))?;
    let (full, plain) = (messages(&words.join("full/en"))?, messages(&words.join("plain/en"))?);
    if let Some(odd) = full.symmetric_difference(&plain).next() {
        return Err(format!("the message {odd} is not in both packs").into());
    }
    if let Some(twice) = full.intersection(&all).next() {
        return Err(format!("the message {twice} is in a pack and shared").into());
    }
    all.extend(full);
    let mut code = String::from("/// Every message, by name.\npub mod key {\n    use super::Key;\n");
    for name in &all {
        let constant = name.replace('-', "_").to_uppercase();
        writeln!(code, "    /// `{name}`\n    pub const {constant}: Key = Key({name:?});")?;
    }
    code += "    /// All of them, in the order of their names.\n    pub const ALL: &[Key] = &[";
    all.iter().try_for_each(|name| write!(code, "Key({name:?}), "))?;
    Ok(code + "];\n}\n")
}

fn messages(folder: &Path) -> Outcome<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for file in names_in(folder)? {
        let text = fs::read_to_string(folder.join(&file))?;
        let parsed = fluent_syntax::parser::parse(text).map_err(|_| format!("{file} is not Fluent"))?;
        for entry in parsed.body {
            if let Entry::Message(message) = entry
                && !found.insert(message.id.name.clone())
            {
                return Err(format!("the message {} is there twice", message.id.name).into());
            }
        }
    }
    Ok(found)
}

fn names_in(folder: &Path) -> Outcome<BTreeSet<String>> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    Ok(entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
}
