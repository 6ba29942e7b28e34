//! `card section`: parts of her own.

use clap::{Args, Subcommand};
use fernbook_core::card::fields::{Card, OwnSection};
use fernbook_core::error::{Error, Thing};
use fernbook_core::id::SectionId;
use fernbook_core::screens::card;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::{Key, key};
use serde_json::{Value, json};

use super::EXAMPLES;
use crate::clock;
use crate::context::Context;
use crate::failure::Outcome;
use crate::output::label;

/// What can be done with parts of her own.
#[derive(Subcommand)]
pub enum SectionCommand {
    /// List them
    #[command(after_help = EXAMPLES)]
    List,
    /// Put one at the end
    #[command(after_help = EXAMPLES)]
    Add(AddArguments),
    /// Change one; what is not given stays
    #[command(after_help = EXAMPLES)]
    Edit(EditArguments),
    /// Take one out
    #[command(after_help = EXAMPLES)]
    Remove(Which),
}

/// Which part.
#[derive(Args)]
pub struct Which {
    /// The id of the part, or its beginning
    #[arg(value_name = "ID")]
    id: String,
}

/// What `card section add` takes.
#[derive(Args)]
pub struct AddArguments {
    /// What stands over it
    title: String,
    /// What it says
    #[arg(long)]
    text: String,
}

/// What `card section edit` takes.
#[derive(Args)]
pub struct EditArguments {
    #[command(flatten)]
    which: Which,
    /// Another title
    #[arg(long)]
    title: Option<String>,
    /// Another text
    #[arg(long)]
    text: Option<String>,
}

/// Runs the command.
pub fn run(context: &Context, notebook: &mut Notebook, command: SectionCommand) -> Outcome<()> {
    let mut changed = notebook.read(|conn| card::page(conn, &context.words, clock::now()))?.card;
    let said = match command {
        SectionCommand::List => return list(context, &changed),
        SectionCommand::Add(AddArguments { title, text }) => {
            changed.sections.push(OwnSection { id: SectionId::make()?, title, text });
            key::CARD_KEPT
        }
        SectionCommand::Edit(EditArguments { which, title, text }) => {
            let section = which.of(&mut changed)?;
            section.title = title.unwrap_or(section.title.clone());
            section.text = text.unwrap_or(section.text.clone());
            key::CARD_KEPT
        }
        SectionCommand::Remove(which) => {
            let id = which.of(&mut changed)?.id;
            changed.sections.retain(|section| section.id != id);
            key::CARD_SECTION_OUT
        }
    };
    put(context, notebook, &changed, said)
}

fn put(context: &Context, notebook: &mut Notebook, changed: &Card, said: Key) -> Outcome<()> {
    notebook.write(clock::now(), |tx| card::put(tx, changed, clock::now(), clock::zone()))?;
    if !context.output.json {
        let args: &[_] =
            if said == key::CARD_SECTION_OUT { &[("command", "fernbook card undo".into())] } else { &[] };
        context.output.line(&context.words.text(said, args))?;
    }
    list(context, changed)
}

fn list(context: &Context, card: &Card) -> Outcome<()> {
    let value = |one: &OwnSection| json!({ "id": one.id, "title": one.title, "text": one.text });
    context.output.value(&card.sections.iter().map(value).collect::<Vec<Value>>())?;
    card.sections.iter().try_for_each(|section| {
        let id: String = section.id.to_string().chars().take(8).collect();
        context.output.line_hanging(&format!("{id}  {}", label(&section.title)), 10)
    })
}

impl Which {
    fn of<'a>(&self, card: &'a mut Card) -> Outcome<&'a mut OwnSection> {
        let begins = |section: &OwnSection| section.id.to_string().starts_with(&self.id.to_ascii_lowercase());
        let what = Thing::Card;
        if self.id.is_empty() {
            return Err(Error::NotFound { what }.into());
        }
        if card.sections.iter().filter(|section| begins(section)).count() > 1 {
            return Err(Error::Ambiguous { what }.into());
        }
        let found = card.sections.iter_mut().find(|section| begins(section));
        found.ok_or_else(|| Error::NotFound { what }.into())
    }
}
