//! Showing someone, in words that are for her alone: what is on the page and why, what she chose for whom, and what she
//! showed.

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::card::store as cards;
use crate::consent::choice::{Choice, Rule, Shows};
use crate::consent::decide::Decision;
use crate::consent::grant::{Form, Grant, Way, Why};
use crate::consent::what::{Part, Section, What};
use crate::consent::{receipt, store as choices};
use crate::error::{Result, if_there};
use crate::id::{ChoiceId, GrantId, PersonId};
use crate::journal::{note, topic};
use crate::people::person;
use crate::share::fhir;
use crate::share::inert::inert;
use crate::share::offer::Offer;
use crate::share::prepare::Prepared;
use crate::share::request::Request;
use crate::time::{Moment, Zone};
use crate::visits::store as visits;
use crate::words::{Key, Words, key};

/// What stands before anything is shown: said each time, and none of it is on the page.
const BEFORE: [Key; 3] = [key::SHOW_MAY_KEEP, key::SHOW_MAY_PASS, key::SHOW_NEED_NOT];

/// A choice, in a list.
#[derive(Clone, PartialEq, Eq)]
pub struct ChoiceLine {
    /// Its id.
    pub id: ChoiceId,
    /// What it says.
    pub rule: Rule,
    /// In words: for whom.
    pub who: String,
    /// In words: about what.
    pub what: String,
    /// In words: what was chosen.
    pub shows: String,
    /// In words: the last day on which it counts; none if it has no end.
    pub until: Option<String>,
    /// That day.
    pub last: Option<NaiveDate>,
}

/// A part that could be on a page.
#[derive(Clone, PartialEq, Eq)]
pub struct PartLine {
    /// Which, and what her choices say.
    pub offer: Offer,
    /// What it is, in words.
    pub name: String,
    /// Why it is on the page or not, in words.
    pub reason: String,
    /// Whether she is told before it goes: it is not on the page, or not all of it, and not because she took it off.
    pub is_told: bool,
}

/// What was shown, in a list.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptLine {
    /// All of it.
    pub grant: Grant,
    /// When, in words.
    pub when: String,
    /// To whom, in words.
    pub who: String,
    /// By which way, in words.
    pub way: String,
    /// Which parts, in words.
    pub parts: Vec<String>,
    /// How it stands, in a sentence.
    pub state: String,
}

/// What is said before anything is shown.
#[must_use]
pub fn before(words: &Words) -> Vec<String> {
    BEFORE.iter().map(|&key| words.say(key)).collect()
}

/// Every choice, by person.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) in a plain notebook.
pub fn choice_lines(conn: &Connection, words: &Words, zone: Zone) -> Result<Vec<ChoiceLine>> {
    let telling = Telling { conn, words, zone };
    choices::list(conn)?.into_iter().map(|choice| telling.choice(&choice)).collect()
}

/// The parts that could be on a page, and why each is or is not.
///
/// # Errors
/// Those of the engine.
pub fn part_lines(
    conn: &Connection,
    words: &Words,
    prepared: &Prepared,
    zone: Zone,
) -> Result<Vec<PartLine>> {
    let telling = Telling { conn, words, zone };
    let line = |offer: &Offer| {
        let (reason, is_told) = telling.standing(offer, &prepared.request)?;
        Ok(PartLine { offer: offer.clone(), name: telling.part(offer.part)?, reason, is_told })
    };
    prepared.composed.offers.iter().map(line).collect()
}

/// What was shown, the latest first: those before one, or the latest of all.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) in a plain notebook, or if that one is not there.
pub fn receipt_lines(conn: &Connection, words: &Words, before: Option<GrantId>) -> Result<Vec<ReceiptLine>> {
    receipt::list(conn, before)?.into_iter().map(|grant| receipt_line(conn, words, grant)).collect()
}

/// One of them.
///
/// # Errors
/// Those of the engine.
pub fn receipt_line(conn: &Connection, words: &Words, grant: Grant) -> Result<ReceiptLine> {
    let telling = Telling { conn, words, zone: grant.shown.zone };
    let parts = grant.shown.parts.iter().map(|&part| telling.part(part)).collect::<Result<_>>()?;
    let who = match grant.shown.person {
        Some(person) => telling.person(person)?,
        None => words.say(key::RECEIPT_SOMEONE),
    };
    Ok(ReceiptLine {
        when: words.date_and_time(grant.at.local(grant.shown.zone)),
        who,
        way: words.say(way(grant.shown.way)),
        parts,
        state: telling.state(&grant),
        grant,
    })
}

/// All that was shown, the first first, for a record that she takes along.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) in a plain notebook.
pub fn record_lines(conn: &Connection, words: &Words) -> Result<Vec<fhir::Line>> {
    let mut lines = Vec::new();
    receipt::each(conn, &mut |grant| {
        let day = grant.at.local(grant.shown.zone).date();
        let parts_of_it: Vec<String> = grant.shown.parts.iter().map(|&part| words.say(kind(part))).collect();
        let line = receipt_line(conn, words, grant)?;
        let parts = [("when", (&line.when).into()), ("who", (&line.who).into()), ("way", (&line.way).into())];
        let said = [
            words.text(key::RECEIPT_LINE, &parts),
            words.text(key::RECEIPT_PARTS, &[("parts", (&parts_of_it.join(", ")).into())]),
            line.state,
            words.say(key::CHOICE_LIMITS),
        ];
        lines.push(fhir::Line { day, has_ended: line.grant.ended.is_some(), said: inert(&said.join(" ")) });
        Ok(())
    })?;
    Ok(lines)
}

/// What a part is, without a word of hers: a title is one.
fn kind(part: Part) -> Key {
    match part {
        Part::Section(of_card) => section(of_card),
        Part::Own(_) => key::PART_OWN,
        Part::Plan(_) => key::WHAT_PLANS,
        Part::Note(_) => key::WHAT_NOTES,
    }
}

/// The name of a section of the card.
#[must_use]
pub fn section(section: Section) -> Key {
    match section {
        Section::Wants => key::SHOWN_WANTS,
        Section::Please => key::CARD_PLEASE,
        Section::Reach => key::SHOWN_REACH,
        Section::Medicines => key::CARD_MEDICINES,
        Section::Filing => key::SHOWN_FILING,
        Section::About => key::SHOWN_ABOUT,
        Section::Reception => key::SHOWN_RECEPTION,
    }
}

/// The name of a way.
#[must_use]
pub fn way(way: Way) -> Key {
    match way {
        Way::Screen => key::WAY_SCREEN,
        Way::Aloud => key::WAY_ALOUD,
        Way::Text => key::WAY_TEXT,
        Way::Page => key::WAY_PAGE,
        Way::Fhir => key::WAY_FHIR,
        Way::Qr => key::WAY_QR,
        Way::Seal => key::WAY_SEAL,
    }
}

/// The name of a form.
#[must_use]
pub fn form(form: Form) -> Key {
    match form {
        Form::Short => key::FORM_SHORT,
        Form::Long => key::FORM_LONG,
        Form::Reception => key::FORM_RECEPTION,
    }
}

/// What was chosen, in words.
#[must_use]
pub fn shows(shows: Shows) -> Key {
    match shows {
        Shows::Show => key::CHOICE_SHOW,
        Shows::Ask => key::CHOICE_ASK,
        Shows::Never => key::CHOICE_NEVER,
    }
}

pub(super) struct Telling<'a> {
    pub conn: &'a Connection,
    pub words: &'a Words,
    pub zone: Zone,
}

impl Telling<'_> {
    fn choice(&self, choice: &Choice) -> Result<ChoiceLine> {
        let rule = choice.rule;
        let last = rule.until.map(|until| Moment(until.0.saturating_sub(1)).local(self.zone).date());
        Ok(ChoiceLine {
            id: choice.id,
            who: self.who(rule.person)?,
            what: self.what(rule.what)?,
            shows: self.words.say(shows(rule.shows)),
            until: last.map(|day| self.words.date(day.into())),
            last,
            rule,
        })
    }

    fn day(&self, at: Moment) -> String {
        self.words.date(at.local(self.zone))
    }

    fn who(&self, person: Option<PersonId>) -> Result<String> {
        person.map_or_else(|| Ok(self.words.say(key::CHOICE_EVERYONE)), |person| self.person(person))
    }

    /// One who is gone is told of as such: their name went with them.
    pub fn person(&self, id: PersonId) -> Result<String> {
        let person = if_there(person::get(self.conn, id))?;
        Ok(person.map_or_else(|| self.words.say(key::RECEIPT_GONE_PERSON), |person| person.text.name))
    }

    pub fn what(&self, what: What) -> Result<String> {
        Ok(match what {
            What::Everything => self.words.say(key::WHAT_EVERYTHING),
            What::Section(of_card) => self.words.say(section(of_card)),
            What::Own(id) => self.part(Part::Own(id))?,
            What::Plans => self.words.say(key::WHAT_PLANS),
            What::Notes => self.words.say(key::WHAT_NOTES),
            What::Topic(_) => {
                match topic::list(self.conn)?.into_iter().find(|topic| What::topic(&topic.name) == what) {
                    Some(topic) => self.words.text(key::WHAT_TOPIC, &[("name", (&topic.name).into())]),
                    None => self.words.say(key::WHAT_TOPIC_GONE),
                }
            }
        })
    }

    pub fn part(&self, part: Part) -> Result<String> {
        let found = match part {
            Part::Section(of_card) => Some(self.words.say(section(of_card))),
            Part::Own(id) => self.own(id)?,
            Part::Plan(id) => self.plan(id)?,
            Part::Note(id) => self.note(id)?,
        };
        Ok(found.unwrap_or_else(|| self.words.say(key::RECEIPT_GONE_PART)))
    }

    fn own(&self, id: crate::id::SectionId) -> Result<Option<String>> {
        let card = cards::get(self.conn)?.map(|written| written.card).unwrap_or_default();
        let section = card.sections.into_iter().find(|section| section.id == id);
        Ok(section.map(|section| self.or_untitled(section.title)))
    }

    fn plan(&self, id: crate::id::VisitId) -> Result<Option<String>> {
        let visit = if_there(visits::get(self.conn, id))?;
        let title = visit.map(|kept| super::dates::title(self.words, &kept.visit));
        Ok(title.map(|title| self.words.text(key::PART_PLAN, &[("title", (&title).into())])))
    }

    /// By its title, or by the day it tells of: never by its words.
    fn note(&self, id: crate::id::NoteId) -> Result<Option<String>> {
        let note = if_there(note::get(self.conn, id))?;
        let label = |note: note::Note| {
            let day = self.words.date(note.at.local(note.zone));
            note.title.unwrap_or(day)
        };
        Ok(note.map(label).map(|label| self.words.text(key::PART_NOTE, &[("title", (&label).into())])))
    }

    fn or_untitled(&self, title: String) -> String {
        if title.is_empty() { self.words.say(key::PART_OWN) } else { title }
    }

    /// Why a part is on the page or not, and whether she is told before it goes.
    fn standing(&self, offer: &Offer, request: &Request) -> Result<(String, bool)> {
        let Offer { part, decision, is_on } = offer;
        let is_taken_off = request.without.contains(part);
        if *is_on && self.is_cut(*part, request.form)? {
            return Ok((self.words.say(key::SHOW_SHORT_PLAN), true));
        }
        if !is_on && !is_taken_off && decision.shows != Shows::Never && request.with.contains(part) {
            return Ok((self.words.say(key::SHOW_NO_ROOM), true));
        }
        let would_be_on = decision.shows == Shows::Show || decision.because.is_none();
        Ok((self.reason(decision)?, !(*is_on || is_taken_off && would_be_on)))
    }

    /// Whether the form has room for some of a plan only.
    fn is_cut(&self, part: Part, form: Form) -> Result<bool> {
        let Part::Plan(id) = part else { return Ok(false) };
        let plan = visits::get(self.conn, id)?.visit.plan;
        Ok(form == Form::Short && !(plan.helps.is_empty() && plan.not_ask.is_empty()))
    }

    fn reason(&self, decision: &Decision) -> Result<String> {
        let Some(because) = decision.because else { return Ok(self.words.say(key::BECAUSE_NONE)) };
        let who = self.who(because.rule.person)?;
        let what = self.what(because.rule.what)?;
        let key = match because.rule.shows {
            _ if decision.shows != because.rule.shows => key::BECAUSE_ENDED,
            Shows::Show => key::BECAUSE_SHOW,
            Shows::Ask => key::BECAUSE_ASK,
            Shows::Never => key::BECAUSE_NEVER,
        };
        Ok(self.words.text(key, &[("who", (&who).into()), ("what", (&what).into())]))
    }

    fn state(&self, grant: &Grant) -> String {
        let Some(ended) = grant.ended else {
            let goes_on = if grant.shown.way.is_kept() { key::STATE_KEPT } else { key::STATE_SHOWING };
            return self.words.say(goes_on);
        };
        let day = self.day(ended.at);
        let key = match ended.why {
            Why::Over => key::STATE_OVER,
            Why::Asked => key::STATE_ASKED,
            Why::Restored => key::STATE_RESTORED,
        };
        self.words.text(key, &[("day", (&day).into())])
    }
}
