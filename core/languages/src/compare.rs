//! Holds a translation to the English: the same messages, each with the same gaps.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

use crate::fault::Fault;
use crate::numbers::Numbers;
use crate::tongue::Tongue;

/// The gaps of a message: those whose filling is read, and those that choose between texts.
#[derive(Default)]
struct Gaps<'a> {
    shown: BTreeSet<&'a str>,
    choosing: BTreeSet<&'a str>,
}

impl<'a> Gaps<'a> {
    fn of(pattern: &'a Pattern<String>) -> Self {
        let mut gaps = Self::default();
        gaps.add(pattern);
        gaps
    }

    fn add(&mut self, pattern: &'a Pattern<String>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            match expression {
                Expression::Inline(InlineExpression::VariableReference { id }) => {
                    self.shown.insert(&id.name);
                }
                Expression::Inline(_) => {}
                Expression::Select { selector, variants } => {
                    if let InlineExpression::VariableReference { id } = selector {
                        self.choosing.insert(&id.name);
                    }
                    variants.iter().for_each(|variant| self.add(&variant.value));
                }
            }
        }
    }

    fn has(&self, gap: &str) -> bool {
        self.shown.contains(gap) || self.choosing.contains(gap)
    }
}

/// Takes out of a translation what does not fit the English, and tells of it.
pub fn hold_to(english: &Tongue, translation: &mut Tongue) {
    let mut faults = Vec::new();
    translation.messages.retain(|(pack, name), text| {
        let known = english.messages.get(&(pack.clone(), name.clone()));
        let found = match known {
            Some(original) => gaps_at_fault(name, original, text),
            None => vec![Fault::Unknown { pack: pack.clone(), name: name.clone() }],
        };
        let fits = found.is_empty();
        faults.extend(found);
        fits
    });
    translation.faults.extend(faults);
    hold_numbers_to(english.numbers.as_ref(), translation);
}

/// A number is checked in English. One that is not there (any more) may be wrong, and goes with its whole list.
fn hold_numbers_to(english: Option<&Numbers>, translation: &mut Tongue) {
    let (Some(english), Some(numbers)) = (english, &translation.numbers) else { return };
    if let Some(number) = numbers.not_among(english) {
        translation.faults.push(Fault::Numbers(format!("the English has no number {number}")));
        translation.numbers = None;
    }
}

fn gaps_at_fault(name: &str, original: &Pattern<String>, text: &Pattern<String>) -> Vec<Fault> {
    let (theirs, ours) = (Gaps::of(original), Gaps::of(text));
    let too_many = ours.shown.union(&ours.choosing).filter(|gap| !theirs.has(gap));
    let too_many = too_many.map(|gap| Fault::GapTooMany { name: name.to_owned(), gap: (*gap).to_owned() });
    // One that only chooses may have nothing to choose in another language.
    let missing = theirs.shown.iter().filter(|gap| !ours.has(gap));
    let missing = missing.map(|gap| Fault::GapMissing { name: name.to_owned(), gap: (*gap).to_owned() });
    too_many.chain(missing).collect()
}

/// The messages that a translation lacks, as `pack/name`, and the list of numbers if it lacks that.
pub fn missing(english: &Tongue, translation: &Tongue) -> Vec<String> {
    let lacks = english.messages.keys().filter(|place| !translation.messages.contains_key(*place));
    let list = english.numbers.is_some() && translation.numbers.is_none();
    let list = list.then(|| "full/numbers.toml".to_owned());
    lacks.map(|(pack, name)| format!("{pack}/{name}")).chain(list).collect()
}

/// The messages that say just what the English says: perhaps not translated yet. Not those that have no word of their own.
pub fn as_in_english(english: &Tongue, translation: &Tongue) -> Vec<String> {
    let is_same = |place, text| english.messages.get(place) == Some(text);
    let same = translation.messages.iter().filter(|(place, text)| is_same(*place, *text) && has_words(text));
    same.map(|((pack, name), _)| format!("{pack}/{name}")).collect()
}

/// Whether a message has letters beside its gaps.
fn has_words(pattern: &Pattern<String>) -> bool {
    pattern.elements.iter().any(|element| match element {
        PatternElement::TextElement { value } => value.chars().any(char::is_alphabetic),
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.iter().any(|variant| has_words(&variant.value))
        }
        PatternElement::Placeable { .. } => false,
    })
}

/// The English of what is translated: what the speaker read beside it.
pub fn read_beside(english: &Tongue, translation: &Tongue) -> Tongue {
    let mut beside = english.clone();
    beside.messages.retain(|place, _| translation.messages.contains_key(place));
    beside.numbers = beside.numbers.filter(|_| translation.numbers.is_some());
    beside
}
