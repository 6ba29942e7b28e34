//! `visit`: dates, one file for each thing that is done with them.

mod change;
mod fields;
mod lists;
mod message;
mod page;
mod plan;
pub mod reminders_option;
pub mod value;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use fernbook_core::id::VisitId;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::visits::store;

use crate::context::Context;
use crate::failure::Outcome;
use crate::opening;

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook visit add 'Library' --on 2026-12-01 --at 09:10 --remind day
  fernbook visit add --kind phone --on 2026-12-01 --from 8:00 --to 13:00
  fernbook visit add 'Group' --on 2026-12-01 --at 18:00 --repeat week
  fernbook visit paste < message.txt
  fernbook visit list --month 2026-12
  fernbook visit show 3f2a
  fernbook visit edit 3f2a --at 10:20
  fernbook visit plan 3f2a --say 'My sleep' --say 'The letter'
  fernbook visit cancel 3f2a
  fernbook visit remove 3f2a --for-good";

/// What can be done with dates.
#[derive(Subcommand)]
pub enum VisitCommand {
    /// Put down a date
    #[command(after_help = EXAMPLES)]
    Add(Box<fields::Fields>),
    /// Read a message from standard input, and keep the dates in it
    #[command(after_help = message::EXAMPLES)]
    Paste(message::PasteArguments),
    /// List what is coming, a month, or what is over
    #[command(after_help = EXAMPLES)]
    List(lists::ListArguments),
    /// Show one date
    #[command(after_help = EXAMPLES)]
    Show(Which),
    /// Change a date; what is not given stays
    #[command(after_help = EXAMPLES)]
    Edit(Box<change::EditArguments>),
    /// See and change what to say there and what helps
    #[command(after_help = plan::EXAMPLES)]
    Plan(plan::PlanArguments),
    /// Put down what was said, and what comes next
    #[command(after_help = change::AFTER_EXAMPLES)]
    After(change::AfterArguments),
    /// Put it down as called off; nobody is told
    #[command(after_help = EXAMPLES)]
    Cancel(change::CancelArguments),
    /// Take a date out
    #[command(after_help = EXAMPLES)]
    Remove(change::RemoveArguments),
    /// Take back the last change of a date
    #[command(after_help = EXAMPLES)]
    Undo,
}

/// Which date.
#[derive(Args)]
pub struct Which {
    /// The id of the date, or its beginning
    #[arg(value_name = "ID")]
    id: String,
    /// Of one that comes again: only the one of this day
    #[arg(long, value_name = "DAY")]
    only: Option<NaiveDate>,
}

impl Which {
    fn of(&self, notebook: &Notebook) -> Outcome<VisitId> {
        Ok(notebook.read(|conn| store::find(conn, &self.id))?)
    }
}

/// Runs the command.
pub fn run(context: Context, command: VisitCommand) -> Outcome<()> {
    if let VisitCommand::Paste(arguments) = &command
        && arguments.dry_run
    {
        return message::show_only(&context, arguments);
    }
    opening::in_notebook(context, |context, notebook| match command {
        VisitCommand::Add(fields) => change::add(context, notebook, &fields),
        VisitCommand::Paste(arguments) => message::keep(context, notebook, &arguments),
        VisitCommand::List(arguments) => lists::run(context, notebook, &arguments),
        VisitCommand::Show(which) => page::show(context, notebook, &which),
        VisitCommand::Edit(arguments) => change::edit(context, notebook, &arguments),
        VisitCommand::Plan(arguments) => plan::run(context, notebook, &arguments),
        VisitCommand::After(arguments) => change::after(context, notebook, arguments),
        VisitCommand::Cancel(arguments) => change::cancel(context, notebook, &arguments),
        VisitCommand::Remove(arguments) => change::remove(context, notebook, &arguments),
        VisitCommand::Undo => change::undo(context, notebook),
    })
}

/// The beginning of an id, as lists show it.
pub fn short(id: VisitId) -> String {
    id.to_string().chars().take(8).collect()
}
