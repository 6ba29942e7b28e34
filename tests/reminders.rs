//! What the phone holds outside the notebooks, while two of them share it and its clocks and permissions change.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that can't go on has failed")]

use std::fs;
use std::path::PathBuf;

use chrono::NaiveDateTime;
use fernbook_core::crypto::digest::Sha256;
use fernbook_core::error::{Error, Part};
use fernbook_core::id::{ReminderId, VisitId};
use fernbook_core::reminders::outside::{self, Entry};
use fernbook_core::reminders::phone::{self, Renewal};
use fernbook_core::reminders::plan::Why;
use fernbook_core::reminders::remembered;
use fernbook_core::screens::dates;
use fernbook_core::time::{Moment, Zone};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::visits::reminder::{Lead, Reminder};
use fernbook_core::visits::repeat::Repeat;
use fernbook_core::visits::store;
use fernbook_core::visits::visit::{Status, Visit};
use fernbook_core::visits::when::When;
use fernbook_core::words::{Pack, Words};
use fernbook_tests::phone::{NOW, PIN, Phone, SECOND_PIN};

/// A phone with two notebooks, and its folder for what it shows.
struct Held {
    _root: tempfile::TempDir,
    phone: Phone,
    folder: PathBuf,
}

impl Held {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let phone = Phone::at(root.path());
        phone.init(Some(SECOND_PIN), true).unwrap();
        Self { folder: root.path().join("shown"), phone, _root: root }
    }

    fn phone(&self) -> phone::Phone<'_> {
        let zone = Zone::parse("Europe/London").unwrap();
        phone::Phone {
            folder: &self.folder,
            most: 64,
            exact: true,
            allowed: true,
            zone,
            cover: "Water the plants",
        }
    }

    fn with<T>(&self, pin: &str, work: impl FnOnce(&mut Notebook) -> T) -> T {
        let (_notebooks, mut notebook) = self.phone.unlock(pin).unwrap();
        let done = work(&mut notebook);
        notebook.lock(NOW).unwrap();
        done
    }
}

fn visit(when: &str, leads: &[Lead], cover: &str) -> Visit {
    let at = NaiveDateTime::parse_from_str(when, "%Y-%m-%d %H:%M").unwrap();
    let reminder = |&lead: &Lead| Reminder { lead, cover: cover.into(), sound: false };
    Visit {
        when: When::At(at),
        zone: Zone::parse("Europe/London").unwrap(),
        title: "Doctor pomegranate".into(),
        reminders: leads.iter().map(reminder).collect(),
        ..Visit::default()
    }
}

fn add(notebook: &mut Notebook, visit: &Visit) -> VisitId {
    notebook.write(NOW, |tx| store::add(tx, visit)).unwrap()
}

fn renew(notebook: &mut Notebook, phone: &phone::Phone<'_>) -> Renewal {
    phone::renew(notebook, NOW, phone).unwrap()
}

fn shown(entries: &[Entry]) -> Vec<(String, &str)> {
    entries.iter().map(|entry| (entry.at.to_rfc3339(), entry.cover.as_str())).collect()
}

#[test]
fn the_phone_holds_what_she_asked_for_and_nothing_else_of_it() {
    let held = Held::new();
    held.with(PIN, |notebook| {
        let id = add(notebook, &visit("2026-12-01 09:10", &[Lead::Day, Lead::Leave(40)], ""));
        let renewal = renew(notebook, &held.phone());
        let expected =
            [("2026-11-30T09:10:00Z", "Water the plants"), ("2026-12-01T08:30:00Z", "Water the plants")];
        assert_eq!(shown(&renewal.entries), expected.map(|(at, cover)| (at.to_owned(), cover)));
        // Nothing changed, so neither does anything outside.
        let before = fs::read(held.folder.join("outside")).unwrap();
        assert_eq!(shown(&renew(notebook, &held.phone()).entries).len(), 2);
        assert_eq!(fs::read(held.folder.join("outside")).unwrap(), before);
        // Another time: the same ids, moved.
        let ids: Vec<ReminderId> = renewal.entries.iter().map(|entry| entry.id).collect();
        let later = visit("2026-12-02 10:20", &[Lead::Day, Lead::Leave(40)], "");
        notebook.write(NOW, |tx| store::edit(tx, id, &later)).unwrap();
        let renewal = renew(notebook, &held.phone());
        assert_eq!(renewal.entries.iter().map(|entry| entry.id).collect::<Vec<_>>(), ids);
        assert_eq!(renewal.entries[0].at.to_rfc3339(), "2026-12-01T10:20:00Z");
        // Called off: nothing comes.
        let off = Visit { status: Status::CalledOff, ..later };
        notebook.write(NOW, |tx| store::edit(tx, id, &off)).unwrap();
        assert!(renew(notebook, &held.phone()).entries.is_empty());
        assert!(notebook.read(remembered::all).unwrap().is_empty());
    });
}

#[test]
fn neither_notebook_touches_what_the_other_has_there() {
    let held = Held::new();
    held.with(PIN, |notebook| {
        add(notebook, &visit("2026-12-01 09:10", &[Lead::Day], "Ring home"));
        assert_eq!(renew(notebook, &held.phone()).entries.len(), 1);
    });
    held.with(SECOND_PIN, |notebook| {
        let id = add(notebook, &visit("2026-12-03 09:10", &[Lead::Day], "Feed the fern"));
        let entries = renew(notebook, &held.phone()).entries;
        assert_eq!(
            entries.iter().map(|entry| entry.cover.as_str()).collect::<Vec<_>>(),
            ["Ring home", "Feed the fern"]
        );
        // The phone's room is shared: with one taken there is none left of one.
        let full = phone::Phone { most: 1, ..held.phone() };
        let renewal = renew(notebook, &full);
        assert_eq!((renewal.entries.len(), renewal.missing[0].why), (1, Why::Full));
        notebook.write(NOW, |tx| store::remove(tx, id)).unwrap();
        assert_eq!(renew(notebook, &held.phone()).entries[0].cover, "Ring home");
    });
}

#[test]
fn a_permission_that_is_gone_is_told_and_comes_back() {
    let held = Held::new();
    held.with(PIN, |notebook| {
        add(notebook, &visit("2026-12-01 09:10", &[Lead::Day], ""));
        let silent = phone::Phone { allowed: false, ..held.phone() };
        let renewal = renew(notebook, &silent);
        assert!(renewal.entries.is_empty() && renewal.missing[0].why == Why::NotAllowed);
        let renewal = renew(notebook, &held.phone());
        assert!(renewal.entries.len() == 1 && renewal.missing.is_empty());
    });
}

#[test]
fn what_she_puts_off_while_it_is_locked_comes_when_she_said() {
    let held = Held::new();
    let (id, due) = held.with(PIN, |notebook| {
        add(notebook, &visit("2026-12-01 09:10", &[Lead::Day], ""));
        let first = renew(notebook, &held.phone()).entries.remove(0);
        (first.id, first.at)
    });
    // The phone shows it, and she says: later.
    let (shown, until) = (Moment(due.0 + 1_000), Moment(due.0 + 3_600_000));
    let entries = outside::put_off(&held.folder, id, shown, until).unwrap();
    assert!(entries.len() == 1 && entries[0].at == until);
    assert_eq!(outside::put_off(&held.folder, ReminderId([9; 16]), shown, until).unwrap().len(), 1);
    held.with(PIN, |notebook| {
        for _ in 0..2 {
            let renewal = phone::renew(notebook, shown, &held.phone()).unwrap();
            assert!(renewal.entries.len() == 1 && renewal.entries[0].id == id && renewal.missing.is_empty());
            assert_eq!(renewal.entries[0].at, until);
        }
        let renewal = phone::renew(notebook, Moment(until.0 + 1_000), &held.phone()).unwrap();
        assert!(renewal.entries.is_empty() && renewal.missing.is_empty(), "it has come");
    });
}

#[test]
fn what_she_put_off_goes_with_its_date() {
    let held = Held::new();
    held.with(PIN, |notebook| {
        let id = add(notebook, &visit("2026-12-01 09:10", &[Lead::Day], ""));
        let first = renew(notebook, &held.phone()).entries.remove(0);
        let shown = Moment(first.at.0 + 1_000);
        outside::put_off(&held.folder, first.id, first.at, Moment(first.at.0 + 3_600_000)).unwrap();
        assert_eq!(phone::renew(notebook, shown, &held.phone()).unwrap().entries.len(), 1);
        notebook.write(shown, |tx| store::remove(tx, id)).unwrap();
        assert!(phone::renew(notebook, shown, &held.phone()).unwrap().entries.is_empty());
        assert!(outside::read(&held.folder).unwrap().is_empty());
    });
}

#[test]
fn a_damaged_file_is_put_aside_and_a_newer_one_left_alone() {
    let held = Held::new();
    let file = held.folder.join("outside");
    held.with(PIN, |notebook| {
        add(notebook, &visit("2026-12-01 09:10", &[Lead::Day], ""));
        renew(notebook, &held.phone());
        let whole = fs::read(&file).unwrap();
        let mut damaged = whole.clone();
        damaged[20] ^= 1;
        fs::write(&file, &damaged).unwrap();
        let renewal = renew(notebook, &held.phone());
        assert!(renewal.set_aside && renewal.entries.len() == 1);
        assert_eq!(fs::read(&file).unwrap(), whole);
        let aside = fs::read_dir(&held.folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| *path != file);
        assert!(aside.map(|path| fs::read(path).unwrap()).any(|bytes| bytes == damaged));
        let mut newer = whole;
        newer[4] = 2;
        let end = newer.len() - 8;
        let mut sha = Sha256::default();
        sha.update(&newer[..end]);
        newer[end..].copy_from_slice(&sha.finish()[..8]);
        fs::write(&file, &newer).unwrap();
        let refused = phone::renew(notebook, NOW, &held.phone()).err();
        assert_eq!(refused, Some(Error::Newer { part: Part::Reminders }));
        assert_eq!(fs::read(&file).unwrap(), newer);
    });
}

/// A stop between the notebook and the file: the next renewal mends it, and nothing is left that no notebook knows.
#[test]
fn a_stop_half_way_leaves_nothing_unknown_outside() {
    let held = Held::new();
    held.with(PIN, |notebook| {
        let id = add(notebook, &visit("2026-12-01 09:10", &[Lead::Day], ""));
        renew(notebook, &held.phone());
        let before = fs::read(held.folder.join("outside")).unwrap();
        notebook.write(NOW, |tx| store::remove(tx, id)).unwrap();
        renew(notebook, &held.phone());
        // As if the file had not been written when the notebook was.
        fs::write(held.folder.join("outside"), before).unwrap();
    });
    held.with(PIN, |notebook| {
        add(notebook, &visit("2026-12-05 09:10", &[Lead::Day], ""));
        let entries = renew(notebook, &held.phone()).entries;
        assert!(entries.len() <= 2);
    });
    outside::erase(&held.folder).unwrap();
    assert!(outside::read(&held.folder).unwrap().is_empty());
}

/// The page of dates says it once for each reminder, however often the date comes.
#[test]
fn what_can_not_come_of_one_that_comes_again_is_said_once() {
    let held = Held::new();
    held.with(PIN, |notebook| {
        let mut daily = visit("2026-12-01 09:10", &[Lead::Day, Lead::Leave(40)], "");
        daily.repeat = Some(Repeat { rule: "FREQ=DAILY".into(), ..Repeat::default() });
        add(notebook, &daily);
        let words = Words::new(Pack::Full, "en");
        let silent = phone::Phone { allowed: false, ..held.phone() };
        let page = notebook.read(|conn| dates::page(conn, &words, NOW, &silent)).unwrap();
        assert_eq!(page.missing.len(), 2);
    });
}
