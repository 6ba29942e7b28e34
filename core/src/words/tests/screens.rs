//! The screens say nothing but what stands in the files.

use std::fs;
use std::path::Path;

/// Texts in `android/ui` that are for the program and never for her.
const FOR_THE_PROGRAM: [&str; 17] = [
    "bar",
    "core",
    "count",
    "en",
    "no words were given",
    "audio/",
    "image/",
    "seconds",
    "voice.wav",
    "size",
    "colours",
    "closes",
    "language",
    "name",
    "row",
    "key",
    "right now",
];

/// What stands between quotes in Kotlin source, within gaps too, without what `$` puts in and without comments.
fn quoted(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in source.lines().map(str::trim).filter(|line| !is_comment(line)) {
        let mut rest = line;
        while let Some((_, after)) = rest.split_once('"') {
            let (text, behind) = after.split_at(closing(after));
            let (plain, gaps) = without_gaps(text);
            found.push(plain);
            found.extend(quoted(&gaps));
            rest = behind.get(1..).unwrap_or_default();
        }
    }
    found
}

fn is_comment(line: &str) -> bool {
    ["//", "*", "/*"].iter().any(|mark| line.starts_with(mark))
}

/// Where a text ends: at a quote that no backslash goes before, and that is in no gap.
fn closing(after: &str) -> usize {
    let (mut deep, mut escaped) = (0_usize, false);
    for (at, letter) in after.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '{' if after.get(..at).is_some_and(|before| before.ends_with('$')) || deep > 0 => deep += 1,
            '}' => deep = deep.saturating_sub(1),
            '"' if deep == 0 => return at,
            _ => {}
        }
    }
    after.len()
}

/// The text itself, and what stands in its gaps.
fn without_gaps(text: &str) -> (String, String) {
    let (mut plain, mut gaps, mut rest) = (String::new(), String::new(), text);
    while let Some((before, gap)) = rest.split_once('$') {
        plain.push_str(before);
        rest = match gap.strip_prefix('{').and_then(|inside| inside.split_once('}')) {
            Some((inside, after)) => {
                gaps = gaps + inside + " ";
                after
            }
            None => gap.trim_start_matches(|c: char| c.is_alphanumeric()),
        };
    }
    (plain + rest, gaps)
}

fn texts_outside(source: &str) -> Vec<String> {
    let said = |text: &String| text.replace("\\n", "").chars().any(char::is_alphabetic);
    let texts = quoted(source).into_iter().filter(said);
    texts.filter(|text| !FOR_THE_PROGRAM.contains(&text.as_str())).collect()
}

#[test]
fn texts_are_found_and_gaps_and_comments_are_not() {
    let shown = |source| texts_outside(source);
    assert_eq!(shown(r#"Text("Save a copy")"#), ["Save a copy"]);
    assert_eq!(shown(r#"Say("${at + 1}. $word") + Say("$count of them")"#), [" of them"]);
    assert_eq!(shown(r#"Say("${if (on) "On" else no}: \"here\"")"#), [r#": \"here\""#, "On"]);
    assert!(shown("// Say \"that\"\n * \"this\"\n private val a = \"bar\"\n Say(\" · \")").is_empty());
}

#[test]
fn no_text_on_the_screens_is_outside_the_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../android/ui");
    let mut looked_at = 0;
    let mut found: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder).expect("the screens are here") {
        let path = entry.expect("an entry").path();
        // Its names are held to the files by a test of their own.
        if path.extension().is_none_or(|end| end != "kt") || path.ends_with("Names.kt") {
            continue;
        }
        let outside = texts_outside(&fs::read_to_string(&path).expect("a source is text"));
        found.extend(outside.into_iter().map(|text| format!("{}: {text}", path.display())));
        looked_at += 1;
    }
    assert!(found.is_empty(), "put into core/words: {found:#?}");
    assert!(looked_at > 10, "only {looked_at} files");
}
