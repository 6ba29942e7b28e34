//! A page that waits: what she was about to show, kept as what it is made of, so that she can look at it another day. No
//! word of a note lies there a second time.

use rusqlite::{Connection, Transaction};

use super::offer;
use super::request::{Request, paragraphs};
use crate::consent::what::Part;
use crate::consent::{has_place, only_in_full};
use crate::error::{Error, Result, Thing, if_there};
use crate::journal::note;
use crate::people::person;
use crate::storage::meta;
use crate::visits::store as visits;

const WAITING: &str = "show_waiting";

/// Lets a page wait, in the place of another that did.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook.
pub fn keep(tx: &Transaction<'_>, request: &Request) -> Result<()> {
    only_in_full(tx, Thing::Card)?;
    let text = serde_json::to_string(request).map_err(|_| Error::Internal { code: -3 })?;
    meta::set(tx, WAITING, &text)
}

/// What waits, without what is gone since; none if nothing does.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook.
pub fn get(conn: &Connection) -> Result<Option<Request>> {
    if !has_place(conn, Thing::Card)? {
        return Ok(None);
    }
    let Some(text) = meta::get::<String>(conn, WAITING)? else { return Ok(None) };
    // One that a later version wrote may say more than this one can show: it is left where it lies.
    let Ok(request) = serde_json::from_str(&text) else { return Ok(None) };
    without_what_is_gone(conn, request).map(Some)
}

/// Lets none wait.
///
/// # Errors
/// Those of the engine.
pub fn forget(tx: &Transaction<'_>) -> Result<()> {
    tx.execute("DELETE FROM meta WHERE key = ?1", [WAITING])?;
    Ok(())
}

fn without_what_is_gone(conn: &Connection, mut request: Request) -> Result<Request> {
    if let Some(id) = request.person
        && if_there(person::get(conn, id))?.is_none()
    {
        // For nobody by name more is held back, never less.
        request.person = None;
    }
    let mut with = Vec::new();
    for part in std::mem::take(&mut request.with) {
        if is_there(conn, part, &request)? {
            with.push(part);
        }
    }
    request.pieces.retain(|piece| with.contains(&Part::Note(piece.note)));
    request.with = with;
    let possible = offer::possible(conn, &request)?;
    request.with.retain(|part| possible.contains(part));
    Ok(request)
}

/// A note of which a chosen paragraph is not there any more is another note than the one she chose from.
fn is_there(conn: &Connection, part: Part, request: &Request) -> Result<bool> {
    Ok(match part {
        Part::Section(_) | Part::Own(_) => true,
        Part::Plan(id) => if_there(visits::get(conn, id))?.is_some(),
        Part::Note(id) => if_there(note::get(conn, id))?.is_some_and(|note| {
            let count = paragraphs(&note.text).len();
            let pieces = request.pieces.iter().filter(|piece| piece.note == id);
            let mut numbers = pieces.flat_map(|piece| &piece.paragraphs);
            note.binned.is_none() && numbers.all(|&number| number as usize <= count)
        }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::store as cards;
    use crate::consent::grant::{Form, Way};
    use crate::consent::store as choices;
    use crate::consent::tests::{clinician, notebook, write};
    use crate::consent::what::Section;
    use crate::journal::bin;
    use crate::share::request::{FirstLine, Piece};
    use crate::share::tests::{NOW, add_note, add_plan, brief, with_card};
    use crate::time::Zone;

    #[test]
    fn what_waits_comes_back_without_what_is_gone() {
        let mut conn = with_card(&brief());
        assert!(get(&conn).unwrap().is_none());
        let person = clinician(&mut conn, "Dr Khan", None);
        let (kept, lost) = (add_note(&mut conn, "One", "a\n\nb", &[]), add_note(&mut conn, "Two", "c", &[]));
        let plan = add_plan(&mut conn);
        let request = Request {
            person: Some(person),
            with: vec![Part::Plan(plan), Part::Note(kept), Part::Note(lost), Part::Section(Section::About)],
            without: vec![Part::Section(Section::Reach)],
            pieces: vec![Piece { note: kept, paragraphs: vec![2] }],
            first: FirstLine::Own("Ask me".into()),
            ..Request::new(Way::Page, Form::Long)
        };
        write(&mut conn, |tx| keep(tx, &request)).unwrap();
        assert!(get(&conn).unwrap().unwrap() == request);

        write(&mut conn, |tx| bin::bin(tx, lost, NOW)).unwrap();
        write(&mut conn, |tx| visits::remove(tx, plan)).unwrap();
        write(&mut conn, |tx| choices::remove_person(tx, person)).unwrap();
        let left = get(&conn).unwrap().unwrap();
        assert!(left.with == [Part::Note(kept), Part::Section(Section::About)] && left.person.is_none());
        assert!(left.pieces == request.pieces && left.without == request.without);

        write(&mut conn, |tx| cards::put(tx, &crate::card::fields::Card::default(), NOW, Zone::UTC)).unwrap();
        assert!(get(&conn).unwrap().unwrap().with == [Part::Note(kept)]);
        write(&mut conn, forget).unwrap();
        assert!(get(&conn).unwrap().is_none());
    }

    #[test]
    fn a_note_that_lost_a_chosen_part_waits_no_more() {
        let mut conn = with_card(&brief());
        let note = add_note(&mut conn, "One", "a", &[]);
        let request = Request {
            with: vec![Part::Note(note)],
            pieces: vec![Piece { note, paragraphs: vec![2] }],
            ..Request::new(Way::Screen, Form::Long)
        };
        write(&mut conn, |tx| keep(tx, &request)).unwrap();
        let left = get(&conn).unwrap().unwrap();
        assert!(left.with.is_empty() && left.pieces.is_empty());
    }

    #[test]
    fn nothing_waits_in_a_plain_notebook() {
        let mut conn = notebook("plain");
        let request = Request::new(Way::Screen, Form::Short);
        assert!(write(&mut conn, |tx| keep(tx, &request)).is_err());
        assert!(get(&conn).is_err());
    }
}
