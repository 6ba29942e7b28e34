//! Writing, finding, changing and deleting notes.

mod common;

use common::{Computer, error_code, files_below};
use serde_json::json;

#[test]
fn a_note_is_written_found_and_shown() {
    let computer = Computer::with_notebook();
    let options = ["--title", "The fig", "--topic", "garden", "--topic", "Rain", "--at", "2026-07-01T09:10"];
    let id = computer.add("Rain on the fig tree.\nIt grew.\n", &options);
    let note = computer.show(&id[..8]);
    assert_eq!(note["text"], "Rain on the fig tree.\nIt grew.");
    assert_eq!(note["title"], "The fig");
    assert_eq!(note["topics"], json!(["garden", "Rain"]));
    assert_eq!(note["at"], "2026-07-01T08:10:00Z");
    assert_eq!((&note["zone"], &note["local"]), (&json!("Europe/London"), &json!("2026-07-01T09:10:00")));
    let found = computer.run(&["search", "fi", "--json"]).json();
    assert_eq!(found[0]["id"], note["id"]);
    assert_eq!(found[0]["marks"], json!([[12, 15]]));
    assert_eq!(computer.run(&["search", "nothing", "--json"]).json(), json!([]));
}

#[test]
fn lists_show_date_and_label_and_never_her_words() {
    let computer = Computer::with_notebook();
    computer.add("a secret wren", &["--at", "2026-12-01T09:10"]);
    let listed = computer.run(&["note", "list"]).ok().out;
    assert!(listed.contains("Tuesday 1 December 2026, 9:10 in the morning"), "{listed}");
    assert!(!listed.contains("wren"));
    assert!(!computer.run(&["note", "list", "--json"]).ok().out.contains("wren"));
    assert!(!computer.run(&["search", "wren"]).ok().out.contains("wren"));
    assert!(computer.run(&["search", "wren", "--around"]).ok().out.contains("a secret wren"));
}

#[test]
fn pages_go_on_after_the_last_note() {
    let computer = Computer::with_notebook();
    for day in 1..=5 {
        computer.add(&format!("day {day}"), &["--at", &format!("2026-01-0{day}")]);
    }
    let first = computer.run(&["note", "list", "--limit", "3", "--json"]).json();
    let last = first[2]["id"].as_str().unwrap();
    let second = computer.run(&["note", "list", "--limit", "3", "--after", last, "--json"]).json();
    assert_eq!(first.as_array().unwrap().len(), 3);
    assert_eq!(second.as_array().unwrap().len(), 2);
    assert_eq!(second[1]["local"], "2026-01-01T12:00:00");
    let told = computer.run(&["note", "list", "--limit", "3"]).ok().out;
    assert!(told.contains(&format!("fernbook note list --limit 3 --after {}", &last[..8])), "{told}");
}

#[test]
fn a_change_can_be_taken_back() {
    let computer = Computer::with_notebook();
    let id = computer.add("before", &[]);
    computer.feed(&["note", "edit", &id, "--title", "New"], "after").ok();
    assert_eq!(computer.show(&id)["text"], "after");
    computer.run(&["note", "edit", &id, "--keep-text", "--title", "Newer"]).ok();
    assert_eq!(
        (&computer.show(&id)["text"], &computer.show(&id)["title"]),
        (&json!("after"), &json!("Newer"))
    );
    computer.run(&["note", "pin", &id]).ok();
    assert_eq!(computer.show(&id)["pinned"], true);
    computer.run(&["note", "undo"]).ok();
    assert_eq!(computer.show(&id)["pinned"], false);
}

#[test]
fn the_bin_gives_back_and_for_good_is_for_good() {
    let computer = Computer::with_notebook();
    let (one, two) = (computer.add("one note", &[]), computer.add("two notes", &[]));
    computer.run(&["note", "delete", &one]).ok();
    assert_eq!(computer.list().len(), 1);
    assert_eq!(computer.run(&["bin", "list", "--json"]).json()[0]["id"], json!(one));
    computer.run(&["note", "restore", &one]).ok();
    assert_eq!(computer.list().len(), 2);
    computer.run(&["note", "delete", &one, "--for-good"]).fails(10);
    assert_eq!(computer.list().len(), 2);
    computer.run(&["note", "delete", &one, "--for-good", "--yes"]).ok();
    computer.run(&["note", "show", &one]).fails(5);
    computer.run(&["note", "delete", &two]).ok();
    computer.run(&["bin", "empty"]).fails(10);
    assert_eq!(computer.run(&["bin", "empty", "--yes", "--json"]).json(), json!({ "deleted": 1 }));
    assert!(computer.list().is_empty());
}

#[test]
fn older_texts_are_kept_only_when_she_wants() {
    let computer = Computer::with_notebook();
    let id = computer.add("first", &[]);
    computer.feed(&["note", "edit", &id], "second").ok();
    assert_eq!(computer.run(&["note", "history", &id, "--json"]).json(), json!([]));
    assert_eq!(computer.run(&["settings", "history", "on", "--json"]).json(), json!({ "history": true }));
    computer.feed(&["note", "edit", &id], "third").ok();
    assert_eq!(computer.run(&["note", "history", &id, "--json"]).json().as_array().unwrap().len(), 1);
    assert_eq!(computer.run(&["note", "history", &id, "--show", "1", "--json"]).json()["text"], "second");
    computer.run(&["note", "history", &id, "--restore", "1"]).ok();
    assert_eq!(computer.show(&id)["text"], "second");
    computer.run(&["note", "history", &id, "--clear", "--yes"]).ok();
    assert_eq!(computer.run(&["note", "history", &id, "--json"]).json(), json!([]));
    computer.run(&["note", "history", &id, "--show", "1"]).fails(5);
}

#[test]
fn a_draft_waits_and_goes_when_the_note_is_saved() {
    let computer = Computer::with_notebook();
    computer.feed(&["draft", "save"], "half a thought").ok();
    let listed = computer.run(&["draft", "list"]).ok().out;
    assert!(listed.starts_with("a new note") && !listed.contains("thought"), "{listed}");
    assert_eq!(computer.run(&["draft", "show", "--json"]).json()["text"], "half a thought");
    computer.feed(&["draft", "save"], "half a thought, and more").ok();
    let id = computer.add("half a thought, and more of it", &[]);
    computer.run(&["draft", "show"]).fails(5);
    computer.feed(&["draft", "save", "--note", &id], "more").ok();
    computer.run(&["draft", "discard", "--note", &id]).ok();
    assert_eq!(computer.run(&["draft", "list", "--json"]).json(), json!([]));
}

#[test]
fn topics_are_counted_and_renamed() {
    let computer = Computer::with_notebook();
    computer.add("one", &["--topic", "garden"]);
    computer.add("two", &["--topic", "Garden"]);
    let topics = computer.run(&["topics", "--json"]).json();
    assert_eq!((topics.as_array().unwrap().len(), &topics[0]["notes"]), (1, &json!(2)));
    computer.run(&["topics", "rename", "garden", "Plants"]).ok();
    let listed = computer.run(&["note", "list", "--topic", "plants", "--json"]).json();
    assert_eq!(listed.as_array().unwrap().len(), 2);
    computer.run(&["note", "list", "--topic", "garden"]).fails(5);
}

#[test]
fn files_go_in_and_come_out() {
    let computer = Computer::with_notebook();
    let id = computer.add("with a sound", &[]);
    std::fs::write(computer.path("a sound.bin"), vec![7; 700_000]).unwrap();
    let added = computer.run(&["note", "attach", &id, "a sound.bin", "--json"]).json();
    assert_eq!((&added["name"], &added["size"]), (&json!("a sound.bin"), &json!(700_000)));
    let file = added["id"].as_str().unwrap();
    computer.run(&["note", "attachment", "save", file, "out.bin"]).ok();
    assert_eq!(std::fs::read(computer.path("out.bin")).unwrap(), vec![7; 700_000]);
    computer.run(&["note", "attachment", "save", file, "out.bin"]).fails(1);
    computer.run(&["note", "attachment", "remove", file]).fails(10);
    computer.run(&["note", "attachment", "remove", file, "--yes"]).ok();
    assert_eq!(computer.run(&["note", "attachment", "list", &id, "--json"]).json(), json!([]));
    computer.run(&["note", "attach", &id, "no such file"]).fails(5);
}

#[test]
fn what_is_not_there_or_not_understood_is_said_without_her_words() {
    let computer = Computer::with_notebook();
    let id = computer.add("one", &[]);
    for (arguments, code, name) in [
        (vec!["note", "show", "ffffffffffffffffffffffffffffffff"], 5, "not_found"),
        (vec!["note", "show", "my wren"], 2, "not_understood"),
        (vec!["note", "add", "--at", "wren o'clock"], 2, "not_understood"),
        (vec!["note", "add", "--zone", "Wren/Town"], 2, "not_understood"),
        (vec!["note", "list", "--topic", "wren"], 5, "not_found"),
        (vec!["note", "wren"], 2, "usage"),
        (vec!["note", "list", "--limit", "wren"], 2, "usage"),
        (vec!["--wren"], 2, "usage"),
        (vec!["note", "edit", id.as_str()], 2, "no_text"),
        (vec!["note", "undo", "wren"], 2, "usage"),
        (vec!["note", "list", "--on", "wren"], 2, "not_understood"),
        (vec!["settings", "history", "wren"], 2, "not_understood"),
        (vec!["import", "wren"], 5, "no_file"),
    ] {
        let done = computer.run(&[&arguments[..], &["--json"]].concat()).fails(code);
        assert_eq!(error_code(&done), name, "{arguments:?}");
        assert!(done.out.is_empty() && !done.err.contains("wren"), "{arguments:?} {}", done.err);
        let said = computer.run(&arguments).fails(code).err;
        assert!(!said.to_lowercase().contains("wren") && said.lines().count() <= 2, "{said}");
    }
}

#[test]
fn a_draft_stays_when_other_words_are_saved() {
    let computer = Computer::with_notebook();
    computer.feed(&["draft", "save", "--title", "Half"], "half a thought").ok();
    computer.feed(&["draft", "save"], "half a thought, and more").ok();
    let id = computer.add("something else", &[]);
    let draft = computer.run(&["draft", "show", "--json"]).json();
    assert_eq!((&draft["title"], &draft["text"]), (&json!("Half"), &json!("half a thought, and more")));
    computer.feed(&["draft", "save", "--note", &id], "not yet").ok();
    computer.run(&["note", "edit", &id, "--keep-text", "--title", "Else"]).ok();
    computer.feed(&["note", "edit", &id], "something new").ok();
    assert_eq!(computer.run(&["draft", "show", "--note", &id, "--json"]).json()["text"], "not yet");
}

#[test]
fn a_title_alone_may_change_where_there_is_no_text() {
    let computer = Computer::with_notebook();
    let id = computer.add("one", &[]);
    computer.run(&["note", "edit", &id, "--title", "Wren"]).ok();
    let note = computer.show(&id);
    assert_eq!((&note["title"], &note["text"]), (&json!("Wren"), &json!("one")));
}

#[test]
fn notes_of_a_day_a_month_or_a_year_are_listed_by_the_clock_where_they_were_written() {
    let computer = Computer::with_notebook();
    let late = ["--at", "2026-03-01T23:30", "--zone", "America/New_York"];
    let early = ["--at", "2026-03-01T00:10", "--zone", "Pacific/Auckland"];
    let ids = [computer.add("late", &late), computer.add("early", &early)];
    computer.add("the day after", &["--at", "2026-03-02T00:10"]);
    computer.add("the year before", &["--at", "2025-12-31"]);
    let on = |day: &str| -> Vec<String> {
        let listed = computer.run(&["note", "list", "--on", day, "--json"]).json();
        listed.as_array().unwrap().iter().map(|line| line["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(on("2026-03-01"), ids);
    assert_eq!((on("2026-03").len(), on("2026").len(), on("2025").len(), on("1660").len()), (3, 3, 1, 0));
    let first = computer.run(&["note", "list", "--on", "2026-03", "--limit", "2"]).ok().out;
    let after = first.lines().last().unwrap();
    assert!(after.contains("fernbook note list --on 2026-03 --limit 2 --after"), "{after}");
    let none = computer.run(&["note", "list", "--on", "1660"]).ok().out;
    assert!(!none.contains("note add"), "she has notes, if not from then: {none}");
    computer.run(&["note", "list", "--on", "wren"]).fails(2);
    computer.run(&["note", "list", "--limit", "0"]).fails(2);
}

#[test]
fn words_to_look_for_can_be_kept_from_the_command() {
    let computer = Computer::with_notebook();
    let id = computer.add("a wren", &[]);
    assert_eq!(computer.feed(&["search", "--json"], "wren\n").json()[0]["id"], json!(id));
    computer.run(&["search"]).fails(2);
}

#[test]
fn no_file_holds_her_words() {
    let computer = Computer::with_notebook();
    let id = computer.add("quillwort in the pond", &["--title", "Quillwort"]);
    computer.feed(&["draft", "save"], "quillwort once more").ok();
    computer.feed(&["note", "edit", &id], "the quillwort is gone").ok();
    computer.run(&["search", "quillwort"]).ok();
    for (path, bytes) in files_below(computer.root.path()) {
        let held = bytes.to_ascii_lowercase().windows(9).any(|piece| piece == b"quillwort");
        assert!(!held, "{}", path.display());
    }
}

#[test]
fn nobody_reading_is_no_trouble_but_for_words_shown_once() {
    let computer = Computer::with_notebook();
    let id = computer.add(&"long line of words\n".repeat(50_000), &["--at", "2020-01-01"]);
    let unread = |arguments: &[&str]| {
        let (nobody, pipe) = std::io::pipe().unwrap();
        drop(nobody);
        let output = computer.command(arguments).stdout(pipe).output().unwrap();
        assert!(output.stderr.is_empty());
        output.status.code()
    };
    assert_eq!(unread(&["note", "show", &id]), Some(0));
    std::fs::write(computer.path("a.txt"), "a file").unwrap();
    assert_eq!(unread(&["note", "attach", &id, "a.txt"]), Some(0));
    assert_eq!(
        computer.show(&id)["attachments"].as_array().unwrap().len(),
        1,
        "the work is done all the same"
    );
    assert_eq!(unread(&["copy", "make", "copy.age"]), Some(1));
    assert!(!computer.path("copy.age").exists(), "nobody could open it");
    assert_eq!(unread(&["recovery", "make", "--json"]), Some(1));
}
