//! A folder with one Markdown file, and a picture beside it.

use super::archives::PNG;
use super::import::{Place, outcome};
use crate::run::{Reader, Target};

const TOKENS: &[&[u8]] = &[
    b"---\n",
    b"\n...\n",
    b"date: ",
    b"created: 2026-05-01",
    b"tags: [a, b]\n",
    b"tags:\n  - a\n",
    b"title: \"",
    b"&a ",
    b"*a",
    b"<<: ",
    b"!!binary ",
    b"? ",
    b": ",
    b"|\n",
    b">-\n",
    b"{",
    b"[[[[[[[[",
    b"- - - - ",
    b"\t",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff\xd8\x00",
    b"![](a.png)",
    b"![](../../etc/passwd)",
    b"![](file:///etc/passwd)",
    b"![](%2e%2e/a)",
    b"](",
    b"![[",
    b"0001-01-01",
    b"9999-12-31T23:59:59+14:00",
    b"\r\n",
    b"%YAML 1.2\n",
    b"\xc2\x85",
    b"\xe2\x80\xa8",
];

/// One file.
pub const FILE: Target = Target { name: "markdown", test_inputs: 20_000, seeds, tokens: TOKENS, reader };

fn seeds() -> Vec<Vec<u8>> {
    let whole = "---\ntitle: \"A day: one\"\ndate: 1660-01-11 20:00\ntags: [home, 'office']\ncreated: 2026-05-01T10:00:00Z\n\
        aliases:\n  - first\n  - second\nnote: >-\n  folded\n  words\n---\n\nUp betimes. ![a](a.png) and [b](a.png).\n";
    let latin1 = b"D\xe9j\xe0 vu\n".to_vec();
    let utf16: Vec<u8> = "\u{feff}A day".encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![whole.into(), "No facts, only words ❄\n".into(), latin1, utf16]
}

fn reader() -> Reader {
    let place = Place::new("2026-05-01 a day.md");
    std::fs::write(place.folder().join("a.png"), PNG).unwrap();
    Box::new(move |bytes| {
        place.put(bytes);
        outcome(place.folder())
    })
}
