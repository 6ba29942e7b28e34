//! A copy that was written once and must open for good.

use super::*;

fn frozen() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/frozen/copy-v1.age")
}

/// A copy that version 1 wrote: it must open for as long as there are copies.
#[test]
fn a_frozen_copy_of_version_1_still_opens() {
    let mut conn = notebook();
    let copy = fs::read(frozen()).unwrap();
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

/// Writes the frozen copy: run by hand, once for each version of the format.
#[test]
#[ignore = "writes tests/frozen/copy-v1.age"]
fn freeze() {
    let mut conn = notebook();
    let first = NewNote {
        id: Some(NoteId([0x11; 16])),
        title: Some("The first day".into()),
        topics: vec!["house".into(), "garden".into()],
        pinned: true,
        ..NewNote::of_text(
            "Up early. 🌱\n\nמזל טוב\n".into(),
            Moment(-9_783_595_500_000),
            Zone::parse("Europe/London").unwrap(),
        )
    };
    let second = NewNote {
        id: Some(NoteId([0x22; 16])),
        binned: Some(Moment(1_795_000_000_000)),
        ..NewNote::of_text("Not this.".into(), Moment(1_795_000_000_000), Zone::UTC)
    };
    write(&mut conn, |tx| {
        note::insert(tx, &first, Moment(1_795_000_000_000)).unwrap();
        note::insert(tx, &second, Moment(1_795_000_000_000)).unwrap();
        let version = Version { written: Moment(1_794_000_000_000), title: None, text: "Up.".into() };
        history::put(tx, NoteId([0x11; 16]), &version).unwrap();
    });
    attach(&mut conn, NoteId([0x11; 16]), "fern.txt", b"A fern has no flowers.\n");
    make_file(&conn, &frozen(), &words(), LABEL, &mut |_| true).unwrap();
}
