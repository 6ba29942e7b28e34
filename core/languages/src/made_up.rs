//! Two languages that no one speaks, made from the English by a rule, so that they never lack a message:
//! one that takes much room, and one that is written from right to left. The tags are those that Android
//! and others use for such languages. No release build has them.

use fluent_syntax::ast::{Expression, Pattern, PatternElement};

use crate::language::Language;
use crate::tongue::Tongue;

/// Both, made from the English, which calls itself `name`.
pub fn of(english: &Tongue, name: &str) -> [Language; 2] {
    let made = |tag: &str, rule: fn(&mut Pattern<String>)| {
        // The list of numbers is read in English where a language has none.
        let mut tongue = Tongue { numbers: None, ..english.clone() };
        tongue.messages.values_mut().for_each(rule);
        Language::new(tag, ruled(name, rule), &tongue)
    };
    [made("en-XA", lengthen), made("ar-XB", turn)]
}

fn ruled(name: &str, rule: fn(&mut Pattern<String>)) -> String {
    let mut pattern = Pattern { elements: vec![text(name.to_owned())] };
    rule(&mut pattern);
    let texts = pattern.elements.into_iter().filter_map(|element| match element {
        PatternElement::TextElement { value } => Some(value),
        PatternElement::Placeable { .. } => None,
    });
    texts.collect()
}

fn text(value: String) -> PatternElement<String> {
    PatternElement::TextElement { value }
}

/// Letters with marks on them, vowels twice, and words behind, between marks that show where it ends.
fn lengthen(pattern: &mut Pattern<String>) {
    let before = length(pattern);
    each_text(pattern, &|text| text.chars().flat_map(marked).collect());
    let behind: String = PADDING.chars().flat_map(marked).cycle().take(room_for(before)).collect();
    pattern.elements.insert(0, text("«".to_owned()));
    pattern.elements.push(text(format!("{}»", behind.trim_end())));
}

const PADDING: &str = " one two three four five six seven";

/// How many letters are put behind: short texts grow most in other languages.
fn room_for(length: usize) -> usize {
    match length {
        0..=10 => length * 2 / 3,
        11..=30 => length / 3,
        _ => length / 10,
    }
}

fn marked(letter: char) -> impl Iterator<Item = char> + Clone {
    let vowel = one_of(letter, "aeiouyAEIOUY", "åéîôûýÅÉÎÔÛÝ");
    let other = || one_of(letter, "bcdghjklnrstwzBCDGHJKLNRSTWZ", "ƀçðĝĥĵķļñŕšţŵžƁÇÐĜĤĴĶĻÑŔŠŢŴŽ");
    std::iter::repeat_n(vowel.or_else(other).unwrap_or(letter), if vowel.is_some() { 2 } else { 1 })
}

/// The sounds in Arabic letters: real ones, so that fonts join them and they run from right to left.
fn turn(pattern: &mut Pattern<String>) {
    let arabic = |letter: char| {
        let small = letter.to_ascii_lowercase();
        one_of(small, "abcdefghijklmnopqrstuvwxyz,?;", "ابكديفغهيجكلمنوبقرستوفوخيز،؟؛").unwrap_or(letter)
    };
    each_text(pattern, &|text| text.chars().map(arabic).collect());
}

fn one_of(letter: char, these: &str, those: &str) -> Option<char> {
    these.chars().zip(those.chars()).find(|(one, _)| *one == letter).map(|(_, other)| other)
}

/// Changes all text, in choices too, and leaves gaps and what chooses as they are.
fn each_text(pattern: &mut Pattern<String>, change: &impl Fn(&str) -> String) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = change(value),
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter_mut().for_each(|variant| each_text(&mut variant.value, change));
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

/// Letters of the longest form.
fn length(pattern: &Pattern<String>) -> usize {
    let of = |element: &PatternElement<String>| match element {
        PatternElement::TextElement { value } => value.chars().count(),
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.iter().map(|variant| length(&variant.value)).max().unwrap_or(0)
        }
        PatternElement::Placeable { .. } => 1,
    };
    pattern.elements.iter().map(of).sum()
}

#[cfg(test)]
mod tests;
