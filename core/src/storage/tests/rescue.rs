//! What of her people and her own words can be got out of a damaged vault.

use rusqlite::Connection;

use super::*;
use crate::storage::damaged::Remains;
use crate::storage::salvage::Salvaged;

const FILL: &str = "
    INSERT INTO note (id, at, zone, created, edited, body) VALUES (zeroblob(16), 1, 'UTC', 1, 1, 'a note');
    INSERT INTO person (id, place, name, number, note) VALUES (zeroblob(16), 1, 'Ines', '116 123', '');
    INSERT INTO own_words (kind, text) VALUES ('words', 'This will pass.');";

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
    }
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
