//! Whom she sees, to look over and to write of.

use rusqlite::{Connection, Transaction};

use crate::error::Result;
use crate::id::PersonId;
use crate::people::person::{self, Person, PersonText};
use crate::people::seen::{self, Seen, SeenAs};
use crate::words::{Key, Words, key};

/// Someone she sees.
#[derive(Clone, PartialEq, Eq)]
pub struct SeenLine {
    /// Its id.
    pub id: PersonId,
    /// Name, number and note, as she wrote them.
    pub text: PersonText,
    /// What they are, whom they belong to, and what she thinks of seeing them again: the last is hers alone.
    pub seen: Seen,
    /// In words: what they are.
    pub kind: String,
    /// The name of whom they belong to; none if that is nobody who is here.
    pub of: Option<String>,
}

/// All whom she sees, in her order.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) in a plain notebook.
pub fn list(conn: &Connection, words: &Words) -> Result<Vec<SeenLine>> {
    let people = person::list(conn)?;
    let name = |id: PersonId| people.iter().find(|one| one.id == id).map(|one| one.text.name.clone());
    let line = |one: &Person| {
        let seen = one.seen.clone()?;
        let (kind, of) = (words.say(kind(seen.seen_as)), seen.of.and_then(name));
        Some(SeenLine { id: one.id, text: one.text.clone(), seen, kind, of })
    };
    Ok(people.iter().filter_map(line).collect())
}

/// Writes of someone she sees; of someone new without an id.
///
/// # Errors
/// [`NotUnderstood`](crate::Error::NotUnderstood) without a name, or if they would belong to themselves;
/// [`TooLarge`](crate::Error::TooLarge); [`NotFound`](crate::Error::NotFound).
pub fn put(tx: &Transaction<'_>, id: Option<PersonId>, text: &PersonText, about: &Seen) -> Result<PersonId> {
    let Some(id) = id else { return seen::add(tx, text, about) };
    person::edit(tx, id, text)?;
    seen::set(tx, id, Some(about))?;
    Ok(id)
}

/// The name of a kind.
#[must_use]
pub fn kind(seen_as: SeenAs) -> Key {
    match seen_as {
        SeenAs::Clinician => key::SEEN_CLINICIAN,
        SeenAs::Worker => key::SEEN_WORKER,
        SeenAs::Place => key::SEEN_PLACE,
        SeenAs::Role => key::SEEN_ROLE,
    }
}
