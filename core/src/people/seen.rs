//! Whom she sees: clinicians, workers, places, and roles such as "any GP here". They stand among her people, with
//! what she thinks of seeing them again, which nobody else is ever shown.

use rusqlite::{Connection, Transaction};
use serde::{Deserialize, Serialize};

use super::person::{self, LONGEST_NOTE, Person, PersonText};
use super::{NO_PERSON, kept};
use crate::error::{Error, Result, Thing};
use crate::id::PersonId;

/// What they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeenAs {
    /// A doctor, nurse, midwife and the like.
    Clinician,
    /// A support worker, social worker, advocate and the like.
    Worker,
    /// A practice, hospital, chemist or service.
    Place,
    /// Whoever is there: "any GP here", "reception".
    Role,
}

/// What she keeps of someone she sees, besides a name, a number and a note.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// What they are.
    #[serde(rename = "as")]
    pub seen_as: SeenAs,
    /// The role or place that they belong to: what is chosen for that counts for them too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<PersonId>,
    /// What she thinks of seeing them again: hers alone.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub again: String,
}

impl SeenAs {
    /// Every kind there is.
    pub const ALL: [SeenAs; 4] = [SeenAs::Clinician, SeenAs::Worker, SeenAs::Place, SeenAs::Role];

    /// Its name on the command line and in a copy.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            SeenAs::Clinician => "clinician",
            SeenAs::Worker => "worker",
            SeenAs::Place => "place",
            SeenAs::Role => "role",
        }
    }
}

impl Seen {
    /// Someone of this kind, with nothing else known.
    #[must_use]
    pub fn new(seen_as: SeenAs) -> Self {
        Self { seen_as, of: None, again: String::new() }
    }

    /// The words as they are kept.
    ///
    /// # Errors
    /// [`Error::TooLarge`].
    pub fn kept(&self) -> Result<Self> {
        Ok(Self { again: kept(&self.again, LONGEST_NOTE)?, ..self.clone() })
    }
}

/// Puts someone she sees at the end of her people.
///
/// # Errors
/// [`Error::NotUnderstood`] without a name; [`Error::TooLarge`]; [`Error::NotFound`] in a plain notebook, or if nobody
/// is there whom they should belong to.
pub fn add(tx: &Transaction<'_>, text: &PersonText, seen: &Seen) -> Result<PersonId> {
    let id = person::add(tx, text)?;
    set(tx, id, Some(seen))?;
    Ok(id)
}

/// Says what someone is to her: none makes them one of her own people. Writes nothing if nothing changed.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::NotUnderstood`] if they would belong to themselves; [`Error::TooLarge`].
pub fn set(tx: &Transaction<'_>, id: PersonId, seen: Option<&Seen>) -> Result<()> {
    let seen = seen.map(Seen::kept).transpose()?;
    let before = person::get(tx, id)?;
    if before.seen == seen {
        return Ok(());
    }
    let belonged = of(&before);
    if let Some(of) = seen.as_ref().and_then(|seen| seen.of)
        && Some(of) != belonged
        && belongs_to(tx, of)?.contains(&id)
    {
        return Err(Error::NotUnderstood { what: Thing::Person });
    }
    person::write_seen(tx, id, seen.as_ref())
}

/// Says it of someone from a copy, in which whom they belong to may come later, or not at all.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::TooLarge`].
pub fn bring(tx: &Transaction<'_>, id: PersonId, seen: Option<&Seen>) -> Result<()> {
    let seen = seen.map(Seen::kept).transpose()?;
    if seen.is_none() { Ok(()) } else { person::write_seen(tx, id, seen.as_ref()) }
}

/// Those who belong to someone, each with what they are.
///
/// # Errors
/// Those of the engine.
pub fn members(conn: &Connection, id: PersonId) -> Result<Vec<(PersonId, Seen)>> {
    let member =
        |person: Person| person.seen.filter(|seen| seen.of == Some(id)).map(|seen| (person.id, seen));
    Ok(person::list(conn)?.into_iter().filter_map(member).collect())
}

/// Someone, and whom they belong to, the nearest first. What is chosen for any of them counts for the first. One that
/// is gone ends the row.
///
/// # Errors
/// [`Error::NotFound`] if the first is not there.
pub fn belongs_to(conn: &Connection, id: PersonId) -> Result<Vec<PersonId>> {
    let mut row = vec![id];
    let mut next = of(&person::get(conn, id)?);
    while let Some(id) = next.filter(|id| !row.contains(id)) {
        next = match person::get(conn, id) {
            Ok(person) => of(&person),
            Err(NO_PERSON) => break,
            Err(error) => return Err(error),
        };
        row.push(id);
    }
    Ok(row)
}

fn of(person: &Person) -> Option<PersonId> {
    person.seen.as_ref().and_then(|seen| seen.of)
}
