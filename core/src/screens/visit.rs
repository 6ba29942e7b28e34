//! One date, as the page shows it where she reads and changes it.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::dates::{DateLine, Teller, title};
use super::reminders::{self, ReminderLine};
use crate::error::Result;
use crate::id::VisitId;
use crate::people;
use crate::reminders::phone::{self, Phone};
use crate::time::Moment;
use crate::visits::occurrence::{self, Occurrence};
use crate::visits::reminder::Lead;
use crate::visits::repeat::Often;
use crate::visits::store::{self, Kept};
use crate::visits::visit::{Kind, Status, Visit};
use crate::words::{Key, Words, key};

/// How many of those that come again are listed on the page.
const NEXT_ONES: usize = 6;

/// How it may happen.
const KINDS: [(Kind, Key); 4] = [
    (Kind::InPerson, key::VISIT_IN_PERSON),
    (Kind::Phone, key::VISIT_PHONE),
    (Kind::Video, key::VISIT_VIDEO),
    (Kind::Home, key::VISIT_HOME),
];

/// Reminders that are one tap away; times of her own come beside them.
const LEADS: [Lead; 4] = [Lead::Week, Lead::Day, Lead::Morning, Lead::Leave(30)];

/// What helps at a visit: the pack's list, to choose from.
const HELPS: [Key; 24] = [
    key::HELP_WOMAN,
    key::HELP_SAME_PERSON,
    key::HELP_DOUBLE,
    key::HELP_DOOR,
    key::HELP_ALONE,
    key::HELP_CHAPERONE,
    key::HELP_NO_CHAPERONE,
    key::HELP_NO_STUDENT,
    key::HELP_EXPLAIN,
    key::HELP_TESTS,
    key::HELP_BREAK,
    key::HELP_WEIGH,
    key::HELP_NAME,
    key::HELP_WAIT,
    key::HELP_SIDE_DOOR,
    key::HELP_WITH_ME,
    key::HELP_WRITE,
    key::HELP_INTERPRETER,
    key::HELP_INTERPRETER_WOMAN,
    key::HELP_INTERPRETER_PHONE,
    key::HELP_INTERPRETER_STRANGER,
    key::HELP_BSL,
    key::HELP_LARGE_PRINT,
    key::HELP_EASY_READ,
];

/// Words that she may copy. Nothing sends them.
#[derive(Clone, PartialEq, Eq)]
pub struct Phrase {
    /// What they are for.
    pub title: String,
    /// The words.
    pub text: String,
}

/// What can be chosen for a date: as one, two or three taps.
#[derive(Clone, PartialEq, Eq)]
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
#[derive(Clone, PartialEq, Eq)]
pub struct KindChoice {
    /// Which.
    pub kind: Kind,
    /// In words.
    pub text: String,
}

/// How often it comes.
#[derive(Clone, PartialEq, Eq)]
pub struct OftenChoice {
    /// The rule, as it is kept in [`Repeat`](crate::visits::repeat::Repeat).
    pub rule: String,
    /// In words.
    pub text: String,
}

/// When a reminder comes.
#[derive(Clone, PartialEq, Eq)]
pub struct LeadChoice {
    /// Which.
    pub lead: Lead,
    /// In words.
    pub text: String,
}

/// A date and what can be done with it.
#[derive(Clone, PartialEq, Eq)]
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

/// All that the page shows. Of one that comes again, `day` names the single one; without it the next one is shown.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound).
pub fn page(
    conn: &Connection,
    words: &Words,
    id: VisitId,
    day: Option<NaiveDate>,
    now: Moment,
    phone: &Phone<'_>,
) -> Result<VisitPage> {
    let kept = store::get(conn, id)?;
    let planned = phone::planned(conn, now, phone)?;
    let teller = Teller { words, now, zone: phone.zone };
    let one = shown(&teller, &kept.visit, day);
    let is_full = !people::is_plain(conn)?;
    let over = teller.is_over(&kept.visit, one.when);
    let when = teller.when(&kept.visit, one.when);
    Ok(VisitPage {
        id,
        day: one.day,
        title: title(words, &kept.visit),
        status: status(words, kept.visit.status),
        over,
        often: kept.visit.repeat.as_ref().map(|repeat| often(words, Often::of(&repeat.rule))),
        next: next(&teller, &kept),
        phrases: if is_full { phrases(words, over, &when) } else { Vec::new() },
        about_contact: if is_full { about_contact(words) } else { Vec::new() },
        reminders: reminders::lines(&teller, &kept, one.day, &planned),
        when,
        visit: kept.visit,
    })
}

/// What can be chosen for a date.
///
/// # Errors
/// Those of the engine.
pub fn choices(conn: &Connection, words: &Words) -> Result<VisitChoices> {
    let helps = if people::is_plain(conn)? { &[][..] } else { &HELPS[..] };
    let kind = |&(kind, text): &(Kind, Key)| KindChoice { kind, text: words.say(text) };
    let rule = |one: &Often| OftenChoice { rule: one.rule().to_owned(), text: often(words, Some(*one)) };
    let lead = |&lead: &Lead| LeadChoice { lead, text: words.lead(lead) };
    Ok(VisitChoices {
        kinds: KINDS.iter().map(kind).collect(),
        often: Often::ALL.iter().map(rule).collect(),
        leads: LEADS.iter().map(lead).collect(),
        covers: words.covers(),
        helps: helps.iter().map(|&help| words.say(help)).collect(),
    })
}

/// The single one of a day; else the next, else the first.
fn shown(teller: &Teller<'_>, visit: &Visit, day: Option<NaiveDate>) -> Occurrence {
    let named = day.and_then(|day| occurrence::named(visit, day));
    named
        .or_else(|| occurrence::next(visit, teller.still_there(visit)))
        .unwrap_or(Occurrence { day: None, when: visit.when })
}

fn next(teller: &Teller<'_>, kept: &Kept) -> Vec<DateLine> {
    if kept.visit.repeat.is_none() {
        return Vec::new();
    }
    let mut lines = Vec::new();
    let mut from = teller.still_there(&kept.visit);
    while let Some(one) = occurrence::next(&kept.visit, from) {
        lines.push(teller.line(kept, one));
        let after = one.when.last().and_then(|last| last.checked_add_signed(chrono::TimeDelta::minutes(1)));
        match after {
            Some(after) if lines.len() < NEXT_ONES => from = after,
            _ => break,
        }
    }
    lines
}

fn status(words: &Words, status: Status) -> Option<String> {
    match status {
        Status::Planned => None,
        Status::Changed => Some(words.say(key::VISIT_CHANGED)),
        Status::CalledOff => Some(words.say(key::VISIT_CALLED_OFF)),
    }
}

/// How often, in words.
#[must_use]
pub fn often(words: &Words, often: Option<Often>) -> String {
    words.say(match often {
        Some(Often::Day) => key::REPEAT_DAY,
        Some(Often::Week) => key::REPEAT_WEEK,
        Some(Often::TwoWeeks) => key::REPEAT_TWO_WEEKS,
        Some(Often::FourWeeks) => key::REPEAT_FOUR_WEEKS,
        Some(Often::Month) => key::REPEAT_MONTH,
        Some(Often::Year) => key::REPEAT_YEAR,
        None => key::REPEAT_OTHER,
    })
}

/// To call it off and to change it; when it is over, to explain.
fn phrases(words: &Words, over: bool, when: &str) -> Vec<Phrase> {
    let pairs: &[(Key, Key)] = if over {
        &[(key::EXPLAIN_TITLE, key::EXPLAIN_TEXT), (key::RING_TITLE, key::RING_TEXT)]
    } else {
        &[
            (key::OFF_TITLE, key::OFF_TEXT),
            (key::CHANGE_TITLE, key::CHANGE_TEXT),
            (key::RING_TITLE, key::RING_TEXT),
        ]
    };
    let phrase = |&(title, text): &(Key, Key)| Phrase {
        title: words.say(title),
        text: words.text(text, &[("when", when.into())]),
    };
    pairs.iter().map(phrase).collect()
}

fn about_contact(words: &Words) -> Vec<String> {
    [key::CONTACT_COSTS, key::CONTACT_STAYS, key::CONTACT_THEIRS].map(|key| words.say(key)).into()
}
