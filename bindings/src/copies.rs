//! Sealed copies, and open ones.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use fernbook_core::crypto::words::Words as SecretWords;
use fernbook_core::exchange::copy::Uncleaned;
use fernbook_core::exchange::copy::make::{self, Contents, Label};
use fernbook_core::exchange::copy::packed::{self, OpenCopy};
use fernbook_core::exchange::copy::restore::{self, Restored};
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

    /// Tells what [`Notebooks::open_copy`] would write, for her to see before anything leaves the phone.
    pub fn preview_open_copy(&self, all_files: bool, work: &Work) -> Result<OpenCopy, NotebookError> {
        self.read(|notebook| {
            notebook.read(|conn| packed::preview(conn, uncleaned(all_files), &mut |now| work.watch(now)))
        })
    }

    /// Writes all of the open notebook as one new zip file that anyone who gets it can read. Files that can't be
    /// cleaned of what may say where they were made go along only if `all_files`.
    pub fn open_copy(
        &self,
        file: String,
        all_files: bool,
        language: String,
        work: &Work,
    ) -> Result<OpenCopy, NotebookError> {
        let made = tick(&*self.device)?.now;
        self.read(|notebook| {
            let read_me = Words::new(notebook.pack(), &language).say(key::EXPORT_READ_ME);
            let label = Label { made, read_me: &read_me };
            let mut watch = |now| work.watch(now);
            notebook.read(|conn| {
                packed::export_file(conn, Path::new(&file), uncleaned(all_files), label, &mut watch)
            })
        })
    }
}

fn uncleaned(all_files: bool) -> Uncleaned {
    if all_files { Uncleaned::TakeAlong } else { Uncleaned::LeaveOut }
}
