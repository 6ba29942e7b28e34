//! The core's side of `tests/calendar/run.py`, in no product: one case a line on standard input, one answer a line on
//! standard output.
//!
//! `calendar days`: a rule, its first day, from and to, between tabs; the answer is the days, or `refused`.
//! `calendar write`: a visit as JSON; the answer is JSON of the file that is written (`file`) and of the times of its
//! single visits (`times`), each in UTC with the day of a visit without a time, through the years after its first.
#![allow(clippy::print_stdout)]
// A test: a panic is what it would tell.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::io::BufRead;

use chrono::{Days, NaiveDate};
use fernbook_core::calendar::{Show, Writing, write};
use fernbook_core::time::{Moment, Zone};
use fernbook_core::visits::occurrence::{between, checked_rule};
use fernbook_core::visits::repeat::Repeat;
use fernbook_core::visits::visit::Visit;
use fernbook_core::visits::when::When;

/// For how many days a written visit is compared.
const YEARS: Days = Days::new(800);

fn main() {
    let answer = match std::env::args().nth(1).as_deref() {
        Some("days") => days,
        _ => written,
    };
    for line in std::io::stdin().lock().lines() {
        println!("{}", answer(&line.unwrap()));
    }
}

fn days(line: &str) -> String {
    let parts: Vec<&str> = line.split('\t').collect();
    let day = |place: usize| parts[place].parse::<NaiveDate>().unwrap();
    let (first, from, to) = (day(1), day(2), day(3));
    let Ok(rule) = checked_rule(parts[0], first) else { return "refused".into() };
    let repeat = Some(Repeat { rule, ..Repeat::default() });
    let visit = Visit { when: When::Day(first), repeat, ..Visit::default() };
    let all = between(&visit, from, to).into_iter().filter_map(|one| one.when.day());
    all.map(|day| day.to_string()).collect::<Vec<_>>().join(" ")
}

fn written(line: &str) -> String {
    let visit: Visit = serde_json::from_str(line).unwrap();
    let made = Moment::parse("2026-11-22T10:00:00Z").unwrap();
    let how = Writing { show: Show::Whole, title: "Water the plants", product: "A notebook", made };
    let file = write(&[("one-uid".to_owned(), &visit)], &how).text;
    let first = visit.when.day().unwrap();
    let all = between(&visit, first, first + YEARS).into_iter();
    let times: Vec<String> = all.map(|one| told(one.when, visit.zone)).collect();
    serde_json::json!({ "file": file, "times": times }).to_string()
}

fn told(when: When, zone: Zone) -> String {
    let at = when.start().map(|at| zone.moment_of(at).unwrap().to_rfc3339());
    at.unwrap_or_else(|| when.day().unwrap().to_string())
}
