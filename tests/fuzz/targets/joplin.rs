//! Joplin's `.jex`: broken as a tar, and whole around a broken note.

use super::archives::{PNG, tar, tar_with_right_checksums};
use super::import::{Place, outcome};
use crate::run::{Reader, Target};

const NOTE_TEXT: &str = "A day\n\nUp betimes. ![a.png](:/cccccccccccccccccccccccccccccccc)\n\n\
id: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nparent_id: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n\
created_time: 2026-05-01T10:00:00.000Z\nupdated_time: 2026-05-01T11:00:00.000Z\nis_conflict: 0\n\
latitude: 51.50000000\nlongitude: 0.00000000\nis_todo: 1\ntodo_due: 0\ntodo_completed: 1777629600000\n\
user_created_time: 1660-01-11T20:00:00.000Z\nuser_updated_time: 2026-05-01T11:00:00.000Z\n\
encryption_applied: 0\nmarkup_language: 1\nis_shared: 0\ndeleted_time: 0\ntype_: 1";

const FOLDER: &str = "Diary\n\nid: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\ncreated_time: 2026-05-01T10:00:00.000Z\n\
parent_id: \ntype_: 2";
const RESOURCE: &str = "a.png\n\nid: cccccccccccccccccccccccccccccccc\nmime: image/png\nfilename: \n\
file_extension: png\nencryption_applied: 0\nsize: 67\ntype_: 4";
const TAG: &str = "home\n\nid: dddddddddddddddddddddddddddddddd\nparent_id: \ntype_: 5";
const NOTE_TAG: &str = "id: eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\nnote_id: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n\
tag_id: dddddddddddddddddddddddddddddddd\ntype_: 6";

const TOKENS: &[&[u8]] = &[
    b"\n\nid: ",
    b"type_: 1",
    b"type_: 2",
    b"type_: 4",
    b"type_: 6",
    b"type_: 13",
    b"encryption_applied: 1",
    b"markup_language: 2",
    b"deleted_time: 1777629600000",
    b"parent_id: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
    b"](:/cccccccccccccccccccccccccccccccc)",
    b"resources/",
    b"../",
    b"ustar\x0000",
    b"00000000000\0",
    b"77777777777\0",
    b"\x80\0\0\0\0\0\0\0\xff\xff\xff\xff",
    b"is_conflict: 1",
    b"user_created_time: ",
    b"\xff",
    b"\r\n",
    b"path=",
    b"L",
];

/// The file itself.
pub const JEX: Target = Target {
    name: "joplin-jex",
    test_inputs: 20_000,
    seeds: || vec![jex(NOTE_TEXT.as_bytes()), jex(b"id: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\ntype_: 1")],
    tokens: TOKENS,
    reader: jex_reader,
};

/// One note in it.
pub const NOTE: Target = Target {
    name: "joplin-note",
    test_inputs: 20_000,
    seeds: || vec![NOTE_TEXT.into()],
    tokens: TOKENS,
    reader: note_reader,
};

fn jex(note: &[u8]) -> Vec<u8> {
    tar(&[
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.md", note),
        ("bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.md", FOLDER.as_bytes()),
        ("cccccccccccccccccccccccccccccccc.md", RESOURCE.as_bytes()),
        ("dddddddddddddddddddddddddddddddd.md", TAG.as_bytes()),
        ("eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee.md", NOTE_TAG.as_bytes()),
        ("resources/cccccccccccccccccccccccccccccccc.png", PNG),
    ])
}

/// Every other input gets right checksums, or hardly any would be read past its first header.
fn jex_reader() -> Reader {
    let place = Place::new("export.jex");
    let mut mend = false;
    Box::new(move |bytes| {
        mend = !mend;
        outcome(&if mend { place.put(&tar_with_right_checksums(bytes)) } else { place.put(bytes) })
    })
}

fn note_reader() -> Reader {
    let place = Place::new("export.jex");
    Box::new(move |bytes| outcome(&place.put(&jex(bytes))))
}
