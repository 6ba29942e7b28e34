//! Her card, to write and to look over.

use rusqlite::{Connection, Transaction};

use crate::card::fields::Card;
use crate::card::phrase::List;
use crate::card::store;
use crate::consent::receipt;
use crate::error::Result;
use crate::id::SectionId;
use crate::time::{Moment, Zone};
use crate::words::{Key, Words};

/// A phrase that can be picked.
#[derive(Clone, PartialEq, Eq)]
pub struct PhraseChoice {
    /// Its name, as it is kept on the card.
    pub name: &'static str,
    /// In words.
    pub text: String,
}

/// The card and all that the page shows of it.
#[derive(Clone, PartialEq, Eq)]
pub struct CardPage {
    /// What stands on it; an empty one if she wrote none.
    pub card: Card,
    /// The day on which she last changed it, in words; none if she wrote none.
    pub written: Option<String>,
    /// Whether there is a change to take back.
    pub can_undo: bool,
}

/// The card as the page shows it.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) in a plain notebook.
pub fn page(conn: &Connection, words: &Words) -> Result<CardPage> {
    let written = store::get(conn)?;
    let day = written.as_ref().map(|written| words.date(written.at.local(written.zone)));
    let card = written.map(|written| written.card).unwrap_or_default();
    Ok(CardPage { card, written: day, can_undo: store::can_take_back(conn)? })
}

/// Writes the card anew. What she took out of it as a section goes out of receipts as well.
///
/// # Errors
/// Those of [`store::put`].
pub fn put(tx: &Transaction<'_>, card: &Card, at: Moment, zone: Zone) -> Result<()> {
    store::put(tx, card, at, zone)?;
    forget_sections(tx)
}

/// Takes the last change back; once more, and it is done again.
///
/// # Errors
/// Those of [`store::take_back`].
pub fn take_back(tx: &Transaction<'_>) -> Result<()> {
    store::take_back(tx)?;
    forget_sections(tx)
}

fn forget_sections(tx: &Transaction<'_>) -> Result<()> {
    let card = store::get(tx)?.map(|written| written.card).unwrap_or_default();
    let left: Vec<SectionId> = card.sections.iter().map(|section| section.id).collect();
    receipt::forget_sections(tx, &left)
}

/// The phrases of a list, to pick from.
#[must_use]
pub fn phrases(words: &Words, list: List) -> Vec<PhraseChoice> {
    let choice = |&phrase: &Key| PhraseChoice { name: phrase.name(), text: words.say(phrase) };
    list.phrases().iter().map(choice).collect()
}
