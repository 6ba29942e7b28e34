//! `show preview`, and what she alone is told before something goes.

use std::io::Write;

use fernbook_core::consent::choice::Shows;
use fernbook_core::consent::grant::Way;
use fernbook_core::crypto::words::Words as Secret;
use fernbook_core::screens::showing::{self, PartLine};
use fernbook_core::share::prepare::{self, Prepared};
use fernbook_core::share::request::Request;
use fernbook_core::share::service;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use serde_json::{Value, json};

use super::options::ShowOptions;
use crate::clock;
use crate::commands::card::tell_over;
use crate::context::Context;
use crate::failure::Outcome;

/// Prints the bytes that would go, and nothing else, on standard output; what she is told goes to standard error.
pub fn run(context: &Context, notebook: &Notebook, way: Way, options: &ShowOptions) -> Outcome<()> {
    // Sealed, nobody could look at it: the page that would be inside is shown.
    let way = if way == Way::Seal { Way::Page } else { way };
    let request = options.request(notebook, way)?;
    let prepared = prepared(context, notebook, &request)?.0;
    let parts = parts(context, notebook, &prepared)?;
    if context.output.json {
        return context.output.value(&value(&prepared, &parts));
    }
    tell(context, &prepared, &parts)?;
    context.output.aside(&context.words.say(key::SHOW_LOOK))?;
    out(context, &prepared.output.bytes)
}

/// What was prepared, with the words that open it if it is sealed.
pub fn prepared(
    context: &Context,
    notebook: &Notebook,
    request: &Request,
) -> Outcome<(Prepared, Option<Secret>)> {
    let (words, now, zone) = (&context.words, clock::now(), clock::zone());
    let secret = if request.way == Way::Seal { Some(Secret::make()?) } else { None };
    let prepared = notebook.read(|conn| match (request.way, &secret) {
        (_, Some(secret)) => service::seal(conn, words, request, secret, now),
        (Way::Fhir, _) => service::fhir(conn, words, request, now, zone),
        (Way::Qr, _) => service::qr(conn, words, request, now),
        _ => prepare::prepare(conn, words, request, now),
    })?;
    Ok((prepared, secret))
}

/// Every part that could be on the page, and why it is or is not.
pub fn parts(context: &Context, notebook: &Notebook, prepared: &Prepared) -> Outcome<Vec<PartLine>> {
    Ok(notebook.read(|conn| showing::part_lines(conn, &context.words, prepared, clock::zone()))?)
}

/// What is left out and why, and whether the short form is too long: for her, on standard error.
pub fn tell(context: &Context, prepared: &Prepared, parts: &[PartLine]) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    for line in parts.iter().filter(|line| line.is_told) {
        let key = match line.offer.decision.shows {
            Shows::Never => key::SHOW_HELD,
            _ if line.offer.is_on => key::SHOW_CUT,
            _ => key::SHOW_OFF,
        };
        output
            .aside(&words.text(key, &[("name", (&line.name).into()), ("reason", (&line.reason).into())]))?;
    }
    if prepared.composed.page.is_empty() {
        output.aside(&words.text(key::SHOW_EMPTY, &[("command", "fernbook card set --help".into())]))?;
    }
    tell_over(context, prepared)
}

/// Writes bytes to standard output just as they are, unless a terminal would take some of them as orders.
pub fn out(context: &Context, bytes: &[u8]) -> Outcome<()> {
    match std::str::from_utf8(bytes) {
        Ok(text) => context.output.write(text),
        Err(_) => Ok(std::io::stdout().lock().write_all(bytes)?),
    }
}

/// What would go, in JSON: the text of it where it is text.
pub fn value(prepared: &Prepared, parts: &[PartLine]) -> Value {
    let line = |line: &PartLine| {
        json!({
            "part": line.offer.part,
            "name": line.name,
            "shows": line.offer.decision.shows,
            "on": line.offer.is_on,
            "reason": line.reason,
        })
    };
    json!({
        "way": prepared.request.way,
        "form": prepared.request.form,
        "text": std::str::from_utf8(&prepared.output.bytes).ok(),
        "media_type": prepared.output.media_type,
        "words_over": prepared.words_over(),
        "parts": parts.iter().map(line).collect::<Vec<Value>>(),
    })
}
