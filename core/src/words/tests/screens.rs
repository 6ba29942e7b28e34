//! The screens say nothing but what stands in the files.

use std::fs;
use std::path::{Path, PathBuf};

/// Texts in `ios/Sources` that are for the program and never for her.
const FOR_THE_PROGRAM_OF_AN_IPHONE: [&str; 30] = [
    "C",
    "L",
    "M",
    "Q",
    "T",
    "Z",
    "AtkinsonHyperlegibleNext-Medium",
    "AtkinsonHyperlegibleNext-Regular",
    "key",
    "row",
    "RIFF",
    "WAVEfmt ",
    "audio/",
    "chosen.age",
    "circle",
    "closes",
    "colours",
    "core",
    "data",
    "en",
    "image/",
    "language",
    "largecircle.fill.circle",
    "name",
    "notebook.age",
    "notebook.zip",
    "outside",
    "screen",
    "size",
    "voice.wav",
];

/// Texts in `android/ui` that are for the program and never for her.
const FOR_THE_PROGRAM: [&str; 32] = [
    "notebook.age",
    "notebook.zip",
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
    "weekday",
    "day",
    "month",
    "year",
    "place",
    "cover",
    "date",
    "minutes",
    "what",
    "value",
    "%02d",
    "T",
    "T09:00",
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

/// Swift's `\(gap)` as Kotlin's `${gap}`.
fn with_gaps_as_in_kotlin(source: &str) -> String {
    let (mut all, mut deep) = (String::new(), Vec::new());
    let mut letters = source.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, deep.last_mut()) {
            ('\\', _) if letters.next_if_eq(&'(').is_some() => {
                deep.push(0_usize);
                all.push_str("${");
            }
            (')', Some(0)) => {
                deep.pop();
                all.push('}');
            }
            (bracket @ ('(' | ')'), Some(open)) => {
                *open = if bracket == '(' { *open + 1 } else { *open - 1 };
                all.push(bracket);
            }
            (other, _) => all.push(other),
        }
    }
    all
}

/// Texts with letters in this source, but for those that are for the program.
fn texts_outside(source: &str, for_the_program: &[&str]) -> Vec<String> {
    let said = |text: &String| text.replace("\\n", "").chars().any(char::is_alphabetic);
    let texts = quoted(source).into_iter().filter(said);
    texts.filter(|text| !for_the_program.contains(&text.as_str())).collect()
}

#[test]
fn texts_are_found_and_gaps_and_comments_are_not() {
    let shown = |source| texts_outside(source, &FOR_THE_PROGRAM);
    assert_eq!(shown(r#"Text("Save a copy")"#), ["Save a copy"]);
    assert_eq!(shown(r#"Say("${at + 1}. $word") + Say("$count of them")"#), [" of them"]);
    assert_eq!(shown(r#"Say("${if (on) "On" else no}: \"here\"")"#), [r#": \"here\""#, "On"]);
    assert!(shown("// Say \"that\"\n * \"this\"\n private val a = \"bar\"\n Say(\" · \")").is_empty());
}

#[test]
fn gaps_of_swift_are_read_as_those_of_kotlin() {
    let shown = |source| texts_outside(&with_gaps_as_in_kotlin(source), &FOR_THE_PROGRAM_OF_AN_IPHONE);
    assert_eq!(shown(r#"Text(verbatim: "Save a copy")"#), ["Save a copy"]);
    assert_eq!(shown(r#"Say("\((at + 1).formatted()) of them")"#), [" of them"]);
    assert_eq!(shown(r#"Say("\(on ? "On" : "")\n") + Say("\(name).")"#), ["On"]);
    assert!(shown(r#"Image(systemName: on ? "circle" : "")"#).is_empty());
}

/// All sources of this folder that end so, but for the names, which tests of their own hold to the files.
fn sources_in(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).expect("the screens are here").map(|entry| entry.expect("an entry").path());
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = entries.partition(|path| path.is_dir());
    let is_names = |path: &PathBuf| {
        path.file_stem().is_some_and(|name| name.to_string_lossy().ends_with("Names") || name == "Name")
    };
    let ours =
        files.into_iter().filter(|path| path.extension().is_some_and(|end| end == ending) && !is_names(path));
    ours.chain(folders.iter().flat_map(|folder| sources_in(folder, ending))).collect()
}

fn hold_to_the_files(folder: &str, ending: &str, outside: impl Fn(&str) -> Vec<String>) {
    let sources = sources_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), ending);
    assert!(sources.len() > 10, "only {} files", sources.len());
    let found = sources.iter().flat_map(|path| {
        let texts = outside(&fs::read_to_string(path).expect("a source is text"));
        texts.into_iter().map(move |text| format!("{}: {text}", path.display()))
    });
    let found: Vec<String> = found.collect();
    assert!(found.is_empty(), "put into core/words: {found:#?}");
}

#[test]
fn no_text_on_the_screens_is_outside_the_files() {
    hold_to_the_files("../android/ui", "kt", |source| texts_outside(source, &FOR_THE_PROGRAM));
}

#[test]
fn no_text_on_the_screens_of_an_iphone_is_outside_the_files() {
    let outside =
        |source: &str| texts_outside(&with_gaps_as_in_kotlin(source), &FOR_THE_PROGRAM_OF_AN_IPHONE);
    hold_to_the_files("../ios/Sources", "swift", outside);
}
