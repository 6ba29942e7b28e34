//! At a terminal: prompts that show nothing, questions, the editor, Ctrl-C, and text that can't act on it.

mod common;

use std::fs;

use common::terminal::Terminal;
use common::{Computer, PIN, error_code};
use serde_json::json;

#[test]
fn init_asks_one_or_two_and_shows_no_pin() {
    let computer = Computer::new();
    let mut terminal = Terminal::start(&computer, &["init"], &[]);
    terminal.wait_for("Type 1 or 2:");
    terminal.type_in("2\n");
    for pin in [PIN, "blue window"] {
        terminal.answer_hidden("New PIN: ", pin);
        terminal.answer_hidden("once more: ", pin);
    }
    let (seen, code) = terminal.end();
    assert_eq!(code, 0, "{seen}");
    assert!(!seen.contains("door") && !seen.contains("window"), "{seen}");
    assert!(computer.list().is_empty());
    let second = computer.run_with(&["note", "list", "--json"], &[("FERNBOOK_PIN", "blue window")]).json();
    assert_eq!(second.as_array().unwrap().len(), 5);
}

#[test]
fn a_new_pin_that_is_weak_or_mistyped_is_asked_for_again() {
    let computer = Computer::new();
    let mut terminal = Terminal::start(&computer, &["init"], &[]);
    terminal.wait_for("Type 1 or 2:");
    terminal.type_in("\n");
    terminal.wait_for("Type 1 or 2:");
    terminal.type_in("1\n");
    terminal.answer_hidden("New PIN: ", "123456");
    terminal.wait_for("choose another");
    terminal.answer_hidden("New PIN: ", PIN);
    terminal.answer_hidden("once more: ", "grean door");
    terminal.wait_for("not the same");
    terminal.answer_hidden("New PIN: ", PIN);
    terminal.answer_hidden("once more: ", PIN);
    let (seen, code) = terminal.end();
    assert_eq!(code, 0, "{seen}");
    assert!(computer.list().is_empty());
}

#[test]
fn different_new_pins_make_nothing() {
    let computer = Computer::new();
    let mut terminal = Terminal::start(&computer, &["init", "--notebooks", "1"], &[]);
    for _ in 0..3 {
        terminal.answer_hidden("New PIN: ", "green door");
        terminal.answer_hidden("once more: ", "grean door");
    }
    let (seen, code) = terminal.end();
    assert_eq!(code, 2, "{seen}");
    assert!(!computer.path("notebook").exists());
}

#[test]
fn words_shown_once_stand_on_short_lines_and_are_read_back_from_them() {
    let computer = Computer::with_notebook();
    let shown = computer.run(&["recovery", "make"]).ok().out;
    let lines: Vec<&str> = shown.lines().filter(|line| line.starts_with("  ")).collect();
    assert_eq!(lines.len(), 3, "{shown}");
    let mut terminal = Terminal::start(&computer, &["recover"], &[]);
    for line in &lines {
        terminal.answer_hidden("Recovery words: ", line);
    }
    terminal.answer_hidden("New PIN: ", "blue window");
    terminal.answer_hidden("once more: ", "blue window");
    let (seen, code) = terminal.end();
    assert_eq!(code, 0, "{seen}");
}

#[test]
fn what_was_written_by_hand_is_not_lost_when_it_cannot_be_saved() {
    let computer = Computer::with_notebook();
    let id = computer.add("before", &[]);
    let pin = ("FERNBOOK_PIN", PIN);
    let mut terminal = Terminal::start(&computer, &["note", "edit", &id], &[pin]);
    terminal.wait_for("takes the place of the text");
    terminal.wait_for("empty line.");
    terminal.type_in("\x03");
    assert_eq!(terminal.end().1, 130);
    let not_a_date = ["note", "edit", &id, "--at", "noon"];
    let (seen, code) = Terminal::start(&computer, &not_a_date, &[pin]).end();
    assert!(code == 2 && !seen.contains("Write your note"), "said before she writes: {seen}");
    let breaks = ("EDITOR", "sh -c 'echo hers > \"$0\"; false'");
    let (seen, code) = Terminal::start(&computer, &["note", "edit", &id], &[pin, breaks]).end();
    assert!(code == 1 && seen.contains("kept as a draft"), "{seen}");
    assert_eq!(computer.show(&id)["text"], "before");
    let draft = computer.run(&["draft", "show", "--note", &id, "--json"]).json();
    assert_eq!(draft["text"], "hers");
    let (seen, code) = Terminal::start(&computer, &["note", "edit", &id], &[pin, ("EDITOR", "true")]).end();
    assert_eq!((code, &computer.show(&id)["text"]), (0, &json!("hers")), "{seen}");
    assert_eq!(computer.run(&["draft", "list", "--json"]).json(), json!([]));
}

#[test]
fn a_question_takes_yes_and_no() {
    let computer = Computer::with_notebook();
    let id = computer.add("one", &[]);
    for (answer, left) in [("no\n", 1), ("\n", 1), ("perhaps\nno\n", 1), ("Yes\n", 0)] {
        let mut terminal = Terminal::start(&computer, &["note", "delete", &id, "--for-good"], &[]);
        terminal.answer_hidden("PIN: ", PIN);
        terminal.wait_for("It can't come back.");
        terminal.wait_for("Type yes or no: ");
        terminal.type_in(answer);
        let (seen, code) = terminal.end();
        assert_eq!(code, 0, "{seen}");
        assert_eq!(computer.list().len(), left, "{answer:?}");
    }
}

#[test]
fn ctrl_c_at_a_prompt_or_while_writing_leaves_nothing() {
    let computer = Computer::with_notebook();
    let mut terminal = Terminal::start(&computer, &["note", "add"], &[]);
    terminal.answer_hidden("PIN: ", "half a\x03");
    assert_eq!(terminal.end_here().1, 130);
    assert!(terminal.shows_typing(), "the shell after it shows what is typed");
    let mut terminal = Terminal::start(&computer, &["note", "add"], &[]);
    terminal.answer_hidden("PIN: ", "\x04");
    let (seen, code) = terminal.end();
    assert!(code == 130 && seen.contains("Nothing was left half done"), "{code} {seen}");
    let mut terminal = Terminal::start(&computer, &["note", "add"], &[("FERNBOOK_PIN", PIN)]);
    terminal.wait_for("empty line.");
    terminal.type_in("not to be kept\n");
    terminal.type_in("\x03");
    assert_eq!(terminal.end().1, 130);
    assert!(computer.list().is_empty());
    let mut terminal = Terminal::start(&computer, &["note", "add"], &[("FERNBOOK_PIN", PIN)]);
    terminal.wait_for("empty line.");
    terminal.type_in("kept\n\x04");
    assert_eq!(terminal.end().1, 0);
    assert_eq!(computer.list().len(), 1);
}

#[test]
fn another_window_has_to_wait() {
    let computer = Computer::with_notebook();
    let mut first = Terminal::start(&computer, &["note", "add"], &[("FERNBOOK_PIN", PIN)]);
    first.wait_for("empty line.");
    let second = computer.run(&["note", "list", "--json"]).fails(6);
    assert_eq!(error_code(&second), "in_use");
    first.type_in("kept\n\x04");
    assert_eq!(first.end().1, 0);
    assert_eq!(computer.list().len(), 1);
}

#[test]
fn ctrl_c_during_an_import_leaves_nothing_of_it() {
    let computer = Computer::with_notebook();
    fs::create_dir(computer.path("diary")).unwrap();
    for number in 0..4000 {
        let name = format!("diary/{number}.md");
        fs::write(computer.path(&name), format!("# {number}\nwords of the day")).unwrap();
    }
    let mut terminal = Terminal::start(&computer, &["import", "diary", "--yes"], &[("FERNBOOK_PIN", PIN)]);
    terminal.wait_for("I found 4000 notes");
    terminal.type_in("\x03");
    let (seen, code) = terminal.end();
    assert_eq!(code, 130, "{seen}");
    assert!(seen.contains("Nothing was left half done"), "{seen}");
    assert!(computer.list().is_empty());
}

#[test]
fn the_editor_sees_the_text_and_no_secret() {
    let computer = Computer::with_notebook();
    let id = computer.add("before", &[]);
    let editor = computer.path("editor");
    let report = computer.path("report");
    let script = format!(
        "#!/bin/sh\n{{ env | grep '^FERNBOOK_.*\\(PIN\\|WORDS\\)='; stat -f -c %T \"$1\"; stat -c %a \"$1\"; cat \"$1\"; }} > {}\necho after > \"$1\"\n",
        report.display()
    );
    fs::write(&editor, script).unwrap();
    let call = format!("sh {}", editor.display());
    let secrets = [("FERNBOOK_PIN", PIN), ("FERNBOOK_WORDS", "some words"), ("EDITOR", &call)];
    let (seen, code) = Terminal::start(&computer, &["note", "edit", &id], &secrets).end();
    assert_eq!(code, 0, "{seen}");
    assert_eq!(fs::read_to_string(report).unwrap(), "tmpfs\n600\nbefore");
    assert_eq!(computer.show(&id)["text"], "after");
}

#[test]
fn text_of_hers_never_acts_on_the_terminal() {
    let computer = Computer::with_notebook();
    let text = "one\x1b[2Jtwo\x07\u{9b}31m \u{202e}three";
    let id = computer.add(text, &["--title", "\x1b]0;title\x07"]);
    for arguments in [["note", "show", &id], ["note", "list", "--limit=9"], ["search", "two", "--around"]] {
        let (seen, code) = Terminal::start(&computer, &arguments, &[("FERNBOOK_PIN", PIN)]).end();
        assert_eq!(code, 0, "{seen}");
        assert!(!seen.contains(['\x1b', '\x07', '\u{9b}', '\u{202e}']), "{seen:?}");
    }
    assert_eq!(computer.show(&id)["text"], json!(text), "what is kept is hers, byte for byte");
}
