//! The first run, the way in and out, PINs, recovery words, and the end of everything.

use fernbook_core::crypto::secret::Secret;
use fernbook_core::journal::settings::{self, Pending};
use fernbook_core::screens::first_run::{self, Chosen};
use fernbook_core::screens::opening;
use fernbook_core::storage::guard::Notice;
use fernbook_core::vault::device::Tick;
use fernbook_core::vault::notebooks as core;
use fernbook_core::vault::pin;
use fernbook_core::vault::places::Places;
use fernbook_core::words::Pack;
use zeroize::Zeroizing;

use crate::device::{keys, tick, zone};
use crate::error::NotebookError;
use crate::notebooks::{Held, Notebooks};
use crate::types::secret_words;

#[uniffi::export]
impl Notebooks {
    /// The first run: makes her notebook, and a second, plain one if she wants one. Takes as long as two or
    /// three unlocks. `language` (a BCP 47 tag) is that of the notes a plain notebook starts with.
    pub fn make(
        &self,
        pin: Vec<u8>,
        pack: Pack,
        second_pin: Option<Vec<u8>>,
        language: String,
    ) -> Result<(), NotebookError> {
        let (first, second) = (secret(pin), second_pin.map(secret));
        let (tick, zone, facts) = (tick(&*self.device)?, zone(&*self.device), self.device.facts()?);
        let chosen = Chosen { first: &first, pack, second: second.as_ref(), language: &language, zone };
        self.held.lend(|_| {
            let places = Places::new(self.folder());
            Ok(first_run::run(&places, &keys(&self.device), &facts.into(), &tick, &chosen)?)
        })
    }

    /// What was mended or set aside when the open notebook was opened, for her to be told once.
    pub fn notices(&self) -> Result<Vec<Notice>, NotebookError> {
        self.read(|notebook| Ok(notebook.notices().to_vec()))
    }

    /// Opens the notebook of a PIN.
    pub fn unlock(&self, pin: Vec<u8>) -> Result<(), NotebookError> {
        let (pin, tick) = (secret(pin), tick(&*self.device)?);
        self.let_in(&tick, |notebooks| opening::unlock(notebooks, &pin, &tick, &mut |_| true))
    }

    /// Opens a notebook by its twelve recovery words and gives it a new PIN.
    pub fn recover(&self, words: Vec<u8>, new_pin: Vec<u8>) -> Result<(), NotebookError> {
        let (words, new_pin, tick) = (Zeroizing::new(words), secret(new_pin), tick(&*self.device)?);
        let words = secret_words(&words)?;
        self.let_in(&tick, |notebooks| opening::recover(notebooks, &words, &new_pin, &tick, &mut |_| true))
    }

    /// Locks: the log is written back, and no key and no word stays in the core's memory. If nothing is open
    /// it does nothing. It is locked even if it fails; what was saved is safe in any case. It waits for a call
    /// that is under way: stop its [`Work`](crate::Work) first.
    pub fn lock(&self) -> Result<(), NotebookError> {
        let clocks = tick(&*self.device);
        self.held.lend(|held| {
            let now = held.now(clocks);
            held.resting = false;
            held.prepared = None;
            held.notebooks = None;
            match held.open.take() {
                Some(notebook) => Ok(notebook.lock(now)?),
                None => Ok(()),
            }
        })
    }

    /// When nothing was written for two seconds: sizes and times of the files are brought in step, so that
    /// they tell nothing.
    pub fn idle(&self) -> Result<(), NotebookError> {
        let tick = tick(&*self.device)?;
        self.held.lend(|held| match &mut held.open {
            Some(notebook) if !held.resting => Ok(notebook.idle(tick.now)?),
            _ => Ok(()),
        })
    }

    /// Lets go of all files, for an app that goes to sleep; the key stays in memory. It waits for a call that is
    /// under way, as [`Notebooks::lock`] does.
    pub fn suspend(&self) -> Result<(), NotebookError> {
        let clocks = tick(&*self.device);
        self.held.lend(|held| {
            let now = held.now(clocks);
            held.prepared = None;
            let Ok((notebooks, notebook)) = held.both() else {
                // Locked: the keyring alone would hold the folder too.
                held.notebooks = None;
                return Ok(());
            };
            let suspended = notebook.suspend(now);
            notebooks.suspend();
            held.resting = true;
            Ok(suspended?)
        })
    }

    /// Takes the files again after [`Notebooks::suspend`].
    pub fn resume(&self) -> Result<(), NotebookError> {
        self.held.lend(|held| {
            if !held.resting {
                return Ok(());
            }
            let (notebooks, notebook) = held.both()?;
            notebooks.resume()?;
            notebook.resume(notebooks)?;
            held.resting = false;
            Ok(())
        })
    }

    /// Which words the open notebook speaks.
    pub fn pack(&self) -> Result<Pack, NotebookError> {
        self.read(|notebook| Ok(notebook.pack()))
    }

    /// Asks for the open notebook's PIN once more, before what could keep her out of it later. Counts as an
    /// unlock does: after wrong ones it waits, and where she chose so everything is deleted.
    pub fn confirm_pin(&self, pin: Vec<u8>) -> Result<(), NotebookError> {
        let (pin, tick) = (secret(pin), tick(&*self.device)?);
        self.held.lend(|held| {
            let (notebooks, notebook) = held.both()?;
            let confirmed = notebooks.confirm_pin(notebook, &pin, &tick);
            if !core::Notebooks::exist(self.folder()) {
                *held = Held::default();
            }
            Ok(confirmed?)
        })
    }

    /// Gives the open notebook another PIN.
    pub fn change_pin(&self, new_pin: Vec<u8>) -> Result<(), NotebookError> {
        let (new_pin, tick) = (secret(new_pin), tick(&*self.device)?);
        self.held.lend(|held| {
            let (notebooks, notebook) = held.both()?;
            Ok(notebooks.change_pin(notebook, &new_pin, &tick)?)
        })
    }

    /// Makes twelve recovery words, in place of any there were, and gives them out this once.
    pub fn make_recovery(&self) -> Result<Vec<String>, NotebookError> {
        let tick = tick(&*self.device)?;
        self.held.lend(|held| {
            let (notebooks, notebook) = held.both()?;
            let words = notebooks.make_recovery(notebook, &tick)?;
            Ok(words.phrase().split(' ').map(str::to_owned).collect())
        })
    }

    /// Remembers that twelve words, of a copy or for recovery, are being shown to her this once: call it before
    /// they are. Until [`Notebooks::words_noted`] the notebook knows that she may not have them.
    pub fn words_shown(&self) -> Result<(), NotebookError> {
        self.write(|tx, _| settings::begin(tx, Pending::Words))
    }

    /// She says that she has the words that were shown, or was told that she may not have them.
    pub fn words_noted(&self) -> Result<(), NotebookError> {
        self.write(|tx, _| settings::end(tx, Pending::Words))
    }

    /// Whether words were shown and she never said that she has them: after an unlock, they went away before.
    pub fn words_unnoted(&self) -> Result<bool, NotebookError> {
        self.read(|notebook| notebook.read(|conn| settings::is_pending(conn, Pending::Words)))
    }

    /// Makes the recovery words open nothing any more.
    pub fn forget_recovery(&self) -> Result<(), NotebookError> {
        let tick = tick(&*self.device)?;
        self.held.lend(|held| {
            let (notebooks, notebook) = held.both()?;
            Ok(notebooks.forget_recovery(notebook, &tick)?)
        })
    }

    /// Whether the open notebook has recovery words.
    pub fn has_recovery(&self) -> Result<bool, NotebookError> {
        self.read(core::Notebooks::has_recovery)
    }

    /// After how many wrong PINs in a row everything is deleted; none for never.
    pub fn wipe_after(&self) -> Result<Option<u8>, NotebookError> {
        self.held.lend(|held| Ok(held.both()?.0.wipe_after()))
    }

    /// Sets after how many wrong PINs in a row everything, both notebooks, is deleted.
    pub fn set_wipe_after(&self, count: Option<u8>) -> Result<(), NotebookError> {
        let tick = tick(&*self.device)?;
        self.held.lend(|held| Ok(held.both()?.0.set_wipe_after(count, &tick)?))
    }

    /// Destroys everything of both notebooks, for good. Asks for no PIN, as taking the app off the phone asks
    /// for none. Once begun, the next start goes on with it.
    pub fn wipe(&self) -> Result<(), NotebookError> {
        let clocks = tick(&*self.device);
        self.held.lend(|held| {
            let now = held.now(clocks);
            held.prepared = None;
            if let Some(notebook) = held.open.take() {
                // What could not be written back is about to be gone.
                let _ = notebook.lock(now);
            }
            held.resting = false;
            held.notebooks(self.folder(), &self.device)?;
            match held.notebooks.take() {
                Some(notebooks) => Ok(notebooks.wipe()?),
                None => Err(NotebookError::NoNotebook),
            }
        })
    }
}

impl Notebooks {
    /// Opens a notebook, after closing one that is open.
    pub(crate) fn let_in(
        &self,
        tick: &Tick,
        way: impl FnOnce(&mut core::Notebooks) -> fernbook_core::Result<fernbook_core::vault::notebook::Notebook>,
    ) -> Result<(), NotebookError> {
        self.held.lend(|held| {
            if held.open.is_some() {
                return Err(NotebookError::InUse);
            }
            let opened = way(held.notebooks(self.folder(), &self.device)?);
            if !core::Notebooks::exist(self.folder()) {
                *held = Held::default();
            }
            held.open = Some(opened?);
            held.last = tick.now;
            Ok(())
        })
    }
}

/// Says at once whether a new PIN will do by itself, before it is asked for again. It may still be refused
/// when it is set.
#[uniffi::export]
pub fn check_pin(pin: Vec<u8>) -> Result<(), NotebookError> {
    Ok(pin::check(&secret(pin))?)
}

/// Says at once whether twelve words can be right, or there is a slip in them, before anything is opened.
#[uniffi::export]
pub fn check_words(words: Vec<u8>) -> Result<(), NotebookError> {
    secret_words(&Zeroizing::new(words)).map(drop)
}

/// A secret as the core takes it; the bytes are zeroed.
pub(crate) fn secret(typed: Vec<u8>) -> Secret {
    Secret::from_bytes(&Zeroizing::new(typed))
}
