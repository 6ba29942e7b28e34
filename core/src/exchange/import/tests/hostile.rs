//! Bytes that no program of good will writes.

use std::io::Cursor;

use proptest::prelude::*;

use super::super::dayone::DayOne;
use super::super::joplin::Joplin;
use super::super::{front_matter, text_encoding, text_file};
use super::*;
use crate::error::{Error, Thing};

const TOO_LARGE: Error = Error::TooLarge { what: Thing::Import };

/// Small limits, so that a bomb shows with little memory.
fn tight() -> Options {
    let limits =
        Limits { entry_bytes: 1 << 20, entries: 1000, attachment_bytes: 1 << 20, ..Limits::default() };
    Options { limits, ..options() }
}

/// Reads everything, attachments too, and says how it ended.
fn drain(bytes: &[u8], options: &Options) -> (Taken, Result<()>) {
    let mut taken = Taken::default();
    let mut ended = Ok(());
    let watch: &mut crate::progress::Watch<'_> = &mut |_| true;
    if let Ok(mut source) = DayOne::open(Cursor::new(bytes), options.clone()) {
        ended = source.read(&mut |item| taken.take(item), watch);
    }
    if let Ok(mut source) = Joplin::open(Cursor::new(bytes), options.clone()) {
        ended = source.read(&mut |item| taken.take(item), watch);
    }
    (taken, ended)
}

fn small_zip() -> Vec<u8> {
    let json = br#"{"metadata":{},"entries":[{"uuid":"1","creationDate":"2024-03-05T10:00:00Z","text":"a\\.b ![](dayone-moment://P)","tags":["x"],"photos":[{"identifier":"P","md5":"aa"}]},{"uuid":"2","creationDate":"1660-01-11T20:00:00Z","richText":"{\"contents\":[{\"text\":\"r\"}]}"}]}"#;
    zip_of(&[("Journal.json", json), ("photos/aa.jpeg", b"picture")])
}

fn small_jex() -> Vec<u8> {
    let id = "0123456789abcdef0123456789abcdef";
    let note = format!("T\n\n![p](:/{id}) w\n\nid: {id}\ncreated_time: 2024-03-05T10:00:00.000Z\ntype_: 1");
    let resource = format!("sea\n\nid: {id}\nfile_extension: jpg\ntype_: 4");
    tar_of(&[
        (&format!("{id}.md"), note.as_bytes()),
        (&format!("1{}.md", &id[1..]), resource.as_bytes()),
        (&format!("resources/{id}.jpg"), b"picture"),
    ])
}

#[test]
fn a_bomb_is_refused_before_it_fills_anything() {
    let limits = Limits { unpacked_bytes: 4 << 20, ..Limits::default() };
    let bomb = zip_of(&[("J.json", &[&b"{\"entries\":[\""[..], &vec![b' '; 32 << 20]].concat())]);
    assert!(bomb.len() < 100_000);
    let (taken, ended) = drain(&bomb, &Options { limits, ..options() });
    assert_eq!((taken.entries.len(), ended), (0, Err(TOO_LARGE)));
}

#[test]
fn one_picture_shown_by_many_entries_draws_on_the_same_limit() {
    let one = r#"{"creationDate":"2024-03-05T10:00:00Z","photos":[{"md5":"aa"}]}"#;
    let json = format!(r#"{{"entries":[{}]}}"#, vec![one; 900].join(","));
    let zip = zip_of(&[("J.json", json.as_bytes()), ("photos/aa.jpg", &vec![7; 1 << 20])]);
    let (taken, ended) = drain(&zip, &tight());
    assert_eq!(ended, Err(TOO_LARGE));
    assert!(taken.entries.len() < 100);
}

#[test]
fn entries_and_attachments_above_the_limit_are_passed_over() {
    let word = |uuid: &str, text: &str| {
        format!(
            r#"{{"uuid":"{uuid}","creationDate":"2024-03-05T10:00:00Z","text":"{text}","photos":[{{"md5":"aa"}}]}}"#
        )
    };
    let long = "x".repeat(2 << 20);
    let json = format!(r#"{{"entries":[{},{}]}}"#, word("1", &long), word("2", "short"));
    let (taken, ended) =
        drain(&zip_of(&[("J.json", json.as_bytes()), ("photos/aa.jpg", &vec![7; 2 << 20])]), &tight());
    assert_eq!((taken.texts(), ended), (vec!["short"], Ok(())));
    assert_eq!(taken.reasons(), [(1, Reason::TooLarge), (2, Reason::AttachmentTooLarge)]);
    let many = format!(r#"{{"entries":[{}]}}"#, vec![word("1", "x"); 1500].join(","));
    let (taken, _) = drain(&zip_of(&[("J.json", many.as_bytes())]), &tight());
    assert_eq!(taken.entries.len(), 1000);
    assert_eq!(taken.reasons().last(), Some(&(1001, Reason::TooMany)));
}

#[test]
fn deep_nesting_and_long_lists_are_one_broken_entry() {
    let deep = format!(r#"{{"a":{}{}}}"#, "[".repeat(300_000), "]".repeat(300_000));
    let long = format!(
        r#"{{"uuid":"2","creationDate":"2024-03-05T10:00:00Z","text":"w","photos":[{}{{}}]}}"#,
        "{},".repeat(200_000)
    );
    let json = format!(r#"{{"entries":[{deep},{long}]}}"#);
    let (taken, ended) = drain(&zip_of(&[("J.json", json.as_bytes())]), &tight());
    assert_eq!((ended, taken.texts()), (Ok(()), vec!["w"]));
    assert!(taken.problems.len() < 10_010);
}

#[test]
fn a_damaged_picture_is_an_error_and_the_entry_comes() {
    let mut zip = small_zip();
    let at = zip.windows(7).rposition(|seven| seven == b"picture");
    // Deflate stores so short a member as it is or not; either way its data stands behind its name.
    let at = at.unwrap_or_else(|| zip.windows(14).position(|name| name == b"photos/aa.jpeg").unwrap() + 16);
    zip[at] ^= 0x55;
    let (taken, ended) = drain(&zip, &tight());
    assert_eq!((ended, taken.entries.len(), taken.bytes), (Ok(()), 2, vec![None]));
}

#[test]
fn names_that_climb_out_reach_nothing() {
    let json = br#"{"entries":[{"creationDate":"2024-03-05T10:00:00Z","text":"w","photos":[{"md5":"../../etc/passwd","filename":"../../x\u0000.jpg"},{"md5":"/etc/passwd"}]}]}"#;
    let zip =
        zip_of(&[("J.json", json), ("photos/../../etc/passwd.jpg", b"in the zip"), ("../K.json", b"{}")]);
    let (taken, _) = drain(&zip, &tight());
    assert_eq!(taken.bytes, [Some(b"in the zip".to_vec())]);
    assert_eq!(taken.entries[0].attachments[0].name, "x.jpg");
}

#[test]
fn links_and_files_with_holes_in_a_tar_are_passed_over() {
    let mut tar = tar::Builder::new(small_jex());
    for (kind, byte) in
        [(tar::EntryType::Symlink, b'2'), (tar::EntryType::GNUSparse, b'S'), (tar::EntryType::XHeader, b'x')]
    {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(kind);
        header.set_size(0);
        header
            .set_path(format!(
                "{}123456789abcdef0123456789abcdef.md",
                char::from(byte).to_digit(36).unwrap() % 10
            ))
            .unwrap();
        header.set_cksum();
        tar.append(&header, std::io::empty()).unwrap();
    }
    let whole = tar.into_inner().unwrap();
    let (taken, ended) = drain(&whole, &tight());
    assert_eq!((taken.entries.len(), ended), (1, Ok(())));
}

#[test]
fn nothing_of_hers_is_in_a_debug_text() {
    let taken = dayone_of(Cursor::new(small_zip()));
    let shown = format!("{:?} {:?} {:?}", taken.entries, taken.problems, taken.entries[0].attachments);
    assert!(!shown.contains("a.b") && !shown.contains("photo-1") && !shown.contains("Journal"), "{shown}");
}

fn mutated(base: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    let length = base.len();
    let change = (0..length, any::<u8>());
    let changes = proptest::collection::vec(change, 1..12);
    (changes, 0..=length, any::<bool>()).prop_map(move |(changes, cut, whole)| {
        let mut bytes = base.clone();
        changes.into_iter().for_each(|(at, byte)| bytes[at] = byte);
        bytes.truncate(if whole { length } else { cut });
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn changed_zip_files_never_panic(bytes in mutated(small_zip())) {
        let _ = drain(&bytes, &tight());
    }

    #[test]
    fn changed_tar_files_never_panic(bytes in mutated(small_jex())) {
        let _ = drain(&bytes, &tight());
    }

    #[test]
    fn changed_journals_never_panic_and_never_lose_a_later_entry(
        junk in "[{}\\[\\]:,a-c0-9\\\\\u{0}é -]{0,40}",
    ) {
        let text: String = junk.chars().filter(|c| !matches!(c, '{' | '}' | '[' | ']')).collect();
        let last = r#"{"uuid":"z","creationDate":"2024-03-05T10:00:00Z","text":"last"}"#;
        let json = format!(r#"{{"entries":[{{{text}}},{last}]}}"#);
        let (taken, _) = drain(&zip_of(&[("J.json", json.as_bytes())]), &tight());
        prop_assert_eq!(taken.texts(), vec!["last"]);
        let json = format!(r#"{{"entries":[{junk}"{junk}",{last}]}}"#);
        let _ = drain(&zip_of(&[("J.json", json.as_bytes())]), &tight());
    }

    #[test]
    fn any_bytes_are_a_text_file_or_a_reason(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let file = text_file::TextFile { path: "a/2024.md", bytes: &bytes, modified: None };
        let place = super::super::Place::default();
        let find = &mut |_: &str| Err(Reason::AttachmentMissing);
        let _ = text_file::entry(&file, place, &tight(), find, &mut Vec::new());
        let _ = text_encoding::decode(&bytes);
    }

    #[test]
    fn any_facts_are_read_or_bad(inside in "[-a-c:,\\[\\]{}&*!|>'\"#%@`?~ \t\n0-9é]{0,120}") {
        let text = format!("---\n{inside}\n---\nbody");
        let _ = front_matter::split(&text, 1000);
    }
}

#[test]
fn the_worst_facts_within_the_limit_are_soon_done() {
    for piece in [
        "[", "{", "a: ", "- ", "? ", "&a ", "*a ", "\"", "|\n", "!x ", "[a,", "{a: [", "\n a:", "a: &b\n",
        ": ", "#", "\t", "'",
    ] {
        let text = format!("---\n{}\n---\nbody", piece.repeat(60_000 / piece.len()));
        let _ = front_matter::split(&text, 64 << 10);
    }
}
