//! One file for each command.

pub mod attachment;
pub mod bin;
pub mod card;
pub mod check;
pub mod choice;
pub mod completions;
pub mod copy;
pub mod days;
pub mod draft;
pub mod export;
pub mod history;
pub mod home;
pub mod ics;
pub mod import;
pub mod import_words;
pub mod init;
pub mod note;
pub mod note_line;
pub mod note_list;
pub mod note_state;
pub mod note_write;
pub mod now;
pub mod numbers;
pub mod person;
pub mod pin;
pub mod receipt;
pub mod recover;
pub mod recovery;
pub mod reminders;
pub mod salvage;
pub mod search;
pub mod settings;
pub mod show;
pub mod topics;
pub mod unsaved;
pub mod visit;
pub mod wipe;

use crate::arguments::Command;
use crate::context::Context;
use crate::failure::Outcome;

/// Runs the command, or shows the home page where there is none.
pub fn run(context: Context, command: Option<Command>) -> Outcome<()> {
    match command {
        None => home::run(&context),
        Some(Command::Init(arguments)) => init::run(&context, &arguments),
        Some(Command::Note(command)) => note::run(context, *command),
        Some(Command::Bin(command)) => bin::run(context, command),
        Some(Command::Search(arguments)) => search::run(context, &arguments),
        Some(Command::Topics(arguments)) => topics::run(context, arguments),
        Some(Command::Now(arguments)) => now::run(context, arguments),
        Some(Command::Numbers(_)) => numbers::run(context),
        Some(Command::Person(command)) => person::run(context, command),
        Some(Command::Card(command)) => card::run(context, *command),
        Some(Command::Choice(command)) => choice::run(context, command),
        Some(Command::Show(command)) => show::run(context, *command),
        Some(Command::Receipt(command)) => receipt::run(context, command),
        Some(Command::Visit(command)) => visit::run(context, *command),
        Some(Command::Ics(command)) => ics::run(context, command),
        Some(Command::Reminders(command)) => reminders::run(context, command),
        Some(Command::Draft(command)) => draft::run(context, command),
        Some(Command::Import(arguments)) => import::run(context, &arguments),
        Some(Command::Export(arguments)) => export::run(context, &arguments),
        Some(Command::Copy(command)) => copy::run(context, command),
        Some(Command::Pin(command)) => pin::run(context, &command),
        Some(Command::Recovery(command)) => recovery::run(context, &command),
        Some(Command::Recover(_)) => recover::run(context),
        Some(Command::Settings(arguments)) => settings::run(context, arguments),
        Some(Command::Check(_)) => check::run(context),
        Some(Command::Salvage(arguments)) => salvage::run(&context, &arguments),
        Some(Command::Wipe(_)) => wipe::run(&context),
        Some(Command::Completions(arguments)) => completions::run(&context, &arguments),
    }
}
