//! `recovery make` and `recovery forget`.

use clap::Subcommand;
use fernbook_core::words::key;
use serde_json::json;

use crate::context::Context;
use crate::failure::Outcome;
use crate::{clock, opening};

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook recovery make
  fernbook recovery forget";

/// What can be done with recovery words.
#[derive(Subcommand)]
pub enum RecoveryCommand {
    /// Make 12 words that open the notebook on this computer if you forget the PIN
    #[command(after_help = EXAMPLES)]
    Make,
    /// Let the words you made not work any more
    #[command(after_help = EXAMPLES)]
    Forget,
}

/// Runs the command.
pub fn run(context: Context, command: &RecoveryCommand) -> Outcome<()> {
    opening::with_keyring(context, |context, notebooks, notebook| {
        let (words, output) = (&context.words, context.output);
        match command {
            RecoveryCommand::Make => {
                let made = notebooks.make_recovery(notebook, &clock::tick())?;
                output.value_that_matters(&json!({ "words": made.phrase() }))?;
                output.line(&words.say(key::RECOVERY_WHAT))?;
                output.words_shown_once(&made)?;
                output.line(&words.say(key::RECOVERY_WRITE))?;
                output.line(&words.say(key::RECOVERY_OLD))
            }
            RecoveryCommand::Forget => {
                notebooks.forget_recovery(notebook, &clock::tick())?;
                output.value(&json!({ "forgotten": true }))?;
                output.line(&words.say(key::RECOVERY_FORGOTTEN))
            }
        }
    })
}
