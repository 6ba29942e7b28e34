//! One unlocked notebook.

use std::sync::Arc;

use rusqlite::{Connection, Transaction};

use super::folder_lock::FolderLock;
use super::identity::{Identity, Pack};
use super::keyring::SlotContent;
use super::notebooks::Notebooks;
use super::places::Places;
use crate::crypto::key::clear_stack;
use crate::error::{Error, Result};
use crate::storage::database::Database;
use crate::storage::guard::{Notice, VaultKey};
use crate::time::{self, Moment};

/// An unlocked notebook. Dropping it leaves everything acknowledged safe; [`Notebook::lock`] also brings
/// sizes and times back to one.
pub struct Notebook {
    database: Option<Database>,
    // After the database, so that it is dropped after it: as long as files are open, the folder is held.
    lock: Option<Arc<FolderLock>>,
    content: SlotContent,
    places: Places,
    identity: Identity,
    notices: Vec<Notice>,
}

impl Notebook {
    pub(super) fn open(places: &Places, lock: Arc<FolderLock>, content: SlotContent) -> Result<Self> {
        let (database, notices) = open_database(places, &content)?;
        let identity = Identity::read(database.connection())?;
        let (database, lock) = (Some(database), Some(lock));
        Ok(Self { database, lock, content, places: places.clone(), identity, notices })
    }

    /// Its words.
    #[must_use]
    pub fn pack(&self) -> Pack {
        self.identity.pack
    }

    /// What was mended or set aside while opening.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Reads.
    ///
    /// # Errors
    /// [`Error::Locked`] while suspended; those of `look`.
    pub fn read<T>(&self, look: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        look(self.database.as_ref().ok_or(Error::Locked)?.connection())
    }

    /// Makes a change in one transaction. When it returns, the change is durable; if it fails, nothing
    /// has changed.
    ///
    /// # Errors
    /// [`Error::Locked`] while suspended; [`Error::NoSpace`] and the like; those of `change`.
    pub fn write<T>(&mut self, now: Moment, change: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        self.database.as_mut().ok_or(Error::Locked)?.write(now, change)
    }

    /// To be called when nothing was written for two seconds: writes the log back and levels sizes and
    /// times.
    ///
    /// # Errors
    /// [`Error::NoSpace`] and the like; what was acknowledged is safe all the same.
    pub fn idle(&mut self, now: Moment) -> Result<()> {
        self.database.as_mut().map_or(Ok(()), |database| database.checkpoint(now))
    }

    /// Closes the files but keeps the key, for an app that goes to sleep: a phone ends a sleeping app
    /// that holds a file locked.
    ///
    /// # Errors
    /// As [`Notebook::idle`]; the files are closed even then.
    pub fn suspend(&mut self, now: Moment) -> Result<()> {
        let level = self.idle(now);
        self.database = None;
        self.lock = None;
        time::forget_zones();
        level
    }

    /// Opens the files again after [`Notebook::suspend`], once its notebooks are resumed.
    ///
    /// # Errors
    /// [`Error::Locked`] if they are not; [`Error::InUse`] if another of them is open; those of opening.
    pub fn resume(&mut self, notebooks: &Notebooks) -> Result<()> {
        if self.database.is_none() {
            let lock = notebooks.free_lock()?;
            let (database, notices) = open_database(&self.places, &self.content)?;
            self.notices.extend(notices);
            self.database = Some(database);
            self.lock = Some(lock);
        }
        Ok(())
    }

    /// Locks: files closed and levelled, key and pages zeroed in memory.
    ///
    /// # Errors
    /// As [`Notebook::idle`]; it is locked even then.
    pub fn lock(mut self, now: Moment) -> Result<()> {
        let level = self.suspend(now);
        drop(self);
        clear_stack();
        level
    }

    pub(super) fn lock_held(&self) -> Option<&Arc<FolderLock>> {
        self.lock.as_ref()
    }

    pub(super) fn identity(&self) -> Identity {
        self.identity
    }

    pub(super) fn content(&self) -> &SlotContent {
        &self.content
    }
}

fn open_database(places: &Places, content: &SlotContent) -> Result<(Database, Vec<Notice>)> {
    let key = VaultKey { cipher: content.cipher, key: content.key.copy() };
    Database::open(places.vault(content.file), key, content.vault)
}
