//! `search`.

use clap::Args;
use fernbook_core::journal::search::{self, Hit, SearchQuery};
use fernbook_core::words::key;
use serde_json::Value;

use super::note;
use crate::context::Context;
use crate::failure::Outcome;
use crate::output::one_line;
use crate::{json, opening};

const EXAMPLES: &str = "Examples:
  fernbook search garden
  fernbook search 'the fig' --around       With the words around it
  fernbook search fig --topic garden --limit 10 --json";

/// What `search` takes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct SearchArguments {
    /// The words, or their beginnings; a note must have all of them
    #[arg(required = true, value_name = "WORD")]
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
    #[arg(long, value_name = "COUNT", default_value_t = 20)]
    limit: u32,
}

/// Runs the command.
pub fn run(context: Context, arguments: &SearchArguments) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| {
        let after = arguments.after.as_deref().map(|id| note::named(notebook, id)).transpose()?;
        let mut query = SearchQuery::of_text(arguments.words.join(" "));
        query.limit = arguments.limit;
        query.after = after;
        query.topic.clone_from(&arguments.topic);
        let hits = notebook.read(|conn| search::search(conn, &query))?;
        if context.output.json {
            return context.output.value(&hits.iter().map(json::hit).collect::<Vec<Value>>());
        }
        if hits.is_empty() {
            return context.output.line(&context.words.say(key::SEARCH_NONE));
        }
        hits.iter().try_for_each(|hit| print(context, arguments.around, hit))?;
        match hits.last() {
            Some(last) if hits.len() == arguments.limit as usize => {
                let option = format!("--after {}", note::short(last.line.id));
                context.output.line(&context.words.text(key::SEARCH_MORE, &[("option", (&option).into())]))
            }
            _ => Ok(()),
        }
    })
}

fn print(context: &Context, around: bool, hit: &Hit) -> Outcome<()> {
    note::print_line(context, &hit.line)?;
    if !around || hit.excerpt.is_empty() {
        return Ok(());
    }
    context.output.line(&format!("          {}", one_line(&hit.excerpt)))
}
