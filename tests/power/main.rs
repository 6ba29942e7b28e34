//! Loss of power. A real writer's calls of the system are recorded, done again on a model disk that
//! forgets what was not synced, and each state that could be found is opened with the real core:
//! every acknowledged note is there, nothing half-written is, and the notebook opens. Why so, and not with
//! a file layer of our own under SQLite: `docs/decisions/0006-power-loss-by-replay.md`.

mod disk;
mod replay;
mod trace;

use std::collections::BTreeSet;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;

use fernbook_core::Error;
use fernbook_core::storage::guard::Notice;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::vault::notebooks::Notebooks;
use fernbook_tests::chance::Chance;
use fernbook_tests::machine;
use fernbook_tests::numbered;
use fernbook_tests::phone::{NOW, PIN, Phone};
use fernbook_tests::scan::files_under;
use fernbook_tests::writer::last_ack;

/// Numbers of imported notes begin here, and there are so many.
const IMPORTED: std::ops::Range<u64> = 1000..1020;
const SAVED_BEFORE: u64 = 3;
const PINS: u64 = 3;

fn can_trace() -> bool {
    let can = machine::can("strace", &["-f", "-o", "/dev/null", "true"]);
    if !can {
        machine::skip("strace is not here or may not trace");
    }
    can
}

fn with_notes(phone: &Phone) {
    phone.init(None, true).unwrap();
    save(&mut phone.unlock(PIN).unwrap().1, 0..SAVED_BEFORE);
}

fn save(notebook: &mut Notebook, numbers: std::ops::Range<u64>) {
    for number in numbers {
        notebook.write(NOW, |tx| numbered::add(tx, number)).unwrap();
    }
}

fn pin(number: u64) -> String {
    if number == 0 { PIN.to_owned() } else { format!("fern {number} door") }
}

fn import_folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for number in IMPORTED {
        let text = format!("---\ntitle: {number}\n---\n{}", numbered::text(number));
        std::fs::write(folder.path().join(format!("2020-01-01 {number}.md")), text).unwrap();
    }
    folder
}

/// The PIN that was told last opens, or the one after it, if it was on its way.
fn unlock(phone: &Phone, told: &[String]) -> (Notebooks, Notebook, u64) {
    let sure = last_ack(told, "pin").unwrap_or(0);
    match phone.unlock(&pin(sure)) {
        Ok((notebooks, notebook)) => (notebooks, notebook, sure),
        Err(error) => {
            assert!(error == Error::WrongSecret && sure + 1 < PINS, "{error:?}");
            let (notebooks, notebook) = phone.unlock(&pin(sure + 1)).unwrap();
            (notebooks, notebook, sure + 1)
        }
    }
}

fn check_notes(found: &BTreeSet<u64>, told: &[String]) {
    let imported = found.range(IMPORTED).count();
    let whole = usize::try_from(IMPORTED.end - IMPORTED.start).unwrap();
    assert!(imported == 0 || imported == whole, "half an import: {imported}");
    assert!(imported == whole || !told.contains(&"ack import".to_owned()), "the import is gone");
    let saved: Vec<u64> = found.range(..IMPORTED.start).copied().collect();
    let sure = last_ack(told, "note").map_or(SAVED_BEFORE, |last| last + 1);
    assert!(saved.iter().copied().eq(0..saved.len() as u64), "{saved:?}");
    assert!(saved.len() as u64 == sure || saved.len() as u64 == sure + 1, "{} of {sure}", saved.len());
}

#[test]
fn writing_importing_and_changing_the_pin() {
    if !can_trace() {
        return;
    }
    let mut chance = Chance::of("power");
    let source = import_folder();
    let import = format!("import:{}", source.path().display());
    let pins = format!("pins:1-{PINS}");
    let orders = ["unlock", "saves:3-12", &pins, "fences:0-2", &import, "saves:12-16", "lock"];
    let recording = replay::record(with_notes, &orders, &[PIN.to_owned()]);
    recording.lose_power(&mut chance, 220, check_all);
    let mut found_out = 0;
    recording.without_syncs().lose_power(&mut chance, 10, |phone, told| {
        let check = AssertUnwindSafe(|| check_all(phone, told));
        found_out += u32::from(std::panic::catch_unwind(check).is_err());
    });
    assert!(found_out > 5, "a program that does not sync is found out: {found_out}");
}

#[test]
fn saves_over_older_logs() {
    if !can_trace() {
        return;
    }
    let mut chance = Chance::of("power burst");
    let recording = replay::record(with_notes, &["unlock", "burst:3-213", "lock"], &[PIN.to_owned()]);
    recording.lose_power(&mut chance, 100, check_all);
}

fn check_all(phone: &Phone, told: &[String]) {
    let (notebooks, mut notebook, pin_now) = unlock(phone, told);
    let found = numbered::all_sound(&notebook);
    // A save that was cut off may be told of as such; nothing else is a reason for alarm.
    assert!(notebook.notices().iter().all(|notice| *notice == Notice::LogTorn));
    check_notes(&found, told);
    check_fence(&notebooks, told);
    save(&mut notebook, 5000..5002);
    drop((notebooks, notebook));
    let (_notebooks, notebook) = phone.unlock(&pin(pin_now)).unwrap();
    let again = numbered::all_sound(&notebook);
    assert!(again.iter().copied().eq(found.into_iter().chain(5000..5002)), "what was saved since stays");
}

fn check_fence(notebooks: &Notebooks, told: &[String]) {
    let found = notebooks.wipe_after().map(u64::from);
    match last_ack(told, "fence") {
        None => assert!(found.is_none() || found == Some(100)),
        Some(sure) => assert!(found == Some(100 + sure) || found == Some(101 + sure)),
    }
}

#[test]
fn wiping() {
    if !can_trace() {
        return;
    }
    let mut chance = Chance::of("power wipe");
    let recording = replay::record(with_notes, &["unlock", "wipe"], &[PIN.to_owned()]);
    recording.lose_power(&mut chance, 60, |phone, told| match phone.unlock(PIN) {
        Ok((_notebooks, notebook)) => {
            assert!(!told.contains(&"ack wipe".to_owned()), "wiped is wiped");
            assert_eq!(numbered::all_sound(&notebook).len() as u64, SAVED_BEFORE);
        }
        Err(error) => {
            assert_eq!(error, Error::NoNotebook);
            assert_eq!(files_under(&phone.root), [] as [PathBuf; 0], "no file and no key is left");
        }
    });
}

#[test]
fn the_first_run() {
    if !can_trace() {
        return;
    }
    let mut chance = Chance::of("power init");
    let recording = replay::record(|_| {}, &["init"], &[]);
    recording.lose_power(&mut chance, 30, |phone, told| {
        match phone.unlock(PIN) {
            Ok((_notebooks, notebook)) => assert!(numbered::all_sound(&notebook).is_empty()),
            Err(error) => {
                assert_eq!(error, Error::NoNotebook);
                assert!(!told.contains(&"ack init".to_owned()), "made is made");
                phone.init(None, true).unwrap();
                phone.unlock(PIN).unwrap();
            }
        };
    });
}
