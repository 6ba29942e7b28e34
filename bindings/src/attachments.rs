//! Pictures, sounds and other files of a note.

use std::io::Cursor;

use fernbook_core::id::{AttachmentId, NoteId};
use fernbook_core::journal::attachment::{self, NewAttachment, ShownAttachment};

use crate::error::NotebookError;
use crate::notebooks::Notebooks;
use crate::work::Work;

#[uniffi::export]
impl Notebooks {
    /// Attaches a picture, a sound or another file, given whole, to a note. Its bytes are kept as they are;
    /// what a camera wrote into a picture is taken out whenever it is shown.
    pub fn attach(&self, id: NoteId, name: String, bytes: Vec<u8>) -> Result<AttachmentId, NotebookError> {
        self.write(|tx, now| {
            let new = NewAttachment { id: None, note: id, name: &name, added: now };
            attachment::add(tx, &new, &mut Cursor::new(&bytes), &mut |_| true)
        })
    }

    /// An attachment, to be shown or played on this phone.
    pub fn attachment(&self, id: AttachmentId, work: &Work) -> Result<ShownAttachment, NotebookError> {
        self.read(|notebook| notebook.read(|conn| attachment::shown(conn, id, &mut |now| work.watch(now))))
    }

    /// Takes an attachment out of its note, for good.
    pub fn remove_attachment(&self, id: AttachmentId) -> Result<(), NotebookError> {
        self.write(|tx, _| attachment::remove(tx, id))
    }
}
