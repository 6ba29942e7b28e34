//! `numbers`: her own people, then the dated list.

use clap::Args;
use fernbook_core::screens::numbers::{self, NumbersPage, PersonLine, ServiceLine};
use fernbook_core::words::key;
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Outcome;
use crate::opening;
use crate::output::{Output, label, one_line};

const EXAMPLES: &str = "Examples:
  fernbook numbers
  fernbook numbers --json";

/// What `numbers` takes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct NumbersArguments {}

/// Runs the command.
pub fn run(context: Context) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| {
        let page = notebook.read(|conn| numbers::page(conn, &context.words))?;
        if context.output.json { context.output.value(&value(&page)) } else { show(context, &page) }
    })
}

fn show(context: &Context, page: &NumbersPage) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    output.line(&words.say(key::NUMBERS_YOURS))?;
    if page.people.is_empty() {
        output.line(&words.say(key::NUMBERS_NONE))?;
    }
    page.people.iter().try_for_each(|person| tell_person(output, person))?;
    output.line("")?;
    output.line(&words.say(key::NUMBERS_OTHERS))?;
    output.line(&words.say(key::NUMBERS_LIST))?;
    output.line(&page.checked)?;
    page.services.iter().try_for_each(|service| tell_service(output, service))
}

/// A person on a line or two.
pub fn tell_person(output: Output, person: &PersonLine) -> Outcome<()> {
    let parts = [label(&person.name), one_line(&person.number), label(&person.note)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    output.line_hanging(&format!("  {}", parts.join("  ")), 4)
}

fn tell_service(output: Output, service: &ServiceLine) -> Outcome<()> {
    output.line("")?;
    let number = service.number.as_deref().unwrap_or_default();
    output.line_hanging(format!("  {}  {number}", service.name).trim_end(), 4)?;
    service.about.iter().try_for_each(|line| output.line_hanging(&format!("    {line}"), 4))
}

fn value(page: &NumbersPage) -> Value {
    let service = |one: &ServiceLine| json!({ "name": one.name, "number": one.number, "about": one.about });
    json!({
        "people": page.people.iter().map(person_value).collect::<Vec<_>>(),
        "services": page.services.iter().map(service).collect::<Vec<_>>(),
        "checked": page.checked,
    })
}

/// A person on a page, in JSON.
pub fn person_value(person: &PersonLine) -> Value {
    json!({ "id": person.id, "name": person.name, "number": person.number, "note": person.note })
}
