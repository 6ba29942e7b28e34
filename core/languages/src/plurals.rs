//! Forms that a language has for numbers and a translation does not use.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Expression, Pattern, PatternElement, Variant, VariantKey};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use crate::tongue::Tongue;

/// The numbers that notes and days come in.
const USUAL: u64 = 200;

/// What could be said better: `pack/name: few, many`. It is no fault, since a language may say the same.
pub fn unused(tag: &LanguageIdentifier, tongue: &Tongue) -> Vec<String> {
    let all = forms(tag);
    let mut told = Vec::new();
    for ((pack, name), text) in &tongue.messages {
        let mut lacking = BTreeSet::new();
        look(text, &all, &mut lacking);
        if !lacking.is_empty() {
            let lacking: Vec<&str> = lacking.into_iter().collect();
            told.push(format!("{pack}/{name}: {}", lacking.join(", ")));
        }
    }
    told
}

fn look(pattern: &Pattern<String>, all: &BTreeSet<&'static str>, lacking: &mut BTreeSet<&'static str>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression: Expression::Select { variants, .. } } = element else {
            continue;
        };
        if counts(variants) {
            lacking.extend(all.iter().filter(|form| !variants.iter().any(|variant| is(variant, form))));
        }
        variants.iter().for_each(|variant| look(&variant.value, all, lacking));
    }
}

fn counts(variants: &[Variant<String>]) -> bool {
    ["zero", "one", "two", "few", "many"].iter().any(|form| variants.iter().any(|variant| is(variant, form)))
}

fn is(variant: &Variant<String>, form: &str) -> bool {
    // What is left over is said by the starred one, whatever it is called.
    matches!(&variant.key, VariantKey::Identifier { name } if name == form)
        || form == "other" && variant.default
}

fn forms(tag: &LanguageIdentifier) -> BTreeSet<&'static str> {
    let bare = LanguageIdentifier::from_parts(tag.language, None, None, &[]);
    let known = PluralRules::get_locales(PluralRuleType::CARDINAL);
    let Some(tag) = [tag.clone(), bare].into_iter().find(|tag| known.contains(tag)) else {
        return BTreeSet::new();
    };
    let Ok(rules) = PluralRules::create(tag, PluralRuleType::CARDINAL) else { return BTreeSet::new() };
    (0..=USUAL).filter_map(|number| rules.select(number).ok()).map(name).collect()
}

fn name(form: PluralCategory) -> &'static str {
    match form {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}
