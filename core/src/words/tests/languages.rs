//! Languages beside English: which is spoken, what it lacks, how it counts.

use crate::words::*;

const POLISH: Language = Language { tag: "pl", name: "Polski", right_to_left: false };
const ARABIC: Language = Language { tag: "ar-EG", name: "العربية", right_to_left: true };

const IN_POLISH: &str = "\
topic-count = { $count ->
    [one] jedna notatka
    [few] { $count } notatki
    [many] { $count } notatek
   *[other] { $count } notatki
  }
note-saved = Zapisano.
";

const IN_ARABIC: &str = "\
topic-count = { $count ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
    [many] { $count } ملاحظة
   *[other] { $count } ملاحظة أخرى
  }
";

/// English, and a text in another language over it.
fn with(language: Language, text: &'static str) -> Vec<(&'static str, &'static str, &'static str)> {
    let english = sources().into_iter().filter(|(_, tag, _)| *tag == "en");
    english.chain([("shared", language.tag, text)]).collect()
}

fn counted(language: Language, text: &'static str, counts: &[u64]) -> Vec<String> {
    let words = Words::of(&with(language, text), Pack::Plain, language);
    counts.iter().map(|&count| words.text(key::TOPIC_COUNT, &[("count", Arg::Number(count))])).collect()
}

#[test]
fn a_language_counts_by_all_of_its_own_forms() {
    let polish = counted(POLISH, IN_POLISH, &[1, 2, 5, 12, 22, 112]);
    let form = ["jedna notatka", "2 notatki", "5 notatek", "12 notatek", "22 notatki", "112 notatek"];
    assert_eq!(polish, form);
    let arabic = counted(ARABIC, IN_ARABIC, &[0, 1, 2, 3, 11, 100]);
    let form = ["لا ملاحظات", "ملاحظة واحدة", "ملاحظتان", "3 ملاحظات", "11 ملاحظة", "100 ملاحظة أخرى"];
    assert_eq!(arabic, form);
}

#[test]
fn what_a_language_lacks_is_said_in_english() {
    let words = Words::of(&with(POLISH, IN_POLISH), Pack::Plain, POLISH);
    assert_eq!(words.say(key::NOTE_SAVED), "Zapisano.");
    assert_eq!(words.say(key::NOTE_CHANGED), "Changed.");
    assert!(words.without_gaps().all(|(_, text)| !text.is_empty()));
}

#[test]
fn what_is_asked_for_is_spoken_or_the_same_without_its_region_or_english() {
    let tag = |wanted| spoken(wanted).tag;
    for wanted in ["en", "en-GB", "EN_gb.UTF-8", "en-US-u-nu-latn", "C", "", "cy", "ar", "ar-EG", "not a tag"]
    {
        assert_eq!(tag(wanted), "en", "{wanted}");
    }
    assert_eq!(Words::new(Pack::Full, "en-GB").language(), languages()[0]);
}

/// A debug build has the made-up languages for tests; a release has none of them. This holds for the build that
/// it runs in.
#[test]
fn made_up_languages_are_in_no_release() {
    let tags: Vec<&str> = languages().iter().map(|language| language.tag).collect();
    assert_eq!(tags.first(), Some(&"en"));
    for tag in ["en-XA", "ar-XB"] {
        assert_eq!(tags.contains(&tag), cfg!(debug_assertions), "{tags:?}");
        assert_eq!(spoken(tag).tag == tag, cfg!(debug_assertions));
    }
}

#[test]
fn every_language_says_every_message() {
    let said = |pack, tag| {
        let words = Words::new(pack, tag);
        key::ALL.iter().filter(|key| words.bundle.has_message(key.0)).count()
    };
    for language in languages() {
        assert_eq!(said(Pack::Full, language.tag), key::ALL.len(), "{}", language.tag);
        // A plain notebook lacks what only a full one has, in each language.
        assert_eq!(said(Pack::Plain, language.tag), said(Pack::Plain, "en"), "{}", language.tag);
    }
}

/// A plain notebook's words in the language that was asked for when it was made.
#[test]
fn the_plant_notes_are_in_her_language() {
    let said = |tag| plant_notes(&Words::new(Pack::Plain, tag)).into_iter().map(|note| note.text);
    for language in languages().iter().filter(|language| language.tag != "en") {
        let translated = sources().iter().any(|(pack, tag, text)| {
            *pack == "shared" && *tag == language.tag && text.contains("plant-one-text")
        });
        assert_eq!(said(language.tag).ne(said("en")), translated, "{}", language.tag);
    }
}
