//! Whether a second notebook was chosen can't be told from the folder after a clean lock, nor from the
//! work that it takes to refuse a PIN.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::sync::{Arc, Mutex};

use fernbook_core::Error;
use fernbook_core::consent::receipt;
use fernbook_core::crypto::secret::Secret;
use fernbook_core::error::Thing;
use fernbook_core::journal::attachment::{self, NewAttachment};
use fernbook_core::journal::note::{self, NewNote};
use fernbook_core::time::{Moment, Zone};
use fernbook_core::vault::device::Tick;
use fernbook_core::vault::device_key::{DeviceKey, DeviceKeyError};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::vault::notebooks::Notebooks;
use fernbook_core::visits::store;
use fernbook_core::visits::visit::Visit;
use fernbook_core::words::Pack;
use fernbook_tests::chance::Chance;
use fernbook_tests::machine::{memory_folder, turn};
use fernbook_tests::phone::{NOW, PIN, Phone, SECOND_PIN, init_with, much_later, tick};
use fernbook_tests::scan::files_under;
use fernbook_tests::shown;

const RUNS: u64 = 32;
const DAY_SECONDS: i64 = 86_400;

/// What anyone sees of a folder: names, sizes, modes, and times to the day. The wall clock of the machine
/// shows only in `ctime`, which SECURITY.md tells.
fn listing(folder: &Path) -> Vec<(String, u64, u32, i64, i64)> {
    let look = |path: &std::path::PathBuf| {
        let data = fs::metadata(path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        assert_eq!((data.mtime() % DAY_SECONDS, data.mtime_nsec()), (0, 0), "{name} has a time of day");
        (name, data.len(), data.mode(), data.mtime() / DAY_SECONDS, data.atime() / DAY_SECONDS)
    };
    files_under(folder).iter().map(look).collect()
}

/// The device's keys: their folder has a random name.
fn keys(phone: &Phone) -> Vec<(String, u64)> {
    let look = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, fs::metadata(path).unwrap().len())
    };
    files_under(&phone.keys()).iter().map(look).collect()
}

/// Notes of random number and length, dates, a card and what was shown where there are to be any, and now and then a file of some size.
fn write_at_random(chance: &mut Chance, notebook: &mut Notebook, large: bool, dates: bool) {
    for _ in 0..chance.under(12) {
        let letters = chance.under(9000);
        let text = chance.word(usize::try_from(letters).unwrap());
        let at = Moment(NOW.0 - i64::try_from(chance.under(1 << 40)).unwrap());
        notebook
            .write(NOW, |tx| note::add(tx, &NewNote::of_text(text, at, Zone::UTC), NOW).map(drop))
            .unwrap();
        if chance.once_in(3) {
            notebook.idle(NOW).unwrap();
        }
    }
    if dates {
        write_dates(chance, notebook);
        show_at_random(chance, notebook);
    }
    if large {
        let bytes = vec![7; 9 << 20];
        notebook
            .write(NOW, |tx| {
                let note = note::add(tx, &NewNote::of_text("large".into(), NOW, Zone::UTC), NOW)?;
                let new = NewAttachment { id: None, note, name: "picture", added: NOW };
                attachment::add(tx, &new, &mut &bytes[..], &mut |_| true).map(drop)
            })
            .unwrap();
    }
}

/// Dates of random number and length; some are changed, and some taken out again.
fn write_dates(chance: &mut Chance, notebook: &mut Notebook) {
    for _ in 0..1 + chance.under(8) {
        let letters = usize::try_from(chance.under(4000)).unwrap();
        let visit = Visit { title: chance.word(20), notes: chance.word(letters), ..Visit::default() };
        let id = notebook.write(NOW, |tx| store::add(tx, &visit)).unwrap();
        if chance.once_in(3) {
            let later = Visit { place: chance.word(50), ..visit };
            notebook.write(NOW, |tx| store::edit(tx, id, &later)).unwrap();
        }
        if chance.once_in(3) {
            notebook.write(NOW, |tx| store::remove(tx, id)).unwrap();
        }
    }
}

/// A card of random length, choices and lines about what was shown; some are taken out again. A plain notebook has none.
fn show_at_random(chance: &mut Chance, notebook: &mut Notebook) {
    if notebook.pack() == Pack::Plain {
        return assert_eq!(
            notebook.write(NOW, |tx| shown::add(tx, 0)),
            Err(Error::NotFound { what: Thing::Card })
        );
    }
    for _ in 0..chance.under(4) {
        let number = chance.under(1000);
        notebook.write(NOW, |tx| shown::add(tx, number)).unwrap();
        if chance.once_in(3) {
            let id = notebook.read(|conn| receipt::list(conn, None)).unwrap()[0].id;
            notebook.write(NOW, |tx| receipt::delete(tx, id)).unwrap();
        }
    }
}

/// A life of a few days: in each a PIN may be mistyped, a notebook is opened, written in and locked.
fn live(chance: &mut Chance, phone: &Phone, second: bool, large: bool, dates: bool) {
    let days = 1 + chance.under(3);
    for day in 0..days {
        let mut notebooks = phone.open().unwrap();
        if chance.once_in(2) {
            let wrong = notebooks.unlock(&Secret::new("000001"), &much_later()).err();
            assert_eq!(wrong, Some(Error::WrongSecret));
        }
        let pin = if second && chance.once_in(2) { SECOND_PIN } else { PIN };
        let mut notebook = notebooks.unlock(&Secret::new(pin), &much_later()).unwrap();
        write_at_random(chance, &mut notebook, large && day + 1 == days, dates);
        notebook.lock(NOW).unwrap();
    }
}

/// Neither file has a stretch that looks unlike the rest: every page is as good as random.
fn assert_no_plain_page(phone: &Phone) {
    for name in ["1.db", "2.db"] {
        let bytes = fs::read(phone.dir().join(name)).unwrap();
        let dull = |page: &[u8]| {
            let mut seen = [false; 256];
            page.iter().for_each(|byte| seen[usize::from(*byte)] = true);
            seen.iter().filter(|seen| **seen).count() < 200
        };
        assert_eq!(bytes.chunks(4096).position(dull), None, "{name}");
    }
}

#[test]
fn folders_look_the_same_over_many_runs() {
    let _turn = turn();
    let mut chance = Chance::of("two notebooks");
    let mut first: [Option<_>; 2] = [None, None];
    for run in 0..RUNS {
        let second = run % 2 == 1;
        let large = run % 8 >= 6;
        // In every other pair of runs, so that each of the two set-ups has lives with dates and lives without.
        let dates = run % 4 >= 2;
        let folder = memory_folder();
        let phone = Phone::at(folder.path());
        phone.init(second.then_some(SECOND_PIN), true).unwrap();
        live(&mut chance, &phone, second, large, dates);
        assert_no_plain_page(&phone);
        let seen = (listing(&phone.dir()), keys(&phone));
        let known = first[usize::from(large)].get_or_insert_with(|| seen.clone());
        assert_eq!(&seen, known, "run {run}, a second notebook: {second}, dates: {dates}");
    }
    let [small, large] = first.map(|seen| seen.unwrap().0);
    let sizes = |listing: &[(String, u64, u32, i64, i64)]| [listing[0].1, listing[3].1];
    assert_eq!((sizes(&small), sizes(&large)), ([8 << 20; 2], [16 << 20; 2]));
}

type Calls = Arc<Mutex<Vec<(&'static str, u64)>>>;

/// A real device key that keeps a list of what it was asked.
struct Counted {
    key: Box<dyn DeviceKey>,
    calls: Calls,
}

impl Counted {
    fn note(&self, call: &'static str, generation: u64) {
        self.calls.lock().unwrap().push((call, generation));
    }
}

impl DeviceKey for Counted {
    fn make(&self, generation: u64) -> Result<(), DeviceKeyError> {
        self.note("make", generation);
        self.key.make(generation)
    }

    fn mac(&self, generation: u64, bytes: &[u8]) -> Result<[u8; 32], DeviceKeyError> {
        self.note("mac", generation);
        self.key.mac(generation, bytes)
    }

    fn forget(&self, generation: u64) -> Result<(), DeviceKeyError> {
        self.note("forget", generation);
        self.key.forget(generation)
    }
}

/// What the device's key is asked at first run, opening, and for each of some PINs.
fn asked(second: Option<&str>, pins: &[&str]) -> Vec<Vec<(&'static str, u64)>> {
    let folder = memory_folder();
    let phone = Phone::at(folder.path());
    let calls = Calls::default();
    let make_key = |name: &str| -> Box<dyn DeviceKey> {
        Box::new(Counted { key: phone.device(name), calls: Arc::clone(&calls) })
    };
    let take = || std::mem::take(&mut *calls.lock().unwrap());
    init_with(&phone, &make_key, second, true).unwrap();
    let mut all = vec![take()];
    let mut notebooks = Notebooks::open(&phone.dir(), &make_key).unwrap();
    all.push(take());
    for (turn, pin) in (0..).zip(pins) {
        let tick = Tick { uptime_ms: 1000 + turn, ..tick() };
        let opened = notebooks.unlock(&Secret::new(pin), &tick);
        assert!(opened.is_ok() || opened.err() == Some(Error::WrongSecret));
        all.push(take());
    }
    all
}

#[test]
fn refusing_a_pin_asks_the_device_once_and_the_same_in_either_set_up() {
    let _turn = turn();
    let pins = [PIN, "000001", SECOND_PIN, "161803", "not a PIN at all"];
    let (one, two) = (asked(None, &pins), asked(Some(SECOND_PIN), &pins));
    assert_eq!(one, two, "the PIN of the second is refused as any other is, by the same work");
    for calls in &one[2..] {
        assert_eq!(calls, &[("mac", 0)], "one call for each PIN, right or wrong");
    }
}

/// Every call of the system in the refusal of a PIN, by name and in order.
#[test]
fn refusing_a_pin_makes_the_same_system_calls_in_either_set_up() {
    let _turn = turn();
    if !fernbook_tests::machine::can("strace", &["-o", "/dev/null", "true"]) {
        return fernbook_tests::machine::skip("strace is not here or may not trace");
    }
    let calls = |second: Option<&str>, pin: &str| {
        let folder = memory_folder();
        let phone = Phone::at(folder.path());
        phone.init(second, true).unwrap();
        let log = folder.path().join("log");
        let mut command = std::process::Command::new("strace");
        command.args(["-e", "trace=file,desc", "-o"]).arg(&log).arg(env!("CARGO_BIN_EXE_writer"));
        command.arg(&phone.root).arg("unlock").stdin(std::process::Stdio::piped());
        let mut child = command.stdout(std::process::Stdio::null()).spawn().unwrap();
        let line = format!("{pin}\n");
        std::io::Write::write_all(child.stdin.as_mut().unwrap(), line.as_bytes()).unwrap();
        assert!(!child.wait().unwrap().success(), "refused");
        let log = fs::read_to_string(&log).unwrap();
        log.lines().map(|line| line.split('(').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let one = calls(None, "000001");
    assert!(one.len() > 50);
    assert_eq!(one, calls(Some(SECOND_PIN), "000001"));
    assert_eq!(one, calls(None, SECOND_PIN), "a PIN of the notebook that was not chosen");
}
