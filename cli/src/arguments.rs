//! The commands and their options, as `--help` shows them.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::commands::{
    bin, card, check, choice, completions, copy, draft, export, ics, import, init, note, now, numbers,
    person, pin, receipt, recover, recovery, reminders, salvage, search, settings, show, topics, visit, wipe,
};

const LEARN_MORE: &str = "\
Examples:
  fernbook init                      Make a notebook
  fernbook note add                  Write a note
  fernbook search garden             Find notes
  fernbook visit list                See your dates
  fernbook copy make copy.age        Keep a sealed copy

For scripts (secrets are else asked for without showing them; a shell keeps what is typed in it):
  FERNBOOK_PIN           the PIN
  FERNBOOK_SECOND_PIN    the PIN of the second notebook, for init
  FERNBOOK_NEW_PIN       the PIN to change to
  FERNBOOK_WORDS         the words of a copy, or recovery words
  FERNBOOK_DIR           the folder of the notebook
  FERNBOOK_KEYS          the folder of this computer's keys
  FERNBOOK_LANGUAGE      the language, such as en; what there is not is said in English
  FERNBOOK_MEMORY_MIB    treat this computer as having this much memory
  VISUAL, EDITOR         the editor for notes
  TZ                     the time zone, such as Europe/London

Exit codes:
  0 done    1 something else    2 wrong use, or something not understood    3 wrong PIN or words
  4 wait before the next try    5 not found    6 in use by another program    7 damaged
  8 made by a newer version    9 no space, or can't write    10 asks a question (--yes goes ahead)
  11 this computer's key is missing    130 stopped

Test only: put nothing true in it.";

/// A private notebook: what you write is encrypted on this computer, and opens with your PIN.
#[derive(Parser)]
#[command(name = "fernbook", version, after_help = LEARN_MORE, disable_help_subcommand = true)]
pub struct Arguments {
    /// The folder of the notebook (else `FERNBOOK_DIR`, else a place of the system)
    #[arg(long, global = true, value_name = "FOLDER")]
    pub dir: Option<PathBuf>,
    /// Print JSON; ask nothing but secrets
    #[arg(long, global = true)]
    pub json: bool,
    /// Go ahead without asking
    #[arg(long, short = 'y', global = true)]
    pub yes: bool,
    /// What to do
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Everything that can be done.
#[derive(Subcommand)]
pub enum Command {
    /// Make a notebook, or two
    Init(init::InitArguments),
    /// Write, read and change notes
    #[command(subcommand, after_help = note::EXAMPLES)]
    Note(Box<note::NoteCommand>),
    /// See and empty the bin
    #[command(subcommand, after_help = bin::EXAMPLES)]
    Bin(bin::BinCommand),
    /// Find notes by their words
    Search(search::SearchArguments),
    /// See and rename topics
    Topics(topics::TopicsArguments),
    // These are not in the list of commands: a plain notebook has none of it, and nobody who looks over
    // the program should ask for it there. A full one names them under `settings`.
    /// See the page for a hard moment: today, your words to yourself, what helps, who to ring
    #[command(hide = true)]
    Now(now::NowArguments),
    /// See your own people, then a dated list of numbers to ring
    #[command(hide = true)]
    Numbers(numbers::NumbersArguments),
    /// See and change your people: those you would ring, and those you see
    #[command(subcommand, hide = true, alias = "people", after_help = person::EXAMPLES)]
    Person(person::PersonCommand),
    /// Write your card: what you don't want to say again and again
    #[command(subcommand, hide = true, after_help = card::EXAMPLES)]
    Card(Box<card::CardCommand>),
    /// Choose what someone may be shown
    #[command(subcommand, hide = true, after_help = choice::EXAMPLES)]
    Choice(choice::ChoiceCommand),
    /// Show someone your card, a plan or notes, after a look at what goes
    #[command(subcommand, hide = true, after_help = show::EXAMPLES)]
    Show(Box<show::ShowCommand>),
    /// See and delete the lines about what you showed
    #[command(subcommand, hide = true, after_help = receipt::EXAMPLES)]
    Receipt(receipt::ReceiptCommand),
    /// Put down, see and change dates
    #[command(subcommand, after_help = visit::EXAMPLES)]
    Visit(Box<visit::VisitCommand>),
    /// Bring in and write files of other calendars
    #[command(subcommand, after_help = ics::EXAMPLES)]
    Ics(ics::IcsCommand),
    /// Say what a phone would remind of, and set when it is quiet
    #[command(subcommand, after_help = reminders::EXAMPLES)]
    Reminders(reminders::RemindersCommand),
    /// See, keep and discard what was not saved yet
    #[command(subcommand, after_help = draft::EXAMPLES)]
    Draft(draft::DraftCommand),
    /// Bring in notes: a Day One zip, a Joplin .jex, or a folder of text or Markdown files
    Import(import::ImportArguments),
    /// Save all notes as open files, which anyone can read
    Export(export::ExportArguments),
    /// Keep sealed copies, check them, and get notes back from them
    #[command(subcommand, after_help = copy::EXAMPLES)]
    Copy(copy::CopyCommand),
    /// Change the PIN
    #[command(subcommand, after_help = pin::EXAMPLES)]
    Pin(pin::PinCommand),
    /// Make or forget words that open the notebook if the PIN is forgotten
    #[command(subcommand, after_help = recovery::EXAMPLES)]
    Recovery(recovery::RecoveryCommand),
    /// Open the notebook with recovery words and give it a new PIN
    Recover(recover::RecoverArguments),
    /// See and change settings
    #[command(subcommand_required = false, after_help = settings::EXAMPLES)]
    Settings(settings::SettingsArguments),
    /// Read every page and say what is damaged
    Check(check::CheckArguments),
    /// Save all that can still be read of a damaged notebook as open files
    Salvage(salvage::SalvageArguments),
    /// Delete every notebook in the folder for good
    Wipe(wipe::WipeArguments),
    /// Print what a shell needs to complete commands
    Completions(completions::CompletionsArguments),
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    fn check_help(command: &clap::Command, path: &str) {
        let path = format!("{path} {}", command.get_name());
        let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        assert!(after.contains("Examples:") && after.contains("fernbook"), "{path} has no examples");
        assert!(command.get_about().is_some(), "{path} says not what it does");
        for argument in command.get_arguments() {
            assert!(argument.get_help().is_some(), "{path} {} says not what it is", argument.get_id());
        }
        command.get_subcommands().for_each(|deeper| check_help(deeper, &path));
    }

    #[test]
    fn every_command_has_help_with_examples() {
        Arguments::command().debug_assert();
        check_help(&Arguments::command(), "");
    }
}
