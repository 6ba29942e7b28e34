//! `card`: what she would otherwise have to say again and again, one file for each thing that is done with it.

mod fields;
mod page;
mod past;
mod sections;

use clap::Subcommand;

pub use page::tell_over;

use crate::context::Context;
use crate::failure::Outcome;
use crate::opening;

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook card set --want 'My sleep' --want want-letter --please help-door --please-not not-weigh
  fernbook card set --number '07700 900123' --texts yes --voicemail no --not-told 'Anyone at home'
  fernbook card set --medicines 'One white tablet' --allergies 'Penicillin' --file ask
  fernbook card phrases
  fernbook card section add 'What helped before' --text 'Sitting near the window.'
  fernbook card show
  fernbook card undo
  fernbook card past --keep on
  fernbook show preview text";

/// What can be done with the card.
#[derive(Subcommand)]
pub enum CardCommand {
    /// Show what stands on it
    #[command(after_help = EXAMPLES)]
    Show,
    /// Write on it; what is not given stays, and an empty text takes out
    #[command(after_help = EXAMPLES)]
    Set(Box<fields::CardFields>),
    /// List the phrases that can be picked for its lists
    #[command(after_help = EXAMPLES)]
    Phrases,
    /// Parts of your own
    #[command(subcommand, after_help = EXAMPLES)]
    Section(sections::SectionCommand),
    /// Take back the last change
    #[command(after_help = EXAMPLES)]
    Undo,
    /// See older cards, if you keep them, or clear them
    #[command(after_help = EXAMPLES)]
    Past(past::PastArguments),
}

/// Runs the command.
pub fn run(context: Context, command: CardCommand) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| match command {
        CardCommand::Show => page::show(context, notebook),
        CardCommand::Set(fields) => fields::set(context, notebook, &fields),
        CardCommand::Phrases => page::phrases(context),
        CardCommand::Section(command) => sections::run(context, notebook, command),
        CardCommand::Undo => past::undo(context, notebook),
        CardCommand::Past(arguments) => past::run(context, notebook, &arguments),
    })
}
