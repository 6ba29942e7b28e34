//! Showing someone: a page is got ready and looked at, then given, and a line about it put down. What is ready is held here
//! until it is given, put away, or the notebook is locked, so that what she looked at is what goes.

use fernbook_core::consent::grant::{Ended, Why};
use fernbook_core::consent::receipt;
use fernbook_core::error::Thing;
use fernbook_core::id::{GrantId, NoteId};
use fernbook_core::screens::receipt::{self as receipts, ReceiptPage, ShownList};
use fernbook_core::screens::show::{self, PlanOption, ShowPage};
use fernbook_core::share::request::Request;
use fernbook_core::share::{draft, prepare};
use fernbook_core::words::Words;
use rusqlite::Connection;

use crate::device::{tick, zone};
use crate::error::NotebookError;
use crate::notebooks::Notebooks;

const NOTHING_READY: NotebookError = NotebookError::NotFound { what: Thing::Receipt };

/// What was given.
#[derive(uniffi::Record)]
pub struct Given {
    /// The line about it.
    pub receipt: GrantId,
    /// What goes: the text of the page, or the HTML file. In UTF-8.
    pub bytes: Vec<u8>,
    /// Its media type (RFC 6838).
    pub media_type: String,
    /// A name for a file of it, which says nothing.
    pub file_name: String,
}

#[uniffi::export]
impl Notebooks {
    /// Gets a showing ready and tells what she looks at before it goes. Nothing is put down yet.
    pub fn prepare_showing(&self, language: String, request: Request) -> Result<ShowPage, NotebookError> {
        let (now, zone) = (tick(&*self.device)?.now, zone(&*self.device));
        self.held.lend(|held| {
            held.prepared = None;
            let notebook = held.open.as_ref().ok_or(NotebookError::Locked)?;
            let words = Words::new(notebook.pack(), &language);
            let (prepared, page) = notebook.read(|conn| show::page(conn, &words, &request, now, zone))?;
            held.prepared = Some(prepared);
            Ok(page)
        })
    }

    /// Gives what was got ready last, and puts down a line about it, with its words if she asks for that. If it is the page
    /// that waited, it waits no more. If it can't be put down, nothing was given and it is still ready; if nothing is ready,
    /// there is no such thing.
    pub fn give_showing(&self, keep_words: bool) -> Result<Given, NotebookError> {
        let (now, zone) = (tick(&*self.device)?.now, zone(&*self.device));
        self.held.lend(|held| {
            let notebook = held.open.as_mut().ok_or(NotebookError::Locked)?;
            let prepared = held.prepared.as_ref().ok_or(NOTHING_READY)?;
            let grant = notebook.write(now, |tx| {
                draft::given(tx, &prepared.request)?;
                prepare::give(tx, prepared, keep_words, now, zone)
            })?;
            let output = held.prepared.take().ok_or(NOTHING_READY)?.output;
            Ok(Given {
                receipt: grant.id,
                bytes: output.bytes,
                media_type: output.media_type.to_owned(),
                file_name: output.file_name.to_owned(),
            })
        })
    }

    /// Puts away what was got ready: not now.
    pub fn put_showing_away(&self) -> Result<(), NotebookError> {
        self.held.lend(|held| {
            held.prepared = None;
            Ok(())
        })
    }

    /// Lets a page wait, in the place of another that did.
    pub fn let_showing_wait(&self, request: Request) -> Result<(), NotebookError> {
        self.write(|tx, now| draft::keep(tx, &request, now))
    }

    /// The page that waits, without what is gone since; none if none does.
    pub fn waiting_showing(&self) -> Result<Option<Request>, NotebookError> {
        self.read(|notebook| notebook.read(draft::get))
    }

    /// Lets none wait any more.
    pub fn forget_waiting_showing(&self) -> Result<(), NotebookError> {
        self.write(|tx, _| draft::forget(tx))
    }

    /// Dates to come that have a plan, to put on a page.
    pub fn plans_to_show(&self, language: String) -> Result<Vec<PlanOption>, NotebookError> {
        let (now, zone) = (tick(&*self.device)?.now, zone(&*self.device));
        self.told(&language, |conn, words| show::plans(conn, words, now, zone))
    }

    /// The paragraphs of a note, to choose from; on a page they are numbered from 1.
    pub fn note_paragraphs(&self, id: NoteId) -> Result<Vec<String>, NotebookError> {
        self.read(|notebook| notebook.read(|conn| show::note_paragraphs(conn, id)))
    }

    /// What she showed before one, or the latest of all: 50 at most.
    pub fn shown(&self, language: String, before: Option<GrantId>) -> Result<ShownList, NotebookError> {
        self.told(&language, |conn, words| receipts::list(conn, words, before))
    }

    /// One line about what she showed, and what is kept of it.
    pub fn receipt(&self, language: String, id: GrantId) -> Result<ReceiptPage, NotebookError> {
        self.told(&language, |conn, words| receipts::page(conn, words, id))
    }

    /// Puts down that she asked them not to use it.
    pub fn end_receipt(&self, id: GrantId) -> Result<(), NotebookError> {
        self.write(|tx, now| receipt::end(tx, id, Ended { at: now, why: Why::Asked }))
    }

    /// Deletes a line for good, with the words that were kept with it.
    pub fn delete_receipt(&self, id: GrantId) -> Result<(), NotebookError> {
        self.write(|tx, _| receipt::delete(tx, id))
    }
}

impl Notebooks {
    /// What the open notebook tells in her language.
    pub(crate) fn told<T>(
        &self,
        language: &str,
        tell: impl FnOnce(&Connection, &Words) -> fernbook_core::Result<T>,
    ) -> Result<T, NotebookError> {
        self.read(|notebook| {
            let words = Words::new(notebook.pack(), language).with_direction_marks();
            notebook.read(|conn| tell(conn, &words))
        })
    }
}
