//! Day One's zip: broken as a file, and whole around a broken JSON.

use zip::CompressionMethod;

use super::archives::{PNG, zip};
use super::import::{Place, outcome};
use crate::run::{Reader, Target};

const JOURNAL: &str = r#"{"metadata":{"version":"1.0"},"entries":[
{"uuid":"70C93FD5D63756FB978F568C4FB5E05D","creationDate":"1660-01-11T20:00:00Z",
"modifiedDate":"1660-01-11T23:30:00Z","timeZone":"Europe/London","starred":true,"tags":["january","home"],
"text":"Up betimes ❄\n![](dayone-moment://ABCDEF0123456789ABCDEF0123456789)","location":{"latitude":51.5},
"weather":{"temperatureCelsius":4},"photos":[{"identifier":"ABCDEF0123456789ABCDEF0123456789",
"md5":"0123456789abcdef0123456789abcdef","type":"png","filename":"a.png"}]},
{"uuid":"4EA5172DE2AB5FEDB2EA19FE6C4DC0C5","creationDate":"2026-10-25T01:30:00Z","starred":false,"text":"",
"richText":"{\"contents\":[{\"text\":\"To the office\"}]}","audios":[{"md5":"ff","format":"m4a"}]}]}"#;

const PHOTO: &str = "photos/0123456789abcdef0123456789abcdef.png";

const TOKENS: &[&[u8]] = &[
    b"PK\x01\x02",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"PK\x06\x06",
    b"PK\x07\x08",
    b"Journal.json",
    b"photos/",
    b"../",
    b"..\\",
    b"\"entries\":[",
    b"\"text\":",
    b"\"richText\":",
    b"\"creationDate\":",
    b"\"timeZone\":",
    b"\"photos\":[{",
    b"null",
    b"true",
    b"[[[[[[[[",
    b"{\"a\":{\"a\":",
    b"\\u0000",
    b"\\ud800",
    b"\xff\xfe",
    b"-0001-01-01T00:00:00Z",
    b"99999-12-31T00:00:00Z",
    b"dayone-moment://",
    b"1e999",
    b"}]}",
    b"\xef\xbb\xbf",
];

/// The file itself.
pub const ZIP: Target =
    Target { name: "day-one-zip", test_inputs: 20_000, seeds: zips, tokens: TOKENS, reader: zip_reader };

/// The JSON in it.
pub const JSON: Target = Target {
    name: "day-one-json",
    test_inputs: 20_000,
    seeds: || vec![JOURNAL.into()],
    tokens: TOKENS,
    reader: json_reader,
};

fn zips() -> Vec<Vec<u8>> {
    let members: [(&str, &[u8]); 2] = [("Journal.json", JOURNAL.as_bytes()), (PHOTO, PNG)];
    vec![zip(&members, CompressionMethod::Stored), zip(&members, CompressionMethod::Deflated)]
}

fn zip_reader() -> Reader {
    let place = Place::new("export.zip");
    Box::new(move |bytes| outcome(&place.put(bytes)))
}

fn json_reader() -> Reader {
    let place = Place::new("export.zip");
    Box::new(move |bytes| {
        outcome(&place.put(&zip(&[("Journal.json", bytes), (PHOTO, PNG)], CompressionMethod::Stored)))
    })
}
