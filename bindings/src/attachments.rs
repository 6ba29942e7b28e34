//! Pictures, sounds and other files of a note.

use std::io::Cursor;

use fernbook_core::id::{AttachmentId, NoteId};
use fernbook_core::journal::attachment::{self, NewAttachment};
use fernbook_core::journal::picture::{self, Cleaned};

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

    /// The bytes of an attachment, to be shown or played. A picture comes without what a camera wrote into
    /// it, as it must when it is shown to someone.
    pub fn attachment(&self, id: AttachmentId, work: &Work) -> Result<Vec<u8>, NotebookError> {
        self.read(|notebook| {
            notebook.read(|conn| {
                let media_type = attachment::info(conn, id)?.media_type;
                let mut bytes = Vec::new();
                attachment::copy_to(conn, id, &mut bytes, &mut |now| work.watch(now))?;
                match picture::clean(&media_type, &bytes) {
                    Ok(Cleaned::Picture(clean)) => Ok(clean),
                    // What is no picture, or can't be read as one, is hers to see as it is.
                    Ok(Cleaned::CannotClean) | Err(_) => Ok(bytes),
                }
            })
        })
    }

    /// Takes an attachment out of its note, for good.
    pub fn remove_attachment(&self, id: AttachmentId) -> Result<(), NotebookError> {
        self.write(|tx, _| attachment::remove(tx, id))
    }
}
