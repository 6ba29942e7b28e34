//! `card show` and `card phrases`.

use fernbook_core::card::fields::Card;
use fernbook_core::card::phrase::List;
use fernbook_core::screens::card;
use fernbook_core::share::compose;
use fernbook_core::share::prepare::{self, Prepared};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use serde_json::{Value, json};

use crate::clock;
use crate::context::Context;
use crate::failure::Outcome;

/// Shows all that stands on the card, whoever may see it.
pub fn show(context: &Context, notebook: &Notebook) -> Outcome<()> {
    let words = &context.words;
    let page = notebook.read(|conn| card::page(conn, words, clock::now()))?;
    if context.output.json {
        return context.output.value(&value(&page.card, page.written.is_some()));
    }
    if page.card.is_empty() {
        let command = [("command", "fernbook card set --help".into())];
        return context.output.line(&words.text(key::CARD_NONE, &command));
    }
    for block in compose::whole(words, &page.card) {
        context.output.line(&prepare::block_text(&block))?;
        context.output.line("")?;
    }
    page.over.map_or(Ok(()), |over| context.output.aside(&over))
}

/// Says by how much the short form is too long, if it is.
pub fn tell_over(context: &Context, short: &Prepared) -> Outcome<()> {
    match short.words_over() {
        0 => Ok(()),
        count => context.output.aside(&context.words.text(key::SHOW_OVER, &[("count", count.into())])),
    }
}

/// The card, in JSON: its fields as the notebook keeps them.
pub fn value(card: &Card, is_written: bool) -> Value {
    json!({ "card": card, "written": is_written })
}

/// Lists what can be picked.
pub fn phrases(context: &Context) -> Outcome<()> {
    let words = &context.words;
    if context.output.json {
        let list = |list: List| {
            let phrases = card::phrases(words, list).into_iter();
            let phrases: Vec<Value> =
                phrases.map(|one| json!({ "name": one.name, "text": one.text })).collect();
            (list.name().to_owned(), json!(phrases))
        };
        let all: serde_json::Map<String, Value> = List::ALL.into_iter().map(list).collect();
        return context.output.value(&all);
    }
    for list in List::ALL {
        context.output.line(&format!("--{}", option(list)))?;
        for one in card::phrases(words, list) {
            context.output.line_hanging(&format!("  {:<26} {}", one.name, one.text), 29)?;
        }
    }
    Ok(())
}

/// The option of `card set` that fills a list.
fn option(list: List) -> &'static str {
    match list {
        List::Wants => "want",
        other => other.name(),
    }
}
