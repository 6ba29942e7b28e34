//! What is said on screen, from the core's own files.

use std::collections::HashMap;

use fernbook_core::screens::failure;
use fernbook_core::words::{self, Arg, BRAND, Pack, Words, key};

use crate::error::NotebookError;

/// What stands in the gap of a sentence.
#[derive(uniffi::Record)]
pub struct Gap {
    /// The gap's name.
    pub name: String,
    /// What to put in: text as it is, or a number.
    pub filling: Filling,
}

/// What a gap is filled with.
#[derive(uniffi::Enum)]
pub enum Filling {
    /// Text, put in as it is.
    Text {
        /// The text.
        text: String,
    },
    /// A number, which also chooses between "one note" and "two notes".
    Number {
        /// The number.
        number: u64,
    },
}

/// A language that can be chosen.
#[derive(uniffi::Record)]
pub struct Language {
    /// Its tag (BCP 47), such as `en` or `pt-BR`.
    pub tag: String,
    /// Its name, in itself.
    pub name: String,
    /// Whether it is written from right to left: the screen is laid out as it runs.
    pub right_to_left: bool,
}

impl From<words::Language> for Language {
    fn from(language: words::Language) -> Self {
        Self {
            tag: language.tag.to_owned(),
            name: language.name.to_owned(),
            right_to_left: language.right_to_left,
        }
    }
}

/// The languages that there are, English first. A release has those that a speaker has signed; a debug build has
/// all, and two that are made up: `en-XA`, which takes much room, and `ar-XB`, which runs from right to left.
#[uniffi::export]
pub fn languages() -> Vec<Language> {
    words::languages().iter().copied().map(Language::from).collect()
}

/// The sentences of one pack in one language.
#[derive(uniffi::Object)]
pub struct Said(Words);

#[uniffi::export]
impl Said {
    /// The sentences of `pack` in `language` (a BCP 47 tag such as `en-GB`). What that language lacks is said
    /// in English.
    #[uniffi::constructor]
    pub fn new(pack: Pack, language: String) -> Self {
        Self(Words::new(pack, &language).with_direction_marks())
    }

    /// The language that is spoken: the one asked for, or that without its region, or English.
    pub fn language(&self) -> Language {
        self.0.language().into()
    }

    /// All sentences that have no gaps, by name: one call for a whole screen.
    pub fn all(&self) -> HashMap<String, String> {
        self.0.without_gaps().map(|(name, text)| (name.to_owned(), text)).collect()
    }

    /// A sentence with its gaps filled. A name that does not exist comes back as it is; the tests of the shells
    /// see to it that none is used.
    pub fn text(&self, name: String, gaps: Vec<Gap>) -> String {
        let filled: Vec<(&str, Arg<'_>)> =
            gaps.iter().map(|gap| (gap.name.as_str(), gap.filling.arg())).collect();
        self.0.named(&name, &filled).unwrap_or(name)
    }

    /// What to say of a failure. Nothing to be said gives nothing: she stopped it herself.
    pub fn explain(&self, error: NotebookError) -> String {
        match error.of_core() {
            Some(error) => failure::text(&self.0, error),
            None => self.0.say(key::PHONE_NO_ANSWER),
        }
    }
}

impl Filling {
    fn arg(&self) -> Arg<'_> {
        match self {
            Self::Text { text } => Arg::Text(text),
            Self::Number { number } => Arg::Number(*number),
        }
    }
}

/// The name under the icon, from `brand.toml`.
#[uniffi::export]
pub fn label() -> String {
    BRAND.label.to_owned()
}
