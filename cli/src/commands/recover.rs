//! `recover`: a new PIN by recovery words.

use clap::Args;
use fernbook_core::Error;
use fernbook_core::screens;
use fernbook_core::words::key;
use serde_json::json;

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::progress_bar::watched;
use crate::{clock, opening, secrets};

const EXAMPLES: &str = "Examples:
  fernbook recover                         Asks for the words, then for the new PIN twice";

/// What `recover` takes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct RecoverArguments {}

/// Runs the command.
pub fn run(context: Context) -> Outcome<()> {
    let mut notebooks = opening::notebooks(&context)?;
    let words = secrets::read_words(key::RECOVERY_WORDS_ASK, &context.words)?;
    context.output.line(&context.words.say(key::INIT_PIN))?;
    let new = secrets::read_new(secrets::NEW_PIN, &context.words)?;
    let notebook =
        watched(|watch| screens::opening::recover(&mut notebooks, &words, &new, &clock::tick(), watch))
            .map_err(of_words)?;
    drop(words);
    opening::run_in(context, notebooks, notebook, |context, _, _| {
        context.output.value(&json!({ "recovered": true }))?;
        context.output.line(&context.words.say(key::RECOVERED))
    })
}

fn of_words(error: Error) -> Failure {
    match error {
        Error::WrongSecret => Failure::WrongWords,
        other => other.into(),
    }
}
