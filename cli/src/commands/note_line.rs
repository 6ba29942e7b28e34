//! A note as commands name and tell it: by the beginning of its id, its date and its label.

use fernbook_core::id::NoteId;
use fernbook_core::journal::{find, note, page};
use fernbook_core::time::{Moment, Zone};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;

use crate::context::Context;
use crate::failure::Outcome;
use crate::output::label;
use crate::{clock, json};

/// The note that an id or its beginning names.
pub fn named(notebook: &Notebook, id: &str) -> Outcome<NoteId> {
    Ok(notebook.read(|conn| find::note(conn, id))?)
}

/// Prints a note as JSON; nothing for people, who are told in words what was done.
pub fn value(context: &Context, notebook: &Notebook, id: NoteId) -> Outcome<()> {
    if !context.output.json {
        return Ok(());
    }
    let note = notebook.read(|conn| note::get(conn, id))?;
    context.output.value(&json::note(&note))
}

/// How many hex digits lists show of an id.
const ID_SIGNS: usize = 8;

/// The hex digits that lists show of an id.
pub fn short(id: NoteId) -> String {
    id.to_string().chars().take(ID_SIGNS).collect()
}

/// A date in words.
pub fn date(context: &Context, at: Moment, zone: Zone) -> String {
    context.words.date_and_time(at.local(zone))
}

/// A date in words, here where this computer is.
pub fn date_here(context: &Context, at: Moment) -> String {
    date(context, at, clock::zone())
}

/// A note of a list, on one line: date and label, never its words.
pub fn print_line(context: &Context, line: &page::NoteLine) -> Outcome<()> {
    let mut text = format!("{}  {}", short(line.id), date(context, line.at, line.zone));
    if let Some(title) = &line.title {
        text = format!("{text}  {}", label(title));
    }
    if line.pinned {
        text = format!("{text}  ({})", context.words.say(key::NOTE_MARK_PINNED));
    }
    if let Some(binned) = line.binned {
        let since = date_here(context, binned);
        text = format!("{text}  ({})", context.words.text(key::BIN_SINCE, &[("date", (&since).into())]));
    }
    context.output.line_hanging(&text, ID_SIGNS + 2)
}
