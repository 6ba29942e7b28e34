//! Sealed copies, and open ones.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use fernbook_core::crypto::words::Words as SecretWords;
use fernbook_core::exchange::copy::make::{self, Contents, Label};
use fernbook_core::exchange::copy::restore::{self, Restored};
use fernbook_core::exchange::copy::{self, Uncleaned};
use fernbook_core::words::{Words, key};
use zeroize::Zeroizing;

use crate::device::tick;
use crate::error::NotebookError;
use crate::notebooks::Notebooks;
use crate::types::secret_words;
use crate::work::Work;

/// A sealed copy that was made.
#[derive(uniffi::Record)]
pub struct MadeCopy {
    /// The twelve words that open it, given out this once.
    pub words: Vec<String>,
    /// What it holds.
    pub holds: Contents,
}

/// What went into an open copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct OpenCopy {
    /// Notes, those in the bin too.
    pub notes: u64,
    /// Pictures, sounds and other files that went along.
    pub attachments: u64,
    /// Files that stayed out, because they may say where she was and can't be cleaned.
    pub left_out: u64,
}

#[uniffi::export]
impl Notebooks {
    /// Makes a sealed copy of the open notebook as a new file, checked by opening it again. Any program that
    /// knows `age` opens it with its words.
    pub fn make_copy(&self, file: String, language: String, work: &Work) -> Result<MadeCopy, NotebookError> {
        let made = tick(&*self.device)?.now;
        self.read(|notebook| {
            let secret = SecretWords::make()?;
            let read_me = Words::new(notebook.pack(), &language).say(key::COPY_READ_ME);
            let label = Label { made, read_me: &read_me };
            let holds = notebook.read(|conn| {
                make::make_file(conn, Path::new(&file), &secret, label, &mut |now| work.watch(now))
            })?;
            Ok(MadeCopy { words: secret.phrase().split(' ').map(str::to_owned).collect(), holds })
        })
    }

    /// Reads a whole copy and tells what [`Notebooks::restore_copy`] would bring. Changes nothing.
    pub fn preview_copy(&self, file: String, words: Vec<u8>, work: &Work) -> Result<Restored, NotebookError> {
        let words = secret_words(&Zeroizing::new(words))?;
        self.read(|notebook| {
            let input = BufReader::new(File::open(&file)?);
            notebook.read(|conn| restore::preview(conn, input, &words, &mut |now| work.watch(now)))
        })
    }

    /// Brings a copy into the open notebook. What is here stays; what differs comes in beside it; what was
    /// deleted for good here stays gone.
    pub fn restore_copy(&self, file: String, words: Vec<u8>, work: &Work) -> Result<Restored, NotebookError> {
        let words = secret_words(&Zeroizing::new(words))?;
        self.write(|tx, now| {
            let input = BufReader::new(File::open(&file)?);
            restore::restore(tx, input, &words, now, &mut |now| work.watch(now))
        })
    }

    /// Writes all of the open notebook into a new or empty folder that anyone who gets it can read. Files that
    /// can't be cleaned of what may say where they were made go along only if `all_files`.
    pub fn open_copy(
        &self,
        folder: String,
        all_files: bool,
        language: String,
        work: &Work,
    ) -> Result<OpenCopy, NotebookError> {
        let made = tick(&*self.device)?.now;
        let files = if all_files { Uncleaned::TakeAlong } else { Uncleaned::LeaveOut };
        self.read(|notebook| {
            let read_me = Words::new(notebook.pack(), &language).say(key::EXPORT_READ_ME);
            let label = Label { made, read_me: &read_me };
            let done = notebook.read(|conn| {
                copy::export(conn, Path::new(&folder), files, label, &mut |now| work.watch(now))
            })?;
            let left_out = done.left_out.len() as u64;
            Ok(OpenCopy { notes: done.notes, attachments: done.attachments, left_out })
        })
    }
}
