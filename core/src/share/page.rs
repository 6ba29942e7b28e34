//! A page for someone: what is on it, before any way of showing it. Every text on it is inert ([`super::inert`]).

use crate::consent::grant::Form;
use crate::consent::what::Part;
use crate::words::Language;

/// All that is on it, in its order.
#[derive(Clone, PartialEq, Eq)]
pub struct Page {
    /// Her language: that of her words, and of the headings beside English.
    pub language: Language,
    /// Which form it is.
    pub form: Form,
    /// The very first line of a page that may be filed; her own, or the usual one. None if she wants none.
    pub first: Option<Said>,
    /// What whoever reads it has to know first.
    pub opening: Vec<Said>,
    /// The parts.
    pub blocks: Vec<Block>,
    /// When the card was written, if any of it is here.
    pub written: Option<Said>,
    /// That her choices are about this page alone.
    pub about_choices: Said,
}

/// One part of the page.
#[derive(Clone, PartialEq, Eq)]
pub struct Block {
    /// Which.
    pub part: Part,
    /// What stands over it.
    pub heading: Words,
    /// What it says.
    pub lines: Vec<Entry>,
}

/// A line of a part, with a few words before it where it needs them.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// What the line is, such as "Number".
    pub label: Option<Said>,
    /// What it says.
    pub words: Words,
}

/// Whose words they are.
#[derive(Clone, PartialEq, Eq)]
pub enum Words {
    /// Hers.
    Hers(String),
    /// Those of the program.
    Said(Said),
}

/// Words of the program: in her language, and in English too where that is another.
#[derive(Clone, PartialEq, Eq)]
pub struct Said {
    /// In her language.
    pub here: String,
    /// In English.
    pub english: Option<String>,
}

impl Said {
    /// Both, English first: it is for whoever reads it in a surgery.
    #[must_use]
    pub fn both(&self) -> String {
        match &self.english {
            Some(english) => format!("{english} / {}", self.here),
            None => self.here.clone(),
        }
    }
}

impl Words {
    /// The words as plain text.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Words::Hers(text) => text.clone(),
            Words::Said(said) => said.both(),
        }
    }
}

impl Page {
    /// Whether nothing of hers is on it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}
