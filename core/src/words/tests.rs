mod iphone;
mod languages;
mod screens;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::{Arg, Pack};
use super::{BRAND, NUMBERS, Service, Words, key, plant_notes, sources};

/// A message with each of its choices spelled out, and its gaps left open.
struct Said {
    key: String,
    pack: &'static str,
    text: String,
}

fn every_message() -> Vec<Said> {
    let mut all = Vec::new();
    // How hard another language is to read is for those who speak it to say (docs/translating.md).
    for (pack, _, text) in sources().into_iter().filter(|(_, language, _)| *language == "en") {
        let parsed = fluent_syntax::parser::parse(text).expect("every file is whole");
        for entry in &parsed.body {
            match entry {
                Entry::Message(message) => {
                    let value = message.value.as_ref().expect("a message has a text");
                    all.extend(spelled_out(value).into_iter().map(|text| Said {
                        key: message.id.name.to_owned(),
                        pack,
                        text,
                    }));
                }
                Entry::Junk { .. } => panic!("a file is not whole"),
                _ => {}
            }
        }
    }
    all
}

/// What is said of each number of the list. Its name is a name, and an address on the net no word.
fn every_number() -> Vec<Said> {
    let is_word = |word: &&str| !word.trim_end_matches('.').contains(['.', '@']);
    let plain = |text: &str| text.split(' ').filter(is_word).collect::<Vec<_>>().join(" ");
    let of = |one: &Service| {
        let (key, texts) = (one.name.to_owned(), [Some(one.place), Some(one.who), one.open, one.other]);
        let said = |text: &str| Said { key: key.clone(), pack: "full", text: plain(text) };
        texts.into_iter().flatten().map(said).collect::<Vec<_>>()
    };
    NUMBERS.iter().flat_map(|(_, list)| list.services).flat_map(of).collect()
}

#[test]
fn what_only_a_full_notebook_says_is_not_said_in_a_plain_one() {
    let (full, plain) = (Words::new(Pack::Full, "en"), Words::new(Pack::Plain, "en"));
    assert_eq!(full.named("numbers-title", &[]).as_deref(), Some("Numbers"));
    assert_eq!(plain.named("numbers-title", &[]), None);
    let mut all = plain.without_gaps();
    assert!(all.all(|(name, _)| !name.starts_with("numbers-") && !name.starts_with("right-now-")));
}

fn spelled_out(pattern: &Pattern<&str>) -> Vec<String> {
    let mut texts = vec![String::new()];
    for element in &pattern.elements {
        let parts = match element {
            PatternElement::TextElement { value } => vec![(*value).to_owned()],
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter().flat_map(|variant| spelled_out(&variant.value)).collect()
            }
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                assert!(matches!(inline, InlineExpression::VariableReference { .. }));
                vec!["it".to_owned()]
            }
        };
        texts = texts.iter().flat_map(|text| parts.iter().map(move |part| format!("{text}{part}"))).collect();
        texts.truncate(128);
    }
    texts
}

fn sentences(text: &str) -> Vec<Vec<String>> {
    let cut = text.split(['.', ':', '?', '\n']);
    let words = |part: &str| -> Vec<String> {
        part.split_whitespace()
            .map(|word| word.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_lowercase())
            .filter(|word| !word.is_empty())
            .collect()
    };
    cut.map(words).filter(|words| !words.is_empty()).collect()
}

/// Groups of vowels, without a silent e at the end: right for nearly all common English words.
fn syllables(word: &str) -> usize {
    let vowel = |c: char| "aeiouy".contains(c);
    let chars: Vec<char> = word.chars().collect();
    let starts = chars.iter().enumerate().filter(|&(at, &c)| vowel(c) && (at == 0 || !vowel(chars[at - 1])));
    let groups = starts.count();
    let silent =
        (word.ends_with('e') && !word.ends_with("le")) || word.ends_with("ed") && !word.ends_with("ted");
    groups.saturating_sub(usize::from(silent && groups > 1)).max(1)
}

/// The school grade of Flesch and Kincaid: 6 is an age of 11.
fn grade(sentences: &[Vec<String>]) -> f64 {
    let words: usize = sentences.iter().map(Vec::len).sum();
    let beats: usize = sentences.iter().flatten().map(|word| syllables(word)).sum();
    let (words, count, beats) = (words as f64, sentences.len() as f64, beats as f64);
    0.39 * words / count + 11.8 * beats / words - 15.59
}

#[test]
fn syllables_are_counted_as_people_say_them() {
    for (word, count) in [("note", 1), ("notebook", 2), ("recovery", 4), ("opened", 2), ("deleted", 3)] {
        let near = syllables(word).abs_diff(count);
        assert!(near <= 1, "{word} is {}", syllables(word));
    }
    let hard = sentences("Authentication unsuccessful: insufficient authorisation credentials supplied.");
    assert!(grade(&hard) > 12.0);
}

#[test]
fn every_sentence_can_be_read_at_nine_to_eleven() {
    let hard: Vec<String> = every_message().iter().chain(&every_number()).filter_map(too_hard).collect();
    assert!(hard.is_empty(), "{}", hard.join("\n"));
}

fn too_hard(said: &Said) -> Option<String> {
    let sentences = sentences(&said.text);
    let longest = sentences.iter().map(Vec::len).max().unwrap_or(0);
    if longest > 18 {
        return Some(format!("{} has a sentence of {longest} words", said.key));
    }
    // On a few words the formula says nothing; there, no word may be long.
    let words: usize = sentences.iter().map(Vec::len).sum();
    if words >= 8 && grade(&sentences) > 6.0 {
        return Some(format!("{} is of grade {:.1}", said.key, grade(&sentences)));
    }
    // The last two are the words that she will hear at a practice.
    let known = |word: &str| ["recovery", "january", "february", "interpreter", "community"].contains(&word);
    let long = sentences.iter().flatten().find(|word| !known(word) && syllables(word) > 3)?;
    Some(format!("{} says {long}", said.key))
}

#[test]
fn a_sentence_is_kind_and_without_jargon() {
    const BANNED: [&str; 26] = [
        "vault",
        "grant",
        "consent",
        "receipt",
        "relay",
        "revoke",
        "session",
        "authenticate",
        "invalid",
        "failed",
        "failure",
        "victim",
        "patient",
        "user",
        "users",
        "keyring",
        "encrypted",
        "database",
        "passphrase",
        "credentials",
        "metadata",
        "abort",
        "illegal",
        "forbidden",
        "fernbook",
        "error",
    ];
    for said in every_message().into_iter().chain(every_number()) {
        assert!(!said.text.contains('!'), "{} shouts", said.key);
        assert!(!said.text.to_lowercase().contains("phone visit"), "{}", said.key);
        for word in sentences(&said.text).iter().flatten() {
            assert!(!BANNED.contains(&word.as_str()), "{} says {word}", said.key);
        }
    }
}

/// All that can be read before a notebook is opened, and in a plain one.
#[test]
fn nothing_outside_a_full_notebook_speaks_of_health() {
    const HEALTH: [&str; 30] = [
        "health",
        "doctor",
        "gp",
        "nurse",
        "clinic",
        "clinician",
        "hospital",
        "surgery",
        "medicine",
        "medicines",
        "therapy",
        "therapist",
        "trauma",
        "abuse",
        "violence",
        "appointment",
        "pain",
        "pill",
        "pills",
        "sick",
        "illness",
        "symptom",
        "symptoms",
        "mental",
        "mood",
        "safe",
        "safety",
        "care",
        "worker",
        "support",
    ];
    // "What was saved is safe" speaks of a disk.
    let of_disk = ["error-no-space", "error-internal", "check-bad", "phone-no-space"];
    for said in every_message().iter().filter(|said| said.pack != "full") {
        for word in sentences(&said.text).iter().flatten() {
            let fine = word == "safe" && of_disk.contains(&said.key.as_str());
            assert!(fine || !HEALTH.contains(&word.as_str()), "{} says {word}", said.key);
        }
    }
}

#[test]
fn the_brand_shares_no_word_with_the_project() {
    let outside = [BRAND.label, BRAND.package, BRAND.publisher, BRAND.folder, BRAND.device_key_folder]
        .map(str::to_lowercase);
    for word in ["fern", "bridging", "gaps", "trauma", "health", "safe", "diary", "journal", "vault"] {
        assert!(outside.iter().all(|name| !name.contains(word)), "{word}");
    }
}

fn sources_of(folder: &Path, ending: &str, into: &mut String) {
    for entry in fs::read_dir(folder).expect("the sources are here") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources_of(&path, ending, into);
        } else if path.extension().is_some_and(|end| end == ending) {
            into.push_str(&fs::read_to_string(&path).expect("a source is text"));
        }
    }
}

/// The names that `android/ui` gives to the messages it says: each `const val NAME = "name"` there.
fn names_on_android() -> BTreeSet<String> {
    let mut sources = String::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    sources_of(&root.join("android/ui"), "kt", &mut sources);
    let constants = sources.lines().filter_map(|line| line.trim().strip_prefix("const val "));
    let named = constants.filter_map(|rest| {
        let (constant, name) = rest.split_once(" = \"")?;
        let name = name.strip_suffix('"')?;
        // One that is never used is no use.
        let used = sources.contains(&format!("Names.{constant}"));
        (used && name.replace('-', "_").to_uppercase() == constant).then(|| name.to_owned())
    });
    named.collect()
}

#[test]
fn the_screens_name_only_what_is_there() {
    let there: BTreeSet<String> = key::ALL.iter().map(|key| key.0.to_owned()).collect();
    let missing: Vec<String> = names_on_android().difference(&there).cloned().collect();
    assert!(missing.is_empty(), "not in core/words: {missing:?}");
}

#[test]
fn every_message_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut sources = String::new();
    for folder in ["core/src", "cli/src", "bindings/src"] {
        sources_of(&root.join(folder), "rs", &mut sources);
    }
    let used: BTreeSet<&str> = sources
        .split("key::")
        .skip(1)
        .filter_map(|rest| {
            rest.split(|c: char| !(c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')).next()
        })
        .collect();
    let (on_android, on_iphone) = (names_on_android(), iphone::names_on_iphone());
    let unused: BTreeSet<String> = every_message()
        .into_iter()
        .map(|said| said.key)
        .filter(|key| !on_android.contains(key) && !on_iphone.contains(key))
        .filter(|key| !used.contains(key.replace('-', "_").to_uppercase().as_str()))
        .collect();
    assert!(unused.is_empty(), "never said: {unused:?}");
}

#[test]
fn numbers_choose_the_right_form() {
    let words = Words::new(Pack::Full, "en-GB");
    assert_eq!(words.text(key::ERROR_WAIT, &[("seconds", Arg::Number(1))]), "You can try again in 1 second.");
    assert_eq!(
        words.text(key::ERROR_WAIT, &[("seconds", Arg::Number(40))]),
        "You can try again in 40 seconds."
    );
}

#[test]
fn packs_speak_differently_and_marks_come_by_choice() {
    let args = [("command", Arg::Text("x"))];
    let (full, plain) = (Words::new(Pack::Full, "en"), Words::new(Pack::Plain, "en"));
    assert_ne!(full.text(key::NOTES_EMPTY, &args), plain.text(key::NOTES_EMPTY, &args));
    assert!(!plain.text(key::NOTES_EMPTY, &args).contains('\u{2068}'));
    let marked = plain.with_direction_marks();
    assert!(marked.text(key::NOTES_EMPTY, &args).contains("\u{2068}x\u{2069}"));
}

#[test]
fn an_unknown_language_is_said_in_english() {
    assert_eq!(Words::new(Pack::Full, "cy").say(key::NOTE_SAVED), "Saved.");
    assert_eq!(Words::new(Pack::Full, "no such tag").say(key::NOTE_SAVED), "Saved.");
}

#[test]
fn a_plain_notebook_begins_with_five_dated_plant_notes() {
    let notes = plant_notes(&Words::new(Pack::Plain, "en"));
    assert_eq!(notes.len(), 5);
    assert!(notes.iter().all(|note| !note.title.is_empty() && note.minute < 24 * 60 && note.days_ago > 0));
}

#[test]
fn a_shell_asks_by_name_and_gets_all_that_has_no_gap() {
    let words = Words::new(Pack::Full, "en");
    assert_eq!(words.named("error-locked", &[]).as_deref(), Some("Locked. Put in your PIN to go on."));
    assert_eq!(words.named("no-such-name", &[]), None);
    let all: std::collections::BTreeMap<_, _> = words.without_gaps().collect();
    assert_eq!(all["error-wrong-pin"], "That PIN is not right.");
    assert!(!all.contains_key("error-wait") && all.values().all(|text| !text.contains('{')));
}

#[test]
fn english_that_stands_in_for_another_language_counts_as_english_does() {
    let said =
        |language| Words::new(Pack::Full, language).text(key::TOPIC_COUNT, &[("count", Arg::Number(0))]);
    assert_eq!(said("fr"), said("en"), "in French nothing is one of them");
}
