//! PINs, two notebooks, recovery, wiping, and what is said before any of it.

mod common;

use common::{Computer, SECOND_PIN, error_code};
use serde_json::json;

#[test]
fn the_home_page_says_what_to_do_next_and_nothing_else() {
    let computer = Computer::new();
    let none = computer.run(&[]).ok().out;
    assert!(none.contains("fernbook init") && !none.contains("note add"), "{none}");
    computer.run(&["init"]).ok();
    let before = computer.run(&[]).ok().out;
    computer.add("a wren", &["--title", "Wren"]);
    let there = computer.run_with(&[], &[("FERNBOOK_PIN", "")]).ok().out;
    assert!(there.contains("fernbook note add"));
    assert_eq!(there, before, "no counts and no words of hers");
    assert_eq!(computer.run(&["--json"]).json()["notebook"], true);
}

/// The made-up language is in debug builds only, which tests are.
#[test]
fn it_speaks_the_language_that_is_asked_for() {
    let computer = Computer::with_notebook();
    let home = |language| computer.run_with(&[], &[("FERNBOOK_LANGUAGE", language)]).ok().out;
    assert!(home("en").contains("There is a notebook here."));
    assert_eq!(home("cy_GB.UTF-8"), home("en"), "what there is not is said in English");
    assert!(!home("en-XA").contains("There is a notebook here.") && home("en-XA").contains('«'));
    let wrong = [("FERNBOOK_LANGUAGE", "en-XA"), ("FERNBOOK_PIN", "wrong door")];
    assert!(computer.run_with(&["note", "list"], &wrong).fails(3).err.contains('«'));
}

#[test]
fn init_makes_one_notebook_and_only_once() {
    let computer = Computer::new();
    assert_eq!(error_code(&computer.run(&["note", "list", "--json"]).fails(5)), "no_notebook");
    computer.run_with(&["init"], &[("FERNBOOK_PIN", "")]).fails(10);
    computer.run_with(&["init"], &[("FERNBOOK_PIN", "123456")]).fails(2);
    computer.run(&["init"]).ok();
    assert_eq!(error_code(&computer.run(&["init", "--json"]).fails(1)), "already_there");
    let empty = computer.run(&["note", "list"]).ok().out;
    assert!(empty.contains("fernbook note add"), "{empty}");
}

#[test]
fn each_of_two_notebooks_shows_only_its_own() {
    let computer = Computer::new();
    computer.run(&["init", "--notebooks", "2"]).ok();
    computer.add("a wren", &[]);
    let second = [("FERNBOOK_PIN", SECOND_PIN)];
    let listed = computer.run_with(&["note", "list", "--json"], &second).json();
    assert_eq!(listed.as_array().unwrap().len(), 5, "five plant notes");
    assert_eq!(computer.run_with(&["search", "wren", "--json"], &second).json(), json!([]));
    assert_eq!(
        computer.run_with(&["search", "basil", "--json"], &second).json().as_array().unwrap().len(),
        1
    );
    assert_eq!(computer.list().len(), 1);
    computer.run_with(&["pin", "change"], &[("FERNBOOK_NEW_PIN", SECOND_PIN)]).fails(2);
}

#[test]
fn a_wrong_pin_opens_nothing_and_soon_has_to_wait() {
    let computer = Computer::with_notebook();
    let wrong = |_| computer.run_with(&["note", "list", "--json"], &[("FERNBOOK_PIN", "wrong door")]);
    assert_eq!(error_code(&wrong(0).fails(3)), "wrong_secret");
    let waits = (1..20).map(wrong).find(|done| done.code == 4).expect("it has to wait");
    assert_eq!(error_code(&waits), "wait");
    let error: serde_json::Value = serde_json::from_str(&waits.err).unwrap();
    assert!(error["error"]["seconds"].as_u64().is_some_and(|seconds| seconds > 0));
    assert_eq!(error_code(&computer.run(&["note", "list", "--json"]).fails(4)), "wait");
}

#[test]
fn the_pin_changes_and_the_old_one_opens_nothing() {
    let computer = Computer::with_notebook();
    let id = computer.add("kept", &[]);
    computer.run_with(&["pin", "change"], &[("FERNBOOK_NEW_PIN", "blue window")]).ok();
    computer.run(&["note", "list"]).fails(3);
    let shown =
        computer.run_with(&["note", "show", &id, "--json"], &[("FERNBOOK_PIN", "blue window")]).json();
    assert_eq!(shown["text"], "kept");
}

#[test]
fn recovery_words_give_a_new_pin_until_they_are_forgotten() {
    let computer = Computer::with_notebook();
    computer.add("kept", &[]);
    let words = computer.run(&["recovery", "make", "--json"]).json()["words"].as_str().unwrap().to_owned();
    assert_eq!(words.split(' ').count(), 12);
    let recover = |words: &str, pin: &str| {
        computer.run_with(&["recover", "--json"], &[("FERNBOOK_WORDS", words), ("FERNBOOK_NEW_PIN", pin)])
    };
    assert_eq!(error_code(&recover("twelve wrong words", "blue window").fails(3)), "wrong_secret");
    recover(&words, "blue window").ok();
    let new = [("FERNBOOK_PIN", "blue window")];
    assert_eq!(computer.run_with(&["note", "list", "--json"], &new).json().as_array().unwrap().len(), 1);
    computer.run_with(&["recovery", "forget"], &new).ok();
    recover(&words, "another one").fails(3);
}

#[test]
fn wiping_asks_and_leaves_nothing() {
    let computer = Computer::with_notebook();
    computer.add("gone", &[]);
    computer.run(&["wipe"]).fails(10);
    assert_eq!(computer.list().len(), 1);
    computer.run(&["wipe", "--yes"]).ok();
    computer.run(&["note", "list"]).fails(5);
    let keys = common::files_below(&computer.path("keys"));
    assert!(keys.is_empty(), "the device's keys are gone");
}

#[test]
fn without_this_computers_key_nothing_opens_and_nothing_is_lost() {
    let computer = Computer::with_notebook();
    let id = computer.add("kept", &[]);
    std::fs::rename(computer.path("keys"), computer.path("elsewhere")).unwrap();
    assert_eq!(error_code(&computer.run(&["note", "list", "--json"]).fails(11)), "device_key_missing");
    std::fs::rename(computer.path("elsewhere"), computer.path("keys")).unwrap();
    assert_eq!(computer.show(&id)["text"], "kept");
}

#[test]
fn a_moved_folder_still_opens() {
    let computer = Computer::with_notebook();
    let id = computer.add("kept", &[]);
    std::fs::rename(computer.path("notebook"), computer.path("moved")).unwrap();
    let moved = computer.path("moved");
    let shown = computer.run(&["--dir", moved.to_str().unwrap(), "note", "show", &id, "--json"]).json();
    assert_eq!(shown["text"], "kept");
}

#[test]
fn settings_are_shown_and_wiping_after_wrong_pins_asks_first() {
    let computer = Computer::with_notebook();
    assert_eq!(computer.run(&["settings", "--json"]).json(), json!({ "history": false, "wipe_after": null }));
    computer.run(&["settings", "wipe-after", "10"]).fails(10);
    computer.run(&["settings", "wipe-after", "10", "--yes"]).ok();
    assert_eq!(computer.run(&["settings", "--json"]).json()["wipe_after"], 10);
    computer.run(&["settings", "wipe-after", "off"]).ok();
    assert_eq!(computer.run(&["settings", "--json"]).json()["wipe_after"], json!(null));
    computer.run(&["settings", "wipe-after", "many"]).fails(2);
    for few in ["0", "1", "9"] {
        let said = computer.run(&["settings", "wipe-after", few, "--yes"]).fails(2);
        assert!(said.out.is_empty() && said.err.contains("10"), "{}{}", said.out, said.err);
    }
    assert_eq!(computer.run(&["settings", "--json"]).json()["wipe_after"], json!(null));
}

#[test]
fn help_is_there_by_its_name() {
    let computer = Computer::new();
    assert_eq!(computer.run(&["help"]).ok().out, computer.run(&["-h"]).ok().out);
    assert!(computer.run(&["help", "note", "add"]).ok().out.contains("fernbook note add --topic"));
}

#[test]
fn completions_know_every_command() {
    let computer = Computer::new();
    for shell in ["bash", "zsh", "fish"] {
        let page = computer.run(&["completions", shell]).ok().out;
        assert!(page.contains("salvage") && page.contains("attachment"), "{shell}");
    }
}
