//! `copy make`, `copy check` and `copy restore`: sealed copies.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use fernbook_core::crypto::words::Words as CopyWords;
use fernbook_core::exchange::copy::make::{self, Contents, Label};
use fernbook_core::exchange::copy::restore::{self, Restored};
use fernbook_core::time::Moment;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::{Key, key};
use fernbook_core::{Error, Part};
use serde_json::json;

use super::note_line;
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::shown;
use crate::progress_bar::watched;
use crate::{clock, opening, questions, secrets};

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook copy make /media/stick/copy.age
  fernbook copy check /media/stick/copy.age
  fernbook copy restore /media/stick/copy.age
  age --decrypt copy.age | tar -xf -       Opens it without this program, in this folder";

/// What can be done with copies.
#[derive(Subcommand)]
pub enum CopyCommand {
    /// Write everything into one sealed file, and show the 12 words that open it
    #[command(after_help = EXAMPLES)]
    Make(CopyFile),
    /// Open a copy and read all of it
    #[command(after_help = EXAMPLES)]
    Check(CopyFile),
    /// Bring in the notes and dates of a copy, after a look at what would come
    #[command(after_help = EXAMPLES)]
    Restore(CopyFile),
}

/// The file of a copy.
#[derive(Args)]
pub struct CopyFile {
    /// The file
    file: PathBuf,
}

/// Runs the command.
pub fn run(context: Context, command: CopyCommand) -> Outcome<()> {
    match command {
        CopyCommand::Make(to) if to.file.exists() => Err(Error::AlreadyThere.into()),
        CopyCommand::Make(to) => opening::in_notebook(context, |context, book| make(context, book, &to.file)),
        CopyCommand::Check(of) => check(&context, &of.file),
        CopyCommand::Restore(of) => {
            // A wrong name is said before a PIN is asked for.
            drop(File::open(&of.file)?);
            opening::in_notebook(context, |context, book| restore(context, book, &of.file))
        }
    }
}

fn make(context: &Context, notebook: &Notebook, file: &Path) -> Outcome<()> {
    let secret = CopyWords::make()?;
    let read_me = context.words.say(key::COPY_READ_ME);
    let label = Label { made: clock::now(), read_me: &read_me };
    let contents = watched(|watch| notebook.read(|conn| make::make_file(conn, file, &secret, label, watch)))?;
    tell_made(context, file, &contents, &secret).inspect_err(|_| {
        // Without its words nobody can open it; one that stays is no worse than useless.
        let _stays = std::fs::remove_file(file);
    })
}

fn tell_made(context: &Context, file: &Path, contents: &Contents, secret: &CopyWords) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    let file = shown(file);
    let mut value = contents_json(contents);
    if let Some(object) = value.as_object_mut() {
        object.insert("file".to_owned(), json!(file));
        object.insert("words".to_owned(), json!(secret.phrase()));
    }
    output.value_that_matters(&value)?;
    output.line(&words.text(key::COPY_MADE, &[("file", (&file).into())]))?;
    tell_contents(context, contents)?;
    output.line(&words.say(key::COPY_WHO))?;
    output.words_shown_once(secret)?;
    output.line(&words.say(key::COPY_WRITE))?;
    output.line(&words.say(key::COPY_MOVE))
}

fn check(context: &Context, file: &Path) -> Outcome<()> {
    let input = File::open(file)?;
    let secret = copy_words(context)?;
    let contents = watched(|watch| make::check(BufReader::new(input), &secret, watch)).map_err(of_copy)?;
    context.output.value(&contents_json(&contents))?;
    context.output.line(&context.words.say(key::COPY_GOOD))?;
    tell_contents(context, &contents)
}

/// Reads the copy twice: the first time for the preview, which checks all of it.
fn restore(context: &Context, notebook: &mut Notebook, file: &Path) -> Outcome<()> {
    let open = || -> Outcome<BufReader<File>> { Ok(BufReader::new(File::open(file)?)) };
    let first = open()?;
    let secret = copy_words(context)?;
    let preview = watched(|watch| notebook.read(|conn| restore::preview(conn, first, &secret, watch)));
    let preview = preview.map_err(of_copy)?;
    tell_restored(context, &preview)?;
    let showing = preview.card + preview.choices + preview.receipts;
    let own = preview.people + preview.own_words + preview.visits;
    let brings = preview.new + preview.differing + own + showing;
    if brings > 0 && !questions::confirm(context, key::RESTORE_ASK)? {
        return Ok(());
    }
    let (now, second) = (clock::now(), open()?);
    let done = watched(|watch| notebook.write(now, |tx| restore::restore(tx, second, &secret, now, watch)));
    let done = done.map_err(of_copy)?;
    context.output.value(&json!({
        "made": done.made.to_rfc3339(),
        "new": done.new,
        "same": done.same,
        "differing": done.differing,
        "deleted_here": done.deleted_here,
        "attachments": done.attachments,
        "people": done.people,
        "own_words": done.own_words,
        "visits": done.visits,
        "card": done.card,
        "choices": done.choices,
        "receipts": done.receipts,
    }))?;
    context.output.line(&context.words.say(key::RESTORE_DONE))
}

fn copy_words(context: &Context) -> Outcome<CopyWords> {
    secrets::read_words(key::COPY_WORDS_ASK, &context.words)
}

fn of_copy(error: Error) -> Failure {
    match error {
        Error::WrongSecret => Failure::WrongWords,
        Error::Damaged { part: Part::Copy } => Error::Damaged { part: Part::Copy }.into(),
        other => other.into(),
    }
}

fn contents_json(contents: &Contents) -> serde_json::Value {
    json!({
        "made": contents.made.to_rfc3339(),
        "notes": contents.notes,
        "binned": contents.binned,
        "attachments": contents.attachments,
        "attachment_bytes": contents.attachment_bytes,
        "first": contents.first.map(Moment::to_rfc3339),
        "last": contents.last.map(Moment::to_rfc3339),
        "people": contents.people,
        "own_words": contents.own_words,
        "visits": contents.visits,
        "card": contents.card,
        "choices": contents.choices,
        "receipts": contents.receipts,
    })
}

fn tell_contents(context: &Context, contents: &Contents) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    output.line(&words.text(key::COPY_NOTES, &[("count", contents.notes.into())]))?;
    tell_own(context, contents.people, contents.own_words, contents.visits)?;
    tell_showing(context, contents.card + contents.choices + contents.receipts)?;
    match (contents.first, contents.last) {
        (Some(first), Some(last)) => output.line(&from_to(context, key::COPY_FROM_TO, first, last)),
        _ => Ok(()),
    }
}

/// What is in a copy or a folder besides its notes, where there is any of it.
pub fn tell_own(context: &Context, people: u64, own_words: u64, visits: u64) -> Outcome<()> {
    if people > 0 {
        context.output.line(&context.words.text(key::COPY_OWN_PEOPLE, &[("count", people.into())]))?;
    }
    if own_words > 0 {
        context.output.line(&context.words.say(key::COPY_OWN_WORDS))?;
    }
    if visits == 0 {
        return Ok(());
    }
    context.output.line(&context.words.text(key::COPY_DATES, &[("count", visits.into())]))
}

/// That her card, her choices and what she showed are there too.
pub fn tell_showing(context: &Context, count: u64) -> Outcome<()> {
    if count == 0 { Ok(()) } else { context.output.line(&context.words.say(key::COPY_SHOWING)) }
}

/// From when to when, in words.
pub fn from_to(context: &Context, key: Key, first: Moment, last: Moment) -> String {
    let (first, last) = (note_line::date_here(context, first), note_line::date_here(context, last));
    context.words.text(key, &[("first", (&first).into()), ("last", (&last).into())])
}

fn tell_restored(context: &Context, preview: &Restored) -> Outcome<()> {
    let lines = [
        (key::RESTORE_NEW, preview.new),
        (key::RESTORE_SAME, preview.same),
        (key::RESTORE_BOTH, preview.differing),
        (key::RESTORE_GONE, preview.deleted_here),
    ];
    let told = lines.iter().filter(|(line, count)| *count > 0 || *line == key::RESTORE_NEW);
    told.into_iter().try_for_each(|(line, count)| {
        context.output.line(&context.words.text(*line, &[("count", (*count).into())]))
    })?;
    if preview.people > 0 {
        let told = context.words.text(key::RESTORE_OWN_PEOPLE, &[("count", preview.people.into())]);
        context.output.line(&told)?;
    }
    if preview.own_words > 0 {
        context.output.line(&context.words.say(key::RESTORE_OWN_WORDS))?;
    }
    if preview.visits > 0 {
        let told = context.words.text(key::RESTORE_DATES, &[("count", preview.visits.into())]);
        context.output.line(&told)?;
    }
    tell_showing(context, preview.card + preview.choices + preview.receipts)
}
