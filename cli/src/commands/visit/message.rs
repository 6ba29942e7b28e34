//! `visit paste`: a message on standard input becomes dates that she looks at before they are kept.

use std::io::{self, Read as _};

use chrono::{NaiveDateTime, NaiveTime};
use clap::Args;
use fernbook_core::message::{self, News, Read, Understood};
use fernbook_core::screens::paste;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::visits::store;
use fernbook_core::visits::visit::Visit;
use fernbook_core::words::key;
use serde_json::{Value, json};

use super::{lists, value};
use crate::context::Context;
use crate::failure::Outcome;
use crate::{clock, questions, text_input};

/// Examples for `--help`.
pub const EXAMPLES: &str = "Examples:
  fernbook visit paste < message.txt
  fernbook visit paste --dry-run --json < message.txt
  fernbook visit paste --dry-run --now 2026-11-22T10:00 < message.txt";

/// What `visit paste` takes.
#[derive(Args)]
pub struct PasteArguments {
    /// Only say what was read; keep nothing, and ask for no PIN
    #[arg(long)]
    pub dry_run: bool,
    /// When the message is read, such as 2026-11-22T10:00; else now
    #[arg(long, value_name = "TIME", value_parser = minute)]
    now: Option<NaiveDateTime>,
}

fn minute(text: &str) -> Result<NaiveDateTime, chrono::ParseError> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
}

/// Says what was read, and keeps nothing.
pub fn show_only(context: &Context, arguments: &PasteArguments) -> Outcome<()> {
    let found = read(arguments)?;
    if context.output.json {
        return context.output.value(&found.iter().map(understood).collect::<Vec<_>>());
    }
    tell(context, &found)
}

/// Says what was read, asks, and keeps it.
pub fn keep(context: &Context, notebook: &mut Notebook, arguments: &PasteArguments) -> Outcome<()> {
    let found = read(arguments)?;
    tell(context, &found)?;
    tell_known(context, notebook, &found)?;
    if found.is_empty() {
        return context.output.value(&Vec::<Value>::new());
    }
    let ask = if found.len() == 1 { key::PASTE_KEEP_ONE } else { key::PASTE_KEEP_ALL };
    if !questions::confirm(context, ask)? {
        return Ok(());
    }
    let visits: Vec<Visit> = found.iter().map(|one| paste::visit(one, clock::zone())).collect();
    let kept = notebook.write(clock::now(), |tx| {
        let ids = visits.iter().map(|visit| store::add(tx, visit)).collect::<Result<Vec<_>, _>>()?;
        ids.into_iter().map(|id| store::get(tx, id)).collect::<Result<Vec<_>, _>>()
    })?;
    context.output.value(&kept.iter().map(value::visit).collect::<Vec<_>>())?;
    context.output.line(&context.words.say(key::VISIT_KEPT))
}

fn read(arguments: &PasteArguments) -> Outcome<Vec<Understood>> {
    let now = arguments.now.unwrap_or_else(|| clock::now().local(clock::zone()));
    let text = text_input::read_all(io::stdin().lock().take(text_input::MOST_BYTES))?;
    Ok(message::read(&text, now))
}

fn understood(found: &Understood) -> Value {
    let text = |read: &Option<Read<String>>| piece(read.as_ref(), |text| json!(text));
    json!({
        "date": piece(found.day.as_ref(), |day| json!(day)),
        "time": piece(found.from.as_ref(), |time| json!(clock_text(*time))),
        "until": piece(found.to.as_ref(), |time| json!(clock_text(*time))),
        "kind": piece(found.kind.as_ref(), |kind| json!(value::kind(*kind))),
        "news": piece(Some(&found.news), |news| json!(news_name(*news))),
        "place": text(&found.place),
        "who": text(&found.who),
        "contact": text(&found.contact),
    })
}

/// A piece as `{"value": …, "sure": …}`; null if nothing was read.
fn piece<T>(read: Option<&Read<T>>, value: impl Fn(&T) -> Value) -> Value {
    read.map_or(Value::Null, |read| json!({ "value": value(&read.value), "sure": read.sure }))
}

fn clock_text(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

fn news_name(news: News) -> &'static str {
    match news {
        News::New => "new",
        News::Changed => "changed",
        News::CalledOff => "called-off",
    }
}

fn tell(context: &Context, found: &[Understood]) -> Outcome<()> {
    let words = &context.words;
    if found.is_empty() {
        let none = words.text(key::PASTE_NONE, &[("command", "fernbook visit add".into())]);
        return context.output.line(&none);
    }
    context.output.line(&words.say(key::PASTE_FOUND))?;
    found.iter().try_for_each(|one| tell_one(context, one))
}

/// Says which dates she has on those days already.
fn tell_known(context: &Context, notebook: &Notebook, found: &[Understood]) -> Outcome<()> {
    let (words, now, zone) = (&context.words, clock::now(), clock::zone());
    for one in found {
        let known = notebook.read(|conn| paste::known(conn, words, one, now, zone))?;
        if !known.is_empty() {
            context.output.line(&format!("\n{}", words.say(key::PASTE_KNOWN)))?;
        }
        known.iter().try_for_each(|line| lists::tell_line(context, line))?;
    }
    Ok(())
}

fn tell_one(context: &Context, found: &Understood) -> Outcome<()> {
    context.output.line("")?;
    paste::lines(&context.words, found).iter().try_for_each(|line| {
        let key = if line.sure { key::PASTE_READ } else { key::PASTE_GUESSED };
        let gaps = [("what", (&line.what).into()), ("value", (&line.value).into())];
        context.output.line_hanging(&format!("  {}", context.words.text(key, &gaps)), 4)
    })
}
