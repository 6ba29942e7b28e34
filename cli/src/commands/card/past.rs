//! `card undo` and `card past`.

use clap::Args;
use fernbook_core::card::store;
use fernbook_core::journal::settings::{self, Switch};
use fernbook_core::screens::card;
use fernbook_core::share::compose;
use fernbook_core::share::prepare::block_text;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use serde_json::{Value, json};

use super::page;
use crate::clock;
use crate::context::Context;
use crate::failure::Outcome;

/// What `card past` takes.
#[derive(Args)]
pub struct PastArguments {
    /// Whether older cards are kept from now on; what was kept stays until it is cleared
    #[arg(long, value_name = "ANSWER", value_parser = ["on", "off"])]
    keep: Option<String>,
    /// Leave no older card, nor a step back
    #[arg(long)]
    clear: bool,
}

/// Takes the last change back.
pub fn undo(context: &Context, notebook: &mut Notebook) -> Outcome<()> {
    notebook.write(clock::now(), card::take_back)?;
    context.output.line(&context.words.say(key::CARD_UNDONE))?;
    page::show(context, notebook)
}

/// Lists the cards before, or clears them.
pub fn run(context: &Context, notebook: &mut Notebook, arguments: &PastArguments) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    if let Some(value) = &arguments.keep {
        let on = settings::parse_on(value)?;
        notebook.write(clock::now(), |tx| settings::set(tx, Switch::CardHistory, on))?;
        output.value(&json!({ "keep": on }))?;
        return output.line(&words.say(if on { key::CARD_PAST_ON } else { key::CARD_PAST_OFF }));
    }
    if arguments.clear {
        notebook.write(clock::now(), card::clear_past)?;
        output.value(&json!([]))?;
        return output.line(&words.say(key::CARD_PAST_CLEARED));
    }
    let past = notebook.read(store::past)?;
    let value = |one: &store::Written| json!({ "at": one.at.to_rfc3339(), "card": one.card });
    output.value(&past.iter().map(value).collect::<Vec<Value>>())?;
    if past.is_empty() {
        return output.line(&words.say(key::CARD_PAST_NONE));
    }
    for one in &past {
        output.line(&words.date(one.at.local(one.zone)))?;
        for block in compose::whole(words, &one.card) {
            output.line(&block_text(&block))?;
        }
        output.line("")?;
    }
    Ok(())
}
