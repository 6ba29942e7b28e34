//! `note add` and `note edit`.

use chrono::{NaiveDate, NaiveDateTime};
use clap::Args;
use fernbook_core::error::{Error, Thing};
use fernbook_core::journal::note::{Edit, NewNote};
use fernbook_core::journal::{draft, note as notes};
use fernbook_core::time::{Moment, Zone};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use zeroize::Zeroizing;

use super::{note_line, unsaved};
use crate::clock;
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::text_input::{self, Ask, Source, Written};

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
    let kept = notebook.read(|conn| draft::get(conn, None))?;
    let before = kept.as_ref().map_or("", |draft| &draft.text);
    let ask = Ask { before, replaces: false, command: "fernbook note add < FILE" };
    let written = text_input::read(context, &ask)?;
    if written.text.trim().is_empty() {
        return Err(Failure::NoText);
    }
    let mut new = NewNote::of_text(written.text.to_string(), at, zone);
    new.title = arguments.facts.title.or_else(|| unsaved::title(kept.as_ref(), &written));
    new.topics = arguments.facts.topic;
    new.pinned = arguments.pinned;
    let now = clock::now();
    let put_back = unsaved::still_needed(kept.as_ref(), &written);
    let id = unsaved::save(context, notebook, (None, new.title.as_deref()), &written, |notebook| {
        notebook.write(now, |tx| {
            let id = notes::add(tx, &new, now)?;
            put_back
                .map_or(Ok(()), |old| draft::save(tx, None, old.title.as_deref(), &old.text, old.saved))?;
            Ok(id)
        })
    })?;
    note_line::value(context, notebook, id)?;
    context.output.line(&context.words.say(key::NOTE_SAVED))?;
    let command = format!("fernbook note show {}", note_line::short(id));
    context.output.line(&context.words.text(key::NOTE_REDO_HOW, &[("command", (&command).into())]))
}

/// Changes a note.
pub fn edit(context: &Context, notebook: &mut Notebook, arguments: EditArguments) -> Outcome<()> {
    let id = note_line::named(notebook, &arguments.id)?;
    let old = notebook.read(|conn| notes::get(conn, id))?;
    let kept = notebook.read(|conn| draft::get(conn, Some(id)))?;
    let mut edit = arguments.edit_of_facts(old.zone)?;
    let before = kept.as_ref().map_or(&old.text, |draft| &draft.text);
    let written = if arguments.keep_text {
        Written { text: Zeroizing::default(), source: Source::Piped }
    } else {
        let ask = Ask { before, replaces: true, command: "fernbook note edit ID < FILE" };
        text_input::read(context, &ask)?
    };
    if !written.text.trim().is_empty() {
        edit.text = Some(written.text.to_string());
        edit.title = edit.title.or_else(|| unsaved::title(kept.as_ref(), &written).map(Some));
    } else if !(arguments.keep_text || arguments.changes_facts() && written.source == Source::Piped) {
        return Err(Failure::NoText);
    }
    let now = clock::now();
    let put_back = unsaved::still_needed(kept.as_ref(), &written);
    let title = edit.title.as_ref().map_or(old.title.as_deref(), Option::as_deref);
    unsaved::save(context, notebook, (Some(id), title), &written, |notebook| {
        notebook.write(now, |tx| {
            notes::edit(tx, id, &edit, now)?;
            put_back
                .map_or(Ok(()), |old| draft::save(tx, Some(id), old.title.as_deref(), &old.text, old.saved))
        })
    })?;
    note_line::value(context, notebook, id)?;
    let version = notebook.read(|conn| notes::get(conn, id))?.version;
    let said = if version == old.version { key::NOTE_SAME } else { key::NOTE_CHANGED };
    context.output.line(&context.words.say(said))
}

impl EditArguments {
    fn changes_facts(&self) -> bool {
        let facts = &self.facts;
        let any = facts.title.is_some() || facts.at.is_some() || facts.zone.is_some();
        any || !facts.topic.is_empty() || self.no_topics
    }

    /// All but the text. What can't be read is said here, before anything is written by hand.
    fn edit_of_facts(&self, old_zone: Zone) -> Outcome<Edit> {
        let facts = &self.facts;
        let zone = facts.zone()?;
        let topics = if self.no_topics {
            Some(Vec::new())
        } else {
            Some(facts.topic.clone()).filter(|topics| !topics.is_empty())
        };
        Ok(Edit {
            title: facts.title.clone().map(|title| Some(title).filter(|title| !title.trim().is_empty())),
            text: None,
            at: facts.at.as_ref().map(|at| moment(at, zone.unwrap_or(old_zone))).transpose()?,
            zone,
            topics,
        })
    }
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
