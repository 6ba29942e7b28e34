//! The guarded open against every mix-up of files that was tried by hand (security.md 1, 2).

use std::fs;
use std::path::Path;

use fernbook_sqlite3mc::Cipher;

use super::database::{Database, LOG_LIMIT_SAVES};
use super::guard::{Notice, VaultKey};
use super::paths::VaultPaths;
use crate::crypto::key::Key;
use crate::error::{Error, Part, Result};
use crate::id::VaultId;
use crate::time::Moment;

mod migration;
mod rescue;

const VAULT: VaultId = VaultId([1; 16]);
const NOW: Moment = Moment(1_795_000_000_000);

/// So many values, in order.
fn numbered(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("{number:03}")).collect()
}

struct Bench {
    folder: tempfile::TempDir,
    cipher: Cipher,
}

impl Bench {
    fn new(cipher: Cipher) -> Self {
        let bench = Self { folder: tempfile::tempdir().unwrap(), cipher };
        Database::create(bench.paths(), bench.key(), VAULT, NOW, |_| Ok(())).unwrap();
        bench
    }

    fn paths(&self) -> VaultPaths {
        VaultPaths::new(self.folder.path(), 1)
    }

    fn key(&self) -> VaultKey {
        VaultKey { cipher: self.cipher, key: Key::from(&[9; 32]) }
    }

    fn open(&self) -> Result<(Database, Vec<Notice>)> {
        Database::open(self.paths(), self.key(), VAULT)
    }

    /// Saves a value and leaves the log as a kill would.
    fn save_and_die(&self, values: &[&str]) {
        let (mut database, _) = self.open().unwrap();
        for value in values {
            save(&mut database, value);
        }
    }

    fn save_and_close(&self, value: &str) {
        let (mut database, _) = self.open().unwrap();
        save(&mut database, value);
        database.checkpoint(NOW).unwrap();
    }

    fn values(&self) -> Result<Vec<String>> {
        let (database, _) = self.open()?;
        Ok(read(&database))
    }

    fn snapshot(&self) -> Vec<(String, Vec<u8>)> {
        let mut files: Vec<_> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
            .collect();
        files.sort();
        files
    }
}

fn save(database: &mut Database, value: &str) {
    let sql = "INSERT INTO setting (key, value) VALUES (?1, ?1)";
    database.write(NOW, |tx| Ok(tx.execute(sql, [value]).map(drop)?)).unwrap();
}

fn read(database: &Database) -> Vec<String> {
    let mut statement = database.connection().prepare("SELECT value FROM setting ORDER BY value").unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(|value| value.unwrap()).collect()
}

fn copy(from: &Path, to: &Path) {
    fs::copy(from, to).unwrap();
}

const BOTH: [Cipher; 2] = [Cipher::Aegis256, Cipher::ChaCha20];

#[test]
fn what_was_saved_is_there_after_a_kill_and_after_a_clean_close() {
    for cipher in BOTH {
        let bench = Bench::new(cipher);
        bench.save_and_die(&["a", "b"]);
        assert_eq!(bench.values().unwrap(), ["a", "b"]);
        bench.save_and_die(&["c"]);
        bench.save_and_close("d");
        assert_eq!(bench.values().unwrap(), ["a", "b", "c", "d"]);
        assert_eq!(fs::metadata(bench.paths().wal()).unwrap().len(), 0);
        assert_eq!(fs::metadata(bench.paths().db()).unwrap().len(), 8 << 20);
    }
}

#[test]
fn an_empty_or_cut_database_beside_a_hot_log_is_refused_and_nothing_changes() {
    for length in [0, 100, 4095, 4096, 1 << 20] {
        let bench = Bench::new(Cipher::Aegis256);
        bench.save_and_die(&["a"]);
        let file = fs::OpenOptions::new().write(true).open(bench.paths().db()).unwrap();
        file.set_len(length).unwrap();
        let before = bench.snapshot();
        let opened = bench.values();
        assert!(opened == Ok(vec!["a".to_owned()]) || opened.is_err(), "{opened:?}");
        assert!(length >= 4096 || opened == Err(Error::Damaged { part: Part::Vault }));
        assert_eq!(bench.snapshot(), before, "cut to {length}");
    }
}

#[test]
fn a_damaged_first_page_beside_a_hot_log_changes_nothing() {
    let bench = Bench::new(Cipher::Aegis256);
    bench.save_and_die(&["a"]);
    let mut bytes = fs::read(bench.paths().db()).unwrap();
    bytes[500] ^= 1;
    fs::write(bench.paths().db(), bytes).unwrap();
    let before = bench.snapshot();
    let _ = bench.values();
    assert_eq!(bench.snapshot(), before);
}

#[test]
fn a_stale_log_is_set_aside_and_told_and_nothing_is_lost() {
    let bench = Bench::new(Cipher::Aegis256);
    bench.save_and_die(&["a", "b"]);
    let kept = bench.folder.path().join("kept");
    copy(&bench.paths().wal(), &kept);
    bench.open().unwrap().0.checkpoint(NOW).unwrap();
    bench.save_and_close("c");
    copy(&kept, &bench.paths().wal());
    let (database, notices) = bench.open().unwrap();
    assert_eq!(notices, [Notice::LogSetAside]);
    assert_eq!(read(&database), ["a", "b", "c"]);
    let aside = bench.folder.path().join("1.db-wal.aside-1");
    assert_eq!(fs::read(aside).unwrap(), fs::read(kept).unwrap());
}

#[test]
fn a_foreign_log_is_set_aside() {
    let (bench, other) = (Bench::new(Cipher::Aegis256), Bench::new(Cipher::Aegis256));
    other.save_and_die(&["foreign", "words"]);
    bench.save_and_close("a");
    copy(&other.paths().wal(), &bench.paths().wal());
    let (database, notices) = bench.open().unwrap();
    assert_eq!((read(&database), notices), (vec!["a".to_owned()], vec![Notice::LogSetAside]));
}

#[test]
fn an_old_database_alone_is_noticed_with_and_without_a_hot_log() {
    for hot in [false, true] {
        let bench = Bench::new(Cipher::Aegis256);
        bench.save_and_close("a");
        let kept = bench.folder.path().join("kept");
        copy(&bench.paths().db(), &kept);
        bench.save_and_close("b");
        bench.save_and_close("c");
        if hot {
            bench.save_and_die(&["d"]);
        }
        copy(&kept, &bench.paths().db());
        fs::remove_file(kept).unwrap();
        let before = bench.snapshot();
        assert_eq!(bench.values(), Err(Error::OutOfStep { part: Part::Vault }));
        assert_eq!(bench.snapshot(), before);
    }
}

#[test]
fn a_log_that_went_missing_is_noticed() {
    let bench = Bench::new(Cipher::Aegis256);
    bench.save_and_die(&["a"]);
    fs::remove_file(bench.paths().wal()).unwrap();
    assert_eq!(bench.values(), Err(Error::OutOfStep { part: Part::Vault }));
}

#[test]
fn an_old_head_alone_is_noticed() {
    let bench = Bench::new(Cipher::Aegis256);
    bench.save_and_close("a");
    let kept = fs::read(bench.paths().head()).unwrap();
    bench.save_and_close("b");
    fs::write(bench.paths().head(), kept).unwrap();
    assert_eq!(bench.values(), Err(Error::OutOfStep { part: Part::Vault }));
}

#[test]
fn the_unfinished_beginning_of_a_log_is_no_alarm() {
    let bench = Bench::new(Cipher::Aegis256);
    bench.save_and_close("a");
    let head = fs::read(bench.paths().head()).unwrap();
    {
        let (mut database, _) = bench.open().unwrap();
        let nothing: Result<()> = database.write(NOW, |_| Err(Error::Stopped));
        assert_eq!(nothing, Err(Error::Stopped));
    }
    fs::write(bench.paths().head(), head).unwrap();
    let (database, notices) = bench.open().unwrap();
    assert_eq!((read(&database), notices), (vec!["a".to_owned()], vec![]));
}

#[test]
fn a_save_after_a_failed_write_back_is_pinned_to_its_new_log() {
    let bench = Bench::new(Cipher::Aegis256);
    let (mut database, _) = bench.open().unwrap();
    save(&mut database, "a");
    let in_the_way = bench.folder.path().join("1.head.new");
    fs::create_dir(&in_the_way).unwrap();
    assert!(database.checkpoint(NOW).is_err());
    fs::remove_dir(&in_the_way).unwrap();
    save(&mut database, "b");
    save(&mut database, "c");
    drop(database);
    assert_eq!(bench.values().unwrap(), ["a", "b", "c"]);
}

#[test]
fn a_crash_while_the_log_was_held_back_loses_nothing() {
    let bench = Bench::new(Cipher::Aegis256);
    bench.save_and_die(&["a", "b"]);
    fs::rename(bench.paths().wal(), bench.paths().held_wal()).unwrap();
    fs::write(bench.paths().wal(), b"").unwrap();
    assert_eq!(bench.values().unwrap(), ["a", "b"]);
}

#[test]
fn a_log_written_over_itself_loses_nothing_at_any_save() {
    let bench = Bench::new(Cipher::Aegis256);
    let limit = LOG_LIMIT_SAVES as usize;
    let names = numbered(2 * limit + 30);
    let (mut database, _) = bench.open().unwrap();
    let (mut longest, mut before) = (0, 0);
    for (at, name) in names.iter().enumerate() {
        save(&mut database, name);
        let length = fs::metadata(bench.paths().wal()).unwrap().len();
        assert!(length >= before, "the log was cut at save {at}, to grow again");
        (longest, before) = (longest.max(length), length);
        if [limit - 2, limit - 1, limit, limit + 1, 2 * limit - 1, 2 * limit, names.len() - 1].contains(&at) {
            let copy = Bench { folder: tempfile::tempdir().unwrap(), cipher: Cipher::Aegis256 };
            for (name, bytes) in bench.snapshot() {
                fs::write(copy.folder.path().join(name), bytes).unwrap();
            }
            let (again, notices) = copy.open().unwrap();
            assert_eq!((read(&again), notices), (names[..=at].to_vec(), vec![]));
        }
    }
    assert!(longest < 4 << 20, "the log is written over: {longest}");
    database.checkpoint(NOW).unwrap();
    drop(database);
    assert_eq!(bench.values().unwrap(), names);
}

#[test]
fn old_pages_behind_a_log_that_began_again_do_not_count() {
    let bench = Bench::new(Cipher::Aegis256);
    let (mut database, _) = bench.open().unwrap();
    let names = numbered(LOG_LIMIT_SAVES as usize + 3);
    names.iter().for_each(|name| save(&mut database, name));
    drop(database);
    let whole = fs::read(bench.paths().wal()).unwrap();
    let live = usize::try_from(super::wal::read(&bench.paths().wal()).unwrap().unwrap().whole_bytes).unwrap();
    assert!(whole.len() > 4 * live, "most of the file is of the log before");
    for at in (live..whole.len()).step_by(whole.len() / 40) {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(bench.paths().wal(), &damaged).unwrap();
        let (database, notices) = bench.open().unwrap();
        assert_eq!((read(&database), notices), (names.clone(), vec![]), "byte {at}");
    }
}

/// A kill between the head of the last page of a save and the page itself: over an older log the file is
/// long enough already, so old bytes stand where the page should.
#[test]
fn a_kill_in_the_last_page_of_a_save_over_an_older_log_is_a_torn_save() {
    let bench = Bench::new(Cipher::Aegis256);
    let (mut database, _) = bench.open().unwrap();
    let names = numbered(LOG_LIMIT_SAVES as usize + 3);
    names.iter().for_each(|name| save(&mut database, name));
    let before = fs::read(bench.paths().wal()).unwrap();
    save(&mut database, "killed");
    drop(database);
    let mut torn = fs::read(bench.paths().wal()).unwrap();
    let end = usize::try_from(super::wal::read(&bench.paths().wal()).unwrap().unwrap().whole_bytes).unwrap();
    assert!(end < before.len(), "written over the log before");
    torn[end - 4096..end].copy_from_slice(&before[end - 4096..end]);
    fs::write(bench.paths().wal(), &torn).unwrap();
    for notices in [vec![Notice::LogTorn], vec![]] {
        let (database, found) = bench.open().unwrap();
        assert_eq!((read(&database), found), (names.clone(), notices));
    }
    assert_eq!(fs::read(bench.folder.path().join("1.db-wal.aside-1")).unwrap(), torn);
}

#[test]
fn two_power_cuts_in_one_log_are_not_taken_for_damage() {
    let bench = Bench::new(Cipher::Aegis256);
    let long = "long ".repeat(10_000);
    let mut kept = Vec::new();
    for (name, torn) in [("a", long.as_str()), ("b", "short")] {
        bench.save_and_die(&[name]);
        kept.push(name.to_owned());
        let before = super::wal::read(&bench.paths().wal()).unwrap().unwrap().whole_bytes;
        bench.save_and_die(&[torn]);
        // Its first page was not written, its last ones were.
        flip(&bench.paths().wal(), usize::try_from(before).unwrap() + 100);
        let (database, notices) = bench.open().unwrap();
        assert_eq!((read(&database), notices), (kept.clone(), vec![Notice::LogTorn]));
    }
}

#[test]
fn a_log_that_the_head_does_not_know_is_never_written_back() {
    let bench = Bench::new(Cipher::Aegis256);
    let (mut database, _) = bench.open().unwrap();
    let names = numbered(LOG_LIMIT_SAVES as usize);
    names.iter().for_each(|name| save(&mut database, name));
    // The log is home, and now the sizes must be levelled: free pages begin another log by themselves.
    fs::write(bench.folder.path().join("2.db"), vec![7; 16 << 20]).unwrap();
    let in_the_way = bench.folder.path().join("1.head.new");
    fs::create_dir(&in_the_way).unwrap();
    let before = fs::read(bench.paths().db()).unwrap();
    assert!(database.checkpoint(NOW).is_err());
    assert!(fs::read(bench.paths().db()).unwrap() == before, "a crash now would leave half of it");
    fs::remove_dir(&in_the_way).unwrap();
    drop(database);
    assert_eq!(bench.values().unwrap(), names);
}

#[test]
fn a_crash_while_another_log_begins_over_the_last_is_no_alarm() {
    let bench = Bench::new(Cipher::Aegis256);
    let (mut database, _) = bench.open().unwrap();
    let names = numbered(LOG_LIMIT_SAVES as usize);
    names.iter().for_each(|name| save(&mut database, name));
    let head = fs::read(bench.paths().head()).unwrap();
    let nothing: Result<()> = database.write(NOW, |_| Err(Error::Stopped));
    assert_eq!(nothing, Err(Error::Stopped));
    drop(database);
    assert_ne!(fs::read(bench.paths().head()).unwrap(), head);
    fs::write(bench.paths().head(), head).unwrap();
    let (database, notices) = bench.open().unwrap();
    assert_eq!((read(&database), notices), (names, vec![]));
}

#[test]
fn a_crash_between_cutting_the_log_and_the_head_loses_no_later_save() {
    let bench = Bench::new(Cipher::Aegis256);
    let (mut database, _) = bench.open().unwrap();
    save(&mut database, "a");
    let head = fs::read(bench.paths().head()).unwrap();
    database.checkpoint(NOW).unwrap();
    drop(database);
    fs::write(bench.paths().head(), head).unwrap();
    bench.save_and_die(&["b", "c"]);
    let (database, notices) = bench.open().unwrap();
    assert_eq!((read(&database).concat(), notices), ("abc".to_owned(), vec![]));
}

#[test]
fn a_flipped_byte_in_a_hot_log_never_loses_a_save_in_silence() {
    let bench = Bench::new(Cipher::Aegis256);
    bench.save_and_die(&["a", "b", "c"]);
    let whole = fs::read(bench.paths().wal()).unwrap();
    for at in (0..whole.len()).step_by(97) {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        fs::write(bench.paths().wal(), &damaged).unwrap();
        let mut cut = false;
        match bench.open() {
            Ok((database, notices)) if notices.is_empty() => assert_eq!(read(&database), ["a", "b", "c"]),
            Ok((database, notices)) => {
                assert_eq!((read(&database).concat().as_str(), notices), ("ab", vec![Notice::LogTorn]));
                let aside = bench.folder.path().join("1.db-wal.aside-1");
                assert_eq!(fs::read(&aside).unwrap(), damaged);
                fs::remove_file(aside).unwrap();
                cut = true;
            }
            Err(_) => {}
        }
        let left = fs::read(bench.paths().wal()).unwrap();
        assert!(damaged.starts_with(&left) && (cut || left == damaged), "byte {at}");
    }
    fs::write(bench.paths().wal(), whole).unwrap();
    assert_eq!(bench.values().unwrap(), ["a", "b", "c"]);
}

#[test]
fn a_shorter_copy_of_the_same_hot_log_is_not_detected() {
    let bench = Bench::new(Cipher::Aegis256);
    let (mut database, _) = bench.open().unwrap();
    save(&mut database, "a");
    let kept = fs::read(bench.paths().wal()).unwrap();
    save(&mut database, "b");
    drop(database);
    fs::write(bench.paths().wal(), kept).unwrap();
    assert_eq!(bench.values().unwrap(), ["a"], "said in SECURITY.md: only the whole log is pinned");
}

#[test]
fn files_grow_together_by_doubling() {
    let bench = Bench::new(Cipher::Aegis256);
    let other = VaultPaths::new(bench.folder.path(), 2);
    let key = VaultKey { cipher: Cipher::Aegis256, key: Key::from(&[5; 32]) };
    Database::create(other.clone(), key, VaultId([2; 16]), NOW, |_| Ok(())).unwrap();
    let (mut database, _) = bench.open().unwrap();
    let big = "x".repeat(5 << 20);
    save(&mut database, &big);
    database.checkpoint(NOW).unwrap();
    drop(database);
    for paths in [bench.paths(), other.clone()] {
        assert_eq!(fs::metadata(paths.db()).unwrap().len(), 16 << 20);
    }
    let key = VaultKey { cipher: Cipher::Aegis256, key: Key::from(&[5; 32]) };
    let (mut second, _) = Database::open(other.clone(), key, VaultId([2; 16])).unwrap();
    save(&mut second, "y");
    second.checkpoint(NOW).unwrap();
    assert_eq!(fs::metadata(other.db()).unwrap().len(), 16 << 20);
    assert_eq!(bench.values().unwrap(), [big]);
}

fn check(bench: &Bench) -> crate::storage::check::Pages {
    let (database, _) = bench.open().unwrap();
    crate::storage::check::run(database.connection(), &mut |_| true).unwrap()
}

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_check_names_the_damaged_page_and_changes_nothing() {
    let bench = Bench::new(Cipher::Aegis256);
    bench.save_and_close("a");
    assert!(check(&bench).is_sound());
    flip(&bench.paths().db(), 4096 * 1000 + 77);
    let before = bench.snapshot();
    let pages = check(&bench);
    assert_eq!((pages.total, pages.damaged), (2048, vec![1001]));
    assert_eq!(bench.snapshot(), before);
}

#[test]
fn remains_can_be_read_without_head_or_first_page_and_the_files_stay() {
    for damage in ["head", "first page", "header", "nothing"] {
        let bench = Bench::new(Cipher::Aegis256);
        bench.save_and_close("a");
        match damage {
            "head" => fs::remove_file(bench.paths().head()).unwrap(),
            "first page" => flip(&bench.paths().db(), 3000),
            "header" => flip(&bench.paths().db(), 21),
            _ => {}
        }
        let before = bench.snapshot();
        let scratch = bench.folder.path().join("scratch");
        let remains = super::damaged::Remains::open(&bench.paths(), &bench.key(), &scratch).unwrap();
        let sql = "SELECT value FROM setting";
        let value: String = remains.connection().unwrap().query_row(sql, [], |row| row.get(0)).unwrap();
        assert_eq!(value, "a", "{damage}");
        drop(remains);
        assert_eq!(bench.snapshot(), before, "{damage}");
    }
}

#[test]
fn remains_leave_what_was_in_their_place() {
    let bench = Bench::new(Cipher::Aegis256);
    let scratch = bench.folder.path().join("hers");
    fs::write(&scratch, b"something of hers").unwrap();
    let refused = super::damaged::Remains::open(&bench.paths(), &bench.key(), &scratch).err();
    assert_eq!(refused, Some(Error::AlreadyThere));
    let (database, _) = bench.open().unwrap();
    let refused = super::salvage::Salvaged::collect(database.connection(), &scratch, &mut |_| true).err();
    assert_eq!(refused, Some(Error::AlreadyThere));
    assert_eq!(fs::read(&scratch).unwrap(), b"something of hers");
}

#[test]
fn remains_hold_the_saves_of_a_log_that_was_held_back() {
    let bench = Bench::new(Cipher::Aegis256);
    bench.save_and_die(&["a"]);
    fs::rename(bench.paths().wal(), bench.paths().held_wal()).unwrap();
    flip(&bench.paths().db(), 21);
    let scratch = bench.folder.path().join("scratch");
    let remains = super::damaged::Remains::open(&bench.paths(), &bench.key(), &scratch).unwrap();
    let sql = "SELECT value FROM setting";
    let value: String = remains.connection().unwrap().query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(value, "a");
}

#[test]
fn a_torn_log_is_kept_aside_once_however_often_it_is_opened() {
    let bench = Bench::new(Cipher::Aegis256);
    bench.save_and_die(&["a", "b"]);
    let length = usize::try_from(fs::metadata(bench.paths().wal()).unwrap().len()).unwrap();
    flip(&bench.paths().wal(), length - 100);
    for notices in [vec![Notice::LogTorn], vec![], vec![]] {
        let (database, found) = bench.open().unwrap();
        assert_eq!((read(&database), found), (vec!["a".to_owned()], notices));
    }
    assert!(!bench.folder.path().join("1.db-wal.aside-2").exists());
}
