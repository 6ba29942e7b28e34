//! `check`: reads every page.

use clap::Args;
use fernbook_core::storage::check::{self, Pages};
use fernbook_core::words::key;
use fernbook_core::{Error, Part};
use serde_json::json;

use crate::context::Context;
use crate::failure::Outcome;
use crate::opening;
use crate::progress_bar::watched;

const EXAMPLES: &str = "Examples:
  fernbook check
  fernbook check --json";

/// What `check` takes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct CheckArguments {}

/// Runs the command; damage that it finds is also its exit code.
pub fn run(context: Context) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| {
        let pages = watched(|watch| notebook.read(|conn| check::run(conn, watch)))?;
        tell(context, &pages)?;
        if pages.is_sound() { Ok(()) } else { Err(Error::Damaged { part: Part::Vault }.into()) }
    })
}

fn tell(context: &Context, pages: &Pages) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    output.value(&json!({
        "sound": pages.is_sound(),
        "pages": pages.total,
        "damaged": pages.damaged,
        "consistent": pages.consistent,
    }))?;
    if pages.is_sound() {
        return output.line(&words.say(key::CHECK_GOOD));
    }
    output.line(&words.say(key::CHECK_BAD))?;
    if pages.damaged.is_empty() {
        return Ok(());
    }
    let args = [("count", pages.damaged.len().into()), ("total", pages.total.into())];
    output.line(&words.text(key::CHECK_PARTS, &args))
}
