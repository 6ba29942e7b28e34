//! What can be given of a date, when it is put down and when it is changed.

use chrono::{NaiveDate, NaiveTime};
use clap::{Args, ValueEnum};
use fernbook_core::time::Zone;
use fernbook_core::visits::reminder::Reminder;
use fernbook_core::visits::repeat::{Often, Repeat};
use fernbook_core::visits::visit::{Kind, Visit};
use fernbook_core::visits::when::When;

use super::reminders_option::leads;
use crate::failure::{Failure, Outcome};

/// The command whose help tells more.
const USAGE: Failure = Failure::Usage("fernbook visit add --help");

/// All that can be given.
#[derive(Args)]
pub struct Fields {
    /// What you call it
    title: Option<String>,
    /// The day, such as 2026-12-01
    #[arg(long, value_name = "DAY")]
    on: Option<NaiveDate>,
    /// The time, such as 09:10
    #[arg(long, value_name = "TIME", value_parser = time)]
    at: Option<NaiveTime>,
    /// The first time at which it may begin
    #[arg(long, value_name = "TIME", value_parser = time, requires = "to", conflicts_with = "at")]
    from: Option<NaiveTime>,
    /// The last time at which it may begin
    #[arg(long, value_name = "TIME", value_parser = time, requires = "from")]
    to: Option<NaiveTime>,
    /// Some time on that day
    #[arg(long, conflicts_with_all = ["at", "from"])]
    some_time: bool,
    /// Its zone, such as Europe/London; else that of this computer
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,
    /// How it happens
    #[arg(long, value_enum)]
    kind: Option<KindName>,
    /// Whom you see
    #[arg(long)]
    who: Option<String>,
    /// Where
    #[arg(long)]
    place: Option<String>,
    /// How to reach them
    #[arg(long)]
    contact: Option<String>,
    /// How you get there
    #[arg(long)]
    travel: Option<String>,
    /// Who comes with you
    #[arg(long)]
    company: Option<String>,
    /// What to bring
    #[arg(long)]
    bring: Option<String>,
    /// Where you would rather wait
    #[arg(long)]
    waiting: Option<String>,
    /// Anything else
    #[arg(long)]
    notes: Option<String>,
    /// How often it comes: day, week, two-weeks, four-weeks, month, year, none, or a rule (RFC 5545)
    #[arg(long, value_name = "RULE")]
    repeat: Option<String>,
    /// A reminder: week, day, morning, leave:30, 90m, 2h, or 2026-11-30T18:00; may be given again; or none
    #[arg(long, value_name = "LEAD")]
    remind: Vec<String>,
    /// What the phone shows for these reminders
    #[arg(long, value_name = "TEXT", requires = "remind")]
    cover: Option<String>,
    /// These reminders make a sound
    #[arg(long, requires = "remind")]
    sound: bool,
}

/// The names of the ways in which it happens.
#[derive(Clone, Copy, ValueEnum)]
enum KindName {
    /// You go there
    InPerson,
    /// A call
    Phone,
    /// A call with a picture
    Video,
    /// Someone comes to you
    Home,
}

impl From<KindName> for Kind {
    fn from(name: KindName) -> Self {
        match name {
            KindName::InPerson => Kind::InPerson,
            KindName::Phone => Kind::Phone,
            KindName::Video => Kind::Video,
            KindName::Home => Kind::Home,
        }
    }
}

/// A time of day with minutes: `9:10` or `09:10`.
fn time(text: &str) -> Result<NaiveTime, chrono::ParseError> {
    NaiveTime::parse_from_str(text, "%H:%M")
}

impl Fields {
    /// Puts what was given into a date.
    pub fn put_into(&self, visit: &mut Visit) -> Outcome<()> {
        visit.when = self.when(visit.when)?;
        if let Some(zone) = &self.zone {
            visit.zone = Zone::parse(zone)?;
        }
        self.put_texts(visit);
        if let Some(rule) = &self.repeat {
            visit.repeat = repeat(rule, visit.repeat.take());
        }
        if !self.remind.is_empty() {
            visit.reminders = self.reminders()?;
        }
        Ok(())
    }

    fn put_texts(&self, visit: &mut Visit) {
        if let Some(kind) = self.kind {
            visit.kind = Some(kind.into());
        }
        let given = [
            (&self.title, &mut visit.title),
            (&self.who, &mut visit.who),
            (&self.place, &mut visit.place),
            (&self.contact, &mut visit.contact),
            (&self.travel, &mut visit.travel),
            (&self.company, &mut visit.company),
            (&self.bring, &mut visit.bring),
            (&self.waiting, &mut visit.waiting),
            (&self.notes, &mut visit.notes),
        ];
        for (text, field) in given {
            if let Some(text) = text {
                field.clone_from(text);
            }
        }
    }

    /// The time with what was given of it; a day alone keeps the time of day that was there.
    pub fn when(&self, before: When) -> Outcome<When> {
        let day = self.on.or(before.day());
        let given = match (self.at, self.from.zip(self.to)) {
            (Some(at), _) => When::At(day.ok_or(USAGE)?.and_time(at)),
            (None, Some((from, to))) => When::Window { day: day.ok_or(USAGE)?, from, to },
            (None, None) if self.some_time => When::Day(day.ok_or(USAGE)?),
            (None, None) => match (self.on, before) {
                (Some(on), When::ToBeTold) => When::Day(on),
                (Some(on), before) => before.on(on),
                (None, before) => before,
            },
        };
        Ok(given.checked()?)
    }

    /// Whether anything was given but the time.
    pub fn has_only_a_time(&self) -> bool {
        let mut probe = Visit::default();
        self.put_texts(&mut probe);
        probe == Visit::default() && self.repeat.is_none() && self.remind.is_empty() && self.zone.is_none()
    }

    fn reminders(&self) -> Outcome<Vec<Reminder>> {
        let cover = self.cover.clone().unwrap_or_default();
        let reminder = |lead| Reminder { lead, cover: cover.clone(), sound: self.sound };
        Ok(leads(&self.remind)?.into_iter().map(reminder).collect())
    }
}

/// The rule by its name here or as a rule; the single ones that were moved stay as they are.
fn repeat(name: &str, before: Option<Repeat>) -> Option<Repeat> {
    let rule = match name {
        "none" => return None,
        "day" => Often::Day.rule(),
        "week" => Often::Week.rule(),
        "two-weeks" => Often::TwoWeeks.rule(),
        "four-weeks" => Often::FourWeeks.rule(),
        "month" => Often::Month.rule(),
        "year" => Often::Year.rule(),
        rule => rule,
    };
    Some(Repeat { rule: rule.to_owned(), ..before.unwrap_or_default() })
}
