//! `search`.

use std::io::{self, IsTerminal};

use clap::Args;
use fernbook_core::journal::search::{self, Hit, SearchQuery};
use fernbook_core::words::key;
use serde_json::Value;

use super::note_line;
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::one_line;
use crate::{json, opening, questions, text_input};

const EXAMPLES: &str = "Examples:
  fernbook search garden
  fernbook search                          Asks for the words, so that the shell does not keep them
  fernbook search 'the fig' --around         With the words around it
  fernbook search fig --topic garden --limit 10 --json";

/// What `search` takes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct SearchArguments {
    /// The words, or their beginnings; a note must have all of them (else asked for, or read from standard
    /// input)
    #[arg(value_name = "WORD")]
    words: Vec<String>,
    /// Show the words around each place
    #[arg(long)]
    around: bool,
    /// Only notes with this topic
    #[arg(long)]
    topic: Option<String>,
    /// Go on after the note with this id
    #[arg(long, value_name = "ID")]
    after: Option<String>,
    /// How many at most
    #[arg(long, value_name = "COUNT", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    limit: u32,
}

/// Runs the command.
pub fn run(context: Context, arguments: &SearchArguments) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| {
        let after = arguments.after.as_deref().map(|id| note_line::named(notebook, id)).transpose()?;
        let mut query = SearchQuery::of_text(wanted(context, &arguments.words)?);
        // One more than asked for tells whether there is a next page.
        query.limit = arguments.limit.saturating_add(1);
        query.after = after;
        query.topic.clone_from(&arguments.topic);
        query.around = arguments.around || context.output.json;
        let mut hits = notebook.read(|conn| search::search(conn, &query))?;
        let more = hits.len() > arguments.limit as usize;
        hits.truncate(arguments.limit as usize);
        if context.output.json {
            return context.output.value(&hits.iter().map(json::hit).collect::<Vec<Value>>());
        }
        if hits.is_empty() {
            return context.output.line(&context.words.say(key::SEARCH_NONE));
        }
        hits.iter().try_for_each(|hit| print(context, arguments.around, hit))?;
        match hits.last() {
            Some(last) if more => {
                let option = format!("--after {}", note_line::short(last.line.id));
                context.output.line(&context.words.text(key::SEARCH_MORE, &[("option", (&option).into())]))
            }
            _ => Ok(()),
        }
    })
}

/// What other programs can't see of us while we run, as they see arguments, and no shell keeps.
fn wanted(context: &Context, given: &[String]) -> Outcome<String> {
    let text = if !given.is_empty() {
        given.join(" ")
    } else if io::stdin().is_terminal() {
        questions::answer(context, &context.words.say(key::SEARCH_ASK))?.unwrap_or_default()
    } else {
        text_input::read_all(io::stdin().lock())?.to_string()
    };
    if text.trim().is_empty() { Err(Failure::Usage("fernbook search --help")) } else { Ok(text) }
}

fn print(context: &Context, around: bool, hit: &Hit) -> Outcome<()> {
    note_line::print_line(context, &hit.line)?;
    if !around || hit.excerpt.is_empty() {
        return Ok(());
    }
    context.output.line(&format!("          {}", one_line(&hit.excerpt)))
}
