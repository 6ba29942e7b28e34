//! `note …`: one command for each thing that can be done with a note.

use clap::{Args, Subcommand};
use fernbook_core::journal::note;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;

use super::note_line::{date, date_here, named, short};
use super::{attachment, history, note_list, note_state, note_write};
use crate::context::Context;
use crate::failure::Outcome;
use crate::output::one_line;
use crate::{json, opening};

/// Examples for `--help`.
pub const EXAMPLES: &str =
    "No one reads your notes, and nothing looks for danger in them: they can't call for help.

Examples:
  fernbook note add --title 'A good day' --topic garden
  fernbook note list --topic garden
  fernbook note show 3f2a
  fernbook note undo";

const ADD: &str = "Examples:
  fernbook note add                          Opens your editor
  fernbook note add --topic garden < day.txt
  fernbook note add --at 2026-12-01T09:10 --zone Europe/London";
const EDIT: &str = "Examples:
  fernbook note edit 3f2a                    Opens your editor
  fernbook note edit 3f2a --title 'Another title' --keep-text
  fernbook note edit 3f2a < new.txt";
const LIST: &str = "Examples:
  fernbook note list
  fernbook note list --on 2026-12-01         A day (or a month, or a year: 2026-12, 2026)
  fernbook note list --topic garden --limit 10
  fernbook note list --after 3f2a            The next page";
const ONE: &str = "Examples:
  fernbook note show 3f2a
  fernbook note pin 3f2a
  fernbook note delete 3f2a
  fernbook note delete 3f2a --for-good
  fernbook note restore 3f2a
  fernbook note undo";
const ATTACH: &str = "Examples:
  fernbook note attach 3f2a photo.jpg";

/// What can be done with notes. An id may be cut short, as long as no other begins so.
#[derive(Subcommand)]
pub enum NoteCommand {
    /// Write a note: text from standard input, or in your editor on a file held in memory
    #[command(after_help = ADD)]
    Add(note_write::AddArguments),
    /// List notes: date and title, never their words
    #[command(after_help = LIST)]
    List(note_list::ListArguments),
    /// Show a note
    #[command(after_help = ONE)]
    Show(OneNote),
    /// Change a note
    #[command(after_help = EDIT)]
    Edit(note_write::EditArguments),
    /// Keep a note at the top of the list
    #[command(after_help = ONE)]
    Pin(note_state::PinArguments),
    /// Put a note in the bin, or delete it for good
    #[command(after_help = ONE)]
    Delete(note_state::DeleteArguments),
    /// Take a note out of the bin
    #[command(after_help = ONE)]
    Restore(OneNote),
    /// Take back the last change
    #[command(after_help = ONE)]
    Undo,
    /// See, bring back or clear older texts of a note
    #[command(after_help = history::EXAMPLES)]
    History(history::HistoryArguments),
    /// Put a picture, sound or file in a note
    #[command(after_help = ATTACH)]
    Attach(attachment::AttachArguments),
    /// List, save or remove pictures, sounds and files of notes
    #[command(subcommand, after_help = attachment::EXAMPLES)]
    Attachment(attachment::AttachmentCommand),
}

/// One note.
#[derive(Args)]
pub struct OneNote {
    /// The id of the note, or its beginning
    #[arg(value_name = "ID")]
    pub id: String,
}

/// Runs the command.
pub fn run(context: Context, command: NoteCommand) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| match command {
        NoteCommand::Add(arguments) => note_write::add(context, notebook, arguments),
        NoteCommand::Edit(arguments) => note_write::edit(context, notebook, arguments),
        NoteCommand::List(arguments) => note_list::run(context, notebook, arguments),
        NoteCommand::Show(one) => show(context, notebook, &one.id),
        NoteCommand::Pin(arguments) => note_state::pin(context, notebook, &arguments),
        NoteCommand::Delete(arguments) => note_state::delete(context, notebook, &arguments),
        NoteCommand::Restore(one) => note_state::restore(context, notebook, &one.id),
        NoteCommand::Undo => note_state::undo(context, notebook),
        NoteCommand::History(arguments) => history::run(context, notebook, &arguments),
        NoteCommand::Attach(arguments) => attachment::attach(context, notebook, &arguments),
        NoteCommand::Attachment(command) => attachment::run(context, notebook, &command),
    })
}

fn show(context: &Context, notebook: &Notebook, id: &str) -> Outcome<()> {
    let id = named(notebook, id)?;
    let note = notebook.read(|conn| note::get(conn, id))?;
    let output = context.output;
    if output.json {
        return output.value(&json::note(&note));
    }
    output.line(&format!("{}  {}", short(note.id), date(context, note.at, note.zone)))?;
    if let Some(binned) = note.binned {
        let since = date_here(context, binned);
        output.line(&format!("({})", context.words.text(key::BIN_SINCE, &[("date", (&since).into())])))?;
    }
    if let Some(title) = &note.title {
        output.line(&one_line(title))?;
    }
    if !note.topics.is_empty() {
        let topics = one_line(&note.topics.join(", "));
        output.line(&context.words.text(key::NOTE_TOPICS, &[("topics", (&topics).into())]))?;
    }
    for one in &note.attachments {
        attachment::print_line(context, one)?;
    }
    output.line("")?;
    output.line(&note.text)
}
