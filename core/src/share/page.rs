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
    /// In one language alone: English, where it is there.
    fn in_one(&self) -> Said {
        Said { here: self.english.clone().unwrap_or_else(|| self.here.clone()), english: None }
    }

    /// Both, English first: it is for whoever reads it in a surgery.
    #[must_use]
    pub fn both(&self) -> String {
        match &self.english {
            Some(english) => format!("{english} / {}", self.here),
            None => self.here.clone(),
        }
    }
}

impl Entry {
    fn in_one(&self) -> Entry {
        Entry { label: self.label.as_ref().map(Said::in_one), words: self.words.in_one() }
    }
}

impl Words {
    fn in_one(&self) -> Words {
        match self {
            Words::Hers(text) => Words::Hers(text.clone()),
            Words::Said(said) => Words::Said(said.in_one()),
        }
    }

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
    /// The same page without a second language.
    pub(super) fn in_one_language(&self) -> Page {
        let block = |block: &Block| Block {
            part: block.part,
            heading: block.heading.in_one(),
            lines: block.lines.iter().map(Entry::in_one).collect(),
        };
        Page {
            language: self.language,
            form: self.form,
            first: self.first.as_ref().map(Said::in_one),
            opening: self.opening.iter().map(Said::in_one).collect(),
            blocks: self.blocks.iter().map(block).collect(),
            written: self.written.as_ref().map(Said::in_one),
            about_choices: self.about_choices.in_one(),
        }
    }

    /// Whether nothing of hers is on it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}
