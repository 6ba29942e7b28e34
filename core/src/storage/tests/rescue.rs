//! What of her people and her own words can be got out of a damaged vault.

use rusqlite::Connection;

use super::*;
use crate::exchange::copy::Label;
use crate::exchange::salvage;
use crate::storage::damaged::Remains;
use crate::storage::salvage::Salvaged;

const FILL: &str = "
    INSERT INTO note (id, at, zone, created, edited, body) VALUES (zeroblob(16), 1, 'UTC', 1, 1, 'a note');
    INSERT INTO person (id, place, name, number, note) VALUES (zeroblob(16), 1, 'Ines', '116 123', '');
    INSERT INTO own_words (kind, text) VALUES ('words', 'This will pass.');
    INSERT INTO card (one, written, zone, body) VALUES (1, 1, 'UTC', '{\"medicines\":\"One\"}');
    INSERT INTO choice (id, what, shows) VALUES (zeroblob(16), 'notes', 'never');
    INSERT INTO receipt (id, at, body) VALUES (zeroblob(16), 1, '{\"way\":\"text\",\"form\":\"short\",\"parts\":[],\"zone\":\"UTC\"}');
    INSERT INTO receipt_words (receipt, part, text) VALUES (1, 'wants', 'My sleep');
    INSERT INTO receipt_words (receipt, note, part, text) VALUES (1, 1, 'note:00000000000000000000000000000000', 'a note');";

fn filled(bench: &Bench) {
    let (mut database, _) = bench.open().unwrap();
    database.write(NOW, |tx| Ok(tx.execute_batch(FILL)?)).unwrap();
    database.checkpoint(NOW).unwrap();
}

fn salvaged(bench: &Bench) -> Salvaged {
    let (remains, scratch) = (bench.folder.path().join("remains"), bench.folder.path().join("scratch"));
    let remains = Remains::open(&bench.paths(), &bench.key(), &remains).unwrap();
    Salvaged::collect(remains.connection().unwrap(), &scratch, &mut |_| true).unwrap().0
}

fn texts(conn: &Connection, sql: &str) -> Vec<String> {
    let mut statement = conn.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(|text| text.unwrap()).collect()
}

#[test]
fn her_people_and_her_words_come_out_of_a_damaged_vault() {
    for first_page in [false, true] {
        let bench = Bench::new(Cipher::Aegis256);
        filled(&bench);
        let at = if first_page { 3000 } else { 4096 * 1000 + 77 };
        flip(&bench.paths().db(), at);
        let mut salvaged = salvaged(&bench);
        let conn = salvaged.connection().unwrap();
        assert_eq!(texts(conn, "SELECT name FROM person"), ["Ines"], "{first_page}");
        assert_eq!(texts(conn, "SELECT text FROM own_words"), ["This will pass."], "{first_page}");
        assert_eq!(texts(conn, "SELECT body FROM note"), ["a note"], "{first_page}");
        assert_eq!(texts(conn, "SELECT body FROM card"), ["{\"medicines\":\"One\"}"], "{first_page}");
        assert_eq!(texts(conn, "SELECT shows FROM choice"), ["never"], "{first_page}");
        assert_eq!(texts(conn, "SELECT body FROM receipt").len(), 1, "{first_page}");
        assert_eq!(texts(conn, "SELECT text FROM receipt_words"), ["My sleep", "a note"], "{first_page}");
    }
}

/// What an earlier version made has fewer tables and columns: what is there comes out.
#[test]
fn her_people_come_out_of_a_vault_that_had_no_card_yet() {
    let bench = Bench::new(Cipher::Aegis256);
    filled(&bench);
    let (mut database, _) = bench.open().unwrap();
    let back = "DROP TABLE receipt_words; DROP TABLE receipt; DROP TABLE choice; DROP TABLE card; DROP TABLE card_history;
                ALTER TABLE person DROP COLUMN seen; PRAGMA user_version = 3";
    database.write(NOW, |tx| Ok(tx.execute_batch(back)?)).unwrap();
    database.checkpoint(NOW).unwrap();
    drop(database);
    flip(&bench.paths().db(), 4096 * 1000 + 77);
    let mut salvaged = salvaged(&bench);
    let conn = salvaged.connection().unwrap();
    assert_eq!(texts(conn, "SELECT name FROM person"), ["Ines"]);
    assert_eq!(texts(conn, "SELECT body FROM note"), ["a note"]);
}

/// In a vault that an earlier version made, the new tables lie elsewhere than in one made now, and a first
/// page made anew can't know where: what is found there instead must not end the rescue, nor come in as hers.
#[test]
fn without_its_first_page_an_older_vault_still_gives_its_notes() {
    let bench = migration::first_version(Cipher::Aegis256);
    let (mut database, _) = bench.open().unwrap();
    let many = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
        INSERT INTO note (id, at, zone, created, edited, body)
        SELECT randomblob(16), i, 'UTC', 1, 1, 'a note' FROM n";
    database.write(NOW, |tx| Ok(tx.execute_batch(many)?)).unwrap();
    database.checkpoint(NOW).unwrap();
    drop(database);
    flip(&bench.paths().db(), 3000);
    let mut salvaged = salvaged(&bench);
    let conn = salvaged.connection().unwrap();
    assert_eq!(texts(conn, "SELECT body FROM note").len(), 300);
    assert_eq!(texts(conn, "SELECT name FROM person"), [] as [&str; 0]);
    assert_eq!(texts(conn, "SELECT text FROM own_words"), [] as [&str; 0]);
}

/// A row of a visit that is gone takes only itself along, and one that is no visit is told as lost.
#[test]
fn visits_come_out_of_a_damaged_vault_and_what_is_none_does_not_end_it() {
    let bench = Bench::new(Cipher::Aegis256);
    filled(&bench);
    let (mut database, _) = bench.open().unwrap();
    let visits = "
        INSERT INTO visit (id, body) VALUES (randomblob(16), '{\"title\":\"Library\"}');
        INSERT INTO visit (id, body) VALUES (randomblob(16), '{\"title\":');
        INSERT INTO visit (id, body) VALUES (randomblob(16), cast(x'ff7b7d' AS TEXT));
        INSERT INTO visit (id, body) VALUES (randomblob(16), '{\"title\":\"Market\"}');";
    database.write(NOW, |tx| Ok(tx.execute_batch(visits)?)).unwrap();
    database.checkpoint(NOW).unwrap();
    drop(database);
    flip(&bench.paths().db(), 3000);
    let remains = Remains::open(&bench.paths(), &bench.key(), &bench.folder.path().join("remains")).unwrap();
    let out = bench.folder.path().join("out");
    let label = Label { made: NOW, read_me: "Saved." };
    let saved = salvage::run(&remains, &out, label, &mut |_| true).unwrap();
    assert_eq!((saved.lost_rows, saved.folder.visits, saved.folder.notes), (2, 2, 1));
    let dates = std::fs::read_to_string(out.join("dates.md")).unwrap();
    assert!(dates.contains("# Library\n") && dates.contains("# Market\n"));
}
