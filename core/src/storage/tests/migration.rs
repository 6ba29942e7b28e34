//! A vault that an earlier version made comes to this version's tables, whole or not at all.

use super::*;
use crate::crypto::digest::Sha256;
use crate::storage::migrate;

/// SHA-256 of each landed step: one that changes would leave vaults of two kinds under one number.
const LANDED: [(&str, &str); 4] = [
    (
        include_str!("../../../migrations/0001_journal.sql"),
        "3badf017f62d8969a904102ce510567ccfa3fe297ca9050760e1328eb11fe23c",
    ),
    (
        include_str!("../../../migrations/0002_people.sql"),
        "aaa4114018b75f6fa413f4dc2373d88d88df4585665e9ff7476b85d60bf6ffb1",
    ),
    (
        include_str!("../../../migrations/0003_visits.sql"),
        "491bb709d78721bdd9a6daabee200e0beda1f40e1a431fc50e421d640d520653",
    ),
    (
        include_str!("../../../migrations/0004_showing.sql"),
        "5621dbdd7c928ab0b863ab3d4f4542dc450f17544827cf9df8d9d4b6523cbd3a",
    ),
];

#[test]
fn a_landed_step_is_never_edited() {
    for (step, hash) in LANDED {
        let mut sha = Sha256::default();
        sha.update(step.as_bytes());
        assert_eq!(crate::id::to_hex(&sha.finish()), hash);
    }
}

/// The number of this version's tables.
const NEWEST: i64 = LANDED.len() as i64;

/// From this version's tables to the first's.
const BACK: &str = "DROP TABLE person; DROP TABLE own_words; DROP TABLE visit; DROP TABLE reminder_outside;
                    DROP TABLE receipt_words; DROP TABLE receipt; DROP TABLE choice; DROP TABLE card; DROP TABLE card_history;
                    PRAGMA user_version = 1";

/// A vault of the first version, with one value saved by it.
pub(super) fn first_version(cipher: Cipher) -> Bench {
    let bench = Bench { folder: tempfile::tempdir().unwrap(), cipher };
    let back = |tx: &rusqlite::Transaction<'_>| {
        tx.execute_batch(BACK)?;
        Ok(tx.execute("INSERT INTO setting (key, value) VALUES ('a', ?1)", [OLD]).map(drop)?)
    };
    Database::create(bench.paths(), bench.key(), VAULT, NOW, back).unwrap();
    bench
}

fn version(database: &Database) -> i64 {
    database.connection().query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
}

fn plan(conn: &rusqlite::Connection) -> Vec<String> {
    let mut statement =
        conn.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(|sql| sql.unwrap()).collect()
}

const OLD: &str = "old words";

#[test]
fn a_vault_of_the_first_version_opens_as_it_is_and_gets_the_new_tables_with_the_next_save() {
    for cipher in BOTH {
        let bench = first_version(cipher);
        let new = Bench::new(cipher);
        let before = fs::read(bench.paths().db()).unwrap();
        let (mut database, notices) = bench.open().unwrap();
        assert!(notices.is_empty());
        assert_eq!((version(&database), read(&database)), (1, vec![OLD.to_owned()]));
        assert_eq!(fs::read(bench.paths().db()).unwrap(), before);
        assert_eq!(fs::metadata(bench.paths().wal()).unwrap().len(), 0);
        save(&mut database, "new words");
        assert!(!migrate::is_needed(database.connection()).unwrap());
        assert_eq!(plan(database.connection()), plan(new.open().unwrap().0.connection()));
        database.checkpoint(NOW).unwrap();
        drop(database);
        assert_eq!(bench.values().unwrap(), ["new words", OLD]);
        assert!(check(&bench).is_sound());
    }
}

#[test]
fn a_save_that_fails_leaves_the_tables_as_they_were() {
    let bench = first_version(Cipher::Aegis256);
    let (mut database, _) = bench.open().unwrap();
    let failed = database.write(NOW, |tx| {
        assert!(!migrate::is_needed(tx).unwrap());
        Err::<(), _>(Error::NoSpace)
    });
    assert_eq!(failed, Err(Error::NoSpace));
    assert_eq!((version(&database), read(&database)), (1, vec![OLD.to_owned()]));
    drop(database);
    let (mut database, _) = bench.open().unwrap();
    assert_eq!((version(&database), read(&database)), (1, vec![OLD.to_owned()]));
    save(&mut database, "b");
    assert_eq!((version(&database), read(&database)), (NEWEST, vec!["b".to_owned(), OLD.to_owned()]));
}

#[test]
fn a_kill_anywhere_in_the_migration_loses_nothing() {
    let bench = first_version(Cipher::Aegis256);
    let (mut database, _) = bench.open().unwrap();
    let (log, db, head) = (bench.paths().wal(), bench.paths().db(), bench.paths().head());
    let old_db = fs::read(&db).unwrap();
    save(&mut database, "b");
    drop(database);
    let whole = fs::read(&log).unwrap();
    assert!(whole.len() > 4 * 4096);
    let named = fs::read(&head).unwrap();
    // The frame that began the log was synced before the head named it, so no kill leaves less.
    let begun = 32 + 24 + 4096;
    for end in (begun..whole.len()).step_by(1013).chain([whole.len()]) {
        fs::write(&db, &old_db).unwrap();
        fs::write(&head, &named).unwrap();
        fs::write(&log, &whole[..end]).unwrap();
        let (mut database, _) = bench.open().unwrap();
        let (reached, values) = (version(&database), read(&database));
        let is_all = end == whole.len();
        assert_eq!((reached, values.len()), if is_all { (NEWEST, 2) } else { (1, 1) }, "{end}");
        assert!(values.contains(&OLD.to_owned()), "{end}");
        save(&mut database, "c");
        assert_eq!((version(&database), read(&database).len()), (NEWEST, values.len() + 1), "{end}");
    }
}

#[test]
fn a_migration_after_a_kill_of_the_old_version_keeps_its_log() {
    let bench = first_version(Cipher::Aegis256);
    let (mut database, _) = bench.open().unwrap();
    database.write(NOW, |tx| Ok(tx.execute_batch(BACK)?)).unwrap();
    save(&mut database, "b");
    drop(database);
    let (mut database, _) = bench.open().unwrap();
    assert_eq!((version(&database), read(&database)), (1, vec!["b".to_owned(), OLD.to_owned()]));
    save(&mut database, "c");
    assert_eq!(version(&database), NEWEST);
    drop(database);
    assert_eq!(bench.values().unwrap(), ["b", "c", OLD]);
}
