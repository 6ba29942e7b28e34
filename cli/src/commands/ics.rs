//! `ics in` and `ics out`: files of other calendars.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use fernbook_core::calendar::{self, LARGEST, Show, TakenIn, Writing, Written};
use fernbook_core::error::{Error, Thing};
use fernbook_core::id::VisitId;
use fernbook_core::screens::dates;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::visits::store;
use fernbook_core::words::{BRAND, Key, key};
use serde_json::json;

use crate::context::Context;
use crate::failure::Outcome;
use crate::output::shown;
use crate::{clock, new_file, opening, questions};

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook ics in invite.ics
  fernbook ics in - < invite.ics
  fernbook ics out dates.ics
  fernbook ics out one.ics --id 3f2a --whole";

/// What can be done with calendar files.
#[derive(Subcommand)]
pub enum IcsCommand {
    /// Bring in the dates of a file, and changes of those that came before
    #[command(after_help = EXAMPLES)]
    In(InArguments),
    /// Write dates into a file that other calendars open
    #[command(after_help = EXAMPLES)]
    Out(OutArguments),
}

/// What `ics in` takes.
#[derive(Args)]
pub struct InArguments {
    /// The file; - is standard input
    file: PathBuf,
}

/// What `ics out` takes.
#[derive(Args)]
pub struct OutArguments {
    /// A new file
    file: PathBuf,
    /// Only the date with this id; may be given again
    #[arg(long, value_name = "ID")]
    id: Vec<String>,
    /// Also what you call them, where they are, who with, and your notes of them
    #[arg(long)]
    whole: bool,
}

/// Runs the command.
pub fn run(context: Context, command: IcsCommand) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| match command {
        IcsCommand::In(arguments) => bring(context, notebook, &arguments),
        IcsCommand::Out(arguments) => write(context, notebook, &arguments),
    })
}

fn bring(context: &Context, notebook: &mut Notebook, arguments: &InArguments) -> Outcome<()> {
    let text = calendar::text_of(&read(&arguments.file)?);
    let calendar = calendar::read(&text, clock::zone())?;
    let before = notebook.read(|conn| calendar::preview(conn, &calendar))?;
    if before.new + before.changed + before.called_off > 0 {
        tell(context, before)?;
        if !context.output.json && !questions::confirm(context, key::ICS_IN_ASK)? {
            return Ok(());
        }
    }
    let taken = notebook.write(clock::now(), |tx| calendar::take_in(tx, &calendar))?;
    context.output.value(&json!({
        "new": taken.new,
        "changed": taken.changed,
        "called_off": taken.called_off,
        "same": taken.same,
        "left_out": taken.left_out,
    }))?;
    if before == taken && taken.new + taken.changed + taken.called_off > 0 {
        return context.output.line(&context.words.say(key::ICS_IS_IN));
    }
    tell(context, taken)
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = LARGEST as u64 + 1;
    if path == Path::new("-") {
        std::io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
    }
    if bytes.len() > LARGEST { Err(Error::TooLarge { what: Thing::Calendar }.into()) } else { Ok(bytes) }
}

fn tell(context: &Context, taken: TakenIn) -> Outcome<()> {
    let line =
        |count: u64, key: Key| context.output.line(&context.words.text(key, &[("count", count.into())]));
    line(taken.new, key::ICS_IN)?;
    for (count, key) in
        [(taken.changed, key::ICS_CHANGED), (taken.called_off, key::ICS_OFF), (taken.left_out, key::ICS_LEFT)]
    {
        if count > 0 {
            line(count, key)?;
        }
    }
    Ok(())
}

fn write(context: &Context, notebook: &Notebook, arguments: &OutArguments) -> Outcome<()> {
    let words = &context.words;
    let ids = which(context, notebook, &arguments.id)?;
    let show = if arguments.whole { Show::Whole } else { Show::Neutral };
    let title = words.say(key::ICS_TITLE);
    let how = Writing { show, title: &title, product: BRAND.label, made: clock::now() };
    let written = notebook.read(|conn| calendar::give_out(conn, &ids, &how))?;
    new_file::write(&arguments.file, written.text.as_bytes())?;
    told(context, arguments, &written, ids.len() - written.left_out)
}

/// Those that are named, else all that are to come.
fn which(context: &Context, notebook: &Notebook, named: &[String]) -> Outcome<Vec<VisitId>> {
    if !named.is_empty() {
        let found = named.iter().map(|id| Ok(notebook.read(|conn| store::find(conn, id))?));
        return found.collect();
    }
    let (now, zone) = (clock::now(), clock::zone());
    let coming = notebook.read(|conn| dates::coming(conn, &context.words, now, zone))?;
    let mut ids: Vec<VisitId> = coming.dated.iter().chain(&coming.open).map(|line| line.id).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

fn told(context: &Context, arguments: &OutArguments, written: &Written, count: usize) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    let file = shown(&arguments.file);
    output.value(&json!({ "file": file, "dates": count, "left_out": written.left_out }))?;
    output.line(&words.text(key::ICS_OUT, &[("count", count.into()), ("file", (&file).into())]))?;
    if written.left_out > 0 {
        output.line(&words.text(key::ICS_OUT_LEFT, &[("count", written.left_out.into())]))?;
    }
    output.line(&words.say(if arguments.whole { key::ICS_OUT_OPEN } else { key::ICS_OUT_PLAIN }))
}
