//! Dates: put down, changed, planned, called off and reminded of.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test that can't go on has failed")]

mod common;

use common::{Computer, SECOND_PIN};
use serde_json::{Value, json};

fn add(computer: &Computer, arguments: &[&str]) -> String {
    let added = computer.run(&[&["visit", "add", "--json"], arguments].concat()).json();
    added["id"].as_str().expect("an id").to_owned()
}

fn show(computer: &Computer, id: &str) -> Value {
    computer.run(&["visit", "show", id, "--json"]).json()
}

fn listed(computer: &Computer, options: &[&str]) -> Vec<String> {
    let list = computer.run(&[&["visit", "list", "--json"], options].concat()).json();
    let list = list.as_array().expect("a bare array").clone();
    list.iter().map(|line| line["date"].as_str().unwrap_or("none").to_owned()).collect()
}

#[test]
fn a_date_is_put_down_changed_called_off_and_taken_out() {
    let computer = Computer::with_notebook();
    assert!(computer.run(&["visit", "list"]).ok().out.contains("fernbook visit add"));
    let id = add(&computer, &["Dr Osei", "--on", "2099-12-01", "--at", "9:10", "--place", "Top floor"]);
    let shown = show(&computer, &id);
    assert_eq!(shown["when"], json!({ "date": "2099-12-01", "time": "09:10", "until": null }));
    assert_eq!((&shown["zone"], &shown["place"]), (&json!("Europe/London"), &json!("Top floor")));
    let told = computer.run(&["visit", "list"]).ok().out;
    assert!(told.contains("Tuesday 1 December 2099, 9:10 in the morning") && told.contains("Dr Osei"));
    // A day alone keeps the time; what is not given stays.
    computer.run(&["visit", "edit", &id[..8], "--on", "2099-12-02"]).ok();
    assert_eq!(show(&computer, &id)["when"], json!({ "date": "2099-12-02", "time": "09:10", "until": null }));
    computer.run(&["visit", "edit", &id, "--from", "8:00", "--to", "13:00", "--kind", "phone"]).ok();
    let told = computer.run(&["visit", "show", &id]).ok().out;
    assert!(told.contains("between 8:00 in the morning and 1:00 in the afternoon"), "{told}");
    assert!(told.contains("Please ring me, I have no credit.") && told.contains("stays in Messages"));
    computer.run(&["visit", "cancel", &id]).ok();
    assert!(computer.run(&["visit", "list"]).ok().out.contains("It is called off."));
    computer.run(&["visit", "cancel", &id, "--back"]).ok();
    assert_eq!(show(&computer, &id)["status"], "planned");
    computer.run(&["visit", "remove", &id]).fails(10);
    computer.run(&["visit", "remove", &id, "--yes"]).ok();
    computer.run(&["visit", "show", &id]).fails(5);
    computer.run(&["visit", "undo"]).ok();
    assert_eq!(show(&computer, &id)["kind"], "phone");
}

#[test]
fn what_can_not_be_is_told_and_changes_nothing() {
    let computer = Computer::with_notebook();
    for odd in [
        ["--at", "9:10"].as_slice(),
        &["--on", "2099-02-30"],
        &["--on", "2099-12-01", "--from", "13:00", "--to", "8:00"],
        &["--on", "2099-12-01", "--from", "13:00"],
        &["--on", "2099-12-01", "--repeat", "now and then"],
        &["--repeat", "week"],
        &["--remind", "soon"],
        &["--zone", "Atlantis"],
    ] {
        computer.run(&[&["visit", "add", "A"], odd].concat()).fails(2);
    }
    assert!(listed(&computer, &[]).is_empty());
    computer.run(&["visit", "show", "00"]).fails(5);
}

#[test]
fn a_group_comes_again_and_single_days_are_moved_or_left_out() {
    let computer = Computer::with_notebook();
    let id = add(&computer, &["Group", "--on", "2099-12-01", "--at", "18:00", "--repeat", "week"]);
    let december = ["--month", "2099-12"];
    let days = |names: [&str; 5]| names.map(|day| format!("2099-12-{day}")).to_vec();
    assert_eq!(listed(&computer, &december), days(["01", "08", "15", "22", "29"]));
    computer.run(&["visit", "edit", &id, "--only", "2099-12-08", "--on", "2099-12-09", "--at", "17:00"]).ok();
    computer.run(&["visit", "cancel", &id, "--only", "2099-12-15"]).ok();
    assert_eq!(listed(&computer, &december), ["2099-12-01", "2099-12-09", "2099-12-22", "2099-12-29"]);
    computer.run(&["visit", "cancel", &id, "--only", "2099-12-16"]).fails(5);
    computer.run(&["visit", "cancel", &id, "--only", "2099-12-15", "--back"]).ok();
    assert_eq!(listed(&computer, &december).len(), 5);
    assert!(computer.run(&["visit", "show", &id]).ok().out.contains("Every week"));
}

#[test]
fn her_plan_has_three_things_to_say_and_what_helps() {
    let computer = Computer::with_notebook();
    let id = add(&computer, &["--on", "2099-12-01"]);
    let listed = computer.run(&["visit", "plan", &id]).ok().out;
    assert!(listed.contains("A woman clinician, please") && listed.contains("Easy read"));
    let say = ["visit", "plan", &id, "--say", "My sleep", "--say", "The letter"];
    computer
        .run(&[say.as_slice(), &["--helps", "The door open", "--not-ask", "My old address"]].concat())
        .ok();
    let told = computer.run(&["visit", "show", &id]).ok().out;
    for line in ["My sleep", "The letter", "The door open", "My old address"] {
        assert!(told.contains(line), "{told}");
    }
    computer.run(&["visit", "plan", &id, "--say", "a", "--say", "b", "--say", "c", "--say", "d"]).fails(2);
    assert_eq!(show(&computer, &id)["plan"]["say"], json!(["My sleep", "The letter"]));
    computer.run(&["visit", "plan", &id, "--clear"]).ok();
    assert_eq!(show(&computer, &id)["plan"]["say"], json!([]));
}

#[test]
fn what_was_said_is_put_down_only_if_she_wants() {
    let computer = Computer::with_notebook();
    let id = add(&computer, &["--on", "2020-12-01", "--at", "9:10"]);
    let told = computer.run(&["visit", "show", &id]).ok().out;
    assert!(
        !told.contains('?') || told.contains("Please can I have another time?"),
        "nothing is asked: {told}"
    );
    assert!(told.contains("I was not able to come"), "words to explain are there: {told}");
    let note = computer.add("what she said", &[]);
    computer.run(&["visit", "after", &id, "--said", "She listened", "--note", &note[..8]]).ok();
    computer.run(&["visit", "after", &id, "--next", "Ring on Friday"]).ok();
    let after = show(&computer, &id)["after"][0].clone();
    assert_eq!(
        after,
        json!({ "only": null, "said": "She listened", "next": "Ring on Friday", "note": note })
    );
    assert_eq!(listed(&computer, &["--earlier"]), ["2020-12-01"]);
    assert!(listed(&computer, &[]).is_empty());
}

#[test]
fn reminders_say_what_a_phone_would_hold_and_why_not() {
    let computer = Computer::with_notebook();
    let at = ["--on", "2099-12-01", "--at", "9:10"];
    add(
        &computer,
        &[at.as_slice(), &["--remind", "day", "--remind", "leave:40", "--cover", "Ring home"]].concat(),
    );
    add(&computer, &["--on", "2099-12-03", "--remind", "leave:40"]);
    let plan = computer.run(&["reminders", "plan", "--json"]).json();
    let held: Vec<_> = plan["held"].as_array().expect("a list").iter().map(|one| one["at"].clone()).collect();
    assert_eq!(held, ["2099-11-30T09:10:00Z", "2099-12-01T08:30:00Z"]);
    assert_eq!(
        (&plan["missing"][0]["why"], &plan["held"][0]["cover"]),
        (&json!("no-time"), &json!("Ring home"))
    );
    let full = computer.run(&["reminders", "plan", "--most", "1", "--json"]).json();
    assert_eq!(
        (full["held"].as_array().map(Vec::len), full["missing"].as_array().map(Vec::len)),
        (Some(1), Some(2))
    );
    let silent = computer.run(&["reminders", "plan", "--not-allowed"]).ok().out;
    assert!(silent.contains("the phone does not let this app show any"), "{silent}");
    computer.run(&["reminders", "quiet", "8:00", "10:00"]).ok();
    let early = computer.run(&["reminders", "plan", "--json"]).json();
    assert_eq!(
        (&early["held"][0]["at"], &early["held"][0]["early"]),
        (&json!("2099-11-30T07:59:00Z"), &json!(true))
    );
    computer.run(&["reminders", "quiet", "none"]).ok();
    assert_eq!(computer.run(&["reminders", "quiet", "--json"]).json()["quiet"], Value::Null);
    computer.run(&["reminders", "quiet", "8:00"]).fails(2);
    computer.run(&["reminders", "morning", "25:00"]).fails(2);
}

#[test]
fn a_plain_notebook_has_dates_without_a_word_of_health() {
    let computer = Computer::new();
    computer.run(&["init", "--notebooks", "2"]).ok();
    let plain = [("FERNBOOK_PIN", SECOND_PIN)];
    let added = computer.run_with(&["visit", "add", "Seeds", "--on", "2099-12-01", "--json"], &plain).json();
    let id = added["id"].as_str().expect("an id");
    let told = computer.run_with(&["visit", "show", id], &plain).ok().out;
    let plan = computer.run_with(&["visit", "plan", id], &plain).ok().out;
    for word in ["surgery", "clinician", "credit", "appointment"] {
        assert!(!told.contains(word) && !plan.contains(word), "{told}{plan}");
    }
    assert!(listed(&computer, &[]).is_empty(), "neither notebook shows the other's");
}

const INVITE: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:a@b\r\nSEQUENCE:0\r\n\
    DTSTART;TZID=Europe/London:20991201T091000\r\nSUMMARY:Dr Osei\r\nLOCATION:Top floor\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn a_calendar_file_comes_in_is_updated_and_called_off() {
    let computer = Computer::with_notebook();
    let bring = |text: &str| computer.feed(&["ics", "in", "-", "--json"], text).json();
    assert_eq!(bring(INVITE), json!({ "new": 1, "changed": 0, "called_off": 0, "same": 0, "left_out": 0 }));
    assert_eq!(bring(INVITE)["same"], 1);
    let list = computer.run(&["visit", "list", "--json"]).json();
    let id = list[0]["id"].as_str().expect("an id").to_owned();
    computer.run(&["visit", "plan", &id, "--say", "My sleep"]).ok();
    let later = INVITE.replace("SEQUENCE:0", "SEQUENCE:1").replace("T091000", "T102000");
    assert_eq!(bring(&later)["changed"], 1);
    assert_eq!(bring(INVITE)["same"], 1, "an older file changes nothing");
    let shown = show(&computer, &id);
    assert_eq!((&shown["when"]["time"], &shown["plan"]["say"]), (&json!("10:20"), &json!(["My sleep"])));
    let off = later.replace("SEQUENCE:1", "SEQUENCE:2").replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY");
    assert_eq!(bring(&off)["called_off"], 1);
    assert_eq!(show(&computer, &id)["status"], "called-off");
    computer.feed(&["ics", "in", "-"], "Dear Ms Hill").fails(2);
    computer.feed(&["ics", "in", "-"], INVITE).ok();
    computer.feed(&["ics", "in", "-"], &INVITE.replace("a@b", "c@d")).fails(10);
}

#[test]
fn a_file_for_other_calendars_says_when_and_no_more_unless_she_chooses() {
    let computer = Computer::with_notebook();
    let id = add(&computer, &["Dr Osei", "--on", "2099-12-01", "--at", "9:10", "--place", "Top floor"]);
    computer.run(&["visit", "plan", &id, "--say", "My sleep"]).ok();
    add(&computer, &["Letter"]);
    let told = computer.run(&["ics", "out", "plain.ics"]).ok().out;
    assert!(told.contains("One date is in") && told.contains("no day yet"), "{told}");
    computer.run(&["ics", "out", "whole.ics", "--whole", "--id", &id]).ok();
    let read = |name: &str| std::fs::read_to_string(computer.path(name)).expect("a file");
    let (plain, whole) = (read("plain.ics"), read("whole.ics"));
    for hers in ["Osei", "Top floor", "My sleep", "fernbook", &id] {
        assert!(!plain.contains(hers), "{plain}");
    }
    assert!(whole.contains("Dr Osei") && whole.contains("Top floor") && !whole.contains("My sleep"));
    let uid = |text: &str| text.lines().find(|line| line.starts_with("UID:")).map(str::to_owned);
    assert_eq!(uid(&plain), uid(&whole), "an update is known again");
    computer.run(&["ics", "out", "plain.ics"]).fails(1);
    let other = Computer::with_notebook();
    assert_eq!(other.feed(&["ics", "in", "-", "--json"], &whole).json()["new"], 1);
    assert_eq!(listed(&other, &[]), ["2099-12-01"]);
}

const MESSAGE: &str = "Your appointment is on Tuesday 1 December 2026 at 9.10am with Dr Osei at Fernhill Surgery. \
    You also have a phone call on 03/12/2026 between 8am and 1pm from a private number.";

#[test]
fn a_message_becomes_dates_that_she_sees_before_they_are_kept() {
    let computer = Computer::new();
    let dry = ["visit", "paste", "--dry-run", "--json", "--now", "2026-11-22T10:00"];
    // Without a notebook and without a PIN.
    let found = computer.feed(&dry, MESSAGE).json();
    let sure = |value: &str| json!({ "value": value, "sure": true });
    assert_eq!((&found[0]["date"], &found[0]["time"]), (&sure("2026-12-01"), &sure("09:10")));
    let value = |name: &str| found[1][name]["value"].clone();
    assert_eq!((value("date"), value("kind")), (json!("2026-12-03"), json!("phone")));
    assert_eq!((value("time"), value("until")), (json!("08:00"), json!("13:00")));
    assert_eq!(computer.feed(&dry, "See you soon").json(), json!([]));
    computer.run(&["init"]).ok();
    let paste = ["visit", "paste", "--now", "2026-11-22T10:00"];
    let asked = computer.feed(&paste, MESSAGE).fails(10);
    assert!(asked.out.contains("This is what I read.") && asked.out.contains("Day: Tuesday 1 December 2026"));
    assert!(listed(&computer, &["--month", "2026-12"]).is_empty());
    computer.feed(&[paste.as_slice(), &["--yes"]].concat(), MESSAGE).ok();
    assert_eq!(listed(&computer, &["--month", "2026-12"]), ["2026-12-01", "2026-12-03"]);
    let told = computer.feed(&paste, "See you soon").ok().out;
    assert!(told.contains("You can put it in yourself: fernbook visit add"), "{told}");
}
