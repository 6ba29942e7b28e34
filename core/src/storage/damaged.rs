//! Opens what is left of a damaged vault, for reading alone: always a copy, so that the files themselves
//! stay as they are for someone who can do more.

use std::io::Write;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::connection::{PAGE_BYTES, connect};
use super::guard::{self, VaultKey};
use super::head::{Head, HeadKey};
use super::paths::VaultPaths;
use super::{files, level, migrate, wal};
use crate::error::{Error, Part, Result};

/// A copy of a damaged vault, sealed under the same key; removed on drop.
pub struct Remains {
    conn: Option<Connection>,
    path: PathBuf,
}

impl Remains {
    /// Copies a vault to `scratch`, a path where nothing is yet, and opens the copy. The head is not
    /// asked for; the log goes along unless the head says that it does not belong. If the first page,
    /// which holds the plan of the tables, is gone, the plan is put in anew.
    ///
    /// # Errors
    /// [`Error::AlreadyThere`]; [`Error::Damaged`] if nothing can be read; [`Error::NoSpace`] and the like.
    pub fn open(paths: &VaultPaths, key: &VaultKey, scratch: &Path) -> Result<Self> {
        files::check_free(scratch)?;
        let mut remains = Self { conn: None, path: scratch.to_owned() };
        copy_private(&paths.db(), scratch)?;
        mend_header(scratch, key)?;
        // A crash of the guard may have left the log under the name it is held back by.
        let held = Some(paths.held_wal()).filter(|held| held.exists());
        let log = held.unwrap_or_else(|| paths.wal());
        if log_belongs(&log, &paths.head(), key)? {
            copy_private(&log, &remains.wal())?;
        }
        let conn = match remains.connect(key) {
            Err(Error::Damaged { .. }) => {
                files::remove(&remains.wal())?;
                remains.with_plan(key)?
            }
            opened => opened?,
        };
        remains.conn = Some(conn);
        Ok(remains)
    }

    /// For reading. Any statement can fail with [`Error::Damaged`].
    ///
    /// # Errors
    /// None once it is open.
    pub fn connection(&self) -> Result<&Connection> {
        self.conn.as_ref().ok_or(Error::Locked)
    }

    /// Opens the copy, and sees whether the plan of the tables can be read.
    fn connect(&self, key: &VaultKey) -> Result<Connection> {
        let conn = connect(&self.path, key.cipher, &key.key, false)?;
        let tables = "SELECT count(*) FROM sqlite_schema WHERE name IN ('note', 'attachment')";
        let found: i64 = conn.query_row(tables, [], |row| row.get(0))?;
        if found == 2 { Ok(conn) } else { Err(Error::Damaged { part: Part::Vault }) }
    }

    /// With a plan put in anew. The newest first: in a vault that an earlier version made, the later parts of the plan lie
    /// elsewhere, and one that names only the first tables still finds those.
    fn with_plan(&self, key: &VaultKey) -> Result<Connection> {
        for steps in (1..=migrate::ALL).rev() {
            put_in_plan(&self.path, key, steps)?;
            match self.connect(key) {
                Err(Error::Damaged { .. }) => {}
                opened => return opened,
            }
        }
        Err(Error::Damaged { part: Part::Vault })
    }

    fn wal(&self) -> PathBuf {
        files::with_ending(&self.path, "-wal")
    }
}

impl Drop for Remains {
    fn drop(&mut self) {
        self.conn = None;
        let _ = files::remove(&self.path);
        let _ = files::remove(&self.wal());
    }
}

fn copy_private(from: &Path, to: &Path) -> Result<()> {
    let mut source = std::fs::File::open(from)?;
    let mut copy = files::private(std::fs::OpenOptions::new().write(true).create_new(true)).open(to)?;
    std::io::copy(&mut source, &mut copy)?;
    Ok(())
}

/// The plain bytes of the header are the same for every vault of a cipher.
fn mend_header(scratch: &Path, key: &VaultKey) -> Result<()> {
    if files::length(scratch)? < PAGE_BYTES {
        return Err(Error::Damaged { part: Part::Vault });
    }
    files::write_at(scratch, 16, &guard::plain_header(key.cipher))
}

fn log_belongs(log: &Path, head: &Path, key: &VaultKey) -> Result<bool> {
    let Some(salts) = wal::salts(log)? else {
        return Ok(false);
    };
    let head = Head::read(head, &HeadKey::derive(&key.key)?);
    Ok(head.is_err() || head.is_ok_and(|head| head.wal == Some(salts)))
}

/// Takes the first page from a new vault of the same key and size, made by the first steps, whose roots lie on the same
/// pages because every vault is made by the same ones.
fn put_in_plan(scratch: &Path, key: &VaultKey, steps: usize) -> Result<()> {
    let pages = files::length(scratch)? / PAGE_BYTES;
    let template = files::with_ending(scratch, ".plan");
    let page = first_page_of_new(&template, key, pages, steps);
    files::remove(&template)?;
    files::remove(&files::with_ending(&template, "-wal"))?;
    let mut file = std::fs::OpenOptions::new().write(true).open(scratch)?;
    Ok(file.write_all(&page?)?)
}

fn first_page_of_new(template: &Path, key: &VaultKey, pages: u64, steps: usize) -> Result<Vec<u8>> {
    let mut conn = connect(template, key.cipher, &key.key, true)?;
    let tx = conn.transaction()?;
    migrate::first(&tx, steps)?;
    tx.commit()?;
    level::grow_open(&mut conn, key.cipher, pages)?;
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0))?;
    drop(conn);
    let length = usize::try_from(PAGE_BYTES).unwrap_or_default();
    let mut page = files::read(template, length)?.unwrap_or_default();
    page.truncate(length);
    Ok(page)
}
