//! A notebook with a damaged file: said, and what can be read is saved.

mod common;

use std::fs;

use common::{Computer, error_code, files_below};
use serde_json::json;

const PAGE: usize = 4096;

/// Flips a byte of one page in both notebooks' files: which is whose can't be told.
#[allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that can't go on has failed")]
fn damage(computer: &Computer, page: usize) {
    for name in ["1.db", "2.db"] {
        let path = computer.path("notebook").join(name);
        let mut bytes = fs::read(&path).unwrap();
        bytes[(page - 1) * PAGE + 1000] ^= 1;
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn a_sound_notebook_is_said_to_be_so() {
    let computer = Computer::with_notebook();
    let checked = computer.run(&["check", "--json"]).json();
    assert_eq!((&checked["sound"], &checked["damaged"]), (&json!(true), &json!([])));
}

#[test]
fn where_nothing_can_be_saved_no_circle_is_walked() {
    let computer = Computer::with_notebook();
    for name in ["1.db", "2.db"] {
        fs::write(computer.path("notebook").join(name), "").unwrap();
    }
    let checked = computer.run(&["check"]).fails(7).err;
    assert!(checked.contains("fernbook salvage"), "{checked}");
    let salvaged = computer.run(&["salvage", "saved", "--yes"]).fails(7).err;
    assert!(!salvaged.contains("salvage") && salvaged.contains("copy"), "{salvaged}");
}

#[test]
fn a_damaged_page_is_found_and_the_rest_is_saved() {
    let computer = Computer::with_notebook();
    fs::create_dir(computer.path("diary")).unwrap();
    for day in 1..=28 {
        let text = format!("Day {day} of the wren. ").repeat(1000);
        fs::write(computer.path(&format!("diary/2026-02-{day:02}.md")), text).unwrap();
    }
    computer.run(&["import", "diary", "--yes"]).ok();
    damage(&computer, 60);
    let before = files_below(&computer.path("notebook"));
    let checked = computer.run(&["check", "--json"]).fails(7);
    assert_eq!(error_code(&checked), "damaged");
    let report: serde_json::Value = serde_json::from_str(&checked.out).unwrap();
    assert_eq!((&report["sound"], &report["damaged"]), (&json!(false), &json!([60])));
    computer.run(&["salvage", "saved"]).fails(10);
    let saved = computer.run(&["salvage", "saved", "--yes", "--json"]).json();
    let (notes, lost) = (saved["notes"].as_u64().unwrap(), saved["lost_rows"].as_u64().unwrap());
    assert!((20..=28).contains(&notes) && notes + lost >= 28, "{saved}");
    let text = files_below(&computer.path("saved"));
    assert!(text.iter().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains("Day 28 of the wren.")));
    let databases = |files: &[(std::path::PathBuf, Vec<u8>)]| -> Vec<_> {
        files.iter().filter(|(path, _)| path.extension().is_some_and(|end| end == "db")).cloned().collect()
    };
    assert_eq!(databases(&before), databases(&files_below(&computer.path("notebook"))), "nothing is changed");
    assert!(!computer.path("saved.salvage").exists() && !computer.path("saved.salvaged").exists());
}
