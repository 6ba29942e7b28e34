//! `show`: what goes is looked at first, then given, then put down in a line of her own.

mod give;
mod options;
mod preview;

use clap::{Subcommand, ValueEnum};
use fernbook_core::consent::grant::Way;

use crate::context::Context;
use crate::failure::Outcome;
use crate::opening;

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook show preview text --for 3f2a
  fernbook show text --for 3f2a --without about
  fernbook show page --long --visit 8c1b --to page.html
  fernbook show page --long --note 5d20:1,3 --first 'Please do not file this.' --to page.html
  fernbook show aloud
  fernbook show fhir --long --to page.json
  fernbook show qr --to code.svg
  fernbook show seal --long --to page.age";

/// What can be shown, and how.
#[derive(Subcommand)]
pub enum ShowCommand {
    /// Print just what would go, and show it to nobody
    #[command(after_help = EXAMPLES)]
    Preview(PreviewArguments),
    /// As plain text, for a form on the web or a reply
    #[command(after_help = EXAMPLES)]
    Text(options::ShowOptions),
    /// As a page to print or to send: one HTML file
    #[command(after_help = EXAMPLES)]
    Page(options::ShowOptions),
    /// Your lines, to read out
    #[command(after_help = EXAMPLES)]
    Aloud(options::ShowOptions),
    /// As an HL7 FHIR R4 document, for a service that asks for one
    #[command(after_help = EXAMPLES)]
    Fhir(options::ShowOptions),
    /// As a square code of the text (an SVG picture)
    #[command(after_help = EXAMPLES)]
    Qr(options::ShowOptions),
    /// As a page in a sealed file, with words to read out that open it
    #[command(after_help = EXAMPLES)]
    Seal(options::ShowOptions),
}

/// What `show preview` takes.
#[derive(clap::Args)]
pub struct PreviewArguments {
    /// By which way it would go
    #[arg(value_enum)]
    way: WayName,
    #[command(flatten)]
    options: options::ShowOptions,
}

/// A way, by its name.
#[derive(Clone, Copy, ValueEnum)]
enum WayName {
    Text,
    Page,
    Aloud,
    Fhir,
    Qr,
    Seal,
}

impl WayName {
    fn way(self) -> Way {
        match self {
            WayName::Text => Way::Text,
            WayName::Page => Way::Page,
            WayName::Aloud => Way::Aloud,
            WayName::Fhir => Way::Fhir,
            WayName::Qr => Way::Qr,
            WayName::Seal => Way::Seal,
        }
    }
}

/// Runs the command.
pub fn run(context: Context, command: ShowCommand) -> Outcome<()> {
    let (way, options) = match command {
        ShowCommand::Preview(PreviewArguments { way, options }) => {
            return opening::in_notebook(context, |context, notebook| {
                preview::run(context, notebook, way.way(), &options)
            });
        }
        ShowCommand::Text(options) => (Way::Text, options),
        ShowCommand::Page(options) => (Way::Page, options),
        ShowCommand::Aloud(options) => (Way::Aloud, options),
        ShowCommand::Fhir(options) => (Way::Fhir, options),
        ShowCommand::Qr(options) => (Way::Qr, options),
        ShowCommand::Seal(options) => (Way::Seal, options),
    };
    opening::in_notebook(context, |context, notebook| give::run(context, notebook, way, &options))
}
