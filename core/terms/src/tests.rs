use proptest::prelude::*;

use super::*;

fn of(text: &str) -> Vec<(String, &str)> {
    let mut found = Vec::new();
    let _ = walk(text, &mut |term, range| {
        found.push((term.to_ascii_lowercase(), &text[range]));
        ControlFlow::Continue(())
    });
    found
}

fn words(text: &str) -> Vec<String> {
    of(text).into_iter().map(|(term, _)| term).collect()
}

#[test]
fn case_accents_and_strokes_fold_away() {
    assert_eq!(
        words("Zoë STRAßE Łódź Ærø Ἀθῆναι ΟΔΟΣ Ёлка ﬁn İı"),
        ["zoe", "strasse", "lodz", "aero", "αθηναι", "οδοσ", "елка", "fin", "ii"]
    );
    assert_eq!(words("أحمد كـتـاب مُحَمَّد ٣ ٱلله"), ["احمد", "كتاب", "محمد", "3", "الله"]);
    assert_eq!(words("שָׁלוֹם שׁלום"), ["שלום", "שלום"]);
}

#[test]
fn apostrophes_and_hyphens_split() {
    assert_eq!(
        words("don't don’t well-known ʼn x_y"),
        ["don", "t", "don", "t", "well", "known", "n", "x", "y"]
    );
}

#[test]
fn unspaced_scripts_give_a_term_a_character_with_their_marks() {
    assert_eq!(words("我爱2024北京"), ["我", "爱", "2024", "北", "京"]);
    assert_eq!(words("ที่นี่"), ["ที่", "นี่"]);
    assert_ne!(words("ที่"), words("ที"));
    assert_eq!(words("ｶﾞｰ"), words("ガー"));
}

#[test]
fn half_a_syllable_of_hangul_begins_the_whole() {
    assert!(words("한국")[0].starts_with(&words("하")[0]));
    assert!(words("한국")[0].starts_with(&words("ㅎ")[0]));
}

#[test]
fn ranges_point_into_the_text_as_written() {
    let found = of("¿Café? ½ ok");
    assert_eq!(found[0], ("cafe".to_string(), "Café"));
    assert_eq!(found[1], ("1".to_string(), "½"));
    assert_eq!(found[3], ("ok".to_string(), "ok"));
    assert_eq!(of("e\u{301}t")[0].1, "e\u{301}t");
}

#[test]
fn an_endless_run_is_cut() {
    let terms = words(&"á".repeat(10_000));
    assert!(terms.iter().all(|term| term.len() <= LONGEST));
    assert_eq!(terms.concat().len(), 10_000);
    assert!(words(&format!("ก{}", "\u{e49}".repeat(100_000)))[0].len() < 3 * LONGEST);
}

#[test]
fn names_compare_without_case_accents_and_spacing() {
    assert_eq!(fold("  Café  Bar "), fold("CAFE\u{301} bar"));
    assert_ne!(fold("🌱"), fold("🌻"));
}

/// Each character by the general rules, ASCII too.
fn one_by_one(text: &str) -> Vec<(String, &str)> {
    let mut found = Vec::new();
    let mut each = |term: &str, range: Range<usize>| {
        found.push((term.to_string(), &text[range]));
        ControlFlow::Continue(())
    };
    let mut run = Run::default();
    for (at, c) in text.char_indices() {
        let _ = run.take(c, at, &mut each);
    }
    let _ = run.close(&mut each);
    found
}

#[test]
fn plain_gaps_are_gaps_by_the_tables_too() {
    for c in (char::MIN..='\u{ffff}').filter(|c| is_plain_gap(*c)) {
        assert!(parts(c).into_iter().all(|part| matches!(kind(part), Kind::Gap)), "{c:?}");
    }
}

proptest! {
    #[test]
    fn plain_words_taken_at_once_are_as_taken_one_by_one(text in "[a-cA-C0-9 .é\u{301}ก北ß-]{0,40}") {
        prop_assert_eq!(of(&text), one_by_one(&text));
        let long = text.repeat(40);
        prop_assert_eq!(of(&long), one_by_one(&long));
    }

    #[test]
    fn terms_are_plain_ordered_and_stable(text in "\\PC{0,60}") {
        let found = of(&text);
        let mut last = 0;
        let _ = walk(&text, &mut |term, range| {
            assert!(!term.is_empty() && range.start >= last && range.end <= text.len());
            assert!(term.bytes().all(|b| b >= 128 || b.is_ascii_alphanumeric()));
            last = range.start;
            ControlFlow::Continue(())
        });
        let again: Vec<_> = found.iter().flat_map(|(term, _)| words(term)).collect();
        prop_assert_eq!(found.into_iter().map(|(term, _)| term).collect::<Vec<_>>(), again);
    }
}
