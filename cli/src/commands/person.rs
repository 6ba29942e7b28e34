//! `person list`, `add`, `edit`, `remove` and `move`: her own people, and those she sees.

use clap::{Args, Subcommand};
use fernbook_core::consent::store as choices;
use fernbook_core::id::PersonId;
use fernbook_core::people::person::{self, Person, PersonText};
use fernbook_core::people::seen::{self, Seen, SeenAs};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use serde_json::{Value, json};

use crate::context::Context;
use crate::failure::Outcome;
use crate::output::{label, one_line};
use crate::{clock, opening, questions};

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook person list
  fernbook person add Ines --number '0117 496 0000' --note 'after six'
  fernbook person add 'Any GP here' --as role
  fernbook person add 'Dr Khan' --as clinician --of 8c1b --again 'Yes, she listened'
  fernbook person edit 3f2a --number '0117 496 0001'
  fernbook person move 3f2a 1
  fernbook person remove 3f2a";

/// What can be done with her people.
#[derive(Subcommand)]
pub enum PersonCommand {
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

/// What `person add` takes.
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
    #[command(flatten)]
    seen: SeenArguments,
}

/// What someone is that you see, and what you think of it.
#[derive(Args)]
pub struct SeenArguments {
    /// What they are: clinician, worker, place, role, or own for one of your own people
    #[arg(long = "as", value_name = "KIND", value_parser = ["clinician", "worker", "place", "role", "own"])]
    seen_as: Option<String>,
    /// The role or place that they belong to; what you choose for that counts for them too
    #[arg(long, value_name = "ID")]
    of: Option<String>,
    /// What you think of seeing them again; nobody else is ever shown it
    #[arg(long, value_name = "TEXT")]
    again: Option<String>,
}

/// What `person edit` takes.
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
    #[command(flatten)]
    seen: SeenArguments,
}

/// What `person move` takes.
#[derive(Args)]
pub struct MoveArguments {
    #[command(flatten)]
    which: Which,
    /// The place, from 1
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    place: u32,
}

/// Runs the command.
pub fn run(context: Context, command: PersonCommand) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| match command {
        PersonCommand::List => list(context, notebook),
        PersonCommand::Add(arguments) => add(context, notebook, arguments),
        PersonCommand::Edit(arguments) => edit(context, notebook, arguments),
        PersonCommand::Move(arguments) => move_to(context, notebook, &arguments),
        PersonCommand::Remove(which) => remove(context, notebook, &which),
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
        let mut parts = vec![id, label(name), one_line(number), label(note)];
        parts.extend(seen_words(context, &people, person.seen.as_ref()));
        parts.retain(|part| !part.is_empty());
        context.output.line_hanging(&parts.join("  "), 10)
    })
}

/// What someone is that she sees, whom they belong to, and what she thinks of it.
fn seen_words(context: &Context, people: &[Person], seen: Option<&Seen>) -> Vec<String> {
    let Some(seen) = seen else { return Vec::new() };
    let words = &context.words;
    let kind = match seen.seen_as {
        SeenAs::Clinician => key::SEEN_CLINICIAN,
        SeenAs::Worker => key::SEEN_WORKER,
        SeenAs::Place => key::SEEN_PLACE,
        SeenAs::Role => key::SEEN_ROLE,
    };
    let mut parts = vec![words.say(kind)];
    if let Some(of) = people.iter().find(|person| Some(person.id) == seen.of) {
        let name = label(&of.text.name);
        parts.push(words.text(key::PERSON_OF_WHOM, &[("who", (&name).into())]));
    }
    if !seen.again.is_empty() {
        let again = label(&seen.again);
        parts.push(words.text(key::PERSON_AGAIN, &[("text", (&again).into())]));
    }
    parts
}

/// A person, in JSON.
pub fn value(person: &Person) -> Value {
    let PersonText { name, number, note } = &person.text;
    let seen = person.seen.as_ref();
    json!({
        "id": person.id,
        "name": name,
        "number": number,
        "note": note,
        "as": seen.map_or("own", |seen| seen.seen_as.name()),
        "of": seen.and_then(|seen| seen.of),
        "again": seen.map_or("", |seen| &seen.again),
        "version": person.version,
    })
}

fn add(context: &Context, notebook: &mut Notebook, arguments: AddArguments) -> Outcome<()> {
    let AddArguments { name, number, note, seen } = arguments;
    let seen = seen.of_person(notebook, None)?;
    let text = PersonText { name, number, note };
    let id = notebook.write(clock::now(), |tx| match &seen {
        Some(seen) => seen::add(tx, &text, seen),
        None => person::add(tx, &text),
    })?;
    kept(context, notebook, id)
}

fn edit(context: &Context, notebook: &mut Notebook, arguments: EditArguments) -> Outcome<()> {
    let id = arguments.which.of(notebook)?;
    let old = notebook.read(|conn| person::get(conn, id))?;
    let seen = arguments.seen.of_person(notebook, old.seen)?;
    let text = PersonText {
        name: arguments.name.unwrap_or(old.text.name),
        number: arguments.number.unwrap_or(old.text.number),
        note: arguments.note.unwrap_or(old.text.note),
    };
    notebook.write(clock::now(), |tx| {
        person::edit(tx, id, &text)?;
        seen::set(tx, id, seen.as_ref())
    })?;
    kept(context, notebook, id)
}

impl SeenArguments {
    /// What someone is from now on; `before` is what they were. An empty `--of` takes that out.
    fn of_person(&self, notebook: &Notebook, before: Option<Seen>) -> Outcome<Option<Seen>> {
        let kind = self.seen_as.as_deref();
        if kind == Some("own") {
            return Ok(None);
        }
        let named = SeenAs::ALL.into_iter().find(|one| Some(one.name()) == kind);
        let says_more = self.of.is_some() || self.again.is_some();
        let new = (named.is_some() || says_more).then(|| Seen::new(SeenAs::Clinician));
        let Some(mut seen) = before.or(new) else { return Ok(None) };
        seen.seen_as = named.unwrap_or(seen.seen_as);
        seen.of = match self.of.as_deref() {
            None => seen.of,
            Some("") => None,
            Some(id) => Some(notebook.read(|conn| person::find(conn, id))?),
        };
        seen.again = self.again.clone().unwrap_or(seen.again);
        Ok(Some(seen))
    }
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
    let now = clock::now();
    notebook.write(now, |tx| choices::remove_person(tx, id, now))?;
    output.value(&json!({ "id": id, "removed": true }))?;
    output.line(&words.say(key::PERSON_REMOVED))
}

impl Which {
    fn of(&self, notebook: &Notebook) -> Outcome<PersonId> {
        Ok(notebook.read(|conn| person::find(conn, &self.id))?)
    }
}

/// The person that an option names, if it is given.
pub fn named(notebook: &Notebook, id: Option<&String>) -> Outcome<Option<PersonId>> {
    id.map(|id| Ok(notebook.read(|conn| person::find(conn, id))?)).transpose()
}
