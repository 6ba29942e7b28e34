//! `visit add`, `edit`, `after`, `cancel`, `remove` and `undo`.

use clap::Args;
use fernbook_core::error::{Error, Thing};
use fernbook_core::id::VisitId;
use fernbook_core::journal::find;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::visits::after::After;
use fernbook_core::visits::visit::{Status, Visit};
use fernbook_core::visits::{change, earlier, occurrence, store};
use fernbook_core::words::{Key, key};
use serde_json::json;

use super::{Which, fields::Fields, value};
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::{clock, questions};

/// Examples for `--help`.
pub const AFTER_EXAMPLES: &str = "Examples:
  fernbook visit after 3f2a --said 'She listened' --next 'Blood test, ring on Friday'
  fernbook visit after 3f2a --note 91c0";

/// What `visit edit` takes.
#[derive(Args)]
pub struct EditArguments {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    fields: Fields,
}

/// What `visit after` takes.
#[derive(Args)]
pub struct AfterArguments {
    #[command(flatten)]
    which: Which,
    /// What was said, or a word of yours
    #[arg(long)]
    said: Option<String>,
    /// What comes next
    #[arg(long)]
    next: Option<String>,
    /// The id of a note that belongs to it
    #[arg(long, value_name = "NOTE")]
    note: Option<String>,
}

/// What `visit cancel` takes.
#[derive(Args)]
pub struct CancelArguments {
    #[command(flatten)]
    which: Which,
    /// It is not called off after all
    #[arg(long)]
    back: bool,
}

/// What `visit remove` takes.
#[derive(Args)]
pub struct RemoveArguments {
    #[command(flatten)]
    which: Which,
    /// Leave nothing to take back: its words are gone from the notebook at once
    #[arg(long)]
    for_good: bool,
}

/// Puts down a new date.
pub fn add(context: &Context, notebook: &mut Notebook, fields: &Fields) -> Outcome<()> {
    let mut visit = Visit { zone: clock::zone(), ..Visit::default() };
    fields.put_into(&mut visit)?;
    let id = notebook.write(clock::now(), |tx| store::add(tx, &visit))?;
    kept(context, notebook, id, key::VISIT_KEPT)
}

/// Changes a date, or a single one of those that come again.
pub fn edit(context: &Context, notebook: &mut Notebook, arguments: &EditArguments) -> Outcome<()> {
    let id = arguments.which.of(notebook)?;
    let mut visit = notebook.read(|conn| store::get(conn, id))?.visit;
    let Some(day) = arguments.which.only else {
        arguments.fields.put_into(&mut visit)?;
        return put(context, notebook, id, visit);
    };
    if !arguments.fields.has_only_a_time() {
        return Err(Failure::Usage("fernbook visit edit --help"));
    }
    let one = occurrence::named(&visit, day).ok_or(Error::NotFound { what: Thing::Visit })?;
    let when = arguments.fields.when(one.when)?;
    notebook.write(clock::now(), |tx| change::move_one(tx, id, day, when))?;
    kept(context, notebook, id, key::VISIT_MOVED)
}

/// Puts a changed date in the place of the one before.
pub fn put(context: &Context, notebook: &mut Notebook, id: VisitId, visit: Visit) -> Outcome<()> {
    replace(context, notebook, id, &visit, key::VISIT_KEPT)
}

fn replace(context: &Context, notebook: &mut Notebook, id: VisitId, visit: &Visit, said: Key) -> Outcome<()> {
    notebook.write(clock::now(), |tx| store::edit(tx, id, visit))?;
    kept(context, notebook, id, said)
}

/// Puts down what was said and what comes next.
pub fn after(context: &Context, notebook: &mut Notebook, arguments: AfterArguments) -> Outcome<()> {
    let id = arguments.which.of(notebook)?;
    let note = match &arguments.note {
        Some(beginning) => Some(notebook.read(|conn| find::note(conn, beginning))?),
        None => None,
    };
    let mut visit = notebook.read(|conn| store::get(conn, id))?.visit;
    let day = arguments.which.only;
    if day.is_some_and(|day| occurrence::named(&visit, day).is_none()) {
        return Err(Error::NotFound { what: Thing::Visit }.into());
    }
    let place = visit.after.iter().position(|after| after.day == day);
    let before = place.map(|place| visit.after.remove(place));
    let After { said, next, note: note_before, .. } =
        before.unwrap_or(After { day, said: String::new(), next: String::new(), note: None });
    visit.after.push(After {
        day,
        said: arguments.said.unwrap_or(said),
        next: arguments.next.unwrap_or(next),
        note: note.or(note_before),
    });
    put(context, notebook, id, visit)
}

/// Puts it down as called off, or leaves a single one out.
pub fn cancel(context: &Context, notebook: &mut Notebook, arguments: &CancelArguments) -> Outcome<()> {
    let id = arguments.which.of(notebook)?;
    let out = !arguments.back;
    if let Some(day) = arguments.which.only {
        notebook.write(clock::now(), |tx| change::leave_out(tx, id, day, out))?;
        return kept(context, notebook, id, if out { key::VISIT_SKIPPED } else { key::VISIT_KEPT });
    }
    let visit = notebook.read(|conn| store::get(conn, id))?.visit;
    let status = if out { Status::CalledOff } else { Status::Planned };
    let said = if out { key::VISIT_IS_CALLED_OFF } else { key::VISIT_KEPT };
    replace(context, notebook, id, &Visit { status, ..visit }, said)
}

/// Takes a date out.
pub fn remove(context: &Context, notebook: &mut Notebook, arguments: &RemoveArguments) -> Outcome<()> {
    // A single one is left out by `cancel`: to take all of them out in its place would lose the others.
    if arguments.which.only.is_some() {
        return Err(Failure::Usage("fernbook visit cancel --help"));
    }
    let (id, for_good) = (arguments.which.of(notebook)?, arguments.for_good);
    let question = if for_good { key::VISIT_GONE_ASK } else { key::VISIT_REMOVE_ASK };
    if !questions::confirm(context, question)? {
        return Ok(());
    }
    notebook.write(clock::now(), |tx| {
        store::remove(tx, id)?;
        if for_good { earlier::forget(tx) } else { Ok(()) }
    })?;
    context.output.value(&json!({ "id": id, "removed": true }))?;
    if for_good {
        return context.output.line(&context.words.say(key::VISIT_GONE));
    }
    let undo = [("command", "fernbook visit undo".into())];
    context.output.line(&context.words.text(key::VISIT_REMOVED, &undo))
}

/// Takes back the last change.
pub fn undo(context: &Context, notebook: &mut Notebook) -> Outcome<()> {
    let id = notebook.write(clock::now(), earlier::take_back)?;
    match notebook.read(|conn| store::get(conn, id)) {
        Ok(_) => kept(context, notebook, id, key::VISIT_UNDONE),
        Err(_) => {
            context.output.value(&json!({ "id": id, "removed": true }))?;
            context.output.line(&context.words.say(key::VISIT_UNDONE))
        }
    }
}

fn kept(context: &Context, notebook: &Notebook, id: VisitId, said: Key) -> Outcome<()> {
    context.output.value(&value::visit(&notebook.read(|conn| store::get(conn, id))?))?;
    context.output.line(&context.words.say(said))
}
