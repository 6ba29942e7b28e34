//! An open vault: reads, durable writes, and bringing the log home.
//!
//! The order of things is what keeps an acknowledged write: a new log begins with a transaction of its
//! own that raises the epoch; the log's salts and that epoch are synced into the head; only then comes
//! her first save. When the log is written back, and cut, the head says so.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::connection::{LOG_KEPT_BYTES, PAGE_BYTES};
use super::guard::{self, Notice, VaultKey};
use super::head::{Head, HeadKey};
use super::paths::VaultPaths;
use super::{files, level, meta, migrate, wal};
use crate::error::{Error, Part, Result};
use crate::id::VaultId;
use crate::time::Moment;

/// After so many saves the log is written back, without waiting for a quiet moment, and sooner when its file
/// grows past what it keeps: a log that begins again over its own file is quicker than one that grows.
pub(super) const LOG_LIMIT_SAVES: u32 = 40;

/// Room that growing leaves for the saves to come.
const SPARE_BYTES: u64 = 2 << 20;

/// An open vault.
pub struct Database {
    conn: Connection,
    paths: VaultPaths,
    key: VaultKey,
    head_key: HeadKey,
    head: Head,
    log: LogUse,
    /// Steps of this version are still to be done, with the first change.
    behind: bool,
}

/// How the log's file is used since it was last begun.
#[derive(Default)]
struct LogUse {
    saves: u32,
    /// All of it is in the database: the next save begins another log over it.
    is_home: bool,
}

impl Database {
    /// Makes a new vault: its tables, its first size, and its head.
    ///
    /// # Errors
    /// [`Error::NoSpace`], [`Error::ReadOnly`] and the like.
    pub fn create(
        paths: VaultPaths,
        key: VaultKey,
        vault: VaultId,
        now: Moment,
        fill: impl FnOnce(&Transaction<'_>) -> Result<()>,
    ) -> Result<()> {
        let conn = super::connection::connect(&paths.db(), key.cipher, &key.key, true)?;
        let head_key = HeadKey::derive(&key.key)?;
        let head = Head { vault, epoch: 0, wal: None };
        let mut database = Self { conn, paths, key, head_key, head, log: LogUse::default(), behind: false };
        let tx = database.conn.transaction()?;
        migrate::run(&tx)?;
        meta::set(&tx, "vault_id", &vault)?;
        meta::set_epoch(&tx, 0)?;
        fill(&tx)?;
        tx.commit()?;
        database.head.wal = wal::salts(&database.paths.wal())?;
        database.level_sizes()?;
        database.checkpoint(now)
    }

    /// Opens a vault, guarded as [`guard`] tells. One of an earlier version keeps its tables until the first
    /// [`write`](Self::write).
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::OutOfStep`], [`Error::Newer`], [`Error::InUse`]; nothing has then been
    /// changed, but that a foreign log may have been given another name.
    pub fn open(paths: VaultPaths, key: VaultKey, vault: VaultId) -> Result<(Self, Vec<Notice>)> {
        let head_key = HeadKey::derive(&key.key)?;
        let head = Head::read(&paths.head(), &head_key)?;
        if head.vault != vault {
            return Err(Error::Damaged { part: Part::Head });
        }
        let (conn, notices) = guard::open(&paths, &key, &head)?;
        // A crash between cutting the log and telling the head leaves a head that names a log which is gone.
        let head = Head { wal: wal::salts(&paths.wal())?, ..head };
        let behind = migrate::is_needed(&conn)?;
        let database = Self { conn, paths, key, head_key, head, log: LogUse::default(), behind };
        Ok((database, notices))
    }

    /// For reading.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.conn
    }

    /// The vault's files.
    #[must_use]
    pub fn paths(&self) -> &VaultPaths {
        &self.paths
    }

    /// Runs a change in one transaction, which first brings the tables to this version if they are behind. When
    /// it returns, the change is durable; if it fails, nothing has changed, the tables neither.
    ///
    /// # Errors
    /// Those of `change`; [`Error::NoSpace`] and the like.
    pub fn write<T>(&mut self, now: Moment, change: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        self.begin_log()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if self.behind {
            migrate::run(&tx)?;
        }
        let done = change(&tx)?;
        tx.commit()?;
        self.behind = false;
        let bytes = self.pin_log()?;
        self.log.saves += 1;
        if self.log_is_long(bytes) {
            // Her words are safe in the log already: a full disk must not turn this save into an error.
            let _ = self.bring_log_home(now);
        }
        Ok(done)
    }

    fn log_is_long(&self, bytes: u64) -> bool {
        self.log.saves >= LOG_LIMIT_SAVES || bytes > LOG_KEPT_BYTES
    }

    /// Writes the log back but keeps its file, for the next log to be written over. Until that one begins
    /// the head is right: a crash reads the same log again, over the same pages.
    fn bring_log_home(&mut self, now: Moment) -> Result<()> {
        let _ = self.level_sizes();
        self.pin_log()?;
        let busy: i64 = self.conn.query_row("PRAGMA wal_checkpoint(RESTART)", [], |row| row.get(0))?;
        if busy != 0 {
            return Err(Error::InUse);
        }
        self.log = LogUse { saves: 0, is_home: true };
        level::level_times(self.paths.folder(), now)
    }

    /// Before the first save of a log. Done again after a failure in its middle, it ends the same.
    fn begin_log(&mut self) -> Result<()> {
        if self.head.wal.is_some() && !self.log.is_home {
            return Ok(());
        }
        let epoch = self.head.epoch + 1;
        meta::set_epoch(&self.conn, epoch)?;
        let wal = wal::salts(&self.paths.wal())?.ok_or(Error::Damaged { part: Part::Wal })?;
        self.set_head(Head { epoch, wal: Some(wal), ..self.head })?;
        self.log.is_home = false;
        Ok(())
    }

    /// After a write-back SQLite may have begun another log by itself. Nothing in it is acknowledged, and
    /// none of its pages goes into the database, before the head knows it: opening drops an unknown log,
    /// and half of one written back would be left. Tells the length of the log's file, in bytes.
    fn pin_log(&mut self) -> Result<u64> {
        let log = wal::begun(&self.paths.wal())?;
        let wal = log.map(|log| log.salts);
        if wal != self.head.wal {
            self.set_head(Head { wal, ..self.head })?;
        }
        Ok(log.map_or(0, |log| log.bytes))
    }

    fn set_head(&mut self, head: Head) -> Result<()> {
        head.write(&self.paths.head(), &self.head_key)?;
        self.head = head;
        Ok(())
    }

    /// Writes the log back and cuts it to nothing, both vaults' files brought to one size and one time.
    /// If there is no room to grow, the log is written back all the same and the sizes wait.
    ///
    /// # Errors
    /// [`Error::NoSpace`], [`Error::InUse`] and the like; what was acknowledged stays in the log.
    pub fn checkpoint(&mut self, now: Moment) -> Result<()> {
        if self.head.wal.is_some() {
            let _ = self.level_sizes();
            self.pin_log()?;
            self.write_log_back()?;
        }
        level::level_times(self.paths.folder(), now)
    }

    fn write_log_back(&mut self) -> Result<()> {
        let busy: i64 = self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy != 0 {
            return Err(Error::InUse);
        }
        files::sync(&self.paths.wal())?;
        self.log = LogUse::default();
        self.set_head(Head { wal: None, ..self.head })
    }

    /// The closed vault's file grows first, so that no moment shows which of the two is in use. Nothing
    /// grows unless there is room for all of it: once free pages are in the log it can be written back
    /// only at the new size, and every later save would find the disk full.
    fn level_sizes(&mut self) -> Result<()> {
        let (db, other) = (self.paths.db(), self.paths.other().db());
        let own = level::page_count(&self.conn)? * PAGE_BYTES;
        let (on_disk, closed) = (files::length(&db)?, files::length(&other)?);
        let target = level::step_for(own.max(on_disk).max(closed));
        let in_log = target.saturating_sub(own);
        let needed = in_log + target.saturating_sub(on_disk) + target.saturating_sub(closed);
        if needed > 0 && files::room(self.paths.folder())? < needed + needed / 64 + SPARE_BYTES {
            return Err(Error::NoSpace);
        }
        level::grow_closed(&other, target)?;
        level::grow_open(&mut self.conn, self.key.cipher, target / PAGE_BYTES)
    }
}
