//! `people list`, `add`, `edit`, `remove` and `move`.

use clap::{Args, Subcommand};
use fernbook_core::id::PersonId;
use fernbook_core::people::person::{self, Person, PersonText};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Outcome;
use crate::output::{label, one_line};
use crate::{clock, opening, questions};

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook people list
  fernbook people add Ines --number '0117 496 0000' --note 'after six'
  fernbook people edit 3f2a --number '0117 496 0001'
  fernbook people move 3f2a 1
  fernbook people remove 3f2a";

/// What can be done with her people.
#[derive(Subcommand)]
pub enum PeopleCommand {
    /// List them, in your order
    #[command(after_help = EXAMPLES)]
    List,
    /// Put someone at the end
    #[command(after_help = EXAMPLES)]
    Add(AddArguments),
    /// Change what is written of someone; what is not given stays
    #[command(after_help = EXAMPLES)]
    Edit(EditArguments),
    /// Give someone another place
    #[command(after_help = EXAMPLES)]
    Move(MoveArguments),
    /// Take someone out for good
    #[command(after_help = EXAMPLES)]
    Remove(Which),
}

/// Which person.
#[derive(Args)]
pub struct Which {
    /// The id of the person, or its beginning
    #[arg(value_name = "ID")]
    id: String,
}

/// What `people add` takes.
#[derive(Args)]
pub struct AddArguments {
    /// The name
    name: String,
    /// The number, written as you like
    #[arg(long, default_value = "")]
    number: String,
    /// A few words, such as when to ring
    #[arg(long, default_value = "")]
    note: String,
}

/// What `people edit` takes.
#[derive(Args)]
pub struct EditArguments {
    #[command(flatten)]
    which: Which,
    /// Another name
    #[arg(long)]
    name: Option<String>,
    /// Another number; an empty one takes it out
    #[arg(long)]
    number: Option<String>,
    /// Other words; empty ones take them out
    #[arg(long)]
    note: Option<String>,
}

/// What `people move` takes.
#[derive(Args)]
pub struct MoveArguments {
    #[command(flatten)]
    which: Which,
    /// The place, from 1
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    place: u32,
}

/// Runs the command.
pub fn run(context: Context, command: PeopleCommand) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| match command {
        PeopleCommand::List => list(context, notebook),
        PeopleCommand::Add(arguments) => add(context, notebook, arguments),
        PeopleCommand::Edit(arguments) => edit(context, notebook, arguments),
        PeopleCommand::Move(arguments) => move_to(context, notebook, &arguments),
        PeopleCommand::Remove(which) => remove(context, notebook, &which),
    })
}

fn list(context: &Context, notebook: &Notebook) -> Outcome<()> {
    let people = notebook.read(person::list)?;
    if context.output.json {
        return context.output.value(&people.iter().map(value).collect::<Vec<Value>>());
    }
    if people.is_empty() {
        return context.output.line(&context.words.say(key::NUMBERS_NONE));
    }
    people.iter().try_for_each(|person| {
        let PersonText { name, number, note } = &person.text;
        let id: String = person.id.to_string().chars().take(8).collect();
        let parts = [id, label(name), one_line(number), label(note)];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        context.output.line_hanging(&parts.join("  "), 10)
    })
}

/// A person, in JSON.
pub fn value(person: &Person) -> Value {
    let PersonText { name, number, note } = &person.text;
    json!({ "id": person.id, "name": name, "number": number, "note": note, "version": person.version })
}

fn add(context: &Context, notebook: &mut Notebook, arguments: AddArguments) -> Outcome<()> {
    let AddArguments { name, number, note } = arguments;
    let id = notebook.write(clock::now(), |tx| person::add(tx, &PersonText { name, number, note }))?;
    kept(context, notebook, id)
}

fn edit(context: &Context, notebook: &mut Notebook, arguments: EditArguments) -> Outcome<()> {
    let id = arguments.which.of(notebook)?;
    let old = notebook.read(|conn| person::get(conn, id))?.text;
    let text = PersonText {
        name: arguments.name.unwrap_or(old.name),
        number: arguments.number.unwrap_or(old.number),
        note: arguments.note.unwrap_or(old.note),
    };
    notebook.write(clock::now(), |tx| person::edit(tx, id, &text))?;
    kept(context, notebook, id)
}

fn move_to(context: &Context, notebook: &mut Notebook, arguments: &MoveArguments) -> Outcome<()> {
    let id = arguments.which.of(notebook)?;
    let place = usize::try_from(arguments.place - 1).unwrap_or(usize::MAX);
    notebook.write(clock::now(), |tx| person::move_to(tx, id, place))?;
    list(context, notebook)
}

fn kept(context: &Context, notebook: &Notebook, id: PersonId) -> Outcome<()> {
    context.output.value(&value(&notebook.read(|conn| person::get(conn, id))?))?;
    context.output.line(&context.words.say(key::PERSON_SAVED))
}

fn remove(context: &Context, notebook: &mut Notebook, which: &Which) -> Outcome<()> {
    let id = which.of(notebook)?;
    let name = label(&notebook.read(|conn| person::get(conn, id))?.text.name);
    let (words, output) = (&context.words, context.output);
    output.line(&words.text(key::PERSON_REMOVE_WHAT, &[("name", (&name).into())]))?;
    if !questions::confirm(context, key::PERSON_REMOVE_ASK)? {
        return Ok(());
    }
    notebook.write(clock::now(), |tx| person::remove(tx, id))?;
    output.value(&json!({ "id": id, "removed": true }))?;
    output.line(&words.say(key::PERSON_REMOVED))
}

impl Which {
    fn of(&self, notebook: &Notebook) -> Outcome<PersonId> {
        Ok(notebook.read(|conn| person::find(conn, &self.id))?)
    }
}
