use std::io::Cursor;

use super::super::{LeftBehind, Source};
use super::*;
use crate::time::{Moment, local_text};

fn journal(entries: &str) -> Taken {
    let json = format!(r#"{{"metadata":{{"version":"1.0"}},"entries":[{entries}]}}"#);
    dayone_of(Cursor::new(zip_of(&[("Journal.json", json.as_bytes())])))
}

fn entry(more: &str) -> String {
    format!(r#"{{"uuid":"A1","creationDate":"2024-03-05T10:00:00Z","text":"Words"{more}}}"#)
}

#[test]
fn the_real_diary_comes_in_whole() {
    let Some(path) = shared("pepys-diary.dayone.zip") else { return };
    let mut source = Source::open(&path, options()).unwrap();
    let preview = counted(&mut source);
    assert_eq!((preview.entries, preview.problem_count, preview.attachments), (3413, 0, 0));
    assert_eq!(preview.first.unwrap().to_rfc3339(), "1660-01-11T20:00:00Z");
    assert_eq!(preview.last.unwrap().to_rfc3339(), "1669-06-10T21:04:00Z");
    let taken = Taken::of(|sink| source.read(sink, &mut |_| true));
    let longest = taken.entries.iter().map(|entry| entry.text.chars().count()).max();
    assert_eq!(longest, Some(19_624));
    let ids: std::collections::HashSet<_> = taken.entries.iter().map(|entry| &entry.source_id).collect();
    assert_eq!(ids.len(), 3413);
    let tagged =
        |tag: &str| taken.entries.iter().filter(|entry| entry.topics.iter().any(|t| t == tag)).count();
    assert_eq!((tagged("pepys"), tagged("may"), tagged("starred")), (3413, 309, 36));
    let first = taken.entries.first().unwrap();
    assert_eq!(first.topics, ["pepys", "january", "starred"]);
    assert_eq!((first.title.as_deref(), first.pinned, first.zone.name()), (None, false, "Europe/London"));
    assert_eq!(first.edited, Some(Moment::parse("1660-01-11T23:30:00Z").unwrap()));
    assert_eq!(local_text(first.at.local(first.zone)), "1660-01-11T19:58:45");
    assert!(first.text.starts_with("Jan. 1st (Lord’s day). This morning"));
}

#[test]
fn a_broken_entry_is_told_by_its_place_and_the_rest_comes() {
    let taken = journal(
        &[
            &entry(""),
            r#"{"uuid":"2","text":"No date"}"#,
            r#"{"uuid":"3","creationDate":"soon","text":"x"}"#,
            r#"{"uuid":"4","creationDate":"+99999-01-01T00:00:00Z","text":"x"}"#,
            r#"{"uuid":"5","creationDate":17,"text":"x"}"#,
            r#"{"uuid":"6","creationDate":"2024-03-05T10:00:00Z","text":["x"]}"#,
            "7",
            r#"{"uuid":"8", "creationDate" "2024-03-05T10:00:00Z"}"#,
            r#"{"uuid":"9","creationDate":"2024-03-05T10:00:00Z","text":" "}"#,
            &entry(
                r#","tags":"oops","photos":{"a":1},"starred":"yes","modifiedDate":3,"timeZone":"Mars/Base""#,
            ),
        ]
        .join(","),
    );
    assert_eq!(taken.texts(), ["Words", "Words"]);
    let wanted = [
        (2, Reason::NoDate),
        (3, Reason::BadDate),
        (4, Reason::BadDate),
        (5, Reason::BadDate),
        (6, Reason::NotText),
        (7, Reason::Damaged),
        (8, Reason::Damaged),
        (9, Reason::Empty),
    ];
    assert_eq!(taken.reasons(), wanted);
    let last = taken.entries.last().unwrap();
    assert_eq!((last.topics.len(), last.edited, last.zone), (0, None, options().zone));
}

#[test]
fn a_file_that_ends_early_gives_what_came_before() {
    let json = format!(r#"{{"entries":[{},{}"#, entry(""), &entry("")[..40]);
    let taken = dayone_of(Cursor::new(zip_of(&[("Journal.json", json.as_bytes())])));
    assert_eq!(taken.texts(), ["Words"]);
    assert_eq!(taken.reasons(), [(2, Reason::Damaged)]);
}

#[test]
fn words_survive_what_other_programs_get_wrong() {
    let json = b"{\"entries\":[{\"uuid\":\"1\",\"creationDate\":\"2024-03-05T10:00:00Z\",\"text\":\"half \\ud83d, \xFF, a\ttab, \\q, whole \\ud83c\\udf3f\"}]}";
    let taken = dayone_of(Cursor::new(zip_of(&[("Journal.json", json)])));
    assert_eq!(taken.texts(), ["half \u{FFFD}, \u{FFFD}, a\ttab, \\q, whole 🌿"]);
}

#[test]
fn pictures_sounds_and_pages_come_with_their_entry() {
    let json = format!(
        r#"{{"entries":[{}]}}"#,
        entry(
            r#","text":"Before ![](dayone-moment://P1) after\n\n![](dayone-moment:/audio/S1)\n![](dayone-moment://GONE)","isPinned":true,
            "photos":[{"identifier":"P1","md5":"aa","type":"jpeg","filename":"IMG 1.HEIC"},{"identifier":"P2","md5":"bb","type":"png"},{"md5":"missing"},3],
            "audios":[{"identifier":"S1","md5":"cc","format":"aac"}],
            "pdfAttachments":[{"identifier":"D1","md5":"dd","pdfName":"Letter"}],
            "location":{"latitude":1},"weather":{"code":"x"},"creationDevice":"phone""#
        )
        .replacen(r#","text":"Words""#, "", 1)
    );
    let taken = dayone_of(Cursor::new(zip_of(&[
        ("photos/aa.jpeg", b"one"),
        ("photos/bb.png", b"two"),
        ("audios/cc.m4a", b"three"),
        ("pdfs/dd.pdf", b"four"),
        ("Journal.json", json.as_bytes()),
    ])));
    let entry = taken.entries.first().unwrap();
    let named: Vec<_> = entry.attachments.iter().map(|a| (a.name.as_str(), a.size)).collect();
    let wanted = [("IMG 1.HEIC", 3), ("photo-2.png", 3), ("audio-1.m4a", 5), ("Letter.pdf", 4)];
    assert_eq!(named, wanted);
    let bytes: Vec<_> = taken.bytes.iter().flatten().map(Vec::as_slice).collect();
    assert_eq!(bytes, [&b"one"[..], b"two", b"three", b"four"]);
    assert_eq!(entry.text, "Before [IMG 1.HEIC] after\n\n[audio-1.m4a]\n");
    assert!(entry.pinned);
    assert_eq!(entry.left_behind, [LeftBehind::Location, LeftBehind::Weather, LeftBehind::Circumstances]);
    assert_eq!(taken.reasons(), [(1, Reason::AttachmentMissing), (1, Reason::AttachmentMissing)]);
}

#[test]
fn several_journals_come_each_with_its_name() {
    let one = format!(r#"{{"entries":[{}]}}"#, entry(""));
    let two = one.replace("A1", "B2");
    let files = [
        ("Export/Home.json", one.as_bytes()),
        ("Export/Work.json", two.as_bytes()),
        ("__MACOSX/Export/._Home.json", b"\0"),
        ("Export/other.json", b"[]"),
    ];
    let taken = dayone_of(Cursor::new(zip_of(&files)));
    let topics: Vec<_> = taken.entries.iter().map(|entry| entry.topics.join(",")).collect();
    assert_eq!(topics, ["Home", "Work"]);
    assert_eq!(taken.reasons(), [(3, Reason::Unsupported)]);
    assert_eq!(taken.problems[0].place.name.as_deref(), Some("other"));
}

#[test]
fn the_same_entry_has_the_same_id_and_two_without_one_differ() {
    let ids = |entries: &str| -> Vec<_> {
        journal(entries).entries.into_iter().map(|entry| entry.source_id).collect()
    };
    let unnamed = r#"{"creationDate":"2024-03-05T10:00:00Z","text":"One"},{"creationDate":"2024-03-05T10:00:00Z","text":"Two"}"#;
    let found = ids(unnamed);
    assert_ne!(found[0], found[1]);
    assert_eq!(found, ids(unnamed));
    assert_eq!(ids(&entry("")), ids(&entry(r#","text":"Changed""#).replacen(r#","text":"Words""#, "", 1)));
}

#[test]
fn a_journal_under_a_password_says_so() {
    // The bit of the general purpose flag that says "encrypted", in both headers of the only member.
    let mut zip = zip_of(&[("Journal.json", br#"{"entries":[]}"#)]);
    let central = zip.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    zip[6] |= 1;
    zip[central + 8] |= 1;
    let taken = dayone_of(Cursor::new(zip));
    assert_eq!(taken.reasons(), [(0, Reason::Encrypted)]);
}

#[test]
fn stopping_ends_the_reading() {
    let zip = zip_of(&[("J.json", format!(r#"{{"entries":[{0},{0},{0}]}}"#, entry("")).as_bytes())]);
    let mut source = super::super::dayone::DayOne::open(Cursor::new(zip), options()).unwrap();
    let mut seen = 0;
    let sink: &mut super::super::Sink<'_> = &mut |_| {
        seen += 1;
        Ok(())
    };
    let ended = source.read(sink, &mut |progress| progress.done == 0);
    assert_eq!((ended, seen), (Err(crate::Error::Stopped), 1));
}
