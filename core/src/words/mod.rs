//! Everything said to people, in Fluent files under `core/words` by pack and language: `shared` is
//! said in and outside any notebook, `full` and `plain` define the same messages each in its own way.
//! A message is named by a constant made at build time ([`key`]), so that a missing one can't be built.

mod date;
mod language;
mod numbers;
mod plants;
mod when;

pub use language::{Language, languages, spoken};
pub use numbers::{Numbers, Service};
pub use plants::{PlantNote, plant_filling, plant_notes};

use std::sync::{Arc, LazyLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use unic_langid::LanguageIdentifier;

use crate::packed;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// All texts, one after the other.
static TEXTS: LazyLock<String> =
    LazyLock::new(|| packed::text(include_bytes!(concat!(env!("OUT_DIR"), "/words.deflate"))));

/// A text as (pack, language, text).
type Source = (&'static str, &'static str, &'static str);

/// Every text.
fn sources() -> Vec<Source> {
    let mut from = 0;
    let one = |&(pack, tag, length)| {
        let text = TEXTS.get(from..from + length).unwrap_or_default();
        from += length;
        (pack, tag, text)
    };
    SOURCES.iter().map(one).collect()
}

/// What the outside of the program is called; shares no word with the project's own name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brand {
    /// The name under the icon.
    pub label: &'static str,
    /// The package's id, in reverse order of domains.
    pub package: &'static str,
    /// Who publishes it.
    pub publisher: &'static str,
    /// The folder for notebooks, under the platform's place for data.
    pub folder: &'static str,
    /// The folder for this device's key, under the platform's place for state.
    pub device_key_folder: &'static str,
}

/// The name of a message; only the constants of [`key`] exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key(&'static str);

impl Key {
    /// Its name in the files of the words, by which a phrase is kept that she picked.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0
    }
}

/// Which of the co-written packs of words and lists a notebook speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pack {
    /// Her own notebook.
    #[default]
    Full,
    /// A plain notebook: words of plants and gardens, none of health.
    Plain,
}

impl Pack {
    fn name(self) -> &'static str {
        match self {
            Pack::Full => "full",
            Pack::Plain => "plain",
        }
    }
}

/// What stands in the gap of a message.
#[derive(Clone, Copy)]
pub enum Arg<'a> {
    /// Text put in as it is.
    Text(&'a str),
    /// A number, which also chooses between "one note" and "two notes".
    Number(u64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(text)
    }
}

impl From<u64> for Arg<'_> {
    fn from(number: u64) -> Self {
        Arg::Number(number)
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Arg::Number(number.into())
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(number as u64)
    }
}

/// The words of one pack in one language.
pub struct Words {
    bundle: FluentBundle<Arc<FluentResource>>,
    /// What the bundle was made of: it does not tell which messages it has.
    resources: Vec<Arc<FluentResource>>,
    language: Language,
}

impl Words {
    /// The words of `pack` in the language that is [`spoken`] where `language` is asked for. What that language
    /// lacks is said in English. Nothing marks the direction of what is put into a message; see
    /// [`Words::with_direction_marks`].
    #[must_use]
    pub fn new(pack: Pack, language: &str) -> Self {
        Self::of(&sources(), pack, spoken(language))
    }

    fn of(sources: &[Source], pack: Pack, language: Language) -> Self {
        // English that stands in for another language counts as English does.
        let counting: LanguageIdentifier = language.tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![counting]);
        bundle.set_use_isolating(false);
        let mut resources = Vec::new();
        for tag in ["en", language.tag] {
            let ours = sources.iter().filter(|(of, tongue, _)| *tongue == tag && of_pack(of, pack));
            resources.extend(ours.map(|(_, _, text)| Arc::new(resource(text))));
        }
        resources.iter().for_each(|resource| bundle.add_resource_overriding(Arc::clone(resource)));
        Self { bundle, resources, language }
    }

    /// The language that is spoken.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The same words with Unicode's isolation marks around what is put in, so that text of another
    /// direction doesn't turn a sentence round. For screens; many terminals show the marks as boxes.
    #[must_use]
    pub fn with_direction_marks(mut self) -> Self {
        self.bundle.set_use_isolating(true);
        self
    }

    /// The message `key` with its gaps filled by name.
    #[must_use]
    pub fn text(&self, key: Key, args: &[(&str, Arg<'_>)]) -> String {
        let text = self.named(key.0, args);
        debug_assert!(text.is_some(), "there is no message {}", key.0);
        text.unwrap_or_else(|| key.0.to_owned())
    }

    /// The message of this name with its gaps filled; none if this pack has no such message. For shells in other
    /// languages, whose tests see to it that their names exist.
    #[must_use]
    pub fn named(&self, name: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(name)?.value()?;
        let mut filled = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match *arg {
                Arg::Text(text) => FluentValue::from(text),
                Arg::Number(number) => FluentValue::from(number),
            };
            filled.set((*name).to_owned(), value);
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&filled), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "the message {name} lacks something");
        Some(text)
    }

    /// All messages that have no gaps, by name. One that two languages say comes twice, the same.
    pub fn without_gaps(&self) -> impl Iterator<Item = (&str, String)> {
        let entries = self.resources.iter().flat_map(|resource| resource.entries());
        entries.filter_map(|entry| {
            let Entry::Message(message) = entry else { return None };
            let pattern = self.bundle.get_message(message.id.name)?.value()?;
            let mut errors = Vec::new();
            let text = self.bundle.format_pattern(pattern, None, &mut errors).into_owned();
            errors.is_empty().then_some((message.id.name, text))
        })
    }

    /// The message `key`, which has no gaps.
    #[must_use]
    pub fn say(&self, key: Key) -> String {
        self.text(key, &[])
    }
}

fn of_pack(source: &str, pack: Pack) -> bool {
    source == "shared" || source == pack.name()
}

/// A file that is not whole still gives the messages that are; the tests read every file.
fn resource(text: &str) -> FluentResource {
    FluentResource::try_new(text.to_owned()).unwrap_or_else(|(whole, _)| whole)
}

#[cfg(test)]
mod tests;
