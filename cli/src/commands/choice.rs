//! `choice list`, `set` and `remove`: what someone may be shown.

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use fernbook_core::consent::choice::{Rule, Shows, after_day};
use fernbook_core::consent::store;
use fernbook_core::consent::what::What;
use fernbook_core::error::{Error, Thing};
use fernbook_core::journal::topic;
use fernbook_core::screens::showing::{self, ChoiceLine};
use fernbook_core::time::Moment;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::words::key;
use serde_json::{Value, json};

use super::person;
use crate::context::Context;
use crate::failure::Outcome;
use crate::output::label;
use crate::{clock, opening};

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook choice list
  fernbook choice set medicines never --for 3f2a
  fernbook choice set everything ask
  fernbook choice set topic:family never
  fernbook choice set plans show --for 3f2a --until 2027-01-31
  fernbook choice remove 8c1b";

/// What can be done with choices.
#[derive(Subcommand)]
pub enum ChoiceCommand {
    /// List them, by person
    #[command(after_help = EXAMPLES)]
    List,
    /// Choose; it takes the place of what you chose about the same before
    #[command(after_help = EXAMPLES)]
    Set(SetArguments),
    /// Take a choice out: from then on you are asked
    #[command(after_help = EXAMPLES)]
    Remove(Which),
}

/// Which choice.
#[derive(Args)]
pub struct Which {
    /// The id of the choice, or its beginning
    #[arg(value_name = "ID")]
    id: String,
}

/// What `choice set` takes.
#[derive(Args)]
pub struct SetArguments {
    /// About what: everything, wants, please, reach, medicines, filing, about, reception, section:ID, plans, notes, topic:NAME
    what: String,
    /// What you choose
    #[arg(value_parser = ["show", "ask", "never"])]
    shows: String,
    /// For whom; without it, for everyone
    #[arg(long = "for", value_name = "ID")]
    person: Option<String>,
    /// The last day on which it counts
    #[arg(long, value_name = "DAY")]
    until: Option<NaiveDate>,
}

/// Runs the command.
pub fn run(context: Context, command: ChoiceCommand) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| match command {
        ChoiceCommand::List => list(context, notebook),
        ChoiceCommand::Set(arguments) => set(context, notebook, &arguments),
        ChoiceCommand::Remove(which) => remove(context, notebook, &which),
    })
}

fn lines(context: &Context, notebook: &Notebook) -> Outcome<Vec<ChoiceLine>> {
    Ok(notebook.read(|conn| showing::choice_lines(conn, &context.words, clock::zone()))?)
}

fn list(context: &Context, notebook: &Notebook) -> Outcome<()> {
    let (words, output) = (&context.words, context.output);
    let lines = lines(context, notebook)?;
    output.value(&lines.iter().map(value).collect::<Vec<Value>>())?;
    if lines.is_empty() {
        output.line(&words.say(key::CHOICE_NONE))?;
    }
    for line in &lines {
        output.line_hanging(&text(context, line), 10)?;
    }
    output.line(&words.say(key::CHOICE_LIMITS))
}

fn text(context: &Context, line: &ChoiceLine) -> String {
    let id: String = line.id.to_string().chars().take(8).collect();
    let (who, what) = (label(&line.who), label(&line.what));
    let parts = [("who", (&who).into()), ("what", (&what).into()), ("shows", (&line.shows).into())];
    let said = match &line.until {
        None => context.words.text(key::CHOICE_LINE, &parts),
        Some(day) => {
            let parts: Vec<_> = parts.into_iter().chain([("day", day.into())]).collect();
            context.words.text(key::CHOICE_LINE_UNTIL, &parts)
        }
    };
    format!("{id}  {said}")
}

fn value(line: &ChoiceLine) -> Value {
    json!({
        "id": line.id,
        "person": line.rule.person,
        "what": line.rule.what,
        "shows": line.rule.shows,
        "until": line.rule.until.map(Moment::to_rfc3339),
    })
}

fn set(context: &Context, notebook: &mut Notebook, arguments: &SetArguments) -> Outcome<()> {
    let rule = Rule {
        person: person::named(notebook, arguments.person.as_ref())?,
        what: what(notebook, &arguments.what)?,
        shows: arguments.shows.parse::<Shows>()?,
        until: arguments.until.map(|day| after_day(day, clock::zone())).transpose()?,
    };
    let id = notebook.write(clock::now(), |tx| store::set(tx, &rule))?;
    let lines = lines(context, notebook)?;
    if let Some(line) = lines.iter().find(|line| line.id == id) {
        context.output.value(&value(line))?;
        context.output.line_hanging(&text(context, line), 10)?;
    }
    context.output.line(&context.words.say(key::CHOICE_SET))?;
    context.output.line(&context.words.say(key::CHOICE_LIMITS))
}

/// What a name on the command line means: a topic goes by its own name there.
pub fn what(notebook: &Notebook, name: &str) -> Outcome<What> {
    let Some(topic) = name.strip_prefix("topic:") else { return Ok(name.parse()?) };
    let (topics, wanted) = (notebook.read(topic::list)?, What::topic(topic));
    let is_there = topics.iter().any(|one| What::topic(&one.name) == wanted);
    if is_there { Ok(wanted) } else { Err(Error::NotFound { what: Thing::Topic }.into()) }
}

fn remove(context: &Context, notebook: &mut Notebook, which: &Which) -> Outcome<()> {
    let id = notebook.read(|conn| store::find(conn, &which.id))?;
    notebook.write(clock::now(), |tx| store::remove(tx, id))?;
    context.output.value(&json!({ "id": id, "removed": true }))?;
    context.output.line(&context.words.say(key::CHOICE_OUT))
}
