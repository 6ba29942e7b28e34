//! `note pin`, `note delete`, `note restore` and `note undo`.

use clap::Args;
use fernbook_core::journal::{bin, note as notes, undo};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use serde_json::json;

use super::note_line;
use crate::context::Context;
use crate::failure::Outcome;
use crate::{clock, questions};

/// What `note pin` takes.
#[derive(Args)]
pub struct PinArguments {
    /// The id of the note, or its beginning
    #[arg(value_name = "ID")]
    id: String,
    /// Let it go back to its usual place
    #[arg(long)]
    off: bool,
}

/// What `note delete` takes.
#[derive(Args)]
pub struct DeleteArguments {
    /// The id of the note, or its beginning
    #[arg(value_name = "ID")]
    id: String,
    /// Delete it for good instead of putting it in the bin
    #[arg(long)]
    for_good: bool,
}

/// Pins a note, or lets it go.
pub fn pin(context: &Context, notebook: &mut Notebook, arguments: &PinArguments) -> Outcome<()> {
    let id = note_line::named(notebook, &arguments.id)?;
    notebook.write(clock::now(), |tx| notes::set_pinned(tx, id, !arguments.off))?;
    note_line::value(context, notebook, id)?;
    let said = if arguments.off { key::NOTE_UNPINNED } else { key::NOTE_PINNED };
    context.output.line(&context.words.say(said))
}

/// Puts a note in the bin, or deletes it for good after a question.
pub fn delete(context: &Context, notebook: &mut Notebook, arguments: &DeleteArguments) -> Outcome<()> {
    let id = note_line::named(notebook, &arguments.id)?;
    let now = clock::now();
    let (words, output) = (&context.words, context.output);
    if !arguments.for_good {
        notebook.write(now, |tx| bin::bin(tx, id, now))?;
        note_line::value(context, notebook, id)?;
        output.line(&words.say(key::NOTE_BINNED))?;
        return output.line(&words.text(key::NOTE_UNDO_HOW, &[("command", "fernbook note undo".into())]));
    }
    output.line(&words.say(key::NOTE_DELETE_WHAT))?;
    if !questions::confirm(context, key::NOTE_DELETE_ASK)? {
        return Ok(());
    }
    notebook.write(now, |tx| notes::delete_for_good(tx, id))?;
    output.value(&json!({ "id": id, "deleted": true }))?;
    output.line(&words.say(key::NOTE_DELETED))
}

/// Takes a note out of the bin.
pub fn restore(context: &Context, notebook: &mut Notebook, id: &str) -> Outcome<()> {
    let id = note_line::named(notebook, id)?;
    notebook.write(clock::now(), |tx| bin::restore(tx, id))?;
    note_line::value(context, notebook, id)?;
    context.output.line(&context.words.say(key::NOTE_RESTORED))
}

/// Takes back the last change.
pub fn undo(context: &Context, notebook: &mut Notebook) -> Outcome<()> {
    let now = clock::now();
    let (id, _) = notebook.write(now, |tx| undo::take_back(tx, now))?;
    note_line::value(context, notebook, id)?;
    context.output.line(&context.words.say(key::NOTE_UNDONE))
}
