//! A copy that was written once and must open for good.

use super::*;
use crate::id::{PersonId, VisitId};
use crate::people::own_words::{self, OwnWords};
use crate::people::person::{self, PersonText};
use crate::visits::store;
use crate::visits::tests::whole;
use crate::visits::visit::{Kind, Visit};
use crate::visits::when::When;

fn frozen(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/frozen").join(name)
}

/// A copy that version 1 wrote: it must open for as long as there are copies. It was made once with
/// `make_file` (the words and label of these tests) from a notebook with two notes inserted as asserted
/// below, the first with one earlier text and with the attachment `fern.txt`, the second in the bin. It is
/// never made again: a later version of the format gets a file of its own beside it.
#[test]
fn a_frozen_copy_of_version_1_still_opens() {
    let mut conn = notebook();
    let copy = fs::read(frozen("copy-v1.age")).unwrap();
    assert_eq!(bring(&mut conn, &copy), Ok(tally(2, 0, 0, 0, 1)));
    let notes = state(&conn);
    assert_eq!(notes[0].id, NoteId([0x11; 16]));
    assert_eq!(notes[0].at, Moment(-9_783_595_500_000));
    assert_eq!(notes[0].title.as_deref(), Some("The first day"));
    assert_eq!(notes[0].text, "Up early. 🌱\n\nמזל טוב\n");
    assert_eq!(notes[0].topics, ["garden", "house"]);
    assert!(notes[0].pinned);
    assert_eq!(notes[0].history[0].text, "Up.");
    assert_eq!(notes[0].attachments[0].name, "fern.txt");
    assert_eq!(notes[1].binned, Some(Moment(1_795_000_000_000)));
}

/// As the one above, made once from a notebook with one note, two people and both texts, as asserted below,
/// by the version that first wrote `people` and `right_now`.
#[test]
fn a_frozen_copy_with_people_still_opens() {
    let mut conn = notebook();
    let copy = fs::read(frozen("copy-v1-people.age")).unwrap();
    let told = Restored { people: 2, own_words: 2, ..tally(1, 0, 0, 0, 0) };
    assert_eq!(bring(&mut conn, &copy), Ok(told));
    let people = person::list(&conn).unwrap();
    let text = |name: &str, number: &str, note: &str| PersonText {
        name: name.into(),
        number: number.into(),
        note: note.into(),
    };
    assert_eq!(people[0].id, PersonId([0x31; 16]));
    assert!(people[0].text == text("Inés 🌱", "+44 (0)117 496 0000", "after six\nnot on Mondays"));
    assert_eq!(people[1].id, PersonId([0x30; 16]));
    assert!(people[1].text == text("Key worker", "", ""));
    assert_eq!(own_words::get(&conn, OwnWords::Words).unwrap(), "This will pass.\nIt did before.");
    assert_eq!(own_words::get(&conn, OwnWords::Helps).unwrap(), "Tea\nThe window");
    assert_eq!(state(&conn)[0].text, "Up early.");
}

/// As the ones above, made once from a notebook with one note and two visits, by the version that first wrote
/// `visits`. The first has all that a visit can have.
#[test]
fn a_frozen_copy_with_visits_still_opens() {
    let mut conn = notebook();
    let copy = fs::read(frozen("copy-v1-visits.age")).unwrap();
    assert_eq!(bring(&mut conn, &copy), Ok(Restored { visits: 2, ..tally(1, 0, 0, 0, 0) }));
    let visits = store::all(&conn).unwrap();
    assert_eq!((visits[0].id, visits[1].id), (VisitId([0x43; 16]), VisitId([0x42; 16])));
    assert!(visits[0].visit == whole());
    let (day, time) = ("2026-12-24".parse().unwrap(), |text: &str| text.parse().unwrap());
    let expected = Visit {
        when: When::Window { day, from: time("08:00:00"), to: time("13:00:00") },
        zone: Zone::parse("Europe/London").unwrap(),
        kind: Some(Kind::Phone),
        title: "Inés 🌱 rings".into(),
        notes: "private number\nafter six".into(),
        ..Visit::default()
    };
    assert!(visits[1].visit == expected);
    assert_eq!(state(&conn)[0].text, "Up early.");
}
