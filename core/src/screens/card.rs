//! Her card, to write and to look over.

use rusqlite::{Connection, Transaction};

use crate::card::fields::Card;
use crate::card::phrase::List;
use crate::card::picture;
use crate::card::store::{self, Written};
use crate::consent::grant::{Form, Way};
use crate::consent::receipt;
use crate::consent::what::{Part, Section};
use crate::error::Result;
use crate::id::SectionId;
use crate::journal::settings::{self, Switch};
use crate::screens::showing;
use crate::share::prepare::{self, block_text};
use crate::share::request::Request;
use crate::share::{compose, draft};
use crate::time::{Moment, Zone};
use crate::words::{Key, Words, key};

/// A phrase that can be picked.
#[derive(Clone, PartialEq, Eq)]
pub struct PhraseChoice {
    /// Its name, as it is kept on the card.
    pub name: String,
    /// In words.
    pub text: String,
    /// Its picture, as [`picture::of`] has it.
    pub picture: String,
}

/// All that can be picked.
#[derive(Clone, PartialEq, Eq)]
pub struct CardChoices {
    /// For what she wants.
    pub wants: Vec<PhraseChoice>,
    /// For what they should please do.
    pub please: Vec<PhraseChoice>,
    /// For what they should please not do.
    pub please_not: Vec<PhraseChoice>,
    /// For reception.
    pub reception: Vec<PhraseChoice>,
}

/// A section of the card, as she looks it over.
#[derive(Clone, PartialEq, Eq)]
pub struct CardLine {
    /// Which: one that every card has, or one of her own.
    pub part: Part,
    /// Its name.
    pub name: String,
    /// Its heading and what it says, as on a page; empty if nothing stands there.
    pub text: String,
}

/// An older card.
#[derive(Clone, PartialEq, Eq)]
pub struct PastCard {
    /// The day on which it was written, in words.
    pub written: String,
    /// What stood on it.
    pub text: String,
}

/// The older cards.
#[derive(Clone, PartialEq, Eq)]
pub struct PastPage {
    /// Whether older cards are kept from now on.
    pub keeps: bool,
    /// Those that are here, the latest first.
    pub cards: Vec<PastCard>,
}

/// The card and all that the page shows of it.
#[derive(Clone, PartialEq, Eq)]
pub struct CardPage {
    /// What stands on it; an empty one if she wrote none.
    pub card: Card,
    /// The same, a section each, in the card's order.
    pub lines: Vec<CardLine>,
    /// By how much its short form is too long, in a sentence; none if it is not.
    pub over: Option<String>,
    /// Whether a page waits to be shown.
    pub waits: bool,
    /// The day on which she last changed it, in words; none if she wrote none.
    pub written: Option<String>,
    /// Whether there is a change to take back.
    pub can_undo: bool,
}

/// The card as the page shows it.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) in a plain notebook.
pub fn page(conn: &Connection, words: &Words, now: Moment) -> Result<CardPage> {
    let written = store::get(conn)?.filter(|written| !written.card.is_empty());
    let day = written.as_ref().map(|written| words.date(written.at.local(written.zone)));
    let card = written.map(|written| written.card).unwrap_or_default();
    Ok(CardPage {
        lines: lines(words, &card),
        over: over(conn, words, now)?,
        waits: draft::get(conn)?.is_some(),
        card,
        written: day,
        can_undo: store::can_take_back(conn)?,
    })
}

fn lines(words: &Words, card: &Card) -> Vec<CardLine> {
    let blocks = compose::whole(words, card);
    let text = |part: Part| {
        let of_part = blocks.iter().filter(|block| block.part == part);
        of_part.map(block_text).collect::<Vec<_>>().join("\n")
    };
    let line = |part: Part, name: String| CardLine { part, name, text: text(part) };
    let sections = Section::ALL.iter().map(|&one| line(Part::Section(one), words.say(showing::section(one))));
    let own = card.sections.iter().map(|one| {
        let name = if one.title.is_empty() { words.say(key::PART_OWN) } else { one.title.clone() };
        line(Part::Own(one.id), name)
    });
    sections.chain(own).collect()
}

/// By how much the short form is too long, in a sentence; none if it is not.
///
/// # Errors
/// Those of [`prepare`](prepare::prepare).
pub fn over(conn: &Connection, words: &Words, now: Moment) -> Result<Option<String>> {
    let short = prepare::prepare(conn, words, &Request::new(Way::Text, Form::Short), now)?;
    let count = short.words_over();
    Ok((count > 0).then(|| words.text(key::SHOW_OVER, &[("count", count.into())])))
}

/// The older cards.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) in a plain notebook.
pub fn past(conn: &Connection, words: &Words) -> Result<PastPage> {
    let text =
        |card: &Card| compose::whole(words, card).iter().map(block_text).collect::<Vec<_>>().join("\n\n");
    let past = |one: Written| PastCard { written: words.date(one.at.local(one.zone)), text: text(&one.card) };
    let keeps = settings::is_on(conn, Switch::CardHistory)?;
    Ok(PastPage { keeps, cards: store::past(conn)?.into_iter().map(past).collect() })
}

/// Writes the card anew. What she took out of it as a section goes out of receipts as well, once it can't be taken back.
///
/// # Errors
/// Those of [`store::put`].
pub fn put(tx: &Transaction<'_>, card: &Card, at: Moment, zone: Zone) -> Result<()> {
    store::put(tx, card, at, zone)?;
    forget_sections(tx)
}

/// Takes the last change back; once more, and it is done again.
///
/// # Errors
/// Those of [`store::take_back`].
pub fn take_back(tx: &Transaction<'_>) -> Result<()> {
    store::take_back(tx)?;
    forget_sections(tx)
}

/// Leaves no step back: what she took out of the card before goes out of receipts now.
///
/// # Errors
/// Those of the engine.
pub fn forget_earlier(tx: &Transaction<'_>) -> Result<()> {
    if !store::can_take_back(tx)? {
        return Ok(());
    }
    store::forget_earlier(tx)?;
    forget_sections(tx)
}

/// Leaves none of the older cards, nor a step back.
///
/// # Errors
/// Those of the engine.
pub fn clear_past(tx: &Transaction<'_>) -> Result<()> {
    store::clear_past(tx)?;
    forget_sections(tx)
}

fn forget_sections(tx: &Transaction<'_>) -> Result<()> {
    let here = store::get(tx)?.map(|written| written.card);
    let cards = here.into_iter().chain(store::earlier(tx)?);
    let left: Vec<SectionId> = cards.flat_map(|card| card.sections).map(|section| section.id).collect();
    receipt::forget_sections(tx, &left)
}

/// All that can be picked.
#[must_use]
pub fn choices(words: &Words) -> CardChoices {
    CardChoices {
        wants: phrases(words, List::Wants),
        please: phrases(words, List::Please),
        please_not: phrases(words, List::PleaseNot),
        reception: phrases(words, List::Reception),
    }
}

/// The phrases of a list, to pick from.
#[must_use]
pub fn phrases(words: &Words, list: List) -> Vec<PhraseChoice> {
    let choice = |&phrase: &Key| PhraseChoice {
        name: phrase.name().to_owned(),
        text: words.say(phrase),
        picture: picture::of(phrase.name()).to_owned(),
    };
    list.phrases().iter().map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::fields::OwnSection;
    use crate::consent::grant::{Ended, Grant, Shown, Why};
    use crate::consent::receipt::KeptWords;
    use crate::consent::tests::{notebook, write};
    use crate::id::GrantId;

    #[test]
    fn words_kept_of_a_part_go_when_its_removal_can_not_be_taken_back() {
        let mut conn = notebook("full");
        let section = OwnSection { id: SectionId([1; 16]), title: "Home".into(), text: "Two cats".into() };
        let whole = Card { sections: vec![section], ..Card::default() };
        let part = Part::Own(SectionId([1; 16]));
        let shown =
            Shown { person: None, way: Way::Text, form: Form::Long, parts: vec![part], zone: Zone::UTC };
        let ended = Some(Ended { at: Moment(3), why: Why::Over });
        let grant = Grant { id: GrantId([2; 16]), at: Moment(2), shown, ended };
        write(&mut conn, |tx| put(tx, &whole, Moment(1), Zone::UTC)).unwrap();
        let words = [KeptWords { part, text: "Two cats".into() }];
        write(&mut conn, |tx| receipt::put(tx, &grant, &words)).unwrap();
        let kept = |conn: &Connection| receipt::words(conn, grant.id).unwrap().len();

        write(&mut conn, |tx| put(tx, &Card::default(), Moment(4), Zone::UTC)).unwrap();
        write(&mut conn, take_back).unwrap();
        assert_eq!(kept(&conn), 1, "it came back with all that is of it");
        write(&mut conn, |tx| put(tx, &Card::default(), Moment(5), Zone::UTC)).unwrap();
        write(&mut conn, forget_earlier).unwrap();
        assert_eq!(kept(&conn), 0);
    }
}
