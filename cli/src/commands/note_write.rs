//! `note add` and `note edit`.

use chrono::{NaiveDate, NaiveDateTime};
use clap::Args;
use fernbook_core::error::{Error, Thing};
use fernbook_core::journal::note::{Edit, NewNote};
use fernbook_core::journal::{draft, note as notes};
use fernbook_core::time::{Moment, Zone};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;

use super::note;
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::{clock, text_input};

/// What `note add` takes.
#[derive(Args)]
pub struct AddArguments {
    #[command(flatten)]
    facts: Facts,
    /// Keep the note at the top of the list
    #[arg(long)]
    pinned: bool,
}

/// What `note edit` takes.
#[derive(Args)]
pub struct EditArguments {
    /// The id of the note, or its beginning
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    facts: Facts,
    /// Take all topics away
    #[arg(long, conflicts_with = "topic")]
    no_topics: bool,
    /// Leave the text as it is
    #[arg(long)]
    keep_text: bool,
}

#[derive(Args)]
struct Facts {
    /// A title (an empty one takes it away)
    #[arg(long)]
    title: Option<String>,
    /// A topic; may be given more than once
    #[arg(long)]
    topic: Vec<String>,
    /// When it was, by the clock on the wall: 2026-12-01 or 2026-12-01T09:10
    #[arg(long, value_name = "DATE")]
    at: Option<String>,
    /// The time zone, such as Europe/London
    #[arg(long)]
    zone: Option<String>,
}

/// Writes a new note.
pub fn add(context: &Context, notebook: &mut Notebook, arguments: AddArguments) -> Outcome<()> {
    let zone = arguments.facts.zone()?.unwrap_or_else(clock::zone);
    let at = match &arguments.facts.at {
        Some(text) => moment(text, zone)?,
        None => clock::now(),
    };
    let before = notebook.read(|conn| draft::get(conn, None))?.map_or_else(String::new, |draft| draft.text);
    let text = text_input::read(context, &before, "fernbook note add < FILE")?;
    if text.trim().is_empty() {
        return Err(Failure::NoText);
    }
    let mut new = NewNote::of_text(text.to_string(), at, zone);
    new.title = arguments.facts.title;
    new.topics = arguments.facts.topic;
    new.pinned = arguments.pinned;
    let now = clock::now();
    let id = notebook.write(now, |tx| notes::add(tx, &new, now))?;
    note::value(context, notebook, id)?;
    context.output.line(&context.words.say(key::NOTE_SAVED))?;
    let command = format!("fernbook note show {}", note::short(id));
    context.output.line(&context.words.text(key::NOTE_REDO_HOW, &[("command", (&command).into())]))
}

/// Changes a note.
pub fn edit(context: &Context, notebook: &mut Notebook, arguments: EditArguments) -> Outcome<()> {
    let id = note::named(notebook, &arguments.id)?;
    let old = notebook.read(|conn| notes::get(conn, id))?;
    let facts = arguments.facts;
    let zone = facts.zone()?;
    let text = if arguments.keep_text {
        None
    } else {
        let kept = notebook.read(|conn| draft::get(conn, Some(id)))?;
        let before = kept.map_or_else(|| old.text.clone(), |draft| draft.text);
        Some(text_input::read(context, &before, "fernbook note edit ID < FILE")?)
    };
    if text.as_ref().is_some_and(|text| text.trim().is_empty()) {
        return Err(Failure::NoText);
    }
    let topics =
        if arguments.no_topics { Some(Vec::new()) } else { Some(facts.topic).filter(|t| !t.is_empty()) };
    let edit = Edit {
        title: facts.title.map(|title| Some(title).filter(|title| !title.trim().is_empty())),
        text: text.map(|text| text.to_string()),
        at: facts.at.map(|at| moment(&at, zone.unwrap_or(old.zone))).transpose()?,
        zone,
        topics,
    };
    let now = clock::now();
    notebook.write(now, |tx| notes::edit(tx, id, &edit, now))?;
    note::value(context, notebook, id)?;
    let version = notebook.read(|conn| notes::get(conn, id))?.version;
    let said = if version == old.version { key::NOTE_SAME } else { key::NOTE_CHANGED };
    context.output.line(&context.words.say(said))
}

impl Facts {
    fn zone(&self) -> Outcome<Option<Zone>> {
        Ok(self.zone.as_deref().map(Zone::parse).transpose()?)
    }
}

/// A date alone means noon: no zone then moves it to another day in what is shown.
fn moment(text: &str, zone: Zone) -> Outcome<Moment> {
    if let Ok(at) = Moment::parse(text) {
        return Ok(at);
    }
    let text = text.trim();
    let with_time = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S"];
    let exact = with_time.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    let noon = || NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_hms_opt(12, 0, 0);
    let local = exact.or_else(noon).ok_or(Error::NotUnderstood { what: Thing::Date })?;
    Ok(zone.moment_of(local)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_give_them() {
        let london = Zone::parse("Europe/London").unwrap();
        let read = |text| moment(text, london).map(Moment::to_rfc3339);
        assert_eq!(read("2026-07-01T09:10").unwrap(), "2026-07-01T08:10:00Z");
        assert_eq!(read(" 2026-12-01 ").unwrap(), "2026-12-01T12:00:00Z");
        assert_eq!(read("1660-01-01 10:00:00").unwrap(), "1660-01-01T10:01:15Z");
        assert_eq!(read("2026-12-01T09:10:00+02:00").unwrap(), "2026-12-01T07:10:00Z");
        for wrong in ["", "tomorrow", "2026-13-01", "2026-02-30", "0000-01-01", "99999-01-01"] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
