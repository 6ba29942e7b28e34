//! `visit list`.

use clap::Args;
use fernbook_core::error::{Error, Thing};
use fernbook_core::screens::dates::{self, DateLine};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use serde_json::Value;

use super::{short, value};
use crate::clock;
use crate::context::Context;
use crate::failure::Outcome;
use crate::output::label;

/// What `visit list` takes.
#[derive(Args)]
pub struct ListArguments {
    /// All of a month: 2026-12
    #[arg(long, conflicts_with = "earlier")]
    month: Option<String>,
    /// Those that are over
    #[arg(long)]
    earlier: bool,
}

/// Lists dates.
pub fn run(context: &Context, notebook: &Notebook, arguments: &ListArguments) -> Outcome<()> {
    let (now, zone, words) = (clock::now(), clock::zone(), &context.words);
    let (lines, open) = if let Some(month) = &arguments.month {
        let month = year_and_month(month)?;
        (notebook.read(|conn| dates::month(conn, words, month, now, zone))?.dates, Vec::new())
    } else if arguments.earlier {
        (notebook.read(|conn| dates::earlier(conn, words, now, zone))?, Vec::new())
    } else {
        let coming = notebook.read(|conn| dates::coming(conn, words, now, zone))?;
        (coming.dated, coming.open)
    };
    if context.output.json {
        let all = lines.iter().chain(&open).map(value::line);
        return context.output.value(&all.collect::<Vec<Value>>());
    }
    let narrowed = arguments.month.is_some() || arguments.earlier;
    tell(context, &lines, &open, narrowed)
}

fn year_and_month(text: &str) -> Outcome<(i32, u32)> {
    let parts =
        text.split_once('-').and_then(|(year, month)| Some((year.parse().ok()?, month.parse().ok()?)));
    Ok(parts.ok_or(Error::NotUnderstood { what: Thing::Date })?)
}

fn tell(context: &Context, lines: &[DateLine], open: &[DateLine], narrowed: bool) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    if lines.is_empty() && open.is_empty() {
        return output.line(&if narrowed {
            words.say(key::VISITS_NONE_THEN)
        } else {
            words.text(key::VISITS_NONE, &[("command", "fernbook visit add".into())])
        });
    }
    lines.iter().try_for_each(|line| tell_line(context, line))?;
    if !open.is_empty() {
        output.line(&format!("\n{}", words.say(key::VISITS_OPEN)))?;
    }
    open.iter().try_for_each(|line| tell_line(context, line))
}

/// A date on a line.
pub fn tell_line(context: &Context, line: &DateLine) -> Outcome<()> {
    use fernbook_core::visits::visit::Status;
    let status = match line.status {
        Status::CalledOff => Some(context.words.say(key::VISIT_CALLED_OFF)),
        Status::Changed | Status::Planned => None,
    };
    let parts = [Some(short(line.id)), Some(line.when.clone()), Some(label(&line.title)), status];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    context.output.line_hanging(&parts.join("  "), 10)
}
