//! `visit show`.

use fernbook_core::screens::reminders;
use fernbook_core::screens::visit::{self, VisitPage};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::visits::store;
use fernbook_core::visits::visit::Visit;
use fernbook_core::words::{Key, key};
use serde_json::json;

use super::{Which, lists, value};
use crate::any_phone::any_phone;
use crate::clock;
use crate::context::Context;
use crate::failure::Outcome;

/// Shows one date.
pub fn show(context: &Context, notebook: &Notebook, which: &Which) -> Outcome<()> {
    let id = which.of(notebook)?;
    let words = &context.words;
    let cover = reminders::first_cover(words);
    let phone = any_phone(&context.dir, &cover);
    let page = notebook.read(|conn| visit::page(conn, words, id, which.only, clock::now(), &phone))?;
    if context.output.json {
        let mut all = value::visit(&notebook.read(|conn| store::get(conn, id))?);
        if let Some(all) = all.as_object_mut() {
            all.insert("over".to_owned(), json!(page.over));
            all.insert("next".to_owned(), page.next.iter().map(value::line).collect());
        }
        return context.output.value(&all);
    }
    tell(context, &page)
}

fn tell(context: &Context, page: &VisitPage) -> Outcome<()> {
    let output = context.output;
    output.line(&page.title)?;
    output.line(&page.when)?;
    let about = [page.status.as_ref(), page.often.as_ref()];
    about.into_iter().flatten().try_for_each(|text| output.line(text))?;
    let visit = &page.visit;
    tell_fields(context, visit)?;
    super::plan::tell(context, &visit.plan)?;
    tell_reminders(context, page)?;
    tell_after(context, page)?;
    page.next.iter().skip(1).try_for_each(|line| lists::tell_line(context, line))?;
    tell_phrases(context, page)
}

/// What is known of it, each under its name.
fn tell_fields(context: &Context, visit: &Visit) -> Outcome<()> {
    let fields = [
        (key::DATE_WHO, &visit.who),
        (key::DATE_PLACE, &visit.place),
        (key::DATE_CONTACT, &visit.contact),
        (key::DATE_TRAVEL, &visit.travel),
        (key::DATE_COMPANY, &visit.company),
        (key::DATE_BRING, &visit.bring),
        (key::DATE_WAITING, &visit.waiting),
        (key::DATE_NOTES, &visit.notes),
    ];
    fields.into_iter().try_for_each(|(name, text)| tell_field(context, name, text))
}

/// What she put down of it, of a single one under its day.
fn tell_after(context: &Context, page: &VisitPage) -> Outcome<()> {
    page.visit.after.iter().try_for_each(|after| {
        if let Some(day) = after.day.filter(|_| after.day != page.day) {
            context.output.line(&context.words.date(day.and_time(chrono::NaiveTime::MIN)))?;
        }
        tell_field(context, key::DATE_SAID, &after.said)?;
        tell_field(context, key::DATE_NEXT_STEP, &after.next)
    })
}

fn tell_field(context: &Context, name: Key, text: &str) -> Outcome<()> {
    if text.is_empty() {
        return Ok(());
    }
    context.output.line(&context.words.say(name))?;
    context.output.line_hanging(&format!("  {text}"), 2)
}

fn tell_reminders(context: &Context, page: &VisitPage) -> Outcome<()> {
    page.reminders.iter().try_for_each(|one| {
        let when = one.at.as_ref().map(|at| format!(": {at}")).unwrap_or_default();
        context.output.line(&format!("{}{when}", one.text))?;
        let shows = context.words.text(key::REMINDER_SHOWS, &[("cover", (&one.cover).into())]);
        let mut lines = one.about.clone();
        if one.at.is_some() {
            lines.insert(0, shows);
        }
        lines.iter().try_for_each(|line| context.output.line_hanging(&format!("  {line}"), 2))
    })
}

fn tell_phrases(context: &Context, page: &VisitPage) -> Outcome<()> {
    let output = context.output;
    page.phrases.iter().try_for_each(|phrase| {
        output.line(&format!("\n{}", phrase.title))?;
        output.line_hanging(&format!("  {}", phrase.text), 2)
    })?;
    if !page.phrases.is_empty() {
        output.line("")?;
    }
    page.about_contact.iter().try_for_each(|line| output.line(line))
}
