//! `import`: what would come in is shown first, then it asks.

use std::path::PathBuf;

use clap::Args;
use fernbook_core::exchange::import::{self, Imported, Limits, Options, Place, Preview, Problem, Source};
use fernbook_core::time::{Moment, Zone};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use serde_json::{Value, json};

use super::copy::from_to;
use super::import_words::{left_behind, left_behind_code, reason, reason_code};
use super::note_line;
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::one_line;
use crate::progress_bar::watched;
use crate::{clock, opening, questions};

const EXAMPLES: &str = "Examples:
  fernbook import diary.zip              From Day One
  fernbook import notes.jex              From Joplin
  fernbook import ~/Documents/diary      A folder of .md and .txt files
  fernbook import diary.zip --preview    Only tell what would come in";

/// Problems shown to a person; JSON has more.
const PROBLEMS_SHOWN: usize = 20;

/// What `import` takes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct ImportArguments {
    /// A Day One zip, a Joplin .jex, a folder of Markdown or text files, or one such file
    file: PathBuf,
    /// Only tell what would come in
    #[arg(long)]
    preview: bool,
    /// The time zone of entries that name none, such as Europe/London
    #[arg(long)]
    zone: Option<String>,
}

/// Runs the command.
pub fn run(context: Context, arguments: &ImportArguments) -> Outcome<()> {
    let zone = arguments.zone.as_deref().map(Zone::parse).transpose()?.unwrap_or_else(clock::zone);
    let starred = context.words.say(key::IMPORT_STARRED);
    let options = Options { zone, starred, limits: Limits::default() };
    let mut source = Source::open(&arguments.file, options)?;
    opening::in_notebook(context, |context, notebook| {
        let preview = watched(|watch| notebook.read(|conn| import::preview(conn, &mut source, watch)))?;
        tell_preview(context, &preview)?;
        if arguments.preview || preview.entries == 0 {
            return context.output.value(&json!({ "preview": preview_json(&preview), "imported": null }));
        }
        bring_in(context, notebook, &mut source, &preview)
    })
}

fn bring_in(
    context: &Context,
    notebook: &mut Notebook,
    source: &mut Source,
    preview: &Preview,
) -> Outcome<()> {
    match questions::confirm(context, key::IMPORT_ASK) {
        Ok(true) => {}
        Ok(false) => return Ok(()),
        Err(needs_answer) => {
            context.output.value(&json!({ "preview": preview_json(preview), "imported": null }))?;
            return Err::<(), Failure>(needs_answer);
        }
    }
    let now = clock::now();
    let done = watched(|watch| notebook.write(now, |tx| import::run(tx, source, now, watch)))?;
    context.output.value(&json!({ "preview": preview_json(preview), "imported": imported_json(&done) }))?;
    context.output.line(&context.words.text(key::IMPORT_DONE, &[("count", done.added.into())]))?;
    context.output.line(&context.words.say(key::IMPORT_STILL))
}

fn tell_preview(context: &Context, preview: &Preview) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    let count = |key, count: u64| output.line(&words.text(key, &[("count", count.into())]));
    match (preview.entries, preview.already) {
        (0, 0) => output.line(&words.say(key::IMPORT_NONE))?,
        (0, _) => output.line(&words.say(key::IMPORT_NOTHING_NEW))?,
        (entries, _) => count(key::IMPORT_COUNT, entries)?,
    }
    if let (Some(first), Some(last)) = (preview.first, preview.last) {
        output.line(&from_to(context, key::IMPORT_FROM_TO, first, last))?;
    }
    if preview.attachments > 0 {
        count(key::IMPORT_ATTACHMENTS, preview.attachments)?;
        output.line(&words.say(key::ATTACHMENT_COST))?;
    }
    if preview.already > 0 {
        count(key::IMPORT_KNOWN, preview.already)?;
    }
    if preview.entries > 0 {
        output.line(&words.say(key::IMPORT_DELETED_AGAIN))?;
    }
    tell_left_behind(context, preview)?;
    tell_problems(context, preview)
}

fn tell_left_behind(context: &Context, preview: &Preview) -> Outcome<()> {
    preview.cannot_come.iter().try_for_each(|(kind, count)| {
        let what = context.words.say(left_behind(*kind));
        let args = [("what", (&what).into()), ("count", (*count).into())];
        context.output.line(&context.words.text(key::IMPORT_LEFT_BEHIND, &args))
    })
}

fn tell_problems(context: &Context, preview: &Preview) -> Outcome<()> {
    if preview.problem_count == 0 {
        return Ok(());
    }
    let (words, output) = (&context.words, context.output);
    output.line(&words.text(key::IMPORT_CANNOT, &[("count", preview.problem_count.into())]))?;
    for problem in preview.problems.iter().take(PROBLEMS_SHOWN) {
        let place = place(context, &problem.place);
        output.line(&format!("  {place}: {}", words.say(reason(problem.reason))))?;
    }
    match preview.problem_count.saturating_sub(PROBLEMS_SHOWN as u64) {
        0 => Ok(()),
        more => output.line(&words.text(key::IMPORT_CANNOT_MORE, &[("count", more.into())])),
    }
}

/// Where something stands in the source: its number, its name, its date.
fn place(context: &Context, place: &Place) -> String {
    let number = (place.number > 0).then(|| format!("#{}", place.number));
    let name = place.name.as_deref().map(one_line);
    let at = place.at.map(|at| note_line::date_here(context, at));
    let known: Vec<String> = [number, name, at].into_iter().flatten().collect();
    if known.is_empty() { context.words.say(key::IMPORT_WHOLE) } else { known.join(", ") }
}

fn preview_json(preview: &Preview) -> Value {
    let cannot_come = preview.cannot_come.iter().map(|(kind, count)| (left_behind_code(*kind), count));
    json!({
        "entries": preview.entries,
        "first": preview.first.map(Moment::to_rfc3339),
        "last": preview.last.map(Moment::to_rfc3339),
        "attachments": preview.attachments,
        "attachment_bytes": preview.attachment_bytes,
        "already": preview.already,
        "already_in_bin": preview.already_in_bin,
        "cannot_come": cannot_come.collect::<std::collections::BTreeMap<_, _>>(),
        "problem_count": preview.problem_count,
        "problems": problems_json(&preview.problems),
    })
}

fn imported_json(done: &Imported) -> Value {
    json!({
        "added": done.added,
        "attachments": done.attachments,
        "already": done.already,
        "problem_count": done.problem_count,
        "problems": problems_json(&done.problems),
    })
}

fn problems_json(problems: &[Problem]) -> Value {
    let shape = |problem: &Problem| {
        json!({
            "number": problem.place.number,
            "name": problem.place.name,
            "at": problem.place.at.map(Moment::to_rfc3339),
            "reason": reason_code(problem.reason),
            "entry_came": problem.reason.entry_came(),
        })
    };
    problems.iter().map(shape).collect()
}
