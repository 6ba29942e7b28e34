//! `bin list` and `bin empty`.

use clap::Subcommand;
use fernbook_core::journal::bin;
use fernbook_core::journal::page::{self, PageQuery};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use serde_json::json;

use super::note_list::{self, List, Part};
use crate::context::Context;
use crate::failure::Outcome;
use crate::progress_bar::watched;
use crate::{clock, opening, questions};

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook bin list
  fernbook note restore 3f2a
  fernbook bin empty";

const NOTES: &str = "fernbook note list";

/// What can be done with the bin.
#[derive(Subcommand)]
pub enum BinCommand {
    /// List the notes in the bin
    #[command(after_help = EXAMPLES)]
    List(Part),
    /// Delete all notes in the bin for good
    #[command(after_help = EXAMPLES)]
    Empty,
}

/// Runs the command.
pub fn run(context: Context, command: BinCommand) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| match command {
        BinCommand::List(part) => {
            let query = PageQuery { binned: true, ..PageQuery::default() };
            let empty = (key::BIN_EMPTY, NOTES);
            let list = List { query, keep: &|_| true, empty, again: "fernbook bin list" };
            note_list::print_page(context, notebook, list, &part)
        }
        BinCommand::Empty => empty(context, notebook),
    })
}

fn empty(context: &Context, notebook: &mut Notebook) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    let all = PageQuery { binned: true, limit: u32::MAX, ..PageQuery::default() };
    let count = notebook.read(|conn| page::page(conn, &all))?.len();
    if count == 0 {
        output.value(&json!({ "deleted": 0 }))?;
        return output.line(&words.text(key::BIN_EMPTY, &[("command", NOTES.into())]));
    }
    output.line(&words.text(key::BIN_EMPTY_WHAT, &[("count", count.into())]))?;
    if !questions::confirm(context, key::BIN_EMPTY_ASK)? {
        return Ok(());
    }
    let deleted = watched(|watch| notebook.write(clock::now(), |tx| bin::empty(tx, watch)))?;
    output.value(&json!({ "deleted": deleted }))?;
    output.line(&words.say(key::BIN_EMPTIED))
}
