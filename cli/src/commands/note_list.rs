//! `note list`, and the pages that other lists share.

use clap::Args;
use fernbook_core::journal::page::{self, NoteLine, PAGE_LINES, PageQuery};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::{Key, key};
use serde_json::Value;

use super::days::Days;
use super::note_line;
use crate::context::Context;
use crate::failure::Outcome;
use crate::json;

/// What `note list` takes.
#[derive(Args)]
pub struct ListArguments {
    /// Only notes with this topic
    #[arg(long)]
    topic: Option<String>,
    /// Only notes of this day, month or year: 2026-12-01, 2026-12 or 2026
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    #[command(flatten)]
    part: Part,
}

/// Which part of a long list.
#[derive(Args)]
pub struct Part {
    /// Go on after the note with this id
    #[arg(long, value_name = "ID")]
    pub after: Option<String>,
    /// How many at most
    #[arg(long, value_name = "COUNT", default_value_t = PAGE_LINES,
        value_parser = clap::value_parser!(u32).range(1..))]
    pub limit: u32,
}

/// Lists notes.
pub fn run(context: &Context, notebook: &Notebook, arguments: ListArguments) -> Outcome<()> {
    let mut again = String::from("fernbook note list");
    if arguments.topic.is_some() {
        again.push_str(" --topic TOPIC");
    }
    let days = arguments.on.as_deref().map(str::parse::<Days>).transpose()?;
    let empty = if days.is_some() { key::NOTES_NONE_THEN } else { key::NOTES_EMPTY };
    if let Some(days) = &days {
        again.push_str(&format!(" --on {days}"));
    }
    let (from, to) = days.as_ref().map_or((None, None), Days::moments);
    let query = PageQuery { topic: arguments.topic, from, to, ..PageQuery::default() };
    let keep = |line: &NoteLine| days.as_ref().is_none_or(|days| days.hold(line.at.local(line.zone)));
    let list = List { query, keep: &keep, empty: (empty, "fernbook note add"), again: &again };
    print_page(context, notebook, list, &arguments.part)
}

/// A list of notes.
pub struct List<'a> {
    /// Which notes.
    pub query: PageQuery,
    /// Which of those.
    pub keep: &'a dyn Fn(&NoteLine) -> bool,
    /// What is said where there are none, and the one thing to do then.
    pub empty: (Key, &'a str),
    /// The command of this list, to which the way to the next page is added.
    pub again: &'a str,
}

/// Prints a page of notes.
pub fn print_page(context: &Context, notebook: &Notebook, list: List<'_>, part: &Part) -> Outcome<()> {
    let List { query, keep, empty: (empty, next), again } = list;
    let after = part.after.as_deref().map(|id| note_line::named(notebook, id)).transpose()?;
    // One more than asked for tells whether there is a next page.
    let query = PageQuery { after, limit: part.limit.saturating_add(1), ..query };
    let mut lines = kept_lines(notebook, query, keep)?;
    let more = lines.len() > part.limit as usize;
    lines.truncate(part.limit as usize);
    let output = context.output;
    if output.json {
        return output.value(&lines.iter().map(json::line).collect::<Vec<Value>>());
    }
    if lines.is_empty() && after.is_none() {
        return output.line(&context.words.text(empty, &[("command", next.into())]));
    }
    lines.iter().try_for_each(|line| note_line::print_line(context, line))?;
    match lines.last() {
        Some(last) if more => output.line(&more_line(context, again, part.limit, last)),
        _ => Ok(()),
    }
}

/// As many lines as the query asks for, of those that `keep` holds for.
fn kept_lines(
    notebook: &Notebook,
    mut query: PageQuery,
    keep: &dyn Fn(&NoteLine) -> bool,
) -> Outcome<Vec<NoteLine>> {
    let mut lines = Vec::new();
    loop {
        let page = notebook.read(|conn| page::page(conn, &query))?;
        let last = page.last().map(|line| line.id).filter(|_| page.len() >= query.limit as usize);
        lines.extend(page.into_iter().filter(keep));
        if last.is_none() || lines.len() >= query.limit as usize {
            return Ok(lines);
        }
        query.after = last;
    }
}

fn more_line(context: &Context, again: &str, limit: u32, last: &NoteLine) -> String {
    let limit = if limit == PAGE_LINES { String::new() } else { format!(" --limit {limit}") };
    let command = format!("{again}{limit} --after {}", note_line::short(last.id));
    context.words.text(key::NOTES_MORE, &[("command", (&command).into())])
}
