//! The core's types of dates and reminders, told to UniFFI: days as `2026-12-01`, times of day as `09:10`, both as the
//! clocks of the date's zone show them; zones by their IANA names.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use fernbook_core::Error;
use fernbook_core::error::Thing;
use fernbook_core::id::{NoteId, VisitId};
use fernbook_core::screens::dates::{Coming, DateLine, DatesPage, MonthPage, NextDate};
use fernbook_core::screens::paste::{ReadDate, ReadLine};
use fernbook_core::screens::reminders::{MissingLine, OutsideLine, ReminderLine};
use fernbook_core::screens::visit::{KindChoice, LeadChoice, OftenChoice, Phrase, VisitChoices, VisitPage};
use fernbook_core::time::Zone;
use fernbook_core::visits::after::After as VisitAfter;
use fernbook_core::visits::plan::Plan as VisitPlan;
use fernbook_core::visits::reminder::{Lead, Reminder};
use fernbook_core::visits::repeat::{Moved, Repeat};
use fernbook_core::visits::visit::{Kind as VisitKind, Source as VisitSource, Status as VisitStatus, Visit};
use fernbook_core::visits::when::When;

use crate::error::NotebookError;

/// A day, a time of day or both that is none.
const NOT_A_DATE: NotebookError = NotebookError::NotUnderstood { what: Thing::Date };

uniffi::custom_type!(VisitId, String, {
    remote,
    lower: |id| id.to_string(),
    try_lift: |text| Ok(text.parse().map_err(NotebookError::from)?),
});

uniffi::custom_type!(NaiveDate, String, {
    remote,
    lower: |day| day.to_string(),
    try_lift: |text| Ok(NaiveDate::parse_from_str(&text, "%Y-%m-%d").map_err(|_| NOT_A_DATE)?),
});

uniffi::custom_type!(NaiveTime, String, {
    remote,
    lower: |time| time.format("%H:%M").to_string(),
    try_lift: |text| Ok(NaiveTime::parse_from_str(&text, "%H:%M").map_err(|_| NOT_A_DATE)?),
});

uniffi::custom_type!(NaiveDateTime, String, {
    remote,
    lower: |at| at.format("%Y-%m-%dT%H:%M").to_string(),
    try_lift: |text| Ok(NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M").map_err(|_| NOT_A_DATE)?),
});

uniffi::custom_type!(Zone, String, {
    remote,
    lower: |zone| zone.name().to_owned(),
    try_lift: |name| Ok(Zone::parse(&name).map_err(|_| NotebookError::from(Error::NotUnderstood { what: Thing::Zone }))?),
});

/// What is known of a time. Local, to the minute.
#[uniffi::remote(Enum)]
pub enum When {
    /// Nothing yet.
    ToBeTold,
    /// Some time on a day.
    Day(NaiveDate),
    /// Some time between two times of a day, as practices say when they ring.
    Window {
        /// The day.
        day: NaiveDate,
        /// The first minute.
        from: NaiveTime,
        /// The last minute, after the first.
        to: NaiveTime,
    },
    /// A minute of a day.
    At(NaiveDateTime),
}

/// That a visit comes again. Its single visits are named by the day on which the rule has them: no rule here has two
/// on a day.
#[uniffi::remote(Record)]
pub struct Repeat {
    /// A recurrence rule (RFC 5545, 3.3.10) of days or longer, such as `FREQ=WEEKLY;BYDAY=TU`, without the name of the
    /// property. It begins with the visit's own day.
    pub rule: String,
    /// Days that are added to those of the rule, in order.
    pub added: Vec<NaiveDate>,
    /// Days that are left out, in order.
    pub skipped: Vec<NaiveDate>,
    /// Single visits that are at another time than the rule says, in order of their days.
    pub moved: Vec<Moved>,
}

/// A single visit that was moved.
#[uniffi::remote(Record)]
pub struct Moved {
    /// The day on which the rule has it.
    pub day: NaiveDate,
    /// When it is in truth.
    pub when: When,
}

/// Her plan for a visit.
#[uniffi::remote(Record)]
pub struct VisitPlan {
    /// What she wants to say, in her order: at most 3.
    pub say: Vec<String>,
    /// What helps her there, in her words or those of the pack's list.
    pub helps: Vec<String>,
    /// What not to ask about.
    pub not_ask: String,
}

/// What was said at a visit, and what comes next.
#[uniffi::remote(Record)]
pub struct VisitAfter {
    /// Of a visit that comes again, the day on which the rule has the one that is meant.
    pub day: Option<NaiveDate>,
    /// What was said, or a word of hers.
    pub said: String,
    /// Next steps.
    pub next: String,
    /// A note that belongs to it.
    pub note: Option<NoteId>,
}

/// How it happens.
#[uniffi::remote(Enum)]
pub enum VisitKind {
    /// She goes there.
    InPerson,
    /// A call.
    Phone,
    /// A call with a picture.
    Video,
    /// Someone comes to her.
    Home,
}

/// How it stands. That it is over is no state: it follows from the time.
#[uniffi::remote(Enum)]
pub enum VisitStatus {
    /// As it was agreed.
    Planned,
    /// It was put to another time.
    Changed,
    /// It was called off.
    CalledOff,
}

/// Where it came from, if it came out of a calendar (RFC 5545).
#[uniffi::remote(Record)]
pub struct VisitSource {
    /// Its UID there.
    pub uid: String,
    /// Its SEQUENCE there: a lower one is older.
    pub sequence: u32,
    /// Of a single one that came without the others, the day by which it is named there.
    pub day: Option<NaiveDate>,
}

/// All that she keeps of a visit. Every text may be empty.
#[uniffi::remote(Record)]
pub struct Visit {
    /// What is known of its time; of one that comes again, of the first.
    pub when: When,
    /// Whose clocks show that time.
    pub zone: Zone,
    /// How it happens, if she says.
    pub kind: Option<VisitKind>,
    /// What she calls it: what stands in lists.
    pub title: String,
    /// Whom she sees.
    pub who: String,
    /// Where.
    pub place: String,
    /// How to reach them, to change it or call it off.
    pub contact: String,
    /// How she gets there.
    pub travel: String,
    /// Who comes with her.
    pub company: String,
    /// What to bring.
    pub bring: String,
    /// Where she would rather wait.
    pub waiting: String,
    /// Anything else.
    pub notes: String,
    /// How it stands.
    pub status: VisitStatus,
    /// That it comes again.
    pub repeat: Option<Repeat>,
    /// Her plan for it.
    pub plan: VisitPlan,
    /// What she put down of it later, by day.
    pub after: Vec<VisitAfter>,
    /// What she wants to be reminded by, at most one of a lead.
    pub reminders: Vec<Reminder>,
    /// Where it came from.
    pub source: Option<VisitSource>,
}

/// A date in a list: its title and when, nothing else.
#[uniffi::remote(Record)]
pub struct DateLine {
    /// Its id.
    pub id: VisitId,
    /// Of one that comes again, the day by which this single one is named.
    pub day: Option<NaiveDate>,
    /// The day on which it is, by the clocks of its zone, if that is known.
    pub on: Option<NaiveDate>,
    /// When, in words.
    pub when: String,
    /// What she calls it; if she calls it nothing, what kind it is.
    pub title: String,
    /// How it stands.
    pub status: VisitStatus,
}

/// What is coming.
#[uniffi::remote(Record)]
pub struct Coming {
    /// Those with a day, by their time.
    pub dated: Vec<DateLine>,
    /// Those whose day is not known yet.
    pub open: Vec<DateLine>,
    /// Whether there are any that are over.
    pub has_earlier: bool,
}

/// The page of all dates.
#[uniffi::remote(Record)]
pub struct DatesPage {
    /// What is coming.
    pub coming: Coming,
    /// What the phone will show, of every notebook, so that each of its lines has a plain reason here.
    pub outside: Vec<OutsideLine>,
    /// What the phone can't show, and why.
    pub missing: Vec<MissingLine>,
}

/// The next date and what can't be shown, for the home page.
#[uniffi::remote(Record)]
pub struct NextDate {
    /// The next date that is not called off.
    pub next: Option<DateLine>,
    /// What the phone can't show, and why.
    pub missing: Vec<MissingLine>,
}

/// A month.
#[uniffi::remote(Record)]
pub struct MonthPage {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u32,
    /// How many days it has.
    pub days: u32,
    /// The weekday of the first, from 1 for Monday.
    pub first_weekday: u32,
    /// Today's day of the month, if it is this one.
    pub today: Option<u32>,
    /// Its dates, by their time.
    pub dates: Vec<DateLine>,
}

/// Words that she may copy. Nothing sends them.
#[uniffi::remote(Record)]
pub struct Phrase {
    /// What they are for.
    pub title: String,
    /// The words.
    pub text: String,
}

/// What can be chosen for a date: as one, two or three taps.
#[uniffi::remote(Record)]
pub struct VisitChoices {
    /// How it happens.
    pub kinds: Vec<KindChoice>,
    /// How often it comes.
    pub often: Vec<OftenChoice>,
    /// When a reminder comes. The time to leave is half an hour before; she can set another.
    pub leads: Vec<LeadChoice>,
    /// What the phone shows for a reminder: neutral words.
    pub covers: Vec<String>,
    /// What helps her there: the pack's list; empty in a plain notebook, which has no such plan.
    pub helps: Vec<String>,
}

/// A way in which it happens.
#[uniffi::remote(Record)]
pub struct KindChoice {
    /// Which.
    pub kind: VisitKind,
    /// In words.
    pub text: String,
}

/// How often it comes.
#[uniffi::remote(Record)]
pub struct OftenChoice {
    /// The rule, as it is kept in `Repeat`.
    pub rule: String,
    /// In words.
    pub text: String,
}

/// When a reminder comes.
#[uniffi::remote(Record)]
pub struct LeadChoice {
    /// Which.
    pub lead: Lead,
    /// In words.
    pub text: String,
}

/// A date and what can be done with it.
#[uniffi::remote(Record)]
pub struct VisitPage {
    /// Its id.
    pub id: VisitId,
    /// All that is kept of it.
    pub visit: Visit,
    /// Of one that comes again, the day that names the single one which is shown.
    pub day: Option<NaiveDate>,
    /// What stands over the page.
    pub title: String,
    /// When, in words: the single one of its day.
    pub when: String,
    /// How it stands, in a sentence; none if it is as it was agreed.
    pub status: Option<String>,
    /// Whether it is over. Nothing is asked then.
    pub over: bool,
    /// How often it comes, in words; none if it comes once.
    pub often: Option<String>,
    /// The next ones of those that come again.
    pub next: Vec<DateLine>,
    /// Words to copy: to call it off, to change it, or later to explain; none in a plain notebook.
    pub phrases: Vec<Phrase>,
    /// What to know before she gets in touch with them; empty in a plain notebook.
    pub about_contact: Vec<String>,
    /// Its reminders, in her order, as the phone will show them.
    pub reminders: Vec<ReminderLine>,
}

/// A date that was read in a message.
#[uniffi::remote(Record)]
pub struct ReadDate {
    /// What would be kept: to be corrected first.
    pub visit: Visit,
    /// What was read, a line each.
    pub lines: Vec<ReadLine>,
    /// Dates of that day that she has already: what is called off or changed may be one of them.
    pub known: Vec<DateLine>,
}

/// A piece that was read.
#[uniffi::remote(Record)]
pub struct ReadLine {
    /// What it is: the day, the time, the place.
    pub what: String,
    /// What was read.
    pub value: String,
    /// Whether it can mean nothing else. If not, it is a guess.
    pub sure: bool,
}
