//! Gives what was looked at.

use std::io::{self, IsTerminal};

use fernbook_core::consent::grant::{Grant, Way};
use fernbook_core::crypto::words::Words as Secret;
use fernbook_core::error::{Error, Thing};
use fernbook_core::people::person;
use fernbook_core::screens::showing;
use fernbook_core::share::prepare::{self, Prepared, page_text};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use serde_json::json;

use super::options::ShowOptions;
use super::preview::{out, parts, prepared, tell, value};
use crate::context::Context;
use crate::failure::Outcome;
use crate::output::shown;
use crate::{clock, new_file, questions};

/// Shows her what goes, asks, gives it, and puts down a line about it.
pub fn run(context: &Context, notebook: &mut Notebook, way: Way, options: &ShowOptions) -> Outcome<()> {
    let request = options.request(notebook, way)?;
    if options.to.as_ref().is_some_and(|file| file.exists()) {
        return Err(Error::AlreadyThere.into());
    }
    // A sealed file is no text: it needs a place.
    if way == Way::Seal && options.to.is_none() {
        return Err(Error::NotUnderstood { what: Thing::Receipt }.into());
    }
    let (prepared, secret) = prepared(context, notebook, &request)?;
    tell(context, &prepared, &parts(context, notebook, &prepared)?)?;
    if prepared.composed.page.is_empty() {
        return Err(Error::NotFound { what: Thing::Card }.into());
    }
    if prepared.words_over() > 0 {
        return Err(Error::TooLarge { what: Thing::Card }.into());
    }
    look(context, notebook, &prepared)?;
    if !questions::confirm(context, key::SHOW_ASK)? {
        return Ok(());
    }
    let grant = given(notebook, &prepared, options)?;
    done(context, notebook, &prepared, &grant, options, secret.as_ref())
}

/// All of what goes, for whom, and what to know before: on standard error, as only the thing itself goes to standard
/// output.
fn look(context: &Context, notebook: &Notebook, prepared: &Prepared) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    if let Some(id) = prepared.request.person {
        let name = notebook.read(|conn| person::get(conn, id))?.text.name;
        output.aside(&words.text(key::SHOW_TO, &[("who", (&name).into())]))?;
    }
    for line in showing::before(words) {
        output.aside(&line)?;
    }
    if context.yes && !io::stderr().is_terminal() {
        return Ok(());
    }
    output.aside(&format!("\n{}\n", words.say(key::SHOW_LEAVES)))?;
    // A document says more than its page: all of it is looked at.
    match (prepared.request.way, std::str::from_utf8(&prepared.output.bytes)) {
        (Way::Fhir, Ok(document)) => output.aside(document),
        _ => output.aside(&page_text(prepared)),
    }
}

/// The file is written first: a line about something that never went would be wrong, and one that is missing after a crash
/// is told by the file.
fn given(notebook: &mut Notebook, prepared: &Prepared, options: &ShowOptions) -> Outcome<Grant> {
    let (now, zone) = (clock::now(), clock::zone());
    if let Some(file) = &options.to {
        new_file::write(file, &prepared.output.bytes)?;
    }
    let grant = notebook.write(now, |tx| prepare::give(tx, prepared, options.keep_words, now, zone));
    Ok(grant.inspect_err(|_| {
        // Nothing was shown, so nothing of it may lie there.
        if let Some(file) = &options.to {
            let _stays = std::fs::remove_file(file);
        }
    })?)
}

fn done(
    context: &Context,
    notebook: &Notebook,
    prepared: &Prepared,
    grant: &Grant,
    options: &ShowOptions,
    secret: Option<&Secret>,
) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    let file = options.to.as_ref().map(|file| shown(file));
    if output.json {
        let mut value = value(prepared, &parts(context, notebook, prepared)?);
        if let Some(object) = value.as_object_mut() {
            object.insert("receipt".to_owned(), json!(grant.id));
            object.insert("file".to_owned(), json!(file));
            object.insert("words".to_owned(), json!(secret.map(Secret::phrase)));
        }
        return output.value_that_matters(&value);
    }
    let Some(file) = file else { return out(context, &prepared.output.bytes) };
    let said = if secret.is_some() { key::SHOW_SEALED } else { key::SHOW_FILE };
    output.line(&words.text(said, &[("file", (&file).into())]))?;
    if let Some(secret) = secret {
        output.words_shown_once(secret)?;
    }
    output.line(&words.say(key::SHOW_THEY_KEEP))
}
