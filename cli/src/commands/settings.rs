//! `settings`: shown, and changed one by one.

use clap::{Args, Subcommand};
use fernbook_core::error::{Error, Thing};
use fernbook_core::journal::settings::{self, Switch};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::vault::notebooks::Notebooks;
use fernbook_core::words::{Pack, key};
use serde_json::json;

use crate::context::Context;
use crate::failure::{Failure, Outcome};
use crate::{clock, opening, questions};

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook settings
  fernbook settings history on
  fernbook settings wipe-after 10
  fernbook settings wipe-after off";

/// The fewest wrong PINs after which everything may be deleted: a right one gives back only half of the
/// count, so a handful is soon reached by typing alone.
const FEWEST_TRIES: u8 = 10;

/// What `settings` takes.
#[derive(Args)]
pub struct SettingsArguments {
    #[command(subcommand)]
    command: Option<SettingsCommand>,
}

#[derive(Subcommand)]
enum SettingsCommand {
    /// Whether older texts of notes are kept: on or off
    #[command(after_help = EXAMPLES)]
    History {
        /// on or off
        value: String,
    },
    /// Delete everything in the folder after so many wrong PINs (10 or more), or off
    #[command(after_help = EXAMPLES)]
    WipeAfter {
        /// A number of wrong PINs from 10 to 255, or off
        value: String,
    },
}

/// Runs the command.
pub fn run(context: Context, arguments: SettingsArguments) -> Outcome<()> {
    opening::with_keyring(context, |context, notebooks, notebook| match arguments.command {
        None => show(context, notebooks, notebook),
        Some(SettingsCommand::History { value }) => history(context, notebook, &value),
        Some(SettingsCommand::WipeAfter { value }) => wipe_after(context, notebooks, &value),
    })
}

fn show(context: &Context, notebooks: &Notebooks, notebook: &Notebook) -> Outcome<()> {
    let history = notebook.read(|conn| settings::is_on(conn, Switch::History))?;
    let wipe = notebooks.wipe_after();
    let (words, output) = (&context.words, context.output);
    output.value(&json!({ "history": history, "wipe_after": wipe }))?;
    output.line(&words.say(if history { key::SETTING_HISTORY_ON } else { key::SETTING_HISTORY_OFF }))?;
    output.line(&match wipe {
        Some(count) => words.text(key::SETTING_WIPE_AFTER, &[("count", u64::from(count).into())]),
        None => words.say(key::SETTING_WIPE_OFF),
    })?;
    if notebook.pack() == Pack::Full { name_its_pages(context) } else { Ok(()) }
}

/// What only a full notebook has, which `--help` names for none.
fn name_its_pages(context: &Context) -> Outcome<()> {
    let pages = [
        (key::RIGHT_NOW_SEE, "fernbook now"),
        (key::NUMBERS_SEE, "fernbook numbers"),
        (key::PERSON_SEE, "fernbook person"),
        (key::CARD_SEE, "fernbook card"),
        (key::CHOICE_SEE, "fernbook choice"),
        (key::SHOW_SEE, "fernbook show"),
        (key::RECEIPT_SEE, "fernbook receipt"),
    ];
    pages.into_iter().try_for_each(|(said, command)| {
        context.output.line(&context.words.text(said, &[("command", command.into())]))
    })
}

fn history(context: &Context, notebook: &mut Notebook, value: &str) -> Outcome<()> {
    let on = settings::parse_on(value)?;
    notebook.write(clock::now(), |tx| settings::set(tx, Switch::History, on))?;
    context.output.value(&json!({ "history": on }))?;
    let said = if on { key::SETTING_HISTORY_ON } else { key::SETTING_HISTORY_NOW_OFF };
    context.output.line(&context.words.say(said))
}

/// Turning it on asks first whether a copy was kept: after it, nothing else brings her words back.
fn wipe_after(context: &Context, notebooks: &mut Notebooks, value: &str) -> Outcome<()> {
    let wanted = match value {
        "off" => None,
        number => Some(number.parse::<u8>().map_err(|_| Error::NotUnderstood { what: Thing::Setting })?),
    };
    let (words, output) = (&context.words, context.output);
    if wanted.is_some_and(|count| count < FEWEST_TRIES) {
        return Err(Failure::TooFewTries(FEWEST_TRIES));
    }
    if let Some(count) = wanted {
        let count = u64::from(count);
        output.line(&words.text(key::SETTING_WIPE_WHAT, &[("count", count.into())]))?;
        if !questions::confirm(context, key::SETTING_WIPE_ASK)? {
            return Ok(());
        }
    }
    notebooks.set_wipe_after(wanted, &clock::tick())?;
    output.value(&json!({ "wipe_after": wanted }))?;
    output.line(&words.say(key::SETTING_SAVED))
}
