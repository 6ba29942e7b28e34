//! Puts a page together.

use rusqlite::Connection;

use super::blocks::{Tongues, card_blocks, note_block, plan_block};
use super::inert::inert;
use super::offer::{Offer, offers};
use super::page::{Block, Page, Said};
use super::request::{FirstLine, Request, chosen};
use crate::card::fields::Card;
use crate::card::store::{self as cards, Written};
use crate::consent::grant::{Form, Way};
use crate::consent::what::{Part, Section};
use crate::error::Result;
use crate::id::NoteId;
use crate::journal::note;
use crate::time::Moment;
use crate::visits::store as visits;
use crate::words::{Words, key};

/// The most words of the short form, all of it: more are not read in a ten-minute visit.
pub const MOST_WORDS: usize = 100;

/// A page, and what she is told of it: nothing of that is on the page.
#[derive(Clone, PartialEq, Eq)]
pub struct Composed {
    /// The page.
    pub page: Page,
    /// Every part that could be on it, and why it is or is not.
    pub offers: Vec<Offer>,
}

/// Puts the page together that was asked for. `words` are those of her notebook.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) in a plain notebook, or for a person, a note, a paragraph or a date that is
/// not there.
pub fn compose(conn: &Connection, words: &Words, request: &Request, now: Moment) -> Result<Composed> {
    let tongues = Tongues::of(words);
    let mut offers = offers(conn, request, now)?;
    let written = cards::get(conn)?;
    let composing = Composing { conn, tongues: &tongues, request, written: written.as_ref() };
    let mut blocks = Vec::new();
    for offer in offers.iter_mut().filter(|offer| offer.is_on) {
        let of_part = composing.blocks(offer.part)?;
        // She is told of a part that has nothing to say in this form.
        offer.is_on = !of_part.is_empty();
        blocks.extend(of_part);
    }
    let page = composing.page(blocks);
    Ok(Composed { page, offers })
}

/// All that stands on a card, as whoever may see the whole of it would.
#[must_use]
pub fn whole(words: &Words, card: &Card) -> Vec<Block> {
    let tongues = Tongues::of(words);
    let sections = Section::ALL.into_iter().map(Part::Section);
    let parts = sections.chain(card.sections.iter().map(|section| Part::Own(section.id)));
    parts.flat_map(|part| card_blocks(&tongues, card, part)).collect()
}

struct Composing<'a> {
    conn: &'a Connection,
    tongues: &'a Tongues<'a>,
    request: &'a Request,
    written: Option<&'a Written>,
}

impl Composing<'_> {
    fn page(&self, blocks: Vec<Block>) -> Page {
        let opening =
            [key::SHOWN_OWN_WORDS, key::SHOWN_NOT_ALOUD, key::SHOWN_NEED_NOT_ASK, key::SHOWN_NOT_WATCHED];
        let from_card = |block: &Block| matches!(block.part, Part::Section(_) | Part::Own(_));
        Page {
            language: self.tongues.here.language(),
            form: self.request.form,
            first: self.first(),
            opening: opening.iter().map(|&key| self.tongues.say(key)).collect(),
            written: self.written.filter(|_| blocks.iter().any(from_card)).map(|card| self.written_on(card)),
            about_choices: self.tongues.say(key::SHOWN_CHOICES),
            blocks,
        }
    }

    /// Only what may be filed asks not to be.
    fn first(&self) -> Option<Said> {
        if !matches!(self.request.way, Way::Page | Way::Fhir | Way::Seal) {
            return None;
        }
        match &self.request.first {
            FirstLine::Usual => Some(self.tongues.say(key::SHOWN_HIDE)),
            FirstLine::Own(text) => {
                Some(Said { here: inert(text.trim()), english: None }).filter(|said| !said.here.is_empty())
            }
            FirstLine::Nothing => None,
        }
    }

    fn written_on(&self, card: &Written) -> Said {
        let local = card.at.local(card.zone);
        self.tongues.each(|words| {
            let day = words.date(local);
            words.text(key::SHOWN_WRITTEN, &[("day", (&day).into())])
        })
    }

    fn blocks(&self, part: Part) -> Result<Vec<Block>> {
        Ok(match part {
            Part::Section(_) | Part::Own(_) => match self.written {
                Some(written) => card_blocks(self.tongues, &written.card, part),
                None => Vec::new(),
            },
            Part::Plan(id) => {
                let plan = visits::get(self.conn, id)?.visit.plan;
                let is_short = self.request.form == Form::Short;
                plan_block(self.tongues, part, &plan, is_short).into_iter().collect()
            }
            Part::Note(id) => vec![self.note(id)?],
        })
    }

    fn note(&self, id: NoteId) -> Result<Block> {
        let note = note::get(self.conn, id)?;
        let pieces = self.request.pieces.iter().filter(|piece| piece.note == id);
        let numbers: Vec<u32> = pieces.flat_map(|piece| piece.paragraphs.clone()).collect();
        let is_whole = numbers.is_empty();
        let text = if is_whole { note.text } else { chosen(&note.text, &numbers)?.join("\n\n") };
        // A title is words of hers too: it goes only with the whole of the note.
        let title = note.title.filter(|_| is_whole);
        Ok(note_block(self.tongues, id, title.as_deref(), &text))
    }
}
