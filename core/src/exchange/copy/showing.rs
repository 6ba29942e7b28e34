//! Her card, her choices and what she showed, into a copy and back. A card that differs comes in as a note; of two choices
//! about the same the stricter stays; nothing that was shown goes on after a copy. A plain notebook has no place for them:
//! there the card comes in as a note, and the rest stays in the copy.

use rusqlite::Connection;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::card_text;
use super::own::Bringing;
use super::record::{Head, maybe_moment, moment, moment_out};
use crate::card::fields::Card;
use crate::card::kept;
use crate::card::store::{self as cards, Written};
use crate::consent::choice::{Rule, Shows};
use crate::consent::grant::{Ended, Grant, Shown};
use crate::consent::receipt::{self, KeptWords};
use crate::consent::store::{self as choices, Brought};
use crate::consent::what::{Part as ShownPart, What};
use crate::error::{Error, Part, Result, Thing};
use crate::id::{ChoiceId, GrantId, PersonId};
use crate::journal::settings::{self, Switch};
use crate::journal::tombstone::is_buried;
use crate::people::{self, person};
use crate::time::{Moment, Zone};

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
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct CardRecord {
    /// When she wrote it.
    #[serde(serialize_with = "moment_out")]
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
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct ReceiptRecord {
    /// Its id.
    pub id: GrantId,
    /// When it was shown.
    #[serde(serialize_with = "moment_out")]
    pub at: Moment,
    /// What was.
    #[serde(flatten)]
    pub shown: Shown,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "maybe_moment_out")]
    pub ended: Option<Moment>,
    /// Why: `over`, `asked` or `restored`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// The words that went, part by part, if she kept them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
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

/// What stands beside the card in its record.
#[derive(Deserialize)]
struct BesideCard {
    #[serde(deserialize_with = "moment")]
    written: Moment,
    zone: Zone,
}

/// What stands beside what was shown in its record.
#[derive(Deserialize)]
struct BesideShown {
    id: GrantId,
    #[serde(deserialize_with = "moment")]
    at: Moment,
    #[serde(default, deserialize_with = "maybe_moment")]
    ended: Option<Moment>,
    #[serde(default)]
    why: Option<String>,
    #[serde(default)]
    words: Vec<WordsRecord>,
}

/// Reads an object twice, for what stands in it side by side: serde's own way, `flatten`, first turns all of it into values,
/// by 25 KB of code.
fn side_by_side<'de, D: Deserializer<'de>, A: DeserializeOwned, B: DeserializeOwned>(
    input: D,
) -> std::result::Result<(A, B), D::Error> {
    let json = Box::<RawValue>::deserialize(input)?;
    let both =
        serde_json::from_str(json.get()).and_then(|beside| Ok((beside, serde_json::from_str(json.get())?)));
    both.map_err(|_| serde::de::Error::custom("not what belongs there"))
}

impl<'de> Deserialize<'de> for CardRecord {
    fn deserialize<D: Deserializer<'de>>(input: D) -> std::result::Result<Self, D::Error> {
        let (BesideCard { written, zone }, card) = side_by_side(input)?;
        Ok(Self { written, zone, card })
    }
}

impl<'de> Deserialize<'de> for ReceiptRecord {
    fn deserialize<D: Deserializer<'de>>(input: D) -> std::result::Result<Self, D::Error> {
        let (BesideShown { id, at, ended, why, words }, shown) = side_by_side(input)?;
        Ok(Self { id, at, shown, ended, why, words })
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
        let takes_earlier = !is_plain && self.takes_earlier()?;
        if let Some(card) = &showing.card {
            self.card(card, is_plain, head)?;
        }
        if is_plain {
            return Ok(());
        }
        if takes_earlier {
            showing.earlier_cards.iter().try_for_each(|record| self.earlier_card(record))?;
        }
        showing.choices.iter().try_for_each(|choice| self.choice(choice, head))?;
        showing.receipts.iter().try_for_each(|receipt| self.receipt(receipt))
    }

    fn card(&mut self, record: &CardRecord, is_plain: bool, head: &Head) -> Result<()> {
        let written = past(record)?;
        match self.card_here(is_plain)? {
            Some(here) if here == written.card => Ok(()),
            None if !is_plain => {
                self.tally.card += 1;
                self.writing.map_or(Ok(()), |(tx, _)| cards::bring(tx, &written))
            }
            _ => {
                let text = card_text::of(&written.card);
                self.note(&["card", &text], None, text.clone(), head)
            }
        }
    }

    /// The card here; an empty one where she took hers off.
    fn card_here(&self, is_plain: bool) -> Result<Option<Card>> {
        let here = if is_plain { None } else { cards::get(self.conn)? };
        Ok(here.map(|written| written.card))
    }

    /// Earlier cards have a place where she keeps such, or never had a card.
    fn takes_earlier(&self) -> Result<bool> {
        Ok(self.card_here(false)?.is_none() || settings::is_on(self.conn, Switch::CardHistory)?)
    }

    fn earlier_card(&self, record: &CardRecord) -> Result<()> {
        let earlier = past(record)?;
        let Some((tx, _)) = self.writing else { return Ok(()) };
        if cards::past(tx)?.contains(&earlier) { Ok(()) } else { cards::put_past(tx, &earlier) }
    }

    /// One for a person who is not here is for nobody. One for a person who comes in beside the one here is for both.
    fn choice(&mut self, record: &ChoiceRecord, head: &Head) -> Result<()> {
        let &ChoiceRecord { id, person, what, shows, until } = record;
        match person {
            Some(person) if !self.is_known(person, head)? => return self.stays_gone(),
            _ => {}
        }
        self.rule(id, &Rule { person, what, shows, until })?;
        let record = head.people.iter().find(|one| Some(one.id) == person);
        match record.map(|record| self.beside(record)).transpose()?.flatten() {
            Some(beside) => self.rule(id, &Rule { person: Some(beside), what, shows, until }),
            None => Ok(()),
        }
    }

    fn rule(&mut self, id: ChoiceId, rule: &Rule) -> Result<()> {
        match choices::fate(self.conn, id, rule, self.now)? {
            Brought::Here => Ok(()),
            Brought::TakenOutHere => self.stays_gone(),
            Brought::Comes => {
                self.tally.choices += 1;
                self.writing.map_or(Ok(()), |(tx, _)| choices::bring(tx, id, rule, self.now))
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
