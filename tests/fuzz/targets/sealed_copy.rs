//! What lies in a sealed copy, behind its words.

use std::io::{self, Read};

use fernbook_core::exchange::copy::json::{self, Item};
use fernbook_core::exchange::copy::reading::{self, CopyVisitor};
use fernbook_core::exchange::copy::record::NoteRecord;
use fernbook_core::exchange::copy::visits::VisitRecord;
use fernbook_core::id::AttachmentId;
use fernbook_core::{Error, Result};

use super::archives::{PNG, tar, tar_with_right_checksums};
use super::{refused, rough, sha256};
use crate::run::{Reader, Target};

const PICTURE: &str = "attachments/cccccccccccccccccccccccccccccccc.png";

const TOKENS: &[&[u8]] = &[
    b"fernbook.json",
    b"attachments/",
    b"notes/",
    b"../",
    b"/",
    b"\"notes\":[",
    b"\"version\":2",
    b"\"format\":\"fernbook\"",
    b"\"holds\":{\"notes\":18446744073709551615}",
    b"\"history\":[",
    b"\"attachments\":[",
    b"\"visits\":[",
    b"\"rule\":\"FREQ=YEARLY;COUNT=4294967295",
    b"INTERVAL=65535",
    b"BYMONTHDAY=31;BYMONTH=2",
    b"\"size\":",
    b"null",
    b"[[[[[[[[",
    b"\\u0000",
    b"\\ud800",
    b"\xff",
    b"ustar\x0000",
    b"77777777777\0",
    b"\x80\0\0\0\0\0\0\0\xff\xff\xff\xff",
    b"x",
    b"L",
    b"2",
    b"S",
];

/// The tar in it.
pub const TAR: Target = Target {
    name: "copy-tar",
    test_inputs: 20_000,
    seeds: || vec![whole(sample().as_bytes())],
    tokens: TOKENS,
    reader: tar_reader,
};

/// The `fernbook.json` in that.
pub const JSON: Target = Target {
    name: "copy-json",
    test_inputs: 20_000,
    seeds: || vec![sample().into()],
    tokens: TOKENS,
    reader: json_reader,
};

fn sample() -> String {
    let sum: String = sha256(PNG).iter().map(|byte| format!("{byte:02x}")).collect();
    format!(
        r#"{{"format":"fernbook","version":1,"made":"2026-05-01T10:00:00Z","holds":{{"notes":2,"attachments":1}},"notes":[
{{"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","at":"1660-01-11T20:00:00Z","zone":"Europe/London","title":"A day",
"text":"Up betimes ❄","topics":["home"],"pinned":true,"created":"2026-05-01T10:00:00Z","edited":"2026-05-01T10:00:00Z",
"history":[{{"written":"2026-05-01T10:00:00Z","title":null,"text":"Up"}}],
"attachments":[{{"id":"cccccccccccccccccccccccccccccccc","name":"a.png","media_type":"image/png","size":{},
"sha256":"{sum}","path":"{PICTURE}","added":"2026-05-01T10:00:00Z"}}]}},
{{"id":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","at":"2026-05-01T10:00:00Z","zone":"UTC","text":"",
"created":"2026-05-01T10:00:00Z","edited":"2026-05-01T10:00:00Z","binned":"2026-05-02T10:00:00Z"}}],"visits":[
{{"id":"dddddddddddddddddddddddddddddddd","when":{{"at":"2026-12-01T09:10:00"}},"zone":"Europe/London","kind":"phone",
"title":"Library","repeat":{{"rule":"FREQ=MONTHLY;BYDAY=-1TU;COUNT=9","added":["2026-12-10"],"skipped":["2026-12-29"],
"moved":[{{"day":"2027-01-26","when":{{"window":{{"day":"2027-01-27","from":"08:00:00","to":"13:00:00"}}}}}}]}},
"plan":{{"say":["Rain"]}},"after":[{{"said":"Sun"}}],"reminders":[{{"lead":{{"leave":30}}}},{{"lead":"week"}}]}}]}}"#,
        PNG.len()
    )
}

fn whole(json: &[u8]) -> Vec<u8> {
    tar(&[("READ ME.txt", b"Words"), ("fernbook.json", json), ("notes/a.md", b"Up betimes"), (PICTURE, PNG)])
}

fn tar_reader() -> Reader {
    let mut mend = false;
    Box::new(move |bytes| {
        mend = !mend;
        let tar = if mend { tar_with_right_checksums(bytes) } else { bytes.to_vec() };
        let mut seen = Seen::default();
        let read = reading::read_opened(&tar[..], &mut seen, &mut |_| true);
        let Seen { notes, visits, attachments } = seen;
        let [notes, visits, attachments] = [notes, visits, attachments].map(rough);
        let told = format!("{notes} notes, {visits} visits, {attachments} attachments");
        read.map_or_else(|error| format!("{} after {told}", refused(error)), |_| format!("ok: {told}"))
    })
}

fn json_reader() -> Reader {
    Box::new(|bytes| {
        let mut notes = 0;
        let read = json::read(&mut &bytes[..], &mut |item| {
            notes += u64::from(matches!(item, Item::Note(_)));
            Ok(())
        });
        let told = format!("{} notes", rough(notes));
        read.map_or_else(|error| format!("{} after {told}", refused(error)), |_| format!("ok: {told}"))
    })
}

#[derive(Default)]
struct Seen {
    notes: u64,
    visits: u64,
    attachments: u64,
}

impl CopyVisitor for Seen {
    fn note(&mut self, note: NoteRecord) -> Result<()> {
        self.notes += 1;
        note.at.checked().map(drop)
    }

    fn visit(&mut self, visit: VisitRecord) -> Result<()> {
        self.visits += 1;
        let again = VisitRecord::of_json(&visit.to_json()?);
        assert!(again.is_ok_and(|again| again == visit), "what comes in is what is kept");
        Ok(())
    }

    fn attachment(&mut self, _: AttachmentId, size: u64, content: &mut dyn Read) -> Result<()> {
        self.attachments += 1;
        let read = io::copy(content, &mut io::sink());
        assert!(read.as_ref().map_or(true, |bytes| *bytes <= size), "more than was promised");
        read.map(drop).map_err(Error::from)
    }
}
