//! `reminders plan`, `quiet` and `morning`: a computer shows none, and says what a phone would hold.

use chrono::NaiveTime;
use clap::{Args, Subcommand};
use fernbook_core::reminders::phone::{self, Phone};
use fernbook_core::reminders::plan::{Held, Missing, Planned, Why};
use fernbook_core::screens::reminders::{self, Quiet, ReminderPage};
use fernbook_core::time::Moment;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::visits::store;
use fernbook_core::words::key;
use serde_json::{Value, json};

use super::visit::reminders_option::name;
use super::visit::short;
use crate::any_phone::{MOST, any_phone};
use crate::context::Context;
use crate::failure::Outcome;
use crate::output::label;
use crate::{clock, opening};

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook reminders plan
  fernbook reminders plan --most 64 --json
  fernbook reminders quiet 21:00 7:30
  fernbook reminders quiet none
  fernbook reminders morning 8:00";

/// What can be done with reminders.
#[derive(Subcommand)]
pub enum RemindersCommand {
    /// Say what a phone would hold now, and what can't come
    #[command(after_help = EXAMPLES)]
    Plan(PlanArguments),
    /// See or set from when to when none comes
    #[command(after_help = EXAMPLES)]
    Quiet(QuietArguments),
    /// Set when a reminder in the morning comes
    #[command(after_help = EXAMPLES)]
    Morning(MorningArguments),
}

/// What `reminders plan` takes.
#[derive(Args)]
pub struct PlanArguments {
    /// How many the phone holds at most
    #[arg(long, value_name = "COUNT", default_value_t = MOST)]
    most: usize,
    /// The phone does not let the app be exact
    #[arg(long)]
    inexact: bool,
    /// The phone does not let the app show anything
    #[arg(long)]
    not_allowed: bool,
}

/// What `reminders quiet` takes.
#[derive(Args)]
pub struct QuietArguments {
    /// From this time, such as 21:00; or none
    #[arg(value_name = "TIME")]
    from: Option<String>,
    /// Up to this time
    #[arg(value_name = "TIME")]
    to: Option<String>,
}

/// What `reminders morning` takes.
#[derive(Args)]
pub struct MorningArguments {
    /// The time, such as 8:00
    #[arg(value_name = "TIME")]
    time: String,
}

/// Runs the command.
pub fn run(context: Context, command: RemindersCommand) -> Outcome<()> {
    opening::in_notebook(context, |context, notebook| match command {
        RemindersCommand::Plan(arguments) => plan(context, notebook, &arguments),
        RemindersCommand::Quiet(arguments) => quiet(context, notebook, &arguments),
        RemindersCommand::Morning(arguments) => morning(context, notebook, &arguments),
    })
}

fn plan(context: &Context, notebook: &Notebook, arguments: &PlanArguments) -> Outcome<()> {
    let cover = reminders::first_cover(&context.words);
    let phone = Phone {
        most: arguments.most,
        exact: !arguments.inexact,
        allowed: !arguments.not_allowed,
        ..any_phone(&context.dir, &cover)
    };
    let now = clock::now();
    let planned = notebook.read(|conn| phone::planned(conn, now, &phone))?;
    if context.output.json {
        return context.output.value(&value(&planned, &cover));
    }
    context.output.line(&context.words.say(key::REMINDERS_COMMAND))?;
    if planned.held.is_empty() && planned.missing.is_empty() {
        return context.output.line(&context.words.say(key::REMINDERS_NONE));
    }
    planned.held.iter().try_for_each(|held| tell_held(context, held, now, &cover))?;
    tell_missing(context, notebook, &planned)
}

fn tell_held(context: &Context, held: &Held, now: Moment, cover: &str) -> Outcome<()> {
    let zone = clock::zone();
    let when = context.words.date_and_time_seen(held.at.local(zone), Some(now.local(zone)));
    let cover = if held.cover.is_empty() { cover } else { &held.cover };
    let early = held.early.then(|| context.words.say(key::REMINDER_EARLY));
    let late = held.late.then(|| context.words.say(key::REMINDER_LATE));
    let parts = [Some(short(held.visit)), Some(when), Some(label(cover)), early, late];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    context.output.line_hanging(&parts.join("  "), 10)
}

fn tell_missing(context: &Context, notebook: &Notebook, planned: &Planned) -> Outcome<()> {
    planned.missing.iter().try_for_each(|missing| {
        let visit = notebook.read(|conn| store::get(conn, missing.visit))?.visit;
        let why = context.words.say(reminders::why(missing.why));
        let parts = [short(missing.visit), label(&visit.title), context.words.lead(missing.lead), why];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        context.output.line_hanging(&parts.join("  "), 10)
    })
}

fn value(planned: &Planned, cover: &str) -> Value {
    let held = |held: &Held| {
        json!({
            "visit": held.visit,
            "only": held.day,
            "lead": name(held.lead),
            "at": held.at.to_rfc3339(),
            "cover": if held.cover.is_empty() { cover } else { &held.cover },
            "sound": held.sound,
            "early": held.early,
            "late": held.late,
        })
    };
    let missing = |missing: &Missing| {
        json!({
            "visit": missing.visit,
            "only": missing.day,
            "lead": name(missing.lead),
            "at": missing.wanted.map(Moment::to_rfc3339),
            "why": why(missing.why),
        })
    };
    json!({
        "held": planned.held.iter().map(held).collect::<Vec<_>>(),
        "missing": planned.missing.iter().map(missing).collect::<Vec<_>>(),
        "until": planned.until,
    })
}

fn why(why: Why) -> &'static str {
    match why {
        Why::NoTime => "no-time",
        Why::Over => "over",
        Why::After => "after",
        Why::Full => "full",
        Why::NotAllowed => "not-allowed",
        Why::Quiet => "quiet",
        Why::Further => "further",
    }
}

fn time(text: &str) -> Outcome<NaiveTime> {
    use fernbook_core::error::{Error, Thing};
    let not_a_time = Error::NotUnderstood { what: Thing::Setting };
    Ok(NaiveTime::parse_from_str(text, "%H:%M").map_err(|_| not_a_time)?)
}

fn quiet(context: &Context, notebook: &mut Notebook, arguments: &QuietArguments) -> Outcome<()> {
    let words = &context.words;
    let before = notebook.read(|conn| reminders::page(conn, words))?;
    let quiet = match (arguments.from.as_deref(), arguments.to.as_deref()) {
        (None, None) => return tell_page(context, &before),
        (Some("none"), None) => None,
        (Some(from), Some(to)) => Some(Quiet { from: time(from)?, to: time(to)? }),
        _ => return Err(crate::failure::Failure::Usage("fernbook reminders quiet --help")),
    };
    set(context, notebook, quiet, before.morning)
}

fn morning(context: &Context, notebook: &mut Notebook, arguments: &MorningArguments) -> Outcome<()> {
    let words = &context.words;
    let before = notebook.read(|conn| reminders::page(conn, words))?;
    set(context, notebook, before.quiet, time(&arguments.time)?)
}

fn set(context: &Context, notebook: &mut Notebook, quiet: Option<Quiet>, morning: NaiveTime) -> Outcome<()> {
    notebook.write(clock::now(), |tx| reminders::set(tx, quiet, morning))?;
    let page = notebook.read(|conn| reminders::page(conn, &context.words))?;
    tell_page(context, &page)?;
    context.output.line(&context.words.say(key::REMINDERS_SET))
}

fn tell_page(context: &Context, page: &ReminderPage) -> Outcome<()> {
    let text = |time: NaiveTime| time.format("%H:%M").to_string();
    let quiet = page.quiet.map(|quiet| json!({ "from": text(quiet.from), "to": text(quiet.to) }));
    context.output.value(&json!({ "quiet": quiet, "morning": text(page.morning) }))?;
    page.texts.iter().try_for_each(|line| context.output.line(line))
}
