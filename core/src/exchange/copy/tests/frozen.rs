//! A copy that was written once and must open for good.

use super::*;

fn frozen() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/frozen/copy-v1.age")
}

/// A copy that version 1 wrote: it must open for as long as there are copies. It was made once with
/// `make_file` (the words and label of these tests) from a notebook with two notes inserted as asserted
/// below, the first with one earlier text and with the attachment `fern.txt`, the second in the bin. It is
/// never made again: a later version of the format gets a file of its own beside it.
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
