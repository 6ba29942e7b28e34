//! The card, choices, showing someone, and the lines about it.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that can't go on has failed")]

mod common;

use std::fs;

use common::{Computer, PIN, SECOND_PIN, error_code};
use serde_json::{Value, json};

fn with_card() -> Computer {
    let computer = Computer::with_notebook();
    let card =
        ["card", "set", "--want", "want-sleep", "--want", "A letter for work", "--please", "help-door"];
    let more =
        ["--please-not", "not-weigh", "--number", "07700 900123", "--texts", "yes", "--voicemail", "no"];
    let rest = ["--medicines", "One white tablet", "--allergies", "Penicillin", "--file", "ask"];
    let last =
        ["--name", "Jo", "--born", "1980-02-29", "--nhs-number", "943 476 5919", "--reception", "help-name"];
    computer.run(&[&card[..], &more, &rest, &last].concat()).ok();
    computer
}

fn id(value: &Value) -> String {
    value["id"].as_str().expect("an id").to_owned()
}

fn person(computer: &Computer, arguments: &[&str]) -> String {
    id(&computer.run(&[&["person", "add", "--json"], arguments].concat()).json())
}

fn preview(computer: &Computer, arguments: &[&str]) -> common::Done {
    computer.run(&[&["show", "preview"], arguments].concat()).ok()
}

#[test]
fn the_card_is_written_shown_and_taken_back() {
    let computer = Computer::with_notebook();
    assert!(computer.run(&["card", "show"]).ok().out.contains("There is nothing on your card yet."));
    let computer = with_card();
    let told = computer.run(&["card", "show"]).ok().out;
    for line in [
        "Today I want",
        "- Help with sleep",
        "- A letter for work",
        "The door open",
        "Weigh me",
        "Penicillin",
    ] {
        assert!(told.contains(line), "{told}");
    }
    let card = computer.run(&["card", "show", "--json"]).json();
    assert_eq!(card["card"]["wants"], json!([{ "pick": "want-sleep" }, "A letter for work"]));
    computer.run(&["card", "set", "--allergies", ""]).ok();
    assert!(!computer.run(&["card", "show"]).ok().out.contains("Penicillin"));
    computer.run(&["card", "undo"]).ok();
    assert!(computer.run(&["card", "show"]).ok().out.contains("Penicillin"));
    let four = ["card", "set", "--want", "a", "--want", "b", "--want", "c", "--want", "d"];
    computer.run(&four).fails(2);
    let phrases = computer.run(&["card", "phrases", "--json"]).json();
    assert_eq!(phrases["wants"][0], json!({ "name": "want-pain", "text": "I have pain" }));
}

#[test]
fn parts_of_her_own_and_older_cards() {
    let computer = with_card();
    let added = ["card", "section", "add", "What helped before", "--text", "The window.", "--json"];
    let section = id(&computer.run(&added).json()[0]);
    assert!(computer.run(&["card", "show"]).ok().out.contains("What helped before: The window."));
    computer.run(&["card", "past", "--keep", "on"]).ok();
    computer.run(&["card", "section", "edit", &section[..6], "--text", "The door."]).ok();
    let past = computer.run(&["card", "past", "--json"]).json();
    assert_eq!(past[0]["card"]["sections"][0]["text"], "The window.");
    computer.run(&["card", "past", "--clear"]).ok();
    assert_eq!(computer.run(&["card", "past", "--json"]).json(), json!([]));
    computer.run(&["card", "section", "remove", &section]).ok();
    computer.run(&["card", "section", "remove", &section]).fails(5);
}

#[test]
fn what_is_looked_at_is_what_goes() {
    let computer = with_card();
    let note = id(&computer.feed(&["note", "add", "--json"], "First.\n\nSecond.\n\nThird.").json());
    let piece = format!("{}:2", &note[..8]);
    for way in ["text", "page", "aloud"] {
        let options = ["--long", "--note", &piece];
        let seen = preview(&computer, &[&[way][..], &options].concat()).out;
        assert!(seen.contains("Second.") && !seen.contains("First.") && !seen.contains("943"), "{seen}");
        let file = computer.path(&format!("{way}.out"));
        let to = ["show", way, "--yes", "--to", file.to_str().expect("a path")];
        computer.run(&[&to[..], &options].concat()).ok();
        assert_eq!(fs::read_to_string(&file).expect("it is there"), seen, "{way}");
        let again = computer.run(&[&to[..], &options].concat()).fails(1);
        assert!(again.err.contains("There is something in that place"), "{}", again.err);
    }
    let said = computer.run(&["show", "text", "--yes"]).ok();
    assert_eq!(said.out, preview(&computer, &["text"]).out);
    for line in
        ["You never have to show this", "It may be kept in your record", "what would you have to pass on?"]
    {
        assert!(said.err.contains(line), "{}", said.err);
    }
    computer.run(&["show", "text"]).fails(10);
    assert_eq!(computer.run(&["receipt", "list", "--json"]).json().as_array().map(Vec::len), Some(4));
}

#[test]
fn choices_hold_back_and_she_is_told_why() {
    let computer = with_card();
    let role = person(&computer, &["Any GP here", "--as", "role"]);
    let doctor =
        person(&computer, &["Dr Khan", "--as", "clinician", "--of", &role, "--again", "She listened"]);
    let people = computer.run(&["person", "list"]).ok().out;
    assert!(
        people.contains("Dr Khan  doctor or nurse  Part of Any GP here  Seeing them again: She listened"),
        "{people}"
    );
    let chosen = computer.run(&["choice", "set", "medicines", "never", "--for", &role, "--json"]).json();
    let held = preview(&computer, &["page", "--long", "--for", &doctor]);
    assert!(!held.out.contains("tablet") && !held.out.contains("Penicillin"));
    assert!(!held.out.contains("She listened"), "that is hers alone");
    let told = "You chose for Any GP here: Medicine and allergies: don't show.";
    assert!(held.err.contains(told), "{}", held.err);
    assert!(
        !preview(&computer, &["page", "--long"]).out.contains("tablet"),
        "nobody named may be any of them"
    );
    let other = person(&computer, &["Nurse", "--as", "clinician"]);
    assert!(preview(&computer, &["page", "--long", "--for", &other]).out.contains("tablet"));
    let list = computer.run(&["choice", "list"]).ok().out;
    assert!(
        list.contains("Any GP here: Medicine and allergies: Don't show")
            && list.contains("what goes on a page")
    );
    computer.run(&["choice", "remove", &id(&chosen)]).ok();
    assert!(preview(&computer, &["page", "--long", "--for", &doctor]).out.contains("tablet"));
    computer.run(&["choice", "set", "planets", "never"]).fails(2);
    computer.run(&["choice", "set", "everything", "never", "--until", "2000-01-01"]).ok();
    let ended = preview(&computer, &["page", "--long"]);
    assert!(!ended.out.contains("tablet"), "what has ended is asked for each time");
    assert!(preview(&computer, &["page", "--long", "--with", "medicines"]).out.contains("tablet"));
}

#[test]
fn a_person_who_goes_takes_their_choices_along() {
    let computer = with_card();
    let doctor = person(&computer, &["Dr Khan", "--as", "clinician"]);
    computer.run(&["choice", "set", "everything", "never", "--for", &doctor]).ok();
    computer.run(&["person", "remove", &doctor, "--yes"]).ok();
    assert_eq!(computer.run(&["choice", "list", "--json"]).json(), json!([]));
    computer.run(&["show", "text", "--for", &doctor]).fails(5);
}

#[test]
fn lines_about_it_end_are_kept_and_deleted() {
    let computer = with_card();
    let doctor = person(&computer, &["Dr Khan", "--as", "clinician"]);
    let shown = ["show", "text", "--long", "--for", &doctor, "--keep-words", "--yes", "--json"];
    let shown = computer.run(&shown).json();
    let receipt = shown["receipt"].as_str().expect("a receipt").to_owned();
    let told = computer.run(&["receipt", "show", &receipt[..6]]).ok().out;
    assert!(
        told.contains("to Dr Khan, as plain text.") && told.contains("They keep what they have."),
        "{told}"
    );
    assert!(told.contains("A letter for work"), "she asked to keep the words");
    let ended = computer.run(&["receipt", "end", &receipt]).ok().out;
    assert!(ended.contains("Please don't use or pass on what I showed you"), "{ended}");
    assert_eq!(computer.run(&["receipt", "list", "--json"]).json()[0]["why"], "asked");
    let file = computer.path("shown.json");
    computer.run(&["receipt", "export", file.to_str().expect("a path")]).ok();
    let record: Value = serde_json::from_slice(&fs::read(file).expect("it is there")).expect("JSON");
    assert_eq!(record["entry"][1]["resource"]["status"], "inactive");
    assert!(!record.to_string().contains("letter"), "no words");
    computer.run(&["show", "text", "--note", "00"]).fails(5);
    computer.run(&["receipt", "delete", &receipt]).fails(10);
    computer.run(&["receipt", "delete", &receipt, "--yes"]).ok();
    assert!(computer.run(&["receipt", "list"]).ok().out.contains("You have shown nothing from here."));
}

#[test]
fn ways_of_services() {
    let computer = with_card();
    let to = |way: &str, more: &[&str]| {
        let file = computer.path(&format!("{way}.out"));
        let command = ["show", way, "--yes", "--json", "--to", file.to_str().expect("a path")];
        let told = computer.run(&[&command[..], more].concat()).json();
        (told, fs::read(file).expect("it is there"))
    };
    let (_, document) = to("fhir", &["--long"]);
    let document: Value = serde_json::from_slice(&document).expect("JSON");
    assert_eq!(
        (&document["type"], &document["entry"][0]["resource"]["status"]),
        (&json!("document"), &json!("final"))
    );
    let (_, code) = to("qr", &[]);
    assert!(String::from_utf8_lossy(&code).contains("<svg"));
    let (told, sealed) = to("seal", &["--long"]);
    assert!(sealed.starts_with(b"age-encryption.org/v1"));
    assert_eq!(told["words"].as_str().map(|words| words.split(' ').count()), Some(12));
    computer.run(&["show", "seal", "--yes"]).fails(2);
}

#[test]
fn a_short_card_of_too_many_words_is_not_given() {
    let computer = with_card();
    computer.run(&["card", "set", "--allergies", &"word ".repeat(120)]).ok();
    let file = computer.path("page.txt");
    let refused = computer.run(&["show", "text", "--yes", "--to", file.to_str().expect("a path")]).fails(2);
    assert!(refused.err.contains("words too long"), "{}", refused.err);
    assert!(!file.exists(), "nothing lies there");
    computer.run(&["show", "text", "--long", "--yes"]).ok();
}

#[test]
fn all_of_it_comes_along_in_a_copy_and_ends() {
    let computer = with_card();
    let doctor = person(&computer, &["Dr Khan", "--as", "clinician"]);
    computer.run(&["choice", "set", "medicines", "never", "--for", &doctor]).ok();
    computer.run(&["show", "text", "--long", "--for", &doctor, "--yes"]).ok();
    let file = computer.path("copy.age");
    let path = file.to_str().expect("a path");
    let words =
        computer.run(&["copy", "make", path, "--json"]).json()["words"].as_str().expect("words").to_owned();
    let other = Computer::with_notebook();
    let restored =
        other.run_with(&["copy", "restore", path, "--yes", "--json"], &[("FERNBOOK_WORDS", &words)]).json();
    assert_eq!(
        (&restored["card"], &restored["choices"], &restored["receipts"]),
        (&json!(1), &json!(1), &json!(1))
    );
    assert!(!preview(&other, &["text", "--long", "--for", &doctor]).out.contains("tablet"));
    assert_eq!(other.run(&["receipt", "list", "--json"]).json()[0]["why"], "restored");
    let again =
        other.run_with(&["copy", "restore", path, "--yes", "--json"], &[("FERNBOOK_WORDS", &words)]).json();
    assert_eq!((&again["card"], &again["choices"], &again["receipts"]), (&json!(0), &json!(0), &json!(0)));
}

#[test]
fn a_plain_notebook_reaches_no_card() {
    let computer = Computer::new();
    let two = [("FERNBOOK_PIN", PIN), ("FERNBOOK_SECOND_PIN", SECOND_PIN)];
    computer.run_with(&["init", "--notebooks", "2"], &two).ok();
    let plain = [("FERNBOOK_PIN", SECOND_PIN)];
    for command in [
        &["card", "show"][..],
        &["card", "set", "--want", "Zanzibar"],
        &["choice", "list"],
        &["choice", "set", "everything", "never"],
        &["show", "preview", "text"],
        &["receipt", "list"],
        &["person", "add", "Zanzibar", "--as", "clinician"],
    ] {
        let refused = computer.run_with(&[command, &["--json"]].concat(), &plain).fails(5);
        assert_eq!(error_code(&refused), "not_found");
        assert!(!refused.err.contains("Zanzibar"));
    }
}
