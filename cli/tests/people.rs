//! Her own people, the dated list, and the page for a hard moment.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that can't go on has failed")]

mod common;

use common::{Computer, PIN, SECOND_PIN, error_code};
use serde_json::{Value, json};

fn people(computer: &Computer) -> Vec<Value> {
    computer.run(&["person", "list", "--json"]).json().as_array().expect("a bare array").clone()
}

fn add(computer: &Computer, arguments: &[&str]) -> String {
    let added = computer.run(&[&["person", "add", "--json"], arguments].concat()).json();
    added["id"].as_str().expect("an id").to_owned()
}

#[test]
fn people_are_added_changed_moved_and_taken_out() {
    let computer = Computer::with_notebook();
    assert!(people(&computer).is_empty());
    let ines = add(&computer, &["Ines", "--number", "0117 496 0000", "--note", "after six"]);
    let mo = add(&computer, &["Mo"]);
    let changed = computer.run(&["person", "edit", &ines[..6], "--number", "999", "--json"]).json();
    assert_eq!(
        (&changed["name"], &changed["number"], &changed["note"], &changed["version"]),
        (&json!("Ines"), &json!("999"), &json!("after six"), &json!(2))
    );
    computer.run(&["person", "move", &mo, "1"]).ok();
    assert_eq!(people(&computer).iter().map(|one| one["name"].clone()).collect::<Vec<_>>(), ["Mo", "Ines"]);
    assert!(computer.run(&["person", "list"]).ok().out.contains("Ines  999  after six"));
    computer.run(&["person", "remove", &ines]).fails(10);
    computer.run(&["person", "remove", &ines, "--yes"]).ok();
    assert_eq!(people(&computer).len(), 1);
    computer.run(&["person", "remove", &ines, "--yes"]).fails(5);
    computer.run(&["person", "add", " "]).fails(2);
    computer.run(&["person", "move", &mo, "0"]).fails(2);
}

#[test]
fn numbers_show_her_people_first_then_the_dated_list() {
    let computer = Computer::with_notebook();
    add(&computer, &["Ines", "--number", "0117 496 0000"]);
    let told = computer.run(&["numbers"]).ok().out;
    let place = |text: &str| told.find(text).unwrap_or_else(|| panic!("{text} is not in {told}"));
    assert!(place("Ines") < place("Samaritans") && place("999") < place("Samaritans"));
    assert!(
        told.contains("Put together on") && told.contains("list of calls") && told.contains("may cost money")
    );
    let page = computer.run(&["numbers", "--json"]).json();
    assert_eq!(page["people"][0]["number"], "0117 496 0000");
    assert_eq!(page["services"][0]["number"], "999");
}

#[test]
fn the_page_for_a_hard_moment_has_her_own_words() {
    let computer = Computer::with_notebook();
    let page = computer.run(&["now", "--json"]).json();
    assert_eq!((&page["words"], page["helps"].as_array().map(Vec::len)), (&json!(""), Some(5)));
    assert!(page["today"].as_str().is_some_and(|today| today.starts_with("Today is ")));
    computer.feed(&["now", "words"], "This will pass.\nIt did before.\n").ok();
    computer.feed(&["now", "helps"], "Tea\n\nThe window").ok();
    add(&computer, &["Ines", "--number", "0117 496 0000"]);
    let told = computer.run(&["now", "show"]).ok().out;
    for line in ["It did before.", "Tea", "The window", "Ines  0117 496 0000"] {
        assert!(told.contains(line), "{told}");
    }
    computer.feed(&["now", "words"], " \n").fails(2);
    assert_eq!(computer.run(&["now", "words", "--clear", "--json"]).json(), json!({ "words": "" }));
    assert!(!computer.run(&["now"]).ok().out.contains("This will pass"));
    computer.run(&["now", "words", "--clear", "--undo"]).fails(2);
    let back = computer.run(&["now", "words", "--undo", "--json"]).json();
    assert_eq!(back, json!({ "words": "This will pass.\nIt did before." }));
    let other = Computer::with_notebook();
    other.run(&["now", "helps", "--undo"]).fails(5);
}

#[test]
fn a_plain_notebook_has_neither() {
    let computer = Computer::new();
    let two = [("FERNBOOK_PIN", PIN), ("FERNBOOK_SECOND_PIN", SECOND_PIN)];
    computer.run_with(&["init", "--notebooks", "2"], &two).ok();
    let plain = [("FERNBOOK_PIN", SECOND_PIN)];
    for command in
        [&["person", "list"][..], &["person", "add", "Ines"], &["numbers"], &["now"], &["now", "words"]]
    {
        let refused = computer.run_with(&[command, &["--json"]].concat(), &plain).fails(5);
        assert_eq!(error_code(&refused), "not_found");
        assert!(!refused.err.contains("Ines"));
    }
    assert!(people(&computer).is_empty());
}

/// Help is for whoever looks over the program: it names none of what a plain notebook lacks.
#[test]
fn what_only_a_full_notebook_has_is_named_in_it_alone() {
    let computer = Computer::new();
    let help = computer.run(&["--help"]).ok().out;
    for name in ["now", "numbers", "person", "card", "choice", "show", "receipt"] {
        let listed = help.lines().any(|line| line.trim_start().split(' ').next() == Some(name));
        assert!(!listed, "{help}");
        assert!(computer.run(&[name, "--help"]).ok().out.contains("Examples:"));
    }
    assert!(!help.contains("to ring") && !help.contains("hard moment"), "{help}");
    let near = computer.run(&["perso"]).fails(2).err;
    assert!(!near.contains("person"), "{near}");
    for shell in ["bash", "fish", "zsh"] {
        let page = computer.run(&["completions", shell]).ok().out;
        assert!(
            page.contains("salvage") && !page.contains("receipt") && !page.contains("you would ring"),
            "{shell}"
        );
    }
    let two = [("FERNBOOK_PIN", PIN), ("FERNBOOK_SECOND_PIN", SECOND_PIN)];
    computer.run_with(&["init", "--notebooks", "2"], &two).ok();
    let full = computer.run(&["settings"]).ok().out;
    let plain = computer.run_with(&["settings"], &[("FERNBOOK_PIN", SECOND_PIN)]).ok().out;
    for command in ["fernbook now", "fernbook numbers", "fernbook person", "fernbook card", "fernbook show"] {
        assert!(full.contains(command) && !plain.contains(command), "{full}{plain}");
    }
}

#[test]
fn a_sealed_copy_brings_them_to_another_computer() {
    let computer = Computer::with_notebook();
    add(&computer, &["Ines", "--number", "0117 496 0000"]);
    computer.feed(&["now", "words"], "This will pass.").ok();
    let made = computer.run(&["copy", "make", "copy.age", "--json"]).json();
    let words = made["words"].as_str().expect("words").to_owned();
    assert_eq!((&made["people"], &made["own_words"]), (&json!(1), &json!(1)));
    let checked = computer.run_with(&["copy", "check", "copy.age"], &[("FERNBOOK_WORDS", &words)]).ok().out;
    assert!(checked.contains("One of your people is in it too."), "{checked}");
    let saved = computer.run(&["salvage", "saved", "--yes"]).ok().out;
    assert!(saved.contains("One of your people is in it too.") && saved.contains("Your words"), "{saved}");
    let readable = std::fs::read_to_string(computer.path("saved/people.md")).expect("a file to read");
    assert_eq!(readable, "# Ines\n\n0117 496 0000\n");
    let other = Computer::with_notebook();
    let copy = computer.path("copy.age");
    let bring = ["copy", "restore", copy.to_str().expect("a path"), "--yes"];
    let told = other.run_with(&bring, &[("FERNBOOK_WORDS", &words)]).ok().out;
    let third = Computer::with_notebook();
    let counts = third.run_with(&[&bring[..], &["--json"]].concat(), &[("FERNBOOK_WORDS", &words)]).json();
    assert_eq!((&counts["people"], &counts["own_words"], &counts["new"]), (&json!(1), &json!(1), &json!(0)));
    assert!(told.contains("One of your people would come in.") && told.contains("Your words"), "{told}");
    assert_eq!(people(&other)[0]["number"], "0117 496 0000");
    assert_eq!(other.run(&["now", "--json"]).json()["words"], "This will pass.");
}
