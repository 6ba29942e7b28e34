//! Single messages in each language of a build, for what is outside of the program but speaks as it does.

use std::error::Error;
use std::path::Path;

use fluent_syntax::ast::{Entry, PatternElement};

use crate::build::{Choice, languages};
use crate::language::Language;

/// One message in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saying {
    /// The language's tag.
    pub tag: String,
    /// The message's name.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// What these messages, which have no gaps, say in each language; in English where a language lacks one. Fails if there
/// is no such message.
pub fn say(words: &Path, choice: Choice, names: &[String]) -> Result<Vec<Saying>, Box<dyn Error>> {
    let spoken = languages(words, choice)?;
    let english = spoken.first().ok_or("there is no English")?;
    let mut all = Vec::new();
    for language in &spoken {
        for name in names {
            let text = text_of(language, name).or_else(|| text_of(english, name));
            let text = text.ok_or_else(|| format!("there is no {name} without gaps"))?;
            all.push(Saying { tag: language.tag.clone(), name: name.clone(), text });
        }
    }
    Ok(all)
}

fn text_of(language: &Language, name: &str) -> Option<String> {
    let parsed =
        language.texts.iter().filter_map(|(_, file)| fluent_syntax::parser::parse(file.as_str()).ok());
    let message = parsed.flat_map(|file| file.body).find_map(|entry| match entry {
        Entry::Message(message) if message.id.name == name => message.value,
        _ => None,
    })?;
    let parts = message.elements.iter().map(|element| match element {
        PatternElement::TextElement { value } => Some(*value),
        PatternElement::Placeable { .. } => None,
    });
    parts.collect::<Option<String>>()
}
