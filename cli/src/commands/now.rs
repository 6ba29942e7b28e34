//! `now`: the page for a hard moment, and the words on it.

use clap::{Args, Subcommand};
use fernbook_core::people::earlier;
use fernbook_core::people::own_words::{self, OwnWords};
use fernbook_core::screens::right_now::{self, RightNow};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::{Key, key};
use serde_json::json;

use super::numbers::{person_value, tell_person};
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::text_input::{self, Ask};
use crate::{clock, opening};

const EXAMPLES: &str = "Examples:
  fernbook now
  fernbook now words                 Write your words to yourself
  fernbook now helps < things.txt    Write what helps, a thing on each line
  fernbook now words --clear         Take your words out
  fernbook now words --undo          Take back the last change of them";

/// What `now` takes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct NowArguments {
    #[command(subcommand)]
    command: Option<NowCommand>,
}

#[derive(Subcommand)]
enum NowCommand {
    /// Show the page
    #[command(after_help = EXAMPLES)]
    Show,
    /// Write your words to yourself
    #[command(after_help = EXAMPLES)]
    Words(WriteArguments),
    /// Write what helps, a thing on each line
    #[command(after_help = EXAMPLES)]
    Helps(WriteArguments),
}

#[derive(Args)]
struct WriteArguments {
    /// Take out what is there
    #[arg(long)]
    clear: bool,
    /// Take back the last change
    #[arg(long, conflicts_with = "clear")]
    undo: bool,
}

/// Runs the command.
pub fn run(context: Context, arguments: NowArguments) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| match arguments.command {
        None | Some(NowCommand::Show) => show(context, notebook),
        Some(NowCommand::Words(how)) => write(context, notebook, OwnWords::Words, &how),
        Some(NowCommand::Helps(how)) => write(context, notebook, OwnWords::Helps, &how),
    })
}

fn show(context: &Context, notebook: &Notebook) -> Outcome<()> {
    let (now, zone) = (clock::now(), clock::zone());
    let page = notebook.read(|conn| right_now::page(conn, &context.words, now, zone))?;
    if context.output.json {
        return context.output.value(&json!({
            "today": page.today,
            "words": page.words,
            "helps": page.helps,
            "people": page.people.iter().map(person_value).collect::<Vec<_>>(),
        }));
    }
    tell(context, &page)
}

fn tell(context: &Context, page: &RightNow) -> Outcome<()> {
    let output = context.output;
    let heading = |key: Key| output.line(&format!("\n{}", context.words.say(key)));
    output.line(&page.today)?;
    if page.words.is_empty() {
        output.line(&context.words.say(key::RIGHT_NOW_NONE))?;
    } else {
        heading(key::RIGHT_NOW_YOURS)?;
        output.line(&page.words)?;
    }
    heading(key::RIGHT_NOW_HELPS)?;
    page.helps.iter().try_for_each(|line| output.line_hanging(&format!("  {line}"), 4))?;
    heading(key::RIGHT_NOW_PEOPLE)?;
    if page.people.is_empty() {
        output.line(&context.words.say(key::RIGHT_NOW_NOBODY))?;
    }
    page.people.iter().try_for_each(|person| tell_person(output, person))
}

fn write(context: &Context, notebook: &mut Notebook, which: OwnWords, how: &WriteArguments) -> Outcome<()> {
    if how.undo {
        let now = clock::now();
        notebook.write(now, |tx| earlier::take_back(tx, which, now))?;
        return told(context, notebook, which, key::NOTE_UNDONE);
    }
    let before = notebook.read(|conn| own_words::get(conn, which))?;
    let now = clock::now();
    let command = match which {
        OwnWords::Words => "fernbook now words < FILE",
        OwnWords::Helps => "fernbook now helps < FILE",
    };
    if how.clear {
        notebook.write(now, |tx| earlier::change(tx, which, "", now))?;
    } else {
        let ask = Ask { before: &before, replaces: !before.is_empty(), command };
        let text = text_input::read(context, &ask)?.text;
        // Taking them out is asked for by its own word, so that an empty file does not do it.
        if text.trim().is_empty() {
            return Err(Failure::NoText);
        }
        notebook.write(now, |tx| earlier::change(tx, which, &text, now))?;
    }
    told(context, notebook, which, key::RIGHT_NOW_SAVED)
}

fn told(context: &Context, notebook: &Notebook, which: OwnWords, said: Key) -> Outcome<()> {
    let text = notebook.read(|conn| own_words::get(conn, which))?;
    context.output.value(&json!({ which.name(): text }))?;
    context.output.line(&context.words.say(said))
}
