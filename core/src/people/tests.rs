use rusqlite::Connection;

use super::earlier;
use super::own_words::{self, OwnWords};
use super::person::{self, Person, PersonText};
use crate::error::{Error, Result, Thing};
use crate::id::PersonId;
use crate::journal::tombstone::is_buried;
use crate::storage::{meta, migrate};
use crate::time::Moment;

fn notebook(pack: &str) -> Connection {
    use fernbook_sqlite3mc as _;
    let mut conn = Connection::open_in_memory().unwrap();
    let tx = conn.transaction().unwrap();
    migrate::run(&tx).unwrap();
    meta::set(&tx, "pack", &pack).unwrap();
    tx.commit().unwrap();
    conn
}

fn write<T>(conn: &mut Connection, work: impl FnOnce(&rusqlite::Transaction<'_>) -> T) -> T {
    let tx = conn.transaction().unwrap();
    let done = work(&tx);
    tx.commit().unwrap();
    done
}

fn text(name: &str, number: &str) -> PersonText {
    PersonText { name: name.into(), number: number.into(), note: String::new() }
}

fn add(conn: &mut Connection, name: &str) -> PersonId {
    write(conn, |tx| person::add(tx, &text(name, "116 123")).unwrap())
}

fn names(conn: &Connection) -> Vec<String> {
    person::list(conn).unwrap().into_iter().map(|person| person.text.name).collect()
}

fn of(conn: &Connection, id: PersonId) -> Person {
    person::get(conn, id).unwrap()
}

#[test]
fn people_stand_in_her_order() {
    let mut conn = notebook("full");
    let ids: Vec<PersonId> = ["Ines", "Mo", "Aunt"].iter().map(|name| add(&mut conn, name)).collect();
    assert_eq!(names(&conn), ["Ines", "Mo", "Aunt"]);
    write(&mut conn, |tx| person::move_to(tx, ids[2], 0).unwrap());
    assert_eq!(names(&conn), ["Aunt", "Ines", "Mo"]);
    write(&mut conn, |tx| person::move_to(tx, ids[2], 99).unwrap());
    assert_eq!(names(&conn), ["Ines", "Mo", "Aunt"]);
    write(&mut conn, |tx| person::remove(tx, ids[0]).unwrap());
    add(&mut conn, "New");
    assert_eq!(names(&conn), ["Mo", "Aunt", "New"]);
}

#[test]
fn each_change_counts_and_no_change_does_not() {
    let mut conn = notebook("full");
    let (one, two) = (add(&mut conn, "Ines"), add(&mut conn, "Mo"));
    write(&mut conn, |tx| person::edit(tx, one, &text(" Ines ", "116 \n123")).unwrap());
    assert_eq!((of(&conn, one).version, of(&conn, one).text.number.as_str()), (1, "116 123"));
    write(&mut conn, |tx| person::edit(tx, one, &text("Ines", "999")).unwrap());
    assert_eq!((of(&conn, one).version, of(&conn, two).version), (2, 1));
    write(&mut conn, |tx| person::move_to(tx, two, 0).unwrap());
    assert_eq!((of(&conn, one).version, of(&conn, two).version), (3, 2));
    write(&mut conn, |tx| person::remove(tx, one).unwrap());
    assert!(is_buried(&conn, one.0).unwrap());
    assert_eq!(person::get(&conn, one).err(), Some(Error::NotFound { what: Thing::Person }));
    assert_eq!(write(&mut conn, |tx| person::bring(tx, one, &text("x", ""))), Err(Error::AlreadyThere));
}

#[test]
fn a_person_needs_a_name_and_no_text_goes_without_end() {
    let mut conn = notebook("full");
    let mut refused = |text: &PersonText| write(&mut conn, |tx| person::add(tx, text).err());
    assert_eq!(refused(&text(" \n", "999")), Some(Error::NotUnderstood { what: Thing::Person }));
    let long = "x".repeat(person::LONGEST_NOTE + 1);
    assert_eq!(refused(&text(&long, "")), Some(Error::TooLarge { what: Thing::Text }));
    let note = PersonText { note: long, ..text("Mo", "") };
    assert_eq!(refused(&note), Some(Error::TooLarge { what: Thing::Text }));
    let long = "x".repeat(own_words::LONGEST_TEXT + 1);
    let set = write(&mut conn, |tx| own_words::set(tx, OwnWords::Words, &long));
    assert_eq!(set, Err(Error::TooLarge { what: Thing::Text }));
}

#[test]
fn one_is_found_by_the_beginning_of_its_id() {
    let mut conn = notebook("full");
    let id = add(&mut conn, "Ines");
    assert_eq!(person::find(&conn, &id.to_string()[..6].to_uppercase()), Ok(id));
    assert_eq!(person::find(&conn, "").err(), Some(Error::NotFound { what: Thing::Person }));
    write(&mut conn, |tx| person::bring(tx, PersonId([7; 16]), &text("a", "")).unwrap());
    write(&mut conn, |tx| person::bring(tx, PersonId([0x70; 16]), &text("b", "")).unwrap());
    assert_eq!(person::find(&conn, "707070"), Ok(PersonId([0x70; 16])));
    write(&mut conn, |tx| person::bring(tx, PersonId([0x71; 16]), &text("c", "")).unwrap());
    assert_eq!(person::find(&conn, "7").err(), Some(Error::Ambiguous { what: Thing::Person }));
}

#[test]
fn her_words_are_hers_to_write_and_to_empty() {
    let mut conn = notebook("full");
    assert_eq!(own_words::get(&conn, OwnWords::Words).unwrap(), "");
    write(&mut conn, |tx| own_words::set(tx, OwnWords::Words, " This will pass.\n").unwrap());
    write(&mut conn, |tx| own_words::set(tx, OwnWords::Helps, "Tea").unwrap());
    assert_eq!(own_words::get(&conn, OwnWords::Words).unwrap(), "This will pass.");
    write(&mut conn, |tx| own_words::set(tx, OwnWords::Words, "").unwrap());
    assert_eq!(own_words::get(&conn, OwnWords::Words).unwrap(), "");
    assert_eq!(own_words::get(&conn, OwnWords::Helps).unwrap(), "Tea");
    let version: i64 =
        conn.query_row("SELECT version FROM own_words WHERE kind = 'words'", [], |row| row.get(0)).unwrap();
    assert_eq!(version, 2);
}

const NOTHING: Error = Error::NotFound { what: Thing::Undo };
const MINUTE: i64 = 60_000;

fn at(minute: i64) -> Moment {
    Moment(1_795_000_000_000 + minute * MINUTE)
}

#[test]
fn the_last_change_of_her_words_can_be_taken_back_and_done_again() {
    let mut conn = notebook("full");
    let said = |conn: &Connection| OwnWords::BOTH.map(|which| own_words::get(conn, which).unwrap());
    let undo = |conn: &mut Connection, which| write(conn, |tx| earlier::take_back(tx, which, at(9)));
    assert_eq!(undo(&mut conn, OwnWords::Words), Err(NOTHING));
    write(&mut conn, |tx| earlier::change(tx, OwnWords::Words, "This will pass.", at(0)).unwrap());
    write(&mut conn, |tx| earlier::change(tx, OwnWords::Helps, "Tea", at(0)).unwrap());
    write(&mut conn, |tx| earlier::change(tx, OwnWords::Words, "", at(1)).unwrap());
    write(&mut conn, |tx| earlier::change(tx, OwnWords::Words, " ", at(2)).unwrap());
    assert_eq!(undo(&mut conn, OwnWords::Words), Ok(()));
    assert_eq!(said(&conn), ["This will pass.", "Tea"]);
    assert_eq!(undo(&mut conn, OwnWords::Words), Ok(()));
    assert_eq!(said(&conn), ["", "Tea"]);
    assert_eq!(undo(&mut conn, OwnWords::Helps), Ok(()));
    assert_eq!(said(&conn), ["", ""]);
    write(&mut conn, |tx| earlier::forget(tx).unwrap());
    assert_eq!(undo(&mut conn, OwnWords::Words), Err(NOTHING));
    let left: i64 = conn
        .query_row("SELECT count(*) FROM meta WHERE key LIKE '%before' OR key LIKE '%changed'", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(left, 0);
}

#[test]
fn what_stood_there_when_she_began_to_type_comes_back() {
    let mut conn = notebook("full");
    let words = OwnWords::Words;
    write(&mut conn, |tx| earlier::change(tx, words, "This will pass.", at(0)).unwrap());
    for (minute, text) in [(20, "This will pas"), (22, "This"), (24, ""), (33, "Slow")] {
        write(&mut conn, |tx| earlier::type_on(tx, words, text, at(minute)).unwrap());
    }
    write(&mut conn, |tx| earlier::take_back(tx, words, at(34)).unwrap());
    assert_eq!(own_words::get(&conn, words).unwrap(), "This will pass.");
    write(&mut conn, |tx| earlier::type_on(tx, words, "New", at(35)).unwrap());
    write(&mut conn, |tx| earlier::take_back(tx, words, at(36)).unwrap());
    assert_eq!(own_words::get(&conn, words).unwrap(), "This will pass.");
}

#[test]
fn a_notebook_of_the_first_version_has_nobody_yet() {
    let mut conn = notebook("full");
    write(&mut conn, |tx| {
        tx.execute_batch(
            "DROP TABLE person; DROP TABLE own_words; DROP TABLE visit; DROP TABLE reminder_outside;
                DROP TABLE receipt_words; DROP TABLE receipt; DROP TABLE choice; DROP TABLE card; DROP TABLE card_history;
                PRAGMA user_version = 1",
        )
        .unwrap();
    });
    assert!(names(&conn).is_empty());
    assert_eq!(person::find(&conn, "7"), Err(Error::NotFound { what: Thing::Person }));
    assert_eq!(person::get(&conn, PersonId([7; 16])).err(), Some(Error::NotFound { what: Thing::Person }));
    assert_eq!(own_words::get(&conn, OwnWords::Words).unwrap(), "");
}

#[test]
fn a_plain_notebook_has_none_of_it() {
    let mut conn = notebook("plain");
    fn none<T>(answer: Result<T>) -> bool {
        answer.err() == Some(Error::NotFound { what: Thing::Person })
    }
    assert!(none(person::list(&conn)));
    assert!(none(person::find(&conn, "7")));
    assert!(none(own_words::get(&conn, OwnWords::Helps)));
    assert!(none(write(&mut conn, |tx| person::add(tx, &text("Ines", "999")))));
    assert!(none(write(&mut conn, |tx| own_words::set(tx, OwnWords::Words, "words"))));
    assert!(none(write(&mut conn, |tx| earlier::change(tx, OwnWords::Words, "words", at(0)))));
    assert!(none(write(&mut conn, |tx| earlier::take_back(tx, OwnWords::Words, at(0)))));
    let rows: i64 = conn.query_row("SELECT count(*) FROM person", [], |row| row.get(0)).unwrap();
    assert_eq!(rows, 0);
}

#[test]
fn one_that_does_not_say_which_it_is_shows_nobody() {
    let mut conn = notebook("full");
    add(&mut conn, "Ines");
    conn.execute("DELETE FROM meta WHERE key = 'pack'", []).unwrap();
    assert_eq!(person::list(&conn).err(), Some(Error::NotFound { what: Thing::Person }));
    assert_eq!(own_words::get(&conn, OwnWords::Words), Err(Error::NotFound { what: Thing::Person }));
}
