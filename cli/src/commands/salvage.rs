//! `salvage`: saves what can still be read of a damaged notebook.

use std::path::PathBuf;

use clap::Args;
use fernbook_core::Error;
use fernbook_core::exchange::copy::Label;
use fernbook_core::exchange::salvage::{self, Saved};
use fernbook_core::words::key;
use serde_json::json;

use super::{copy, export};
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::shown;
use crate::progress_bar::watched;
use crate::{clock, interrupt, opening, questions, secrets};

const EXAMPLES: &str = "Examples:
  fernbook salvage /media/stick/saved
  fernbook salvage saved --yes --json";

/// What `salvage` takes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct SalvageArguments {
    /// A new or empty folder
    folder: PathBuf,
}

/// Runs the command. The notebook itself is left as it is.
pub fn run(context: &Context, arguments: &SalvageArguments) -> Outcome<()> {
    let mut notebooks = opening::notebooks(context)?;
    let pin = secrets::read(secrets::PIN, key::PIN_ASK, &context.words)?;
    export::warn(context, &arguments.folder)?;
    if !questions::confirm(context, key::EXPORT_ASK)? {
        return Ok(());
    }
    let scratch = salvage::scratch_of(&arguments.folder);
    let remains = notebooks.open_remains(&pin, &scratch, &clock::tick()).map_err(of_remains)?;
    drop(pin);
    interrupt::check()?;
    let read_me = context.words.say(key::EXPORT_READ_ME);
    let label = Label { made: clock::now(), read_me: &read_me };
    let saved = watched(|watch| salvage::run(&remains, &arguments.folder, label, watch))?;
    tell(context, arguments, &saved)
}

/// To advise this very command again would send her round in a circle.
fn of_remains(error: Error) -> Failure {
    match error {
        Error::Damaged { .. } => Failure::NothingLeft,
        other => other.into(),
    }
}

fn tell(context: &Context, arguments: &SalvageArguments, saved: &Saved) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    let folder = shown(&arguments.folder);
    output.value(&json!({
        "folder": folder,
        "notes": saved.folder.notes,
        "attachments": saved.folder.attachments,
        "people": saved.folder.people,
        "own_words": saved.folder.own_words,
        "visits": saved.folder.visits,
        "lost_rows": saved.lost_rows,
        "broken_attachments": saved.broken_attachments,
    }))?;
    output.line(&words.text(key::SALVAGE_DONE, &[("folder", (&folder).into())]))?;
    output.line(&words.text(key::COPY_NOTES, &[("count", saved.folder.notes.into())]))?;
    copy::tell_own(context, saved.folder.people, saved.folder.own_words, saved.folder.visits)?;
    let lost = saved.lost_rows + saved.broken_attachments;
    if lost == 0 { Ok(()) } else { output.line(&words.text(key::SALVAGE_LOST, &[("count", lost.into())])) }
}
