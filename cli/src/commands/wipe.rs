//! `wipe`: deletes every notebook of the folder for good. Asks no PIN, as decisions.md says.

use clap::Args;
use fernbook_core::words::key;
use serde_json::json;

use crate::context::Context;
use crate::failure::Outcome;
use crate::output::shown;
use crate::{opening, questions};

const EXAMPLES: &str = "Examples:
  fernbook wipe
  fernbook --dir /media/stick/notes wipe --yes";

/// What `wipe` takes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct WipeArguments {}

/// Runs the command.
pub fn run(context: &Context) -> Outcome<()> {
    let notebooks = opening::notebooks(context)?;
    context.output.line(&context.words.say(key::WIPE_WHAT))?;
    context
        .output
        .line(&context.words.text(key::NOTEBOOK_LIES, &[("folder", (&shown(&context.dir)).into())]))?;
    if !questions::confirm(context, key::WIPE_ASK)? {
        return Ok(());
    }
    notebooks.wipe()?;
    context.output.value(&json!({ "wiped": true }))?;
    context.output.line(&context.words.say(key::WIPE_DONE))
}
