//! A journal as one would write it straight on SQLite: the core's own tables and the same inserts, with
//! FTS5's own tokenizer on the plain text. Built twice, over plain SQLite and over SQLCipher.
//!
//! `bench-plain DIR ZIP...`

#[path = "../scenario.rs"]
mod scenario;

mod day_one;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, params};
use scenario::{Closed, Failure, Journal, PAGE};

const SCHEMA: &str = include_str!("../../../core/migrations/0001_journal.sql");
const CORE_TOKENIZER: &str = "tokenize = 'ascii'";
const OWN_TOKENIZER: &str = "tokenize = 'unicode61 remove_diacritics 2'";
const FILE: &str = "journal.db";

/// The durability and the deletion that the core has, its one connection and its cache.
const PRAGMAS: &str = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;";

const INSERT_NOTE: &str = "INSERT INTO note (id, at, zone, created, edited, pinned, title, body)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL, ?7)";
const INSERT_TERMS: &str = "INSERT INTO note_search (rowid, title, body) VALUES (?1, '', ?2)";
const FIRST_PAGE: &str = "SELECT id, at, zone, edited, pinned, title,
    (SELECT group_concat(name, char(31)) FROM note_topic JOIN topic ON topic.row = topic
     WHERE note_topic.note = note.row),
    (SELECT count(*) FROM attachment WHERE attachment.note = note.row)
    FROM note WHERE binned IS NULL ORDER BY pinned DESC, at DESC, id DESC LIMIT ?1";
const MATCHING: &str = "SELECT rowid FROM note_search WHERE note_search MATCH ?1 ORDER BY rowid";
const NEWEST: &str = "SELECT row FROM note INDEXED BY note_by_time
    WHERE binned IS NULL AND pinned = ?1 ORDER BY at DESC, id DESC";
const READ: &str = "SELECT id, at, zone, title, '',
    (SELECT group_concat(name, char(31)) FROM note_topic JOIN topic ON topic.row = topic
     WHERE note_topic.note = note.row),
    (SELECT count(*) FROM attachment WHERE attachment.note = note.row)
    FROM note WHERE row = ?1";

/// As in the core: of more matches than this the list of notes is walked from the newest.
const FEW: usize = 1000;

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let dir = arguments.next().ok_or("a folder is needed")?;
    scenario::measure::<Peer>(&dir, &arguments.collect::<Vec<_>>())
}

struct Peer {
    db: Connection,
    dir: PathBuf,
    made: u64,
}

impl Peer {
    /// Sixteen bytes that no other note of this run has.
    fn next_id(&mut self) -> [u8; 16] {
        self.made += 1;
        let mixed = u128::from(self.made).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
        mixed.to_be_bytes()
    }

    /// The newest of few rows.
    fn sorted(&self, rows: &[i64]) -> Result<Vec<i64>, Failure> {
        let mut look_up =
            self.db.prepare_cached("SELECT at, row FROM note WHERE row = ?1 AND binned IS NULL")?;
        let mut found = Vec::with_capacity(rows.len());
        for row in rows {
            found.push(look_up.query_row([row], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))?);
        }
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.truncate(PAGE as usize);
        Ok(found.into_iter().map(|(_, row)| row).collect())
    }

    /// The newest of many rows, which are in order. Pinned ones are looked for by themselves, because the
    /// index runs by pinned first; for a bench their order among the others does not matter.
    fn walked(&self, rows: &[i64]) -> Result<Vec<i64>, Failure> {
        let mut found = Vec::new();
        for pinned in [true, false] {
            let mut walk = self.db.prepare_cached(NEWEST)?;
            let mut notes = walk.query([pinned])?;
            let mut left = PAGE;
            while let Some(note) = notes.next()?.filter(|_| left > 0) {
                let row = note.get(0)?;
                if rows.binary_search(&row).is_ok() {
                    found.push(row);
                    left -= 1;
                }
            }
        }
        found.truncate(PAGE as usize);
        Ok(found)
    }
}

impl Journal for Peer {
    type Rest = u64;

    fn make(dir: &Path) -> Result<Self, Failure> {
        std::fs::create_dir_all(dir)?;
        let db = connect(&dir.join(FILE))?;
        let schema = SCHEMA.replace(CORE_TOKENIZER, OWN_TOKENIZER);
        if schema == SCHEMA {
            return Err("the core's migration no longer names its tokenizer so".into());
        }
        db.execute_batch(&schema)?;
        Ok(Peer { db, dir: dir.to_owned(), made: 0 })
    }

    fn close(self) -> Result<Closed<Self>, Failure> {
        self.db.close().map_err(|(_, error)| error)?;
        Ok(Closed { dir: self.dir, rest: self.made })
    }

    fn open(closed: Closed<Self>) -> Result<Self, Failure> {
        let db = connect(&closed.dir.join(FILE))?;
        db.query_row("SELECT count(*) FROM meta", [], |row| row.get::<_, i64>(0))?;
        Ok(Peer { db, dir: closed.dir, made: closed.rest })
    }

    fn import(&mut self, zip: &Path) -> Result<usize, Failure> {
        let entries = day_one::read(zip)?;
        let ids: Vec<_> = entries.iter().map(|_| self.next_id()).collect();
        let tx = self.db.transaction()?;
        for (entry, id) in entries.iter().zip(&ids) {
            insert_entry(&tx, entry, id)?;
        }
        tx.commit()?;
        Ok(entries.len())
    }

    fn save(&mut self, at: i64, text: &str) -> Result<(), Failure> {
        let id = self.next_id();
        let tx = self.db.transaction()?;
        insert_note(&tx, &id, (at, at, at), "Europe/London", false, text)?;
        tx.commit()?;
        Ok(())
    }

    fn first_page(&mut self) -> Result<usize, Failure> {
        let mut query = self.db.prepare_cached(FIRST_PAGE)?;
        let rows = query.query_map([PAGE], |row| {
            Ok((
                row.get::<_, [u8; 16]>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, String>(2)?,
                row.get::<_, Option<String>>(5)?,
                row.get::<_, Option<String>>(6)?,
                row.get::<_, i64>(7)?,
            ))
        })?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?.len())
    }

    fn search(&mut self, words: &str, around: bool) -> Result<usize, Failure> {
        let terms: Vec<String> = words.split(' ').map(|word| format!("\"{word}\" *")).collect();
        let mut matching = self.db.prepare_cached(MATCHING)?;
        let rows =
            matching.query_map([terms.join(" ")], |row| row.get(0))?.collect::<Result<Vec<i64>, _>>()?;
        let newest = if rows.len() <= FEW { self.sorted(&rows)? } else { self.walked(&rows)? };
        let read = if around { READ.replace("''", "body") } else { READ.to_owned() };
        let mut read = self.db.prepare_cached(&read)?;
        let mut found = Vec::new();
        for row in newest {
            found.push(read.query_row([row], |row| {
                let around = if around { excerpt(row.get_ref(4)?.as_str()?, words) } else { String::new() };
                let shown = (
                    row.get::<_, Option<String>>(3)?,
                    row.get::<_, Option<String>>(5)?,
                    row.get::<_, i64>(6)?,
                );
                Ok((row.get::<_, [u8; 16]>(0)?, row.get::<_, i64>(1)?, around, shown))
            })?);
        }
        Ok(found.len())
    }

    fn version(&self) -> Result<String, Failure> {
        let cipher = self.db.query_row("PRAGMA cipher_version", [], |row| row.get::<_, String>(0)).ok();
        let sqlite = format!("SQLite {}", rusqlite::version());
        Ok(cipher.map_or(sqlite.clone(), |cipher| format!("SQLCipher {cipher} ({sqlite})")))
    }
}

/// Over plain SQLite the pragma `key` is unknown and does nothing; over SQLCipher a raw key takes no
/// time to derive.
fn connect(file: &Path) -> Result<Connection, Failure> {
    let db = Connection::open(file)?;
    db.set_prepared_statement_cache_capacity(64);
    db.execute_batch(&format!("PRAGMA key = \"x'{}'\"", "2d".repeat(32)))?;
    db.execute_batch(PRAGMAS)?;
    Ok(db)
}

fn insert_entry(tx: &Transaction<'_>, entry: &day_one::Entry, id: &[u8; 16]) -> Result<(), Failure> {
    let times = (entry.created, entry.created, entry.edited);
    let row = insert_note(tx, id, times, &entry.zone, entry.starred, &entry.text)?;
    for tag in &entry.tags {
        let topic = topic_row(tx, tag)?;
        tx.prepare_cached("INSERT OR IGNORE INTO note_topic (note, topic) VALUES (?1, ?2)")?
            .execute([row, topic])?;
    }
    let mut mark = [0u8; 32];
    for (to, from) in mark.iter_mut().zip(entry.uuid.bytes()) {
        *to = from;
    }
    tx.prepare_cached("INSERT INTO import_source (mark, note) VALUES (?1, ?2)")?
        .execute(params![mark, row])?;
    Ok(())
}

/// `times` are when it is, when it was made and when it was last changed.
fn insert_note(
    tx: &Transaction<'_>,
    id: &[u8; 16],
    times: (i64, i64, i64),
    zone: &str,
    pinned: bool,
    text: &str,
) -> Result<i64, Failure> {
    let (at, created, edited) = times;
    tx.prepare_cached(INSERT_NOTE)?.execute(params![id, at, zone, created, edited, pinned, text])?;
    let row = tx.last_insert_rowid();
    tx.prepare_cached(INSERT_TERMS)?.execute(params![row, text])?;
    Ok(row)
}

fn topic_row(tx: &Transaction<'_>, name: &str) -> Result<i64, Failure> {
    let found = tx
        .prepare_cached("SELECT row FROM topic WHERE folded = ?1")?
        .query_row([name], |row| row.get::<_, i64>(0));
    if let Ok(row) = found {
        return Ok(row);
    }
    let count: i64 = tx.query_row("SELECT count(*) FROM topic", [], |row| row.get(0))?;
    let id = (i128::from(count) + 1).to_be_bytes();
    tx.prepare_cached("INSERT INTO topic (id, name, folded) VALUES (?1, ?2, ?2)")?
        .execute(params![id, name])?;
    Ok(tx.last_insert_rowid())
}

/// The words around the first hit. FTS5 has none to give, since its table keeps no content here; this is
/// the plainest way, blind to case only for ASCII.
fn excerpt(body: &str, words: &str) -> String {
    let word = words.split(' ').next().unwrap_or_default();
    let plain = body.to_ascii_lowercase();
    let hit = plain.find(word).unwrap_or_default();
    let start = body.floor_char_boundary(hit.saturating_sub(60));
    let end = body.ceil_char_boundary((hit + 120).min(body.len()));
    body.get(start..end).unwrap_or_default().to_owned()
}
