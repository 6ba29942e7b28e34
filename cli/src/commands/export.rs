//! `export`: everything as open files.

use std::path::{Path, PathBuf};

use clap::Args;
use fernbook_core::Error;
use fernbook_core::exchange::copy::{Exported, Label, Uncleaned, export};
use fernbook_core::words::key;
use serde_json::json;

use super::copy;
use crate::context::Context;
use crate::failure::Outcome;
use crate::output::shown;
use crate::progress_bar::watched;
use crate::{clock, opening, questions};

const EXAMPLES: &str = "Examples:
  fernbook export /media/stick/notes
  fernbook export notes --all-files --yes";

/// What `export` takes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct ExportArguments {
    /// A new or empty folder
    folder: PathBuf,
    /// Also files that can't be cleaned of what may say where they were made, such as sounds
    #[arg(long)]
    all_files: bool,
}

/// Runs the command.
pub fn run(context: Context, arguments: &ExportArguments) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| {
        warn(context, &arguments.folder)?;
        if !questions::confirm(context, key::EXPORT_ASK)? {
            return Ok(());
        }
        let read_me = context.words.say(key::EXPORT_READ_ME);
        let label = Label { made: clock::now(), read_me: &read_me };
        let files = if arguments.all_files { Uncleaned::TakeAlong } else { Uncleaned::LeaveOut };
        let done =
            watched(|watch| notebook.read(|conn| export(conn, &arguments.folder, files, label, watch)))?;
        tell(context, arguments, &done)
    })
}

/// Where the files will lie, and who may read them.
///
/// # Errors
/// [`Error::AlreadyThere`] for a place that isn't free, before anything is asked.
pub fn warn(context: &Context, folder: &Path) -> Outcome<()> {
    if !is_free(folder) {
        return Err(Error::AlreadyThere.into());
    }
    let folder = shown(folder);
    context.output.line(&context.words.text(key::EXPORT_WHAT, &[("folder", (&folder).into())]))?;
    context.output.line(&context.words.say(key::EXPORT_WHO))
}

fn is_free(folder: &Path) -> bool {
    match folder.read_dir() {
        Ok(mut entries) => entries.next().is_none(),
        Err(_) => !folder.exists(),
    }
}

fn tell(context: &Context, arguments: &ExportArguments, done: &Exported) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    let folder = shown(&arguments.folder);
    output.value(&json!({
        "folder": folder,
        "notes": done.notes,
        "attachments": done.attachments,
        "people": done.people,
        "own_words": done.own_words,
        "visits": done.visits,
        "card": done.card,
        "choices": done.choices,
        "receipts": done.receipts,
        "left_out": done.left_out,
    }))?;
    output.line(&words.text(key::EXPORT_DONE, &[("folder", (&folder).into())]))?;
    copy::tell_own(context, done.people, done.own_words, done.visits)?;
    copy::tell_showing(context, done.card + done.choices + done.receipts)?;
    if done.left_out.is_empty() {
        return Ok(());
    }
    let args = [("count", done.left_out.len().into()), ("option", "--all-files".into())];
    output.line(&words.text(key::EXPORT_LEFT_OUT, &args))
}
