//! Dates in copies, and taken out for good.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that can't go on has failed")]

mod common;

use common::{Computer, PIN, SECOND_PIN, error_code};
use serde_json::{Value, json};

fn add(computer: &Computer, arguments: &[&str]) -> String {
    let added = computer.run(&[&["visit", "add", "--json"], arguments].concat()).json();
    added["id"].as_str().expect("an id").to_owned()
}

fn show(computer: &Computer, id: &str) -> Value {
    computer.run(&["visit", "show", id, "--json"]).json()
}

#[test]
fn a_sealed_copy_and_an_open_folder_tell_and_bring_them() {
    let computer = Computer::with_notebook();
    let id = add(&computer, &["Library", "--on", "2026-12-01", "--at", "09:10", "--remind", "day"]);
    let made = computer.run(&["copy", "make", "copy.age", "--json"]).json();
    let words = made["words"].as_str().expect("words").to_owned();
    assert_eq!((&made["visits"], &made["notes"]), (&json!(1), &json!(0)));
    let checked = computer.run_with(&["copy", "check", "copy.age"], &[("FERNBOOK_WORDS", &words)]).ok().out;
    assert!(checked.contains("One date is in it too."), "{checked}");
    for command in [["export", "open", "--yes"], ["salvage", "saved", "--yes"]] {
        let told = computer.run(&command).ok().out;
        assert!(told.contains("One date is in it too."), "{told}");
        let readable = std::fs::read_to_string(computer.path(command[1]).join("dates.md")).expect("a file");
        assert!(readable.starts_with("# Library\n\n- when: 2026-12-01 09:10\n"), "{readable}");
    }
    let other = Computer::with_notebook();
    let copy = computer.path("copy.age");
    let bring = ["copy", "restore", copy.to_str().expect("a path"), "--yes"];
    let told = other.run_with(&bring, &[("FERNBOOK_WORDS", &words)]).ok().out;
    assert!(told.contains("One date would come in."), "{told}");
    assert_eq!(show(&other, &id), show(&computer, &id));
    let again = other.run_with(&[&bring[..], &["--json"]].concat(), &[("FERNBOOK_WORDS", &words)]).json();
    assert_eq!(again["visits"], json!(0));
}

#[test]
fn one_that_is_taken_out_can_be_had_back_unless_it_is_for_good() {
    let computer = Computer::with_notebook();
    let first = add(&computer, &["Library", "--on", "2026-12-01"]);
    computer.run(&["visit", "remove", &first]).fails(10);
    assert!(computer.run(&["visit", "remove", &first, "--yes"]).ok().out.contains("fernbook visit undo"));
    computer.run(&["visit", "undo"]).ok();
    assert_eq!(show(&computer, &first)["title"], "Library");
    computer.run(&["visit", "remove", &first, "--for-good"]).fails(10);
    assert_eq!(show(&computer, &first)["title"], "Library");
    let told = computer.run(&["visit", "remove", &first, "--for-good", "--yes"]).ok().out;
    assert!(told.contains("gone for good") && !told.contains("visit undo"), "{told}");
    assert_eq!(error_code(&computer.run(&["visit", "undo", "--json"]).fails(5)), "not_found");
    computer.run(&["visit", "show", &first]).fails(5);
}

#[test]
fn a_single_one_is_not_taken_out_with_all_the_others() {
    let computer = Computer::with_notebook();
    let group = add(&computer, &["Group", "--on", "2026-12-01", "--repeat", "week"]);
    computer.run(&["visit", "remove", &group, "--only", "2026-12-08", "--yes"]).fails(2);
    assert_eq!(show(&computer, &group)["title"], "Group");
    computer.run(&["visit", "cancel", &group, "--only", "2026-12-08"]).ok();
}

#[test]
fn a_plain_notebook_has_them_too_and_takes_them_from_a_copy() {
    let computer = Computer::with_notebook();
    let id = add(&computer, &["Library", "--on", "2026-12-01"]);
    computer.run(&["visit", "plan", &id, "--say", "My sleep"]).ok();
    let words = computer.run(&["copy", "make", "copy.age", "--json"]).json()["words"]
        .as_str()
        .expect("words")
        .to_owned();
    let other = Computer::new();
    let two = [("FERNBOOK_PIN", PIN), ("FERNBOOK_SECOND_PIN", SECOND_PIN)];
    other.run_with(&["init", "--notebooks", "2"], &two).ok();
    let plain = ("FERNBOOK_PIN", SECOND_PIN);
    let copy = computer.path("copy.age");
    let bring = ["copy", "restore", copy.to_str().expect("a path"), "--yes", "--json"];
    let done = other.run_with(&bring, &[("FERNBOOK_WORDS", &words), plain]).json();
    assert_eq!((&done["visits"], &done["new"]), (&json!(1), &json!(0)));
    let there = other.run_with(&["visit", "show", &id, "--json"], &[plain]).json();
    let here = show(&computer, &id);
    assert_eq!((&there["title"], &there["plan"]), (&here["title"], &here["plan"]));
    assert!(there["plan"].to_string().contains("My sleep"), "{there}");
}
