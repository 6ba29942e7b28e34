//! Copies, open folders and imports.

mod common;

use std::fs;
use std::os::unix::fs::PermissionsExt;

use common::{Computer, error_code, files_below};
use serde_json::json;

#[test]
fn a_copy_is_made_checked_and_restored_elsewhere() {
    let computer = Computer::with_notebook();
    let id = computer.add("a wren in the hedge", &["--title", "Wren", "--topic", "birds"]);
    let made = computer.run(&["copy", "make", "copy.age", "--json"]).json();
    let words = made["words"].as_str().unwrap();
    assert_eq!((words.split(' ').count(), &made["notes"]), (12, &json!(1)));
    assert!(fs::read(computer.path("copy.age")).unwrap().starts_with(b"age-encryption.org/v1\n"));
    let with_words = [("FERNBOOK_WORDS", words)];
    assert_eq!(computer.run_with(&["copy", "check", "copy.age", "--json"], &with_words).json()["notes"], 1);

    let other = Computer::with_notebook();
    let copy = computer.path("copy.age");
    let restore = ["copy", "restore", copy.to_str().unwrap()];
    other.run_with(&restore, &with_words).fails(10);
    assert!(other.list().is_empty());
    let done = other.run_with(&[&restore[..], &["--yes", "--json"]].concat(), &with_words).json();
    assert_eq!((&done["new"], &done["same"]), (&json!(1), &json!(0)));
    assert_eq!(other.show(&id), computer.show(&id));
    let again = other.run_with(&[&restore[..], &["--yes", "--json"]].concat(), &with_words).json();
    assert_eq!((&again["new"], &again["same"]), (&json!(0), &json!(1)));
}

#[test]
fn a_copy_opens_to_its_own_words_only_and_is_never_written_over() {
    let computer = Computer::with_notebook();
    let first = computer.run(&["copy", "make", "one.age", "--json"]).json();
    computer.run(&["copy", "make", "one.age"]).fails(1);
    let second = computer.run(&["copy", "make", "two.age", "--json"]).json();
    assert_ne!(first["words"], second["words"]);
    let wrong = [("FERNBOOK_WORDS", first["words"].as_str().unwrap())];
    let refused = computer.run_with(&["copy", "check", "two.age", "--json"], &wrong).fails(3);
    assert_eq!(error_code(&refused), "wrong_secret");
    let mut bytes = fs::read(computer.path("one.age")).unwrap();
    let near_end = bytes.len() - 20;
    bytes[near_end] ^= 1;
    fs::write(computer.path("broken.age"), bytes).unwrap();
    computer.run_with(&["copy", "check", "broken.age"], &wrong).fails(7);
    fs::write(computer.path("other.age"), "not a copy").unwrap();
    computer.run_with(&["copy", "check", "other.age"], &wrong).fails(2);
    let said = computer.run(&["copy", "check", "two.age"]).fails(10).err;
    assert!(said.contains("words") && said.contains("FERNBOOK_WORDS") && !said.contains("PIN"), "{said}");
}

#[test]
fn export_says_who_may_read_it_and_writes_private_files() {
    let computer = Computer::with_notebook();
    computer.add("a wren in the hedge", &["--at", "2026-12-01T09:10"]);
    let refused = computer.run(&["export", "open"]).fails(10);
    assert!(refused.out.contains("open") && refused.out.contains("may be able to read"), "{}", refused.out);
    assert!(!computer.path("open").exists());
    computer.run(&["export", "open", "--yes"]).ok();
    let files = files_below(&computer.path("open"));
    assert!(files.iter().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains("a wren in the hedge")));
    for (path, _) in &files {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o077, 0, "{}", path.display());
    }
    let taken = computer.run(&["export", "open"]).fails(1);
    assert!(taken.out.is_empty(), "nothing is asked in vain: {}", taken.out);
}

#[test]
fn an_import_shows_what_would_come_asks_and_adds_nothing_twice() {
    let computer = Computer::with_notebook();
    fs::create_dir(computer.path("diary")).unwrap();
    fs::write(computer.path("diary/2026-03-01 Snow.md"), "It snowed.").unwrap();
    fs::write(computer.path("diary/2026-03-04.md"), "It thawed.").unwrap();
    fs::write(computer.path("diary/bad.md"), b"\xff\x00\xfe\x81").unwrap();
    let shown = computer.run(&["import", "diary"]).fails(10);
    assert!(shown.out.contains("I found 2 notes") && shown.out.contains("bad.md"), "{}", shown.out);
    assert!(computer.list().is_empty());
    let looked = computer.run(&["import", "diary", "--preview", "--json"]).json();
    assert_eq!((&looked["preview"]["entries"], &looked["imported"]), (&json!(2), &json!(null)));
    let done = computer.run(&["import", "diary", "--yes", "--json"]).json();
    assert_eq!(done["imported"]["added"], 2);
    assert_eq!(done["imported"]["problem_count"], 1);
    assert_eq!(computer.list()[0]["local"].as_str().unwrap().get(..10), Some("2026-03-04"));
    let again = computer.run(&["import", "diary", "--yes"]).ok().out;
    assert!(again.starts_with("I found nothing new.\n2 are here"), "{again}");
    let again = computer.run(&["import", "diary", "--yes", "--json"]).json();
    assert_eq!((&again["preview"]["already"], &again["imported"]), (&json!(2), &json!(null)));
    assert_eq!(computer.list().len(), 2);
}
