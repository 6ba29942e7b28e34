//! `note history`: older texts of a note.

use clap::Args;
use fernbook_core::id::NoteId;
use fernbook_core::journal::history;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use serde_json::{Value, json};

use super::note_line;
use crate::context::Context;
use crate::failure::Outcome;
use crate::output::one_line;
use crate::{clock, json, questions};

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook settings history on       Keep older texts from now on
  fernbook note history 3f2a
  fernbook note history 3f2a --show 1
  fernbook note history 3f2a --restore 1
  fernbook note history 3f2a --clear";

/// What `note history` takes.
#[derive(Args)]
pub struct HistoryArguments {
    /// The id of the note, or its beginning
    #[arg(value_name = "ID")]
    id: String,
    /// Show this older text
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["restore", "clear"])]
    show: Option<u32>,
    /// Make this older text the note's text again
    #[arg(long, value_name = "NUMBER", conflicts_with = "clear")]
    restore: Option<u32>,
    /// Delete the older texts of this note for good
    #[arg(long)]
    clear: bool,
}

/// Runs the command.
pub fn run(context: &Context, notebook: &mut Notebook, arguments: &HistoryArguments) -> Outcome<()> {
    let id = note_line::named(notebook, &arguments.id)?;
    match (arguments.show, arguments.restore) {
        (Some(number), _) => show(context, notebook, id, number),
        (None, Some(number)) => restore(context, notebook, id, number),
        (None, None) if arguments.clear => clear(context, notebook, id),
        (None, None) => list(context, notebook, id),
    }
}

fn list(context: &Context, notebook: &Notebook, id: NoteId) -> Outcome<()> {
    let lines = notebook.read(|conn| history::list(conn, id))?;
    let output = context.output;
    if output.json {
        return output.value(&lines.iter().map(json::version_line).collect::<Vec<Value>>());
    }
    if lines.is_empty() {
        let command = "fernbook settings history on";
        return output.line(&context.words.text(key::HISTORY_EMPTY, &[("command", command.into())]));
    }
    let print = |line: &history::VersionLine| {
        output.line(&format!("{:>4}  {}", line.number, note_line::date_here(context, line.written)))
    };
    lines.iter().try_for_each(print)
}

fn show(context: &Context, notebook: &Notebook, id: NoteId, number: u32) -> Outcome<()> {
    let version = notebook.read(|conn| history::get(conn, id, number))?;
    let output = context.output;
    if output.json {
        return output.value(&json::version(number, &version));
    }
    output.line(&note_line::date_here(context, version.written))?;
    if let Some(title) = &version.title {
        output.line(&one_line(title))?;
    }
    output.line("")?;
    output.line(&version.text)
}

fn restore(context: &Context, notebook: &mut Notebook, id: NoteId, number: u32) -> Outcome<()> {
    let now = clock::now();
    notebook.write(now, |tx| history::restore(tx, id, number, now))?;
    note_line::value(context, notebook, id)?;
    context.output.line(&context.words.say(key::HISTORY_RESTORED))
}

fn clear(context: &Context, notebook: &mut Notebook, id: NoteId) -> Outcome<()> {
    context.output.line(&context.words.say(key::HISTORY_CLEAR_WHAT))?;
    if !questions::confirm(context, key::HISTORY_CLEAR_ASK)? {
        return Ok(());
    }
    let cleared = notebook.write(clock::now(), |tx| history::clear(tx, id))?;
    context.output.value(&json!({ "cleared": cleared }))?;
    context.output.line(&context.words.say(key::HISTORY_CLEARED))
}
