//! A page that waits: what she was about to show, kept as what it is made of, so that she can look at it another day. No
//! word of a note lies there a second time. What comes back is never more than what she looked at: what was off the page
//! stays off, and a note that she wrote on since is not on it any more.

use rusqlite::{Connection, Transaction};
use serde::{Deserialize, Serialize};

use super::offer;
use super::request::Request;
use crate::consent::what::Part;
use crate::consent::{has_place, only_in_full};
use crate::error::{Error, Result, Thing, if_there};
use crate::id::NoteId;
use crate::journal::note;
use crate::people::person;
use crate::storage::meta;
use crate::time::Moment;
use crate::visits::store as visits;

const WAITING: &str = "show_waiting";

/// What lies there.
#[derive(Serialize, Deserialize)]
struct Waiting {
    request: Request,
    /// When the notes on it were last changed, in milliseconds of UTC.
    edited: Vec<(NoteId, i64)>,
}

/// Lets a page wait, in the place of another that did.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook, or for a person, a note or a date that is not there.
pub fn keep(tx: &Transaction<'_>, request: &Request, now: Moment) -> Result<()> {
    only_in_full(tx, Thing::Card)?;
    let mut request = fitting(tx, request.clone())?;
    // A choice that ends, or goes with someone, must not bring more onto it.
    let off = offer::offers(tx, &request, now)?.into_iter().filter(|offer| !offer.is_on);
    let off: Vec<Part> = off.map(|offer| offer.part).filter(|part| !request.without.contains(part)).collect();
    request.without.extend(off);
    let edited = request.notes().map(|id| Ok((id, note::get(tx, id)?.edited.0))).collect::<Result<_>>()?;
    let waiting = Waiting { request, edited };
    let text = serde_json::to_string(&waiting).map_err(|_| Error::Internal { code: -3 })?;
    meta::set(tx, WAITING, &text)
}

/// Lets none wait, if it is this one that is being given, by whichever way.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook.
pub fn given(tx: &Transaction<'_>, request: &Request) -> Result<()> {
    match get(tx)? {
        Some(waiting) if waiting == (Request { way: waiting.way, ..request.clone() }) => forget(tx),
        _ => Ok(()),
    }
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
    let Ok(waiting) = serde_json::from_str(&text) else { return Ok(None) };
    without_what_is_gone(conn, waiting).map(Some)
}

/// Lets none wait.
///
/// # Errors
/// Those of the engine.
pub fn forget(tx: &Transaction<'_>) -> Result<()> {
    tx.execute("DELETE FROM meta WHERE key = ?1", [WAITING])?;
    Ok(())
}

fn without_what_is_gone(conn: &Connection, waiting: Waiting) -> Result<Request> {
    let Waiting { mut request, edited } = waiting;
    if let Some(id) = request.person
        && if_there(person::get(conn, id))?.is_none()
    {
        // For nobody by name more is held back, never less.
        request.person = None;
    }
    let mut with = Vec::new();
    for part in std::mem::take(&mut request.with) {
        if is_there(conn, part, &edited)? {
            with.push(part);
        }
    }
    request.with = with;
    fitting(conn, request)
}

/// The same without what its form has no place for.
fn fitting(conn: &Connection, mut request: Request) -> Result<Request> {
    let possible = offer::possible(conn, &request)?;
    request.with.retain(|part| possible.contains(part));
    request.pieces.retain(|piece| request.with.contains(&Part::Note(piece.note)));
    Ok(request)
}

/// A note that she wrote on is another than the one she looked at.
fn is_there(conn: &Connection, part: Part, edited: &[(NoteId, i64)]) -> Result<bool> {
    Ok(match part {
        Part::Section(_) | Part::Own(_) => true,
        Part::Plan(id) => if_there(visits::get(conn, id))?.is_some(),
        Part::Note(id) => if_there(note::get(conn, id))?
            .is_some_and(|note| note.binned.is_none() && edited.contains(&(id, note.edited.0))),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::store as cards;
    use crate::consent::choice::{Rule, Shows};
    use crate::consent::grant::{Form, Way};
    use crate::consent::store as choices;
    use crate::consent::tests::{clinician, notebook, write};
    use crate::consent::what::{Section, What};
    use crate::journal::bin;
    use crate::journal::note::Edit;
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
        write(&mut conn, |tx| keep(tx, &request, NOW)).unwrap();
        assert!(get(&conn).unwrap().unwrap() == request);

        write(&mut conn, |tx| bin::bin(tx, lost, NOW)).unwrap();
        write(&mut conn, |tx| visits::remove(tx, plan)).unwrap();
        write(&mut conn, |tx| choices::remove_person(tx, person, NOW)).unwrap();
        let left = get(&conn).unwrap().unwrap();
        assert!(left.with == [Part::Note(kept), Part::Section(Section::About)] && left.person.is_none());
        assert!(left.pieces == request.pieces && left.without == request.without);

        write(&mut conn, |tx| cards::put(tx, &crate::card::fields::Card::default(), NOW, Zone::UTC)).unwrap();
        assert!(get(&conn).unwrap().unwrap().with == [Part::Note(kept)]);
        write(&mut conn, forget).unwrap();
        assert!(get(&conn).unwrap().is_none());
    }

    #[test]
    fn a_note_that_she_wrote_on_waits_no_more() {
        let mut conn = with_card(&brief());
        let note = add_note(&mut conn, "One", "a\n\nb", &[]);
        for pieces in [vec![Piece { note, paragraphs: vec![2] }], Vec::new()] {
            let request =
                Request { with: vec![Part::Note(note)], pieces, ..Request::new(Way::Screen, Form::Long) };
            write(&mut conn, |tx| keep(tx, &request, NOW)).unwrap();
            assert!(get(&conn).unwrap().unwrap().with == request.with);
            let later = crate::journal::note::get(&conn, note).unwrap().edited.0 + 60_000;
            let edit = Edit { text: Some(format!("secret {later}\n\na\n\nb")), ..Edit::default() };
            write(&mut conn, |tx| note::edit(tx, note, &edit, Moment(later))).unwrap();
            let left = get(&conn).unwrap().unwrap();
            assert!(left.with.is_empty() && left.pieces.is_empty());
        }
    }

    #[test]
    fn what_was_off_the_page_stays_off_it() {
        let mut conn = with_card(&brief());
        let person = clinician(&mut conn, "Dr Khan", None);
        let never = Rule {
            person: Some(person),
            what: What::Section(Section::Medicines),
            shows: Shows::Never,
            until: None,
        };
        write(&mut conn, |tx| choices::set(tx, &never)).unwrap();
        let request = Request { person: Some(person), ..Request::new(Way::Screen, Form::Short) };
        write(&mut conn, |tx| keep(tx, &request, NOW)).unwrap();
        write(&mut conn, |tx| choices::remove_person(tx, person, NOW)).unwrap();
        let left = get(&conn).unwrap().unwrap();
        let medicines = Part::Section(Section::Medicines);
        let offers = offer::offers(&conn, &left, NOW).unwrap();
        assert!(left.person.is_none() && !offers.iter().any(|offer| offer.part == medicines && offer.is_on));
    }

    #[test]
    fn only_giving_it_ends_the_waiting() {
        let mut conn = with_card(&brief());
        let waiting =
            Request { without: vec![Part::Section(Section::Reach)], ..Request::new(Way::Text, Form::Long) };
        write(&mut conn, |tx| keep(tx, &waiting, NOW)).unwrap();
        let waiting = get(&conn).unwrap().unwrap();
        write(&mut conn, |tx| given(tx, &Request::new(Way::Screen, Form::Short))).unwrap();
        assert!(get(&conn).unwrap().is_some(), "it was another page");
        write(&mut conn, |tx| given(tx, &Request { way: Way::Screen, ..waiting.clone() })).unwrap();
        assert!(get(&conn).unwrap().is_none());
    }

    #[test]
    fn nothing_waits_in_a_plain_notebook() {
        let mut conn = notebook("plain");
        let request = Request::new(Way::Screen, Form::Short);
        assert!(write(&mut conn, |tx| keep(tx, &request, NOW)).is_err());
        assert!(get(&conn).is_err());
    }
}
