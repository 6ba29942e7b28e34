use std::fs;
use std::path::Path;

use super::super::{LeftBehind, Source};
use super::*;
use crate::time::local_text;

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn taken(path: &Path) -> Taken {
    let mut source = Source::open(path, options()).unwrap();
    Taken::of(|sink| source.read(sink, &mut |_| true))
}

#[test]
fn dates_come_from_facts_then_name_then_file() {
    let facts = "---\ndate: 2024-07-01 09:15\ntitle: The lake\ntags: [swim, \"#sun\", swim]\nupdated: 2024-07-02\nmood: 5\n---\n\nWords";
    let folder = folder(&[
        ("a/2020-01-01.md", facts.as_bytes()),
        ("b/2024-03-05 14.30 Tuesday.txt", b"Named\r\n"),
        ("c/Shopping.markdown", b"Filed"),
        ("d/2024-03-06.md", b"---\ndate: some day\n---\nGuessed"),
        ("e/picture.png", b"\x89PNG"),
        (".hidden/x.md", b"Hidden"),
        ("f/.hidden.md", b"Hidden"),
    ]);
    let file = fs::File::options().write(true).open(folder.path().join("c/Shopping.markdown")).unwrap();
    let moment = std::time::UNIX_EPOCH - std::time::Duration::from_secs(86_400);
    file.set_modified(moment).unwrap();
    let taken = taken(folder.path());
    let local: Vec<_> = taken.entries.iter().map(|entry| local_text(entry.at.local(entry.zone))).collect();
    let wanted = ["2024-07-01T09:15:00", "2024-03-05T14:30:00", "1969-12-31T01:00:00", "2024-03-06T12:00:00"];
    assert_eq!(local, wanted);
    assert_eq!(taken.texts(), ["Words", "Named\n", "Filed", "Guessed"]);
    let titles: Vec<_> = taken.entries.iter().map(|entry| entry.title.as_deref()).collect();
    assert_eq!(titles, [Some("The lake"), Some("Tuesday"), Some("Shopping"), None]);
    assert_eq!(taken.entries[0].topics, ["swim", "sun"]);
    assert_eq!(taken.entries[0].left_behind, [LeftBehind::OtherFacts]);
    assert_eq!(taken.reasons(), [(4, Reason::DateGuessed)]);
    assert_eq!(taken.problems[0].place.name.as_deref(), Some("d/2024-03-06.md"));
}

#[test]
fn her_words_between_two_lines_stay() {
    let folder = folder(&[("2024-01-01.md", b"---\nToday: not good\n---\nWords")]);
    assert_eq!(taken(folder.path()).texts(), ["---\nToday: not good\n---\nWords"]);
}

#[test]
fn what_a_text_shows_comes_from_inside_the_folder_only() {
    let outer = folder(&[
        ("secret.jpg", b"secret"),
        ("in/sea view.jpg", b"sea"),
        ("in/day/2024-03-05.md", b"![a](../sea%20view.jpg) ![b](voice.ogg) ![c](../../secret.jpg) ![d](/etc/passwd) ![e](link.jpg) ![f](none.jpg) ![g](https://example.org/x.png) ![h](%2e%2e/%2e%2e/secret.jpg) ![i](voice.ogg)"),
        ("in/day/voice.ogg", b"voice"),
    ]);
    let root = outer.path().join("in");
    #[cfg(unix)]
    std::os::unix::fs::symlink(outer.path().join("secret.jpg"), root.join("day/link.jpg")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(outer.path(), root.join("around")).unwrap();
    let taken = taken(&root);
    assert_eq!(taken.entries.len(), 1);
    assert_eq!(taken.bytes, [Some(b"sea".to_vec()), Some(b"voice".to_vec())]);
    let text = &taken.entries[0].text;
    assert!(text.starts_with("[sea view.jpg] [voice.ogg] ![c](../../secret.jpg)"), "{text}");
    assert!(text.ends_with("[voice.ogg]"));
    assert_eq!(taken.entries[0].left_behind, [LeftBehind::WebPictures]);
    let outside = Reason::AttachmentOutside;
    let reasons: Vec<_> = taken.problems.iter().map(|problem| problem.reason).collect();
    #[cfg(unix)]
    assert_eq!(reasons, [outside, outside, outside, Reason::AttachmentMissing, outside]);
}

#[test]
fn attachments_that_an_open_folder_lists_come_too() {
    let facts = "---\nid: \"01010101010101010101010101010101\"\ndate: 2024-03-05T10:00:00Z\nattachments: [\"../attachments/a.jpg\", \"../attachments/b.m4a\", \"../../up.jpg\"]\n---\n\nWords\n";
    let folder = folder(&[
        ("notes/2024-03-05 1000 01010101.md", facts.as_bytes()),
        ("attachments/a.jpg", b"picture"),
        ("attachments/b.m4a", b"sound"),
    ]);
    let taken = taken(folder.path());
    assert_eq!(taken.texts(), ["Words\n"]);
    assert_eq!(taken.bytes, [Some(b"picture".to_vec()), Some(b"sound".to_vec())]);
    assert_eq!(taken.reasons(), [(1, Reason::AttachmentOutside)]);
}

#[test]
fn the_same_file_is_the_same_entry_and_a_changed_one_is_not() {
    let folder = folder(&[("a.md", b"One"), ("b.md", b"One")]);
    let ids =
        || -> Vec<_> { taken(folder.path()).entries.into_iter().map(|entry| entry.source_id).collect() };
    let before = ids();
    assert_ne!(before[0], before[1]);
    assert_eq!(before, ids());
    fs::write(folder.path().join("a.md"), "Changed").unwrap();
    let after = ids();
    assert_ne!(before[0], after[0]);
    assert_eq!(before[1], after[1]);
}

#[test]
fn one_file_can_come_alone_and_a_picture_is_no_text() {
    let folder = folder(&[
        ("one.md", b"Words ![](sea.jpg)"),
        ("two.txt", b"\x89PNG\0"),
        ("sea.jpg", b"sea"),
        ("x.pdf", b"%PDF"),
    ]);
    let one = taken(&folder.path().join("one.md"));
    assert_eq!((one.texts(), one.bytes.len()), (vec!["Words [sea.jpg]"], 1));
    assert_eq!(taken(&folder.path().join("two.txt")).reasons(), [(1, Reason::NotText)]);
    let refused = Source::open(&folder.path().join("x.pdf"), options()).err();
    assert_eq!(refused, Some(crate::Error::NotUnderstood { what: crate::error::Thing::Import }));
}

#[test]
fn ten_megabytes_of_words_come() {
    let words = "Une journée 🌿. ".repeat(600_000);
    let folder = folder(&[("2024-01-01.txt", words.as_bytes())]);
    assert_eq!(taken(folder.path()).texts(), [words]);
}
