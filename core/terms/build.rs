//! Writes which letters belong to the scripts that search treats in ways of their own, from the Unicode tables of the crate
//! `unicode-script`: a hundred ranges, where the tables tell two thousand (docs/decisions/0015-size.md).

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use unicode_script::{Script, UnicodeScript};

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut code = String::from("static RANGES: &[(char, char, Group)] = &[\n");
    let mut open: Option<(char, char, &str)> = None;
    for c in '\0'..=char::MAX {
        match (open, group(c.script())) {
            (Some((first, _, same)), Some(group)) if same == group => open = Some((first, c, same)),
            (before, group) => {
                line(&mut code, before);
                open = group.map(|group| (c, c, group));
            }
        }
    }
    line(&mut code, open);
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("scripts.rs"), code + "];\n")
}

fn line(code: &mut String, range: Option<(char, char, &str)>) {
    if let Some((first, last, group)) = range {
        let _ = writeln!(code, "    ({first:?}, {last:?}, Group::{group}),");
    }
}

fn group(script: Script) -> Option<&'static str> {
    match script {
        Script::Han
        | Script::Hiragana
        | Script::Katakana
        | Script::Thai
        | Script::Lao
        | Script::Khmer
        | Script::Myanmar
        | Script::Tibetan => Some("Unspaced"),
        Script::Latin | Script::Greek | Script::Cyrillic | Script::Arabic | Script::Hebrew => {
            Some("DropsMarks")
        }
        _ => None,
    }
}
