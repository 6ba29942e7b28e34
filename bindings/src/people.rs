//! Who she can ring, and what she tells herself when it is hard. A plain notebook has none of it: there each
//! of these calls answers that there is no such thing.

use fernbook_core::consent::store as choices;
use fernbook_core::id::PersonId;
use fernbook_core::people::earlier;
use fernbook_core::people::own_words::OwnWords;
use fernbook_core::people::person::{self, PersonText};
use fernbook_core::screens::numbers::{self, NumbersPage};
use fernbook_core::screens::right_now::{self, OwnTexts, RightNow};
use fernbook_core::words::Words;

use crate::device::{tick, zone};
use crate::error::NotebookError;
use crate::notebooks::Notebooks;

#[uniffi::export]
impl Notebooks {
    /// The page for a hard moment: today, her words to herself, what helps, the first of her people.
    pub fn right_now(&self, language: String) -> Result<RightNow, NotebookError> {
        let (now, zone) = (tick(&*self.device)?.now, zone(&*self.device));
        self.read(|notebook| {
            let words = Words::new(notebook.pack(), &language).with_direction_marks();
            notebook.read(|conn| right_now::page(conn, &words, now, zone))
        })
    }

    /// What she wrote for that page, to be changed.
    pub fn own_texts(&self) -> Result<OwnTexts, NotebookError> {
        self.read(|notebook| notebook.read(right_now::own_texts))
    }

    /// Writes both texts of that page in place of those before. An empty one takes hers out. Cheap enough for
    /// every pause in typing.
    pub fn set_own_texts(&self, texts: OwnTexts) -> Result<(), NotebookError> {
        self.write(|tx, now| {
            earlier::type_on(tx, OwnWords::Words, &texts.words, now)?;
            earlier::type_on(tx, OwnWords::Helps, &texts.helps, now)
        })
    }

    /// Brings back what stood in both texts before she last sat down to change them; done once more, what she
    /// wrote then comes back. [`Notebooks::forget_undo`] leaves nothing to bring back.
    pub fn undo_own_texts(&self) -> Result<OwnTexts, NotebookError> {
        self.write(|tx, now| {
            earlier::take_back_both(tx, now)?;
            right_now::own_texts(tx)
        })
    }

    /// Her own people, and the dated list of numbers in `language`.
    pub fn numbers(&self, language: String) -> Result<NumbersPage, NotebookError> {
        self.read(|notebook| {
            let words = Words::new(notebook.pack(), &language).with_direction_marks();
            notebook.read(|conn| numbers::page(conn, &words))
        })
    }

    /// Puts a person at the end of hers.
    pub fn add_person(&self, text: PersonText) -> Result<PersonId, NotebookError> {
        self.write(|tx, _| person::add(tx, &text))
    }

    /// Changes what is written of a person. Writes nothing if nothing changed.
    pub fn edit_person(&self, id: PersonId, text: PersonText) -> Result<(), NotebookError> {
        self.write(|tx, _| person::edit(tx, id, &text))
    }

    /// Takes a person out for good.
    pub fn remove_person(&self, id: PersonId) -> Result<(), NotebookError> {
        self.write(|tx, now| choices::remove_person(tx, id, now))
    }

    /// Gives a person another place among hers, counted from 0; one beyond the last is the last.
    pub fn move_person(&self, id: PersonId, place: u32) -> Result<(), NotebookError> {
        self.write(|tx, _| person::move_to(tx, id, place as usize))
    }
}
