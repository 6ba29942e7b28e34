//! `receipt list`, `show`, `end`, `delete` and `export`: her own lines about what she showed.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use fernbook_core::consent::grant::{Ended, Why};
use fernbook_core::consent::receipt;
use fernbook_core::id::GrantId;
use fernbook_core::screens::receipt::ask_words;
use fernbook_core::screens::showing::{self, ReceiptLine};
use fernbook_core::share::fhir;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Outcome;
use crate::output::{label, shown};
use crate::{clock, new_file, opening, questions};

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook receipt list
  fernbook receipt show 3f2a
  fernbook receipt end 3f2a
  fernbook receipt delete 3f2a
  fernbook receipt export shown.json";

/// What can be done with them.
#[derive(Subcommand)]
pub enum ReceiptCommand {
    /// List what you showed, the latest first
    #[command(after_help = EXAMPLES)]
    List(ListArguments),
    /// Show one line, with the words if you kept them
    #[command(after_help = EXAMPLES)]
    Show(Which),
    /// Put down that you asked them not to use it, with words for that
    #[command(after_help = EXAMPLES)]
    End(Which),
    /// Delete one for good
    #[command(after_help = EXAMPLES)]
    Delete(Which),
    /// Write all of them into a file, as HL7 FHIR R4 Consents: when, what and to whom, no words
    #[command(after_help = EXAMPLES)]
    Export(ExportArguments),
}

/// What `receipt list` takes.
#[derive(Args)]
pub struct ListArguments {
    /// Go on after this one
    #[arg(long, value_name = "ID")]
    after: Option<String>,
}

/// What `receipt export` takes.
#[derive(Args)]
pub struct ExportArguments {
    /// A new file
    file: PathBuf,
}

/// Which of them.
#[derive(Args)]
pub struct Which {
    /// The id of the line, or its beginning
    #[arg(value_name = "ID")]
    id: String,
}

/// Runs the command.
pub fn run(context: Context, command: ReceiptCommand) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| match command {
        ReceiptCommand::List(arguments) => list(context, notebook, &arguments),
        ReceiptCommand::Show(which) => show(context, notebook, &which),
        ReceiptCommand::End(which) => end(context, notebook, &which),
        ReceiptCommand::Delete(which) => delete(context, notebook, &which),
        ReceiptCommand::Export(arguments) => export(context, notebook, &arguments),
    })
}

fn list(context: &Context, notebook: &Notebook, arguments: &ListArguments) -> Outcome<()> {
    let after = arguments.after.as_ref().map(|id| notebook.read(|conn| receipt::find(conn, id)));
    let after = after.transpose()?;
    let lines = notebook.read(|conn| showing::receipt_lines(conn, &context.words, after))?;
    context.output.value(&lines.iter().map(value).collect::<Vec<Value>>())?;
    if lines.is_empty() {
        return context.output.line(&context.words.say(key::RECEIPT_NONE));
    }
    lines.iter().try_for_each(|line| context.output.line_hanging(&text(context, line), 10))
}

fn text(context: &Context, line: &ReceiptLine) -> String {
    let id: String = line.grant.id.to_string().chars().take(8).collect();
    let who = label(&line.who);
    let parts = [("when", (&line.when).into()), ("who", (&who).into()), ("way", (&line.way).into())];
    format!("{id}  {} {}", context.words.text(key::RECEIPT_LINE, &parts), line.state)
}

/// A line, in JSON.
fn value(line: &ReceiptLine) -> Value {
    let (grant, shown) = (&line.grant, &line.grant.shown);
    json!({
        "id": grant.id,
        "at": grant.at.to_rfc3339(),
        "zone": shown.zone.name(),
        "person": shown.person,
        "way": shown.way,
        "form": shown.form,
        "parts": shown.parts,
        "ended": grant.ended.map(|ended| ended.at.to_rfc3339()),
        "why": grant.ended.map(|ended| ended.why.name()),
    })
}

fn show(context: &Context, notebook: &Notebook, which: &Which) -> Outcome<()> {
    let id = which.of(notebook)?;
    let (words, output) = (&context.words, context.output);
    let line = notebook.read(|conn| showing::receipt_line(conn, words, receipt::get(conn, id)?))?;
    let kept = notebook.read(|conn| receipt::words(conn, id))?;
    let mut all = value(&line);
    if let Some(object) = all.as_object_mut() {
        let kept: Vec<Value> = kept.iter().map(|one| json!({ "part": one.part, "text": one.text })).collect();
        object.insert("words".to_owned(), json!(kept));
    }
    output.value(&all)?;
    output.line(&text(context, &line))?;
    let parts: Vec<String> = line.parts.iter().map(|part| label(part)).collect();
    let parts = parts.join(", ");
    output.line(&words.text(key::RECEIPT_PARTS, &[("parts", (&parts).into())]))?;
    if kept.is_empty() {
        return Ok(());
    }
    output.line(&format!("\n{}\n", words.say(key::RECEIPT_WORDS)))?;
    kept.iter().try_for_each(|one| output.line(&format!("{}\n", one.text)))
}

fn end(context: &Context, notebook: &mut Notebook, which: &Which) -> Outcome<()> {
    let id = which.of(notebook)?;
    let ended = Ended { at: clock::now(), why: Why::Asked };
    notebook.write(clock::now(), |tx| receipt::end(tx, id, ended))?;
    let (words, output) = (&context.words, context.output);
    let line = notebook.read(|conn| showing::receipt_line(conn, words, receipt::get(conn, id)?))?;
    output.value(&value(&line))?;
    output.line(&words.say(key::RECEIPT_ENDED))?;
    output.line(&ask_words(words, &line))?;
    output.line(&words.say(key::SHOW_THEY_KEEP))
}

fn delete(context: &Context, notebook: &mut Notebook, which: &Which) -> Outcome<()> {
    let id = which.of(notebook)?;
    let (words, output) = (&context.words, context.output);
    output.line(&words.say(key::RECEIPT_DELETE_WHAT))?;
    if !questions::confirm(context, key::RECEIPT_DELETE_ASK)? {
        return Ok(());
    }
    notebook.write(clock::now(), |tx| receipt::delete(tx, id))?;
    output.value(&json!({ "id": id, "deleted": true }))?;
    output.line(&words.say(key::RECEIPT_DELETED))
}

fn export(context: &Context, notebook: &Notebook, arguments: &ExportArguments) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    let lines = notebook.read(|conn| showing::record_lines(conn, words))?;
    let today = clock::now().local(clock::zone()).date();
    new_file::write(&arguments.file, &fhir::record(&lines, words, today)?)?;
    let file = shown(&arguments.file);
    output.value(&json!({ "file": file, "lines": lines.len() }))?;
    output.line(&words.text(key::RECEIPT_FILE, &[("file", (&file).into())]))
}

impl Which {
    fn of(&self, notebook: &Notebook) -> Outcome<GrantId> {
        Ok(notebook.read(|conn| receipt::find(conn, &self.id))?)
    }
}
