//! Her own people and her words for hard moments, into a copy and back. What is here stays as it is: a
//! person who differs comes in beside the one here, a text that differs comes in as a note. A plain
//! notebook has no place for them but notes, so there they come in as notes.

use rusqlite::{Connection, Transaction};

use super::record::{Head, PersonRecord, RightNowRecord};
use super::restore::{Restored, find, first_bytes};
use crate::crypto::digest::Sha256;
use crate::error::{Error, Result};
use crate::id::{ID_BYTES, NoteId, PersonId};
use crate::journal::note::{self, NewNote};
use crate::journal::tombstone::is_buried;
use crate::people::own_words::{self, OwnWords};
use crate::people::person::{self, Person, PersonText};
use crate::people::seen::{self, Seen};
use crate::people::{self};
use crate::time::{Moment, Zone};

/// All that a notebook has of it; nothing of a plain one.
pub(super) fn of(conn: &Connection) -> Result<(Vec<PersonRecord>, RightNowRecord)> {
    if people::is_plain(conn)? {
        return Ok((Vec::new(), RightNowRecord::default()));
    }
    let record = |one: person::Person| {
        let PersonText { name, number, note } = one.text;
        PersonRecord { id: one.id, name, number, note, seen: one.seen }
    };
    let people = person::list(conn)?.into_iter().map(record).collect();
    let words = own_words::get(conn, OwnWords::Words)?;
    let helps = own_words::get(conn, OwnWords::Helps)?;
    Ok((people, RightNowRecord { words, helps }))
}

/// What becomes of a person of the copy.
enum Fate {
    Comes(PersonId),
    Here,
    DeletedHere,
}

/// What a copy brings besides its notes.
pub(super) struct Bringing<'a> {
    /// The notebook as it is.
    pub conn: &'a Connection,
    /// Where to write, and when; none only counts.
    pub writing: Option<(&'a Transaction<'a>, Moment)>,
    /// When, for choices that have an end.
    pub now: Moment,
    /// What comes in.
    pub tally: &'a mut Restored,
}

impl Bringing<'_> {
    /// Brings all of it.
    pub fn bring(&mut self, head: &Head) -> Result<()> {
        let is_plain = people::is_plain(self.conn)?;
        for record in &head.people {
            let (text, seen) = as_kept(record)?;
            if is_plain {
                self.person_as_note(&text, head)?
            } else {
                self.person(record.id, &text, seen.as_ref())?
            }
        }
        for which in OwnWords::BOTH {
            let text = match which {
                OwnWords::Words => &head.right_now.words,
                OwnWords::Helps => &head.right_now.helps,
            };
            self.own_words(which, &own_words::clean(text)?, is_plain, head)?;
        }
        Ok(())
    }

    fn person(&mut self, id: PersonId, text: &PersonText, seen: Option<&Seen>) -> Result<()> {
        match self.fate(id, text, seen)? {
            Fate::Here => Ok(()),
            Fate::DeletedHere => self.stays_gone(),
            Fate::Comes(id) => {
                self.tally.people += 1;
                let Some((tx, _)) = self.writing else { return Ok(()) };
                person::bring(tx, id, text)?;
                seen::bring(tx, id, seen)
            }
        }
    }

    fn fate(&self, id: PersonId, text: &PersonText, seen: Option<&Seen>) -> Result<Fate> {
        if is_buried(self.conn, id.0)? {
            return Ok(Fate::DeletedHere);
        }
        match living(self.conn, id)? {
            None => Ok(Fate::Comes(id)),
            Some(here) if here.text == *text && here.seen.as_ref() == seen => Ok(Fate::Here),
            Some(_) => {
                let id = derive_person_id(id, text, seen);
                if is_buried(self.conn, id.0)? {
                    return Ok(Fate::DeletedHere);
                }
                Ok(if living(self.conn, id)?.is_some() { Fate::Here } else { Fate::Comes(id) })
            }
        }
    }

    /// Under which id a person of the copy stands beside the one here, who differs; none if they don't.
    pub(super) fn beside(&self, record: &PersonRecord) -> Result<Option<PersonId>> {
        let (text, seen) = as_kept(record)?;
        let differs = |here: &Person| here.text != text || here.seen != seen;
        if !living(self.conn, record.id)?.as_ref().is_some_and(differs) {
            return Ok(None);
        }
        let beside = derive_person_id(record.id, &text, seen.as_ref());
        Ok((!is_buried(self.conn, beside.0)?).then_some(beside))
    }

    pub(super) fn stays_gone(&mut self) -> Result<()> {
        self.tally.deleted_here += 1;
        Ok(())
    }

    fn own_words(&mut self, which: OwnWords, text: &str, is_plain: bool, head: &Head) -> Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        let here = if is_plain { None } else { Some(own_words::get(self.conn, which)?) };
        match here {
            Some(here) if here == text => Ok(()),
            Some(here) if here.is_empty() => self.where_none_is(which, text),
            _ => self.note(&[which.name(), text], None, text.to_owned(), head),
        }
    }

    /// Words that she took out here stay gone, as a note that she deleted does.
    fn where_none_is(&mut self, which: OwnWords, text: &str) -> Result<()> {
        if own_words::is_taken_out(self.conn, which)? {
            return self.stays_gone();
        }
        self.tally.own_words += 1;
        self.writing.map_or(Ok(()), |(tx, _)| own_words::set(tx, which, text))
    }

    fn person_as_note(&mut self, text: &PersonText, head: &Head) -> Result<()> {
        let lines = [text.number.as_str(), text.note.as_str()];
        let body: Vec<&str> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        let parts = ["person", &text.name, &text.number, &text.note];
        self.note(&parts, Some(text.name.clone()), body.join("\n"), head)
    }

    /// A note dated as the copy is, under an id that is always the same for the same words.
    pub(super) fn note(
        &mut self,
        parts: &[&str],
        title: Option<String>,
        text: String,
        head: &Head,
    ) -> Result<()> {
        let id = derive_note_id(parts);
        if is_buried(self.conn, id.0)? {
            return self.stays_gone();
        }
        if find(self.conn, id)?.is_some() {
            return Ok(());
        }
        self.tally.new += 1;
        let Some((tx, now)) = self.writing else { return Ok(()) };
        let new = NewNote { id: Some(id), title, ..NewNote::of_text(text, head.made, Zone::UTC) };
        note::insert(tx, &new, now).map(drop)
    }
}

fn as_kept(record: &PersonRecord) -> Result<(PersonText, Option<Seen>)> {
    let PersonRecord { name, number, note, .. } = record.clone();
    let text = PersonText { name, number, note }.kept().map_err(of_copy)?;
    let seen = record.seen.as_ref().map(Seen::kept).transpose().map_err(of_copy)?;
    Ok((text, seen))
}

/// A person without a name was not written by this program.
fn of_copy(error: Error) -> Error {
    match error {
        Error::NotUnderstood { .. } => Error::Damaged { part: crate::error::Part::Copy },
        error => error,
    }
}

fn living(conn: &Connection, id: PersonId) -> Result<Option<Person>> {
    match person::get(conn, id) {
        Ok(person) => Ok(Some(person)),
        Err(Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

fn derive_person_id(id: PersonId, text: &PersonText, seen: Option<&Seen>) -> PersonId {
    let mut sha = Sha256::default();
    sha.field(b"fernbook: person beside, 1");
    sha.field(&id.0);
    [&text.name, &text.number, &text.note].into_iter().for_each(|part| sha.field(part.as_bytes()));
    if let Some(Seen { seen_as, of, again }) = seen {
        sha.field(seen_as.name().as_bytes());
        sha.field(&of.map_or([0; ID_BYTES], |of| of.0));
        sha.field(again.as_bytes());
    }
    PersonId(first_bytes(sha))
}

fn derive_note_id(parts: &[&str]) -> NoteId {
    let mut sha = Sha256::default();
    sha.field(b"fernbook: own words as note, 1");
    parts.iter().for_each(|part| sha.field(part.as_bytes()));
    NoteId(first_bytes(sha))
}
