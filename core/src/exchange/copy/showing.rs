//! Her card, her choices and what she showed, into a copy and back. A card that differs comes in as a note; of two choices
//! about the same the stricter stays; nothing that was shown goes on after a copy. A plain notebook has no place for them:
//! there the card comes in as a note, and the rest stays in the copy.

use rusqlite::Connection;
use serde::{Deserialize, Serialize, Serializer};

use super::own::Bringing;
use super::record::{Head, maybe_moment, moment, moment_out};
use crate::card::fields::{About, Answer, Card, Filing, Reach};
use crate::card::kept;
use crate::card::phrase::Line;
use crate::card::store::{self as cards, Written};
use crate::consent::choice::{Rule, Shows};
use crate::consent::grant::{Ended, Grant, Shown};
use crate::consent::receipt::{self, KeptWords};
use crate::consent::store::{self as choices, Brought};
use crate::consent::what::{Part as ShownPart, What};
use crate::error::{Error, Part, Result, Thing};
use crate::id::{ChoiceId, GrantId, PersonId};
use crate::journal::tombstone::is_buried;
use crate::people::{self, person};
use crate::time::{Moment, Zone};
use crate::words::{Pack, Words};

const DAMAGED: Error = Error::Damaged { part: Part::Copy };

/// All of it, in `fernbook.json`. Holds her text, so its `Debug` shows nothing.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ShowingRecord {
    /// The card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<CardRecord>,
    /// The cards before, the first first; only where she keeps them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub earlier_cards: Vec<CardRecord>,
    /// What she chose.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<ChoiceRecord>,
    /// What she showed, the first first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub receipts: Vec<ReceiptRecord>,
}

/// A card.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardRecord {
    /// When she wrote it.
    #[serde(serialize_with = "moment_out", deserialize_with = "moment")]
    pub written: Moment,
    /// Whose clocks showed that.
    pub zone: Zone,
    /// What stands on it, as the notebook keeps it.
    #[serde(flatten)]
    pub card: Card,
}

/// A choice.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceRecord {
    /// Its id.
    pub id: ChoiceId,
    /// For whom; none is everyone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// About what.
    pub what: What,
    /// What was chosen.
    pub shows: Shows,
    /// From when on it counts no more.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "maybe_moment_out",
        deserialize_with = "maybe_moment"
    )]
    pub until: Option<Moment>,
}

/// A line about what was shown.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptRecord {
    /// Its id.
    pub id: GrantId,
    /// When it was shown.
    #[serde(serialize_with = "moment_out", deserialize_with = "moment")]
    pub at: Moment,
    /// What was.
    #[serde(flatten)]
    pub shown: Shown,
    /// When it ended.
    #[serde(
        default,
        skip_serializing_if = "Option::is_none",
        serialize_with = "maybe_moment_out",
        deserialize_with = "maybe_moment"
    )]
    pub ended: Option<Moment>,
    /// Why: `over`, `asked` or `restored`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The words that went, part by part, if she kept them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<WordsRecord>,
}

/// The words of one part.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordsRecord {
    /// Which part.
    pub part: ShownPart,
    /// The words.
    pub text: String,
}

impl std::fmt::Debug for ShowingRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ShowingRecord").finish_non_exhaustive()
    }
}

fn maybe_moment_out<S: Serializer>(at: &Option<Moment>, out: S) -> std::result::Result<S::Ok, S::Error> {
    at.map(Moment::to_rfc3339).serialize(out)
}

impl ShowingRecord {
    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// All that a notebook has of it; nothing of a plain one.
    ///
    /// # Errors
    /// Those of the engine.
    pub fn of(conn: &Connection) -> Result<Self> {
        if people::is_plain(conn)? {
            return Ok(Self::default());
        }
        let card =
            |written: Written| CardRecord { written: written.at, zone: written.zone, card: written.card };
        let written = cards::get(conn)?.filter(|written| !written.card.is_empty());
        let earlier_cards = cards::past(conn)?.into_iter().rev().map(card).collect();
        let choice = |choice: crate::consent::choice::Choice| {
            let Rule { person, what, shows, until } = choice.rule;
            ChoiceRecord { id: choice.id, person, what, shows, until }
        };
        let choices = choices::list(conn)?.into_iter().map(choice).collect();
        Ok(Self { card: written.map(card), earlier_cards, choices, receipts: receipts_of(conn)? })
    }
}

fn receipts_of(conn: &Connection) -> Result<Vec<ReceiptRecord>> {
    let mut receipts = Vec::new();
    receipt::each(conn, &mut |Grant { id, at, shown, ended }| {
        let words = receipt::words(conn, id)?;
        let words = words.into_iter().map(|KeptWords { part, text }| WordsRecord { part, text }).collect();
        let why = ended.map(|ended| ended.why.name().to_owned());
        receipts.push(ReceiptRecord { id, at, shown, ended: ended.map(|ended| ended.at), why, words });
        Ok(())
    })?;
    Ok(receipts)
}

impl ReceiptRecord {
    fn grant(&self) -> Result<Grant> {
        let ended = match (self.ended, &self.why) {
            (Some(at), Some(why)) => Some(Ended { at, why: why.parse().map_err(|_| DAMAGED)? }),
            (None, None) => None,
            _ => return Err(DAMAGED),
        };
        Ok(Grant { id: self.id, at: self.at, shown: self.shown.clone(), ended })
    }
}

impl Bringing<'_> {
    /// Brings all of it, after her people and her notes, of which it tells.
    pub fn bring_showing(&mut self, showing: &ShowingRecord, head: &Head) -> Result<()> {
        let is_plain = people::is_plain(self.conn)?;
        if let Some(card) = &showing.card {
            self.card(card, showing, is_plain, head)?;
        }
        if is_plain {
            return Ok(());
        }
        showing.choices.iter().try_for_each(|choice| self.choice(choice, head))?;
        showing.receipts.iter().try_for_each(|receipt| self.receipt(receipt))
    }

    fn card(
        &mut self,
        record: &CardRecord,
        showing: &ShowingRecord,
        is_plain: bool,
        head: &Head,
    ) -> Result<()> {
        let card = kept::clean(&record.card).map_err(of_copy)?;
        let earlier = showing.earlier_cards.iter().map(past).collect::<Result<Vec<_>>>()?;
        let here = if is_plain { None } else { cards::get(self.conn)? };
        match here {
            Some(here) if here.card == card => Ok(()),
            None if !is_plain => {
                self.tally.card += 1;
                let Some((tx, _)) = self.writing else { return Ok(()) };
                cards::bring(tx, &Written { at: record.written, zone: record.zone, card })?;
                earlier.iter().try_for_each(|past| cards::put_past(tx, past))
            }
            _ => {
                let text = text(&card);
                self.note(&["card", &text], None, text.clone(), head)
            }
        }
    }

    /// One for a person who is not here is for nobody.
    fn choice(&mut self, record: &ChoiceRecord, head: &Head) -> Result<()> {
        let &ChoiceRecord { id, person, what, shows, until } = record;
        let rule = Rule { person, what, shows, until };
        match person {
            Some(person) if !self.is_known(person, head)? => return self.stays_gone(),
            _ => {}
        }
        match choices::fate(self.conn, id, &rule, self.now)? {
            Brought::Here => Ok(()),
            Brought::TakenOutHere => self.stays_gone(),
            Brought::Comes => {
                self.tally.choices += 1;
                self.writing.map_or(Ok(()), |(tx, _)| choices::bring(tx, id, &rule, self.now))
            }
        }
    }

    /// Whether someone is here, or comes with the copy: the same before anything is written and after.
    fn is_known(&self, person: PersonId, head: &Head) -> Result<bool> {
        match person::get(self.conn, person) {
            Ok(_) => Ok(true),
            Err(Error::NotFound { .. }) => {
                let comes = head.people.iter().any(|one| one.id == person);
                Ok(comes && !is_buried(self.conn, person.0)?)
            }
            Err(error) => Err(error),
        }
    }

    /// Those of a part of the card that is not here would never go.
    fn words(&self, record: &ReceiptRecord) -> Result<Vec<KeptWords>> {
        let card = cards::get(self.conn)?.map(|written| written.card).unwrap_or_default();
        let is_here = |part: &ShownPart| match part {
            ShownPart::Own(id) => card.sections.iter().any(|section| section.id == *id),
            _ => true,
        };
        let words = record.words.iter().filter(|one| is_here(&one.part));
        Ok(words.map(|one| KeptWords { part: one.part, text: text_as_kept(&one.text) }).collect())
    }

    fn receipt(&mut self, record: &ReceiptRecord) -> Result<()> {
        let grant = record.grant()?;
        if is_buried(self.conn, grant.id.0)? {
            return self.stays_gone();
        }
        match receipt::get(self.conn, grant.id) {
            Ok(_) => match (self.writing, grant.ended) {
                // Ended wins over going on.
                (Some((tx, _)), Some(ended)) => receipt::end(tx, grant.id, ended),
                _ => Ok(()),
            },
            Err(Error::NotFound { what: Thing::Receipt }) => {
                self.tally.receipts += 1;
                let Some((tx, now)) = self.writing else { return Ok(()) };
                receipt::put(tx, &grant.restored(now), &self.words(record)?)
            }
            Err(error) => Err(error),
        }
    }
}

fn text_as_kept(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

fn past(record: &CardRecord) -> Result<Written> {
    let card = kept::clean(&record.card).map_err(of_copy)?;
    Ok(Written { at: record.written, zone: record.zone, card })
}

/// A phrase that is none was not written by this program.
fn of_copy(error: Error) -> Error {
    match error {
        Error::NotUnderstood { .. } => DAMAGED,
        error => error,
    }
}

/// The card for a person to read, each thing under a plain English name, as dates have them.
pub(super) fn text(card: &Card) -> String {
    let words = Words::new(Pack::Full, "en");
    let list = |name: &'static str, list: &[Line]| -> Vec<(&'static str, String)> {
        list.iter().map(|line| (name, said(&words, line))).collect()
    };
    let lines = [
        list("today I want", &card.wants),
        list("please do", &card.please),
        list("please don't", &card.please_not),
        reach(&card.reach),
        vec![("medicines", card.medicines.clone()), ("allergies", card.allergies.clone())],
        vec![("may this be filed", filing(card.filing).to_owned())],
        about(&card.about),
        list("reception", &card.reception),
    ];
    let lines = lines.concat().into_iter().filter(|(_, text)| !text.is_empty());
    let mut text: String =
        lines.map(|(name, text)| format!("- {name}: {}\n", text.replace('\n', "\n  "))).collect();
    for section in &card.sections {
        text.push_str(&format!("\n# {}\n\n{}\n", section.title, section.text));
    }
    text.trim().to_owned()
}

fn said(words: &Words, line: &Line) -> String {
    match line {
        Line::Own(text) => text.clone(),
        Line::Picked { pick } => words.named(pick, &[]).unwrap_or_default(),
    }
}

fn reach(reach: &Reach) -> Vec<(&'static str, String)> {
    let answer = |answer| match answer {
        Answer::NotSaid => String::new(),
        Answer::Yes => "yes".to_owned(),
        Answer::No => "no".to_owned(),
    };
    vec![
        ("number", reach.number.clone()),
        ("when", reach.when.clone()),
        ("voicemail", answer(reach.voicemail)),
        ("texts", answer(reach.texts)),
        ("letters", answer(reach.letters)),
        ("may pick up", reach.who_answers.clone()),
        ("must not be told", reach.not_told.clone()),
    ]
}

fn filing(filing: Filing) -> &'static str {
    match filing {
        Filing::NotSaid => "",
        Filing::Yes => "yes",
        Filing::AskMe => "ask me first",
        Filing::No => "no",
    }
}

fn about(about: &About) -> Vec<(&'static str, String)> {
    let texts = [("name", &about.name), ("born", &about.born), ("NHS number", &about.nhs_number)];
    texts.map(|(name, text)| (name, text.clone())).into()
}

/// The card, for the file that a person reads; nothing if there is none.
pub(super) fn file(showing: &ShowingRecord) -> String {
    showing.card.as_ref().map(|record| text(&record.card) + "\n").unwrap_or_default()
}
