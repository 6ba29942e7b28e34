//! What goes, ready before it goes: the bytes that she looks at are the bytes that leave. Giving them puts down a receipt.

use rusqlite::{Connection, Transaction};

use super::blocks::Tongues;
use super::compose::{Composed, MOST_WORDS, compose};
use super::page::{Block, Page};
use super::request::Request;
pub use super::text::Paragraph;
use super::{html, text};
use crate::consent::grant::{Ended, Form, Grant, Shown, Way, Why};
use crate::consent::receipt::{self, KeptWords};
use crate::consent::what::Part;
use crate::error::{Error, Result, Thing};
use crate::id::GrantId;
use crate::time::{Moment, Zone};
use crate::words::{Words, key};

/// What would leave, and how.
#[derive(Clone, PartialEq, Eq)]
pub struct Output {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Their media type (RFC 6838).
    pub media_type: &'static str,
    /// A name for a file of them, which says nothing.
    pub file_name: &'static str,
}

/// A showing that is ready and has not happened.
#[derive(Clone, PartialEq, Eq)]
pub struct Prepared {
    /// What was asked for.
    pub request: Request,
    /// The page, and what she alone is told of it.
    pub composed: Composed,
    /// What would leave.
    pub output: Output,
}

impl Prepared {
    /// By how many words the short form is too long; 0 if it is not.
    #[must_use]
    pub fn words_over(&self) -> usize {
        match self.request.form {
            Form::Short => text::count_words(&self.composed.page).saturating_sub(MOST_WORDS),
            Form::Long | Form::Reception => 0,
        }
    }

    /// The page as text, in pieces: all of them, with an empty line between each two and a line end behind the last, are
    /// what [`page_text`] answers.
    #[must_use]
    pub fn paragraphs(&self) -> Vec<Paragraph> {
        text::paragraphs(&self.composed.page)
    }

    /// Her lines, one at a time, to read out.
    #[must_use]
    pub fn aloud(&self) -> Vec<String> {
        text::aloud(&self.composed.page)
    }
}

/// Gets a showing ready by a way that a phone has: on the screen, read out, as text, or as a page.
///
/// # Errors
/// Those of [`compose`]; [`Error::NotUnderstood`] for another way.
pub fn prepare(conn: &Connection, words: &Words, request: &Request, now: Moment) -> Result<Prepared> {
    prepare_with(conn, words, request, now, |page| match request.way {
        Way::Screen | Way::Text => Ok(plain(text::text(page))),
        Way::Aloud => Ok(plain(text::aloud(page).join("\n") + "\n")),
        Way::Page => Ok(as_page(page, words)),
        Way::Fhir | Way::Qr | Way::Seal => Err(Error::NotUnderstood { what: Thing::Receipt }),
    })
}

/// Gets a showing ready with what `render` makes of the page.
pub(super) fn prepare_with(
    conn: &Connection,
    words: &Words,
    request: &Request,
    now: Moment,
    render: impl FnOnce(&Page) -> Result<Output>,
) -> Result<Prepared> {
    let composed = compose(conn, words, request, now)?;
    let output = render(&composed.page)?;
    Ok(Prepared { request: request.clone(), composed, output })
}

fn plain(text: String) -> Output {
    Output { bytes: text.into_bytes(), media_type: "text/plain; charset=utf-8", file_name: "page.txt" }
}

pub(super) fn as_page(page: &Page, words: &Words) -> Output {
    let title = Tongues::of(words).say(key::SHOWN_TITLE);
    let bytes = html::page(page, &title).into_bytes();
    Output { bytes, media_type: "text/html; charset=utf-8", file_name: "page.html" }
}

/// Gives what was prepared: puts down a receipt and answers it. The words that go are kept with it only if she asks. What is
/// looked at or heard and not kept is put down as over at once: the notebook may be locked by the time it is.
///
/// # Errors
/// [`Error::NotFound`] if nothing of hers is on the page; [`Error::TooLarge`] if the short form has too many words.
pub fn give(
    tx: &Transaction<'_>,
    prepared: &Prepared,
    keep_words: bool,
    now: Moment,
    zone: Zone,
) -> Result<Grant> {
    let page = &prepared.composed.page;
    if page.is_empty() {
        return Err(Error::NotFound { what: Thing::Card });
    }
    if prepared.words_over() > 0 {
        return Err(Error::TooLarge { what: Thing::Card });
    }
    let request = &prepared.request;
    let mut parts: Vec<Part> = page.blocks.iter().map(|block| block.part).collect();
    parts.dedup();
    let shown = Shown { person: request.person, way: request.way, form: request.form, parts, zone };
    let ended = (!request.way.is_kept()).then_some(Ended { at: now, why: Why::Over });
    let grant = Grant { id: GrantId::make()?, at: now, shown, ended };
    let words: Vec<KeptWords> = if keep_words { words_of(page) } else { Vec::new() };
    receipt::put(tx, &grant, &words)?;
    Ok(grant)
}

/// The page as text, whatever it goes as: to look at where the bytes themselves can't be read.
#[must_use]
pub fn page_text(prepared: &Prepared) -> String {
    text::text(&prepared.composed.page)
}

/// One part of a page, as text.
#[must_use]
pub fn block_text(block: &Block) -> String {
    text::block(block)
}

fn words_of(page: &Page) -> Vec<KeptWords> {
    page.blocks.iter().map(|block| KeptWords { part: block.part, text: text::block(block) }).collect()
}
