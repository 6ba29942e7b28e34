//! `pin change`.

use clap::Subcommand;
use fernbook_core::words::key;
use serde_json::json;

use crate::context::Context;
use crate::failure::Outcome;
use crate::{clock, opening, secrets};

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook pin change                      Asks for the old PIN, then for the new one twice";

/// What can be done with the PIN.
#[derive(Subcommand)]
pub enum PinCommand {
    /// Change the PIN of this notebook
    #[command(after_help = EXAMPLES)]
    Change,
}

/// Runs the command.
pub fn run(context: Context, command: &PinCommand) -> Outcome<()> {
    let PinCommand::Change = command;
    opening::with_keyring(context, |context, notebooks, notebook| {
        context.output.line(&context.words.say(key::INIT_PIN))?;
        let new = secrets::read_new(secrets::NEW_PIN, &context.words)?;
        notebooks.change_pin(notebook, &new, &clock::tick())?;
        context.output.value(&json!({ "changed": true }))?;
        context.output.line(&context.words.say(key::PIN_CHANGED))
    })
}
