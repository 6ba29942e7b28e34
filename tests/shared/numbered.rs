//! Notes and dates whose whole content follows from their number, so that a half-written one is seen.

use std::collections::BTreeSet;

use fernbook_core::Result;
use fernbook_core::journal::note::{self, NewNote};
use fernbook_core::journal::search::{SearchQuery, search};
use fernbook_core::storage::check;
use fernbook_core::time::{Moment, Zone};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::visits::store;
use fernbook_core::visits::visit::Visit;
use rusqlite::{Connection, Transaction};

use crate::phone::NOW;

/// Of every how many notes a date is written with it.
const NOTES_OF_A_DATE: u64 = 4;

/// The text of note `number`: some are longer than a page of the database.
#[must_use]
pub fn text(number: u64) -> String {
    let lines = 1 + number % 7 + if number.is_multiple_of(11) { 120 } else { 0 };
    let mut text = format!("entry{number}x\n");
    for line in 0..lines {
        text += &format!("{number} came in at line {line}, and was glad of the rain on the fern.\n");
    }
    text
}

/// The date that [`add_with_date`] writes with note `number`, if one is.
#[must_use]
pub fn visit(number: u64) -> Option<Visit> {
    let visit = Visit { title: number.to_string(), notes: text(number), ..Visit::default() };
    number.is_multiple_of(NOTES_OF_A_DATE).then_some(Visit { notes: visit.notes.trim().to_owned(), ..visit })
}

/// Writes note `number`.
///
/// # Errors
/// Those of the core.
pub fn add(tx: &Transaction<'_>, number: u64) -> Result<()> {
    let at = Moment(NOW.0 + i64::try_from(number).unwrap_or(0) * 60_000);
    let mut new = NewNote::of_text(text(number), at, Zone::UTC);
    new.title = Some(number.to_string());
    note::add(tx, &new, NOW).map(drop)
}

/// Writes note `number`, and the date that belongs to it, at once.
///
/// # Errors
/// Those of the core.
pub fn add_with_date(tx: &Transaction<'_>, number: u64) -> Result<()> {
    add(tx, number)?;
    visit(number).map_or(Ok(()), |visit| store::add(tx, &visit).map(drop))
}

/// Numbers of all notes there are.
///
/// # Panics
/// If one is not wholly what was written, or a number is there twice.
#[must_use]
pub fn all(conn: &Connection) -> BTreeSet<u64> {
    let mut statement = conn.prepare("SELECT title, body FROM note").expect("notes");
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)));
    let mut found = BTreeSet::new();
    for row in rows.expect("notes") {
        let (title, body) = row.expect("a note");
        let number = title.parse().expect("a number");
        assert!(body == text(number), "note {number} is not what was written");
        assert!(found.insert(number), "note {number} is there twice");
    }
    found
}

/// Whether the dates are those that were written with these notes by [`add_with_date`]: none is missing, half or there
/// twice.
///
/// # Errors
/// Those of the core.
pub fn dates_belong_to(conn: &Connection, notes: &BTreeSet<u64>) -> Result<bool> {
    let there: Vec<Visit> = store::all(conn)?.into_iter().map(|kept| kept.visit).collect();
    let mut expected = notes.iter().filter_map(|number| visit(*number));
    Ok(there.into_iter().all(|one| expected.next().is_some_and(|other| one == other))
        && expected.next().is_none())
}

/// As [`all`], and all else that must hold of a whole notebook: every page is what was written, and the
/// search index knows the newest note.
///
/// # Panics
/// If it does not hold.
#[must_use]
pub fn all_sound(notebook: &Notebook) -> BTreeSet<u64> {
    let look = |conn: &Connection| {
        let found = all(conn);
        assert!(check::run(conn, &mut |_| true)?.is_sound());
        if let Some(last) = found.last() {
            let hits = search(conn, &SearchQuery::of_text(format!("entry{last}x")))?;
            assert_eq!(hits.len(), 1, "search finds note {last}");
        }
        Ok(found)
    };
    notebook.read(look).expect("a whole notebook")
}
