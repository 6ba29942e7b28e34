//! `note list`, and the pages that other lists share.

use clap::Args;
use fernbook_core::journal::page::{self, NoteLine, PAGE_LINES, PageQuery};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::{Key, key};
use serde_json::Value;

use super::note;
use crate::context::Context;
use crate::failure::Outcome;
use crate::json;

/// What `note list` takes.
#[derive(Args)]
pub struct ListArguments {
    /// Only notes with this topic
    #[arg(long)]
    topic: Option<String>,
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
    #[arg(long, value_name = "COUNT", default_value_t = PAGE_LINES)]
    pub limit: u32,
}

/// Lists notes.
pub fn run(context: &Context, notebook: &Notebook, arguments: ListArguments) -> Outcome<()> {
    let mut again = String::from("fernbook note list");
    if arguments.topic.is_some() {
        again.push_str(" --topic TOPIC");
    }
    let query = PageQuery { topic: arguments.topic, ..PageQuery::default() };
    print_page(context, notebook, query, &arguments.part, (key::NOTES_EMPTY, "fernbook note add"), &again)
}

/// Prints a page of notes; where there are none, what the place is for and one thing to do. `again` is
/// the command of this list, to which the way to the next page is added.
pub fn print_page(
    context: &Context,
    notebook: &Notebook,
    query: PageQuery,
    part: &Part,
    (empty, next): (Key, &str),
    again: &str,
) -> Outcome<()> {
    let after = part.after.as_deref().map(|id| note::named(notebook, id)).transpose()?;
    // One more than asked for tells whether there is a next page.
    let query = PageQuery { after, limit: part.limit.saturating_add(1), ..query };
    let mut lines = notebook.read(|conn| page::page(conn, &query))?;
    let more = lines.len() > part.limit as usize;
    lines.truncate(part.limit as usize);
    let output = context.output;
    if output.json {
        return output.value(&lines.iter().map(json::line).collect::<Vec<Value>>());
    }
    if lines.is_empty() && after.is_none() {
        return output.line(&context.words.text(empty, &[("command", next.into())]));
    }
    lines.iter().try_for_each(|line| note::print_line(context, line))?;
    match lines.last() {
        Some(last) if more => output.line(&more_line(context, again, last)),
        _ => Ok(()),
    }
}

fn more_line(context: &Context, again: &str, last: &NoteLine) -> String {
    let command = format!("{again} --after {}", note::short(last.id));
    context.words.text(key::NOTES_MORE, &[("command", (&command).into())])
}
