//! `topics` and `topics rename`.

use clap::{Args, Subcommand};
use fernbook_core::consent::store as choices;
use fernbook_core::journal::topic;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Outcome;
use crate::output::one_line;
use crate::{clock, opening};

const EXAMPLES: &str = "Examples:
  fernbook topics
  fernbook topics rename garden 'The garden'";

/// What `topics` takes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct TopicsArguments {
    #[command(subcommand)]
    command: Option<TopicsCommand>,
}

#[derive(Subcommand)]
enum TopicsCommand {
    /// Give a topic another name; if another topic has that name, the two become one
    #[command(after_help = EXAMPLES)]
    Rename {
        /// Its name now
        from: String,
        /// Its new name
        to: String,
    },
}

/// Runs the command.
pub fn run(context: Context, arguments: TopicsArguments) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| match arguments.command {
        None => list(context, notebook),
        Some(TopicsCommand::Rename { from, to }) => {
            let now = clock::now();
            notebook.write(now, |tx| {
                topic::rename(tx, &from, &to)?;
                choices::rename_topic(tx, &from, &to, now)
            })?;
            context.output.value(&json!({ "renamed": true }))?;
            context.output.line(&context.words.say(key::TOPIC_RENAMED))
        }
    })
}

fn list(context: &Context, notebook: &Notebook) -> Outcome<()> {
    let topics = notebook.read(topic::list)?;
    let (words, output) = (&context.words, context.output);
    if output.json {
        let shape =
            |topic: &topic::Topic| json!({ "id": topic.id, "name": topic.name, "notes": topic.notes });
        return output.value(&topics.iter().map(shape).collect::<Vec<Value>>());
    }
    if topics.is_empty() {
        let command = "fernbook note add --topic NAME";
        return output.line(&words.text(key::TOPICS_EMPTY, &[("command", command.into())]));
    }
    topics.iter().try_for_each(|topic| {
        let count = words.text(key::TOPIC_COUNT, &[("count", topic.notes.into())]);
        output.line(&format!("{}  ({count})", one_line(&topic.name)))
    })
}
