//! `draft …`: what was written and not saved as a note yet.

use clap::{Args, Subcommand};
use fernbook_core::error::{Error, Thing};
use fernbook_core::id::NoteId;
use fernbook_core::journal::{draft, note as notes};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use serde_json::{Value, json};

use super::note_line;
use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::output::one_line;
use crate::text_input::{self, Ask};
use crate::{clock, json, opening};

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook draft save                For a new note, in your editor
  fernbook draft save --note 3f2a < text.txt
  fernbook draft list
  fernbook draft show
  fernbook draft discard --note 3f2a";

/// What can be done with drafts. In an editor, `note add` and `note edit` go on with the
/// draft and drop it.
#[derive(Subcommand)]
pub enum DraftCommand {
    /// Keep a text as a draft
    #[command(after_help = EXAMPLES)]
    Save(SaveArguments),
    /// Show a draft
    #[command(after_help = EXAMPLES)]
    Show(WhichDraft),
    /// Drop a draft
    #[command(after_help = EXAMPLES)]
    Discard(WhichDraft),
    /// List drafts, never their words
    #[command(after_help = EXAMPLES)]
    List,
}

/// Which draft.
#[derive(Args)]
pub struct WhichDraft {
    /// The id of the note that it would change (else the draft of a new note)
    #[arg(long, value_name = "ID")]
    note: Option<String>,
}

/// What `draft save` takes.
#[derive(Args)]
pub struct SaveArguments {
    #[command(flatten)]
    which: WhichDraft,
    /// The title so far
    #[arg(long)]
    title: Option<String>,
}

/// Runs the command.
pub fn run(context: Context, command: DraftCommand) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| match command {
        DraftCommand::Save(arguments) => save(context, notebook, &arguments),
        DraftCommand::Show(which) => show(context, notebook, &which),
        DraftCommand::Discard(which) => discard(context, notebook, &which),
        DraftCommand::List => list(context, notebook),
    })
}

impl WhichDraft {
    fn of(&self, notebook: &Notebook) -> Outcome<Option<NoteId>> {
        self.note.as_deref().map(|id| note_line::named(notebook, id)).transpose()
    }
}

fn save(context: &Context, notebook: &mut Notebook, arguments: &SaveArguments) -> Outcome<()> {
    let of = arguments.which.of(notebook)?;
    let kept = notebook.read(|conn| draft::get(conn, of))?;
    let before = match (&kept, of) {
        (Some(draft), _) => draft.text.clone(),
        (None, Some(id)) => notebook.read(|conn| notes::get(conn, id))?.text,
        (None, None) => String::new(),
    };
    let ask = Ask { before: &before, replaces: kept.is_some(), command: "fernbook draft save < FILE" };
    // A draft is for what isn't whole, so it takes also what a broken editor left.
    let text = text_input::read(context, &ask)?.text;
    let title = arguments.title.as_deref().or_else(|| kept.as_ref()?.title.as_deref());
    if text.trim().is_empty() {
        return Err(Failure::NoText);
    }
    let now = clock::now();
    notebook.write(now, |tx| draft::save(tx, of, title, &text, now))?;
    context.output.value(&json!({ "note": of, "saved": now.to_rfc3339() }))?;
    context.output.line(&context.words.say(key::DRAFT_SAVED))
}

fn show(context: &Context, notebook: &Notebook, which: &WhichDraft) -> Outcome<()> {
    let of = which.of(notebook)?;
    let draft = notebook.read(|conn| draft::get(conn, of))?.ok_or(Error::NotFound { what: Thing::Draft })?;
    if context.output.json {
        return context.output.value(&json::draft(&draft, true));
    }
    if let Some(title) = &draft.title {
        context.output.line(&one_line(title))?;
    }
    context.output.line(&draft.text)
}

fn discard(context: &Context, notebook: &mut Notebook, which: &WhichDraft) -> Outcome<()> {
    let of = which.of(notebook)?;
    if !notebook.write(clock::now(), |tx| draft::discard(tx, of))? {
        return Err(Error::NotFound { what: Thing::Draft }.into());
    }
    context.output.value(&json!({ "note": of, "discarded": true }))?;
    context.output.line(&context.words.say(key::DRAFT_DISCARDED))
}

fn list(context: &Context, notebook: &Notebook) -> Outcome<()> {
    let drafts = notebook.read(draft::list)?;
    let (words, output) = (&context.words, context.output);
    if output.json {
        return output.value(&drafts.iter().map(|one| json::draft(one, false)).collect::<Vec<Value>>());
    }
    if drafts.is_empty() {
        let command = "fernbook draft save";
        return output.line(&words.text(key::DRAFT_EMPTY, &[("command", command.into())]));
    }
    drafts.iter().try_for_each(|one| {
        let of = one.note.map_or_else(|| words.say(key::DRAFT_NEW_NOTE), note_line::short);
        let date = note_line::date_here(context, one.saved);
        output.line(&format!("{of}  {}", words.text(key::DRAFT_SINCE, &[("date", (&date).into())])))
    })
}
