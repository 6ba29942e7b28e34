//! Notes: lists, pages, writing, search, topics, bin, undo, earlier texts.

use fernbook_core::consent::store as choices;
use fernbook_core::id::NoteId;
use fernbook_core::journal::history::{self, Version};
use fernbook_core::journal::note::{self, Edit, NewNote};
use fernbook_core::journal::page::{PAGE_LINES, PageQuery};
use fernbook_core::journal::search::SearchQuery;
use fernbook_core::journal::settings::{self, Once, Switch};
use fernbook_core::journal::topic::{self, Topic};
use fernbook_core::journal::undo::{self, Kind};
use fernbook_core::journal::{bin, draft};
use fernbook_core::people::earlier;
use fernbook_core::screens::card;
use fernbook_core::screens::list::{self, NoteList, Piece};
use fernbook_core::screens::note::{self as screen, DraftText, EarlierLine, NotePage};
use fernbook_core::time::Moment;
use fernbook_core::visits;
use fernbook_core::words::Words;
use rusqlite::Transaction;

use crate::device::{tick, zone};
use crate::error::NotebookError;
use crate::notebooks::Notebooks;

#[uniffi::export]
impl Notebooks {
    /// A page of 50 notes: pinned ones first, then the newest; after the note `after`, or from the top.
    /// Dates are said in `language`.
    pub fn notes(
        &self,
        language: String,
        topic: Option<String>,
        after: Option<NoteId>,
    ) -> Result<NoteList, NotebookError> {
        self.list(&language, PageQuery { topic, after, ..PageQuery::default() })
    }

    /// A page of 50 notes of the bin, the newest in it first.
    pub fn bin(&self, language: String, after: Option<NoteId>) -> Result<NoteList, NotebookError> {
        self.list(&language, PageQuery { binned: true, after, ..PageQuery::default() })
    }

    /// A page of 50 notes that have all these words or beginnings of words, the newest first.
    pub fn search(
        &self,
        language: String,
        text: String,
        topic: Option<String>,
        after: Option<NoteId>,
    ) -> Result<NoteList, NotebookError> {
        let query = SearchQuery { text, limit: PAGE_LINES, after, topic, around: false };
        let now = self.now();
        self.read(|notebook| {
            let words = Words::new(notebook.pack(), &language).with_direction_marks();
            notebook.read(|conn| list::found(conn, &words, query, now))
        })
    }

    /// The words around the first place in a note where what was looked for stands; nothing if only its
    /// title has it.
    pub fn around(&self, id: NoteId, text: String) -> Result<Vec<Piece>, NotebookError> {
        self.read(|notebook| notebook.read(|conn| list::around(conn, id, &text)))
    }

    /// A note, from the bin too, with all that its page shows.
    pub fn note(&self, language: String, id: NoteId) -> Result<NotePage, NotebookError> {
        self.read(|notebook| {
            let words = Words::new(notebook.pack(), &language).with_direction_marks();
            notebook.read(|conn| screen::page(conn, &words, id))
        })
    }

    /// Saves a new note, dated now, and drops the draft of a new note. Its id comes back when it is durable.
    pub fn add_note(
        &self,
        title: Option<String>,
        text: String,
        topics: Vec<String>,
    ) -> Result<NoteId, NotebookError> {
        let zone = zone(&*self.device);
        self.write(|tx, now| {
            let new = NewNote { title, topics, ..NewNote::of_text(text, now, zone) };
            note::add(tx, &new, now)
        })
    }

    /// Changes title and text of a note, and drops its draft. Writes nothing if nothing changed.
    pub fn edit_note(&self, id: NoteId, title: Option<String>, text: String) -> Result<(), NotebookError> {
        let edit = Edit { title: Some(title), text: Some(text), ..Edit::default() };
        self.write(|tx, now| note::edit(tx, id, &edit, now))
    }

    /// Gives a note these topics and no others.
    pub fn set_topics(&self, id: NoteId, topics: Vec<String>) -> Result<(), NotebookError> {
        let edit = Edit { topics: Some(topics), ..Edit::default() };
        self.write(|tx, now| note::edit(tx, id, &edit, now))
    }

    /// Pins a note before all others, or lets it go back to its place.
    pub fn set_pinned(&self, id: NoteId, pinned: bool) -> Result<(), NotebookError> {
        self.write(|tx, _| note::set_pinned(tx, id, pinned))
    }

    /// Puts a note in the bin.
    pub fn bin_note(&self, id: NoteId) -> Result<(), NotebookError> {
        self.write(|tx, now| bin::bin(tx, id, now))
    }

    /// Takes a note out of the bin.
    pub fn restore_note(&self, id: NoteId) -> Result<(), NotebookError> {
        self.write(|tx, _| bin::restore(tx, id))
    }

    /// Deletes a note for good, in and out of the bin: its words are then nowhere in the notebook.
    pub fn delete_note_for_good(&self, id: NoteId) -> Result<(), NotebookError> {
        self.write(|tx, _| note::delete_for_good(tx, id))
    }

    /// Deletes all that lies in the bin for good; answers how many notes.
    pub fn empty_bin(&self) -> Result<u64, NotebookError> {
        self.write(|tx, _| bin::empty(tx, &mut |_| true))
    }

    /// What [`Notebooks::undo`] would take back; none if there is nothing.
    pub fn undoable(&self) -> Result<Option<Kind>, NotebookError> {
        self.read(|notebook| Ok(notebook.read(undo::last)?.map(|(_, kind)| kind)))
    }

    /// Takes the last change of a note back; answers what it was.
    pub fn undo(&self) -> Result<Kind, NotebookError> {
        self.write(|tx, now| undo::take_back(tx, now).map(|(_, kind)| kind))
    }

    /// Leaves nothing to undo: the words before an edit go too, those before a change of her own words, and how a
    /// date was before it was changed. Call it when what offers the undo goes away.
    pub fn forget_undo(&self) -> Result<(), NotebookError> {
        self.write(|tx, _| {
            undo::forget(tx)?;
            earlier::forget(tx)?;
            visits::earlier::forget(tx)?;
            card::forget_earlier(tx)
        })
    }

    /// Keeps what is being written, of a note or of a new one, so that nothing ends it. Cheap enough for
    /// every pause in typing.
    pub fn save_draft(
        &self,
        id: Option<NoteId>,
        title: Option<String>,
        text: String,
    ) -> Result<(), NotebookError> {
        self.write(|tx, now| draft::save(tx, id, title.as_deref(), &text, now))
    }

    /// What was being written of a new note and not saved.
    pub fn new_draft(&self) -> Result<Option<DraftText>, NotebookError> {
        self.read(|notebook| {
            let draft = notebook.read(|conn| draft::get(conn, None))?;
            Ok(draft.map(|draft| DraftText { title: draft.title, text: draft.text }))
        })
    }

    /// Drops what was being written, of a note or of a new one.
    pub fn discard_draft(&self, id: Option<NoteId>) -> Result<(), NotebookError> {
        self.write(|tx, _| draft::discard(tx, id).map(drop))
    }

    /// Whether to offer her a copy now, after a note of her own: yes, the first time this is asked in a notebook,
    /// and no from then on.
    pub fn offer_copy(&self) -> Result<bool, NotebookError> {
        self.write(|tx, _| settings::first_time(tx, Once::CopyOffer))
    }

    /// All topics, in the order of their names.
    pub fn topics(&self) -> Result<Vec<Topic>, NotebookError> {
        self.read(|notebook| notebook.read(topic::list))
    }

    /// Gives a topic another name; two of one name become one.
    pub fn rename_topic(&self, from: String, to: String) -> Result<(), NotebookError> {
        self.write(|tx, now| {
            topic::rename(tx, &from, &to)?;
            choices::rename_topic(tx, &from, &to, now)
        })
    }

    /// Whether earlier texts of notes are kept.
    pub fn keeps_history(&self) -> Result<bool, NotebookError> {
        self.read(|notebook| notebook.read(|conn| settings::is_on(conn, Switch::History)))
    }

    /// Turns the keeping of earlier texts on or off. Those that are kept stay.
    pub fn set_keeps_history(&self, on: bool) -> Result<(), NotebookError> {
        self.write(|tx, _| settings::set(tx, Switch::History, on))
    }

    /// The earlier texts of a note, the newest first.
    pub fn earlier_texts(&self, language: String, id: NoteId) -> Result<Vec<EarlierLine>, NotebookError> {
        let zone = zone(&*self.device);
        self.read(|notebook| {
            let words = Words::new(notebook.pack(), &language).with_direction_marks();
            notebook.read(|conn| screen::earlier(conn, &words, id, zone))
        })
    }

    /// One of the earlier texts of a note, by its number.
    pub fn earlier_text(&self, id: NoteId, number: u32) -> Result<DraftText, NotebookError> {
        self.read(|notebook| {
            let Version { title, text, .. } = notebook.read(|conn| history::get(conn, id, number))?;
            Ok(DraftText { title, text })
        })
    }

    /// Makes an earlier text the note's text again; the one it has now is kept in its place.
    pub fn restore_text(&self, id: NoteId, number: u32) -> Result<(), NotebookError> {
        self.write(|tx, now| history::restore(tx, id, number, now))
    }

    /// Deletes the earlier texts of one note for good, or of all.
    pub fn clear_history(&self, id: Option<NoteId>) -> Result<(), NotebookError> {
        self.write(|tx, _| match id {
            Some(id) => history::clear(tx, id).map(drop),
            None => history::clear_all(tx).map(drop),
        })
    }
}

impl Notebooks {
    /// None where the phone's clock does not answer: a list must not wait for it.
    fn now(&self) -> Option<Moment> {
        tick(&*self.device).ok().map(|tick| tick.now)
    }

    fn list(&self, language: &str, query: PageQuery) -> Result<NoteList, NotebookError> {
        let now = self.now();
        self.read(|notebook| {
            let words = Words::new(notebook.pack(), language).with_direction_marks();
            notebook.read(|conn| list::notes(conn, &words, query, now))
        })
    }

    /// Changes the open notebook in one transaction, now; when it returns, the change is durable. Where the
    /// phone's clock does not answer, "now" is when something was last done: her words must not wait for it.
    pub(crate) fn write<T>(
        &self,
        change: impl FnOnce(&Transaction<'_>, Moment) -> fernbook_core::Result<T>,
    ) -> Result<T, NotebookError> {
        let clocks = tick(&*self.device);
        self.held.lend(|held| {
            let now = held.now(clocks);
            let notebook = held.open.as_mut().ok_or(NotebookError::Locked)?;
            let done = notebook.write(now, |tx| change(tx, now))?;
            held.last = now;
            Ok(done)
        })
    }
}
