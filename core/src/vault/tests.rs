//! Notebooks as their user meets them, on real files.

use std::fs;
use std::path::PathBuf;

use rusqlite::Transaction;

use super::attempts::Attempts;
use super::device::{DeviceFacts, Tick};
use super::device_key::{DeviceKey, DeviceKeyError, FileDeviceKey};
use super::init::{self, NewNotebook, Pack};
use super::notebook::Notebook;
use super::notebooks::Notebooks;
use super::places::Places;
use crate::crypto::secret::Secret;
use crate::error::{Error, Part, Result, Thing};
use crate::time::Moment;

mod biometric;
mod confirm;

const FIRST: &str = "314159";
const SECOND: &str = "271828";
const SMALL: DeviceFacts = DeviceFacts { memory_bytes: 1 << 30, hardware_aes: true };

struct Phone {
    folder: tempfile::TempDir,
}

fn tick() -> Tick {
    Tick { now: Moment(1_795_305_600_000 + 3_600_000), boot: [1; 16], uptime_ms: 1000 }
}

fn later(seconds: u64) -> Tick {
    Tick { uptime_ms: 1000 + seconds * 1000, ..tick() }
}

impl Phone {
    fn new(second: Option<&str>) -> Self {
        let phone = Self { folder: tempfile::tempdir().unwrap() };
        phone.init(FIRST, second).unwrap();
        phone
    }

    fn init(&self, first: &str, second: Option<&str>) -> Result<()> {
        let nothing = |_: &Transaction<'_>| Ok(());
        let second = second.map(Secret::new);
        let second = second.as_ref().map(|secret| NewNotebook { secret, pack: Pack::Plain, fill: &nothing });
        let first = NewNotebook { secret: &Secret::new(first), pack: Pack::Full, fill: &nothing };
        init::run(&self.places(), &|name| self.device(name), &SMALL, &tick(), &first, second.as_ref())
    }

    fn dir(&self) -> PathBuf {
        self.folder.path().join("notebook")
    }

    fn places(&self) -> Places {
        Places::new(&self.dir())
    }

    fn keys(&self) -> PathBuf {
        self.folder.path().join("keys")
    }

    fn device(&self, name: &str) -> Box<dyn DeviceKey> {
        Box::new(FileDeviceKey::new(self.keys().join(name)))
    }

    fn open(&self) -> Result<Notebooks> {
        Notebooks::open(&self.dir(), &|name| self.device(name))
    }

    fn unlock(&self, pin: &str) -> Result<Notebook> {
        self.open()?.unlock(&Secret::new(pin), &later(100_000))
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.dir()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn put(notebook: &mut Notebook, value: &str) {
    let sql = "INSERT INTO setting (key, value) VALUES (?1, ?1)";
    notebook.write(tick().now, |tx| Ok(tx.execute(sql, [value]).map(drop)?)).unwrap();
}

fn values(notebook: &Notebook) -> Vec<String> {
    let read = |conn: &rusqlite::Connection| {
        let mut statement = conn.prepare("SELECT value FROM setting ORDER BY value")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    notebook.read(read).unwrap()
}

#[test]
fn each_pin_opens_its_own_notebook_and_neither_shows_the_other() {
    let phone = Phone::new(Some(SECOND));
    put(&mut phone.unlock(FIRST).unwrap(), "first");
    put(&mut phone.unlock(SECOND).unwrap(), "second");
    assert_eq!(values(&phone.unlock(FIRST).unwrap()), ["first"]);
    assert_eq!(values(&phone.unlock(SECOND).unwrap()), ["second"]);
    assert_eq!(phone.unlock(FIRST).unwrap().pack(), Pack::Full);
    assert_eq!(phone.unlock(SECOND).unwrap().pack(), Pack::Plain);
    assert_eq!(phone.unlock("161803").err(), Some(Error::WrongSecret));
}

#[test]
fn the_folder_looks_the_same_with_one_and_with_two() {
    let look = |second: Option<&str>| {
        let phone = Phone::new(second);
        let mut notebook = phone.unlock(FIRST).unwrap();
        put(&mut notebook, "words");
        notebook.lock(tick().now).unwrap();
        phone
            .names()
            .into_iter()
            .map(|name| {
                let data = fs::metadata(phone.dir().join(&name)).unwrap();
                (name, data.len(), data.modified().unwrap(), data.accessed().unwrap())
            })
            .collect::<Vec<_>>()
    };
    let one = look(None);
    assert_eq!(one, look(Some(SECOND)));
    assert!(one.iter().all(|(_, _, modified, _)| *modified == one[0].2));
    let names: Vec<_> = one.iter().map(|(name, ..)| name.as_str()).collect();
    let expected =
        ["1.db", "1.db-wal", "1.head", "2.db", "2.db-wal", "2.head", "attempts", "keyring", "lock"];
    assert_eq!(names, expected);
}

#[test]
fn init_refuses_a_full_folder_equal_pins_and_weak_ones_and_leaves_nothing() {
    let phone = Phone::new(None);
    assert_eq!(phone.init(FIRST, None), Err(Error::AlreadyThere));
    let empty = Phone { folder: tempfile::tempdir().unwrap() };
    assert_eq!(empty.init("123456", None), Err(Error::WeakSecret));
    assert_eq!(empty.init(FIRST, Some(FIRST)), Err(Error::WeakSecret));
    assert_eq!(fs::read_dir(empty.folder.path()).unwrap().count(), 0);
    assert_eq!(empty.open().err(), Some(Error::NoNotebook));
}

#[test]
fn a_changed_pin_opens_and_the_old_one_and_an_old_keyring_do_not() {
    let phone = Phone::new(Some(SECOND));
    put(&mut phone.unlock(FIRST).unwrap(), "kept");
    let old = fs::read(phone.places().keyring()).unwrap();
    let mut notebooks = phone.open().unwrap();
    let notebook = notebooks.unlock(&Secret::new(FIRST), &tick()).unwrap();
    notebooks.change_pin(&notebook, &Secret::new("161803"), &tick()).unwrap();
    drop((notebook, notebooks));
    assert_eq!(phone.unlock(FIRST).err(), Some(Error::WrongSecret));
    assert_eq!(values(&phone.unlock("161803").unwrap()), ["kept"]);
    assert!(phone.unlock(SECOND).is_ok(), "the other notebook is not locked out");
    let new = fs::read(phone.places().keyring()).unwrap();
    fs::write(phone.places().keyring(), &old).unwrap();
    assert_eq!(phone.unlock(FIRST).err(), Some(Error::OutOfStep { part: Part::Keyring }));
    fs::write(phone.places().keyring(), &new).unwrap();
    assert!(phone.unlock("161803").is_ok());
}

#[test]
fn a_pin_of_the_other_notebook_is_refused_like_a_weak_one_and_counts() {
    let phone = Phone::new(Some(SECOND));
    let mut notebooks = phone.open().unwrap();
    let notebook = notebooks.unlock(&Secret::new(FIRST), &tick()).unwrap();
    for _ in 0..5 {
        let taken = notebooks.change_pin(&notebook, &Secret::new(SECOND), &tick());
        assert_eq!(taken, Err(Error::WeakSecret));
    }
    let next = notebooks.change_pin(&notebook, &Secret::new("161803"), &tick());
    assert_eq!(next, Err(Error::Wait { seconds: 30 }));
}

#[test]
fn recovery_words_open_give_a_new_pin_and_can_be_forgotten() {
    let phone = Phone::new(None);
    let mut notebooks = phone.open().unwrap();
    let mut notebook = notebooks.unlock(&Secret::new(FIRST), &tick()).unwrap();
    put(&mut notebook, "kept");
    assert!(!Notebooks::has_recovery(&notebook).unwrap());
    let words = notebooks.make_recovery(&mut notebook, &tick()).unwrap();
    assert!(Notebooks::has_recovery(&notebook).unwrap());
    drop(notebook);
    assert_eq!(notebooks.unlock(&Secret::new(words.phrase()), &tick()).err(), Some(Error::WrongSecret));
    let mut notebook = notebooks.recover(&words, &Secret::new("161803"), &tick()).unwrap();
    assert!(values(&notebook).contains(&"kept".to_owned()));
    notebooks.forget_recovery(&mut notebook, &tick()).unwrap();
    drop(notebook);
    assert_eq!(notebooks.recover(&words, &Secret::new("577215"), &tick()).err(), Some(Error::WrongSecret));
    assert!(notebooks.unlock(&Secret::new("161803"), &tick()).is_ok());
}

#[test]
fn wrong_pins_wait_longer_across_restarts_and_a_turned_clock() {
    let phone = Phone::new(None);
    let mut notebooks = phone.open().unwrap();
    for _ in 0..5 {
        assert_eq!(notebooks.unlock(&Secret::new("000001"), &tick()).err(), Some(Error::WrongSecret));
    }
    drop(notebooks);
    let mut notebooks = phone.open().unwrap();
    let right = Secret::new(FIRST);
    assert_eq!(notebooks.unlock(&right, &tick()).err(), Some(Error::Wait { seconds: 30 }));
    let turned = Tick { now: Moment(i64::MAX), ..tick() };
    assert_eq!(notebooks.unlock(&right, &turned).err(), Some(Error::Wait { seconds: 30 }));
    let restarted = Tick { boot: [2; 16], uptime_ms: 5, ..tick() };
    assert_eq!(notebooks.unlock(&right, &restarted).err(), Some(Error::Wait { seconds: 30 }));
    let waited = Tick { uptime_ms: 30_005, ..restarted };
    assert!(notebooks.unlock(&right, &waited).is_ok());
    assert_eq!(Attempts::read(&phone.places().attempts()).unwrap().count, 2);
}

#[test]
fn a_damaged_attempt_file_is_set_aside_and_waits_but_locks_nobody_out() {
    let phone = Phone::new(None);
    fs::write(phone.places().attempts(), b"damaged").unwrap();
    let mut notebooks = phone.open().unwrap();
    let refused = notebooks.unlock(&Secret::new(FIRST), &tick()).err();
    assert_eq!(refused, Some(Error::Wait { seconds: 900 }));
    assert!(notebooks.unlock(&Secret::new(FIRST), &later(900)).is_ok());
    assert_eq!(fs::read(phone.dir().join("attempts.aside-1")).unwrap(), b"damaged");
}

#[test]
fn wipe_leaves_nothing_and_an_interrupted_one_is_finished() {
    let phone = Phone::new(Some(SECOND));
    phone.open().unwrap().wipe().unwrap();
    assert!(!phone.dir().exists());
    assert_eq!(fs::read_dir(phone.keys()).unwrap().count(), 0);
    let phone = Phone::new(Some(SECOND));
    let notebooks = phone.open().unwrap();
    let name = super::ring_file::device_key_name(&phone.places()).unwrap();
    drop(notebooks);
    let mut marker = b"NBWP".to_vec();
    marker.extend(crate::id::from_hex(&name).unwrap());
    marker.extend_from_slice(&1_u64.to_le_bytes());
    fs::write(phone.places().wipe_marker(), marker).unwrap();
    assert_eq!(phone.open().err(), Some(Error::NoNotebook));
    assert!(!phone.dir().exists());
    assert_eq!(fs::read_dir(phone.keys()).unwrap().count(), 0);
}

#[test]
fn wipe_after_n_takes_both_only_when_turned_on() {
    let phone = Phone::new(Some(SECOND));
    let mut notebooks = phone.open().unwrap();
    assert_eq!(notebooks.wipe_after(), None);
    notebooks.set_wipe_after(Some(3), &tick()).unwrap();
    for _ in 0..2 {
        assert_eq!(notebooks.unlock(&Secret::new("000001"), &tick()).err(), Some(Error::WrongSecret));
    }
    assert!(phone.dir().exists());
    assert_eq!(notebooks.unlock(&Secret::new("000001"), &tick()).err(), Some(Error::WrongSecret));
    assert!(!phone.dir().exists());
}

#[test]
fn a_missing_device_key_is_told_and_touches_nothing() {
    let phone = Phone::new(None);
    fs::remove_dir_all(phone.keys()).unwrap();
    let before = fs::read(phone.places().keyring()).unwrap();
    assert_eq!(phone.open().err(), Some(Error::DeviceKeyMissing));
    assert_eq!(fs::read(phone.places().keyring()).unwrap(), before);
    assert_eq!(phone.names().len(), 9);
}

#[test]
fn a_second_program_is_told_that_it_is_in_use_until_suspended() {
    let phone = Phone::new(None);
    let mut notebooks = phone.open().unwrap();
    let mut notebook = notebooks.unlock(&Secret::new(FIRST), &tick()).unwrap();
    put(&mut notebook, "before");
    assert_eq!(phone.open().err(), Some(Error::InUse));
    notebook.suspend(tick().now).unwrap();
    notebooks.suspend();
    assert_eq!(notebook.read(|_| Ok(())), Err(Error::Locked));
    put(&mut phone.unlock(FIRST).unwrap(), "by another");
    notebooks.resume().unwrap();
    assert_eq!(notebook.resume(&notebooks), Ok(()));
    assert_eq!(values(&notebook), ["before", "by another"]);
}

#[test]
fn only_wrong_pins_in_a_row_wipe_and_damage_to_their_count_is_none_of_them() {
    let phone = Phone::new(None);
    let mut notebooks = phone.open().unwrap();
    notebooks.set_wipe_after(Some(4), &tick()).unwrap();
    let (wrong, right) = (Secret::new("000001"), Secret::new(FIRST));
    for round in 0..3 {
        for _ in 0..3 {
            let refused = notebooks.unlock(&wrong, &later(round * 1000)).err();
            assert_eq!(refused, Some(Error::WrongSecret));
        }
        assert!(notebooks.unlock(&right, &later(round * 1000 + 900)).is_ok(), "round {round}");
    }
    fs::write(phone.places().attempts(), b"damaged").unwrap();
    assert_eq!(notebooks.unlock(&wrong, &later(5000)).err(), Some(Error::Wait { seconds: 900 }));
    assert_eq!(notebooks.unlock(&wrong, &later(6000)).err(), Some(Error::WrongSecret));
    assert!(notebooks.unlock(&right, &later(7000)).is_ok());
}

#[test]
fn a_wipe_marker_of_another_keyring_or_of_nothing_is_set_aside() {
    let mut foreign = b"NBWP".to_vec();
    foreign.extend([9; 16]);
    foreign.extend(1_u64.to_le_bytes());
    for marker in [foreign, Vec::new(), b"NBWP".to_vec(), vec![0; 28]] {
        let phone = Phone::new(None);
        fs::write(phone.places().wipe_marker(), &marker).unwrap();
        assert!(phone.unlock(FIRST).is_ok());
        assert_eq!(fs::read(phone.dir().join("wipe.aside-1")).unwrap(), marker);
    }
}

#[test]
fn recovery_words_that_could_not_be_made_leave_the_old_ones_good() {
    let phone = Phone::new(None);
    let mut notebooks = phone.open().unwrap();
    let mut notebook = notebooks.unlock(&Secret::new(FIRST), &tick()).unwrap();
    let words = notebooks.make_recovery(&mut notebook, &tick()).unwrap();
    notebook.idle(tick().now).unwrap();
    let in_the_way = ["1.head.new", "2.head.new"].map(|name| phone.dir().join(name));
    in_the_way.iter().for_each(|path| fs::create_dir(path).unwrap());
    assert!(notebooks.make_recovery(&mut notebook, &tick()).is_err());
    in_the_way.iter().for_each(|path| fs::remove_dir(path).unwrap());
    drop(notebook);
    assert!(notebooks.recover(&words, &Secret::new("161803"), &tick()).is_ok());
}

/// A key store that can't destroy keys for a while.
struct Stubborn(FileDeviceKey);

impl DeviceKey for Stubborn {
    fn make(&self, generation: u64) -> std::result::Result<(), DeviceKeyError> {
        self.0.make(generation)
    }

    fn mac(&self, generation: u64, bytes: &[u8]) -> std::result::Result<[u8; 32], DeviceKeyError> {
        self.0.mac(generation, bytes)
    }

    fn forget(&self, _: u64) -> std::result::Result<(), DeviceKeyError> {
        Err(DeviceKeyError::Unavailable)
    }
}

#[test]
fn a_changed_pin_is_no_error_though_the_old_key_could_not_be_destroyed_yet() {
    let phone = Phone::new(None);
    let old = fs::read(phone.places().keyring()).unwrap();
    let stubborn = |name: &str| -> Box<dyn DeviceKey> {
        Box::new(Stubborn(FileDeviceKey::new(phone.keys().join(name))))
    };
    let mut notebooks = Notebooks::open(&phone.dir(), &stubborn).unwrap();
    let notebook = notebooks.unlock(&Secret::new(FIRST), &tick()).unwrap();
    assert_eq!(notebooks.change_pin(&notebook, &Secret::new("161803"), &tick()), Ok(()));
    drop((notebook, notebooks));
    assert!(phone.unlock("161803").is_ok());
    fs::write(phone.places().keyring(), &old).unwrap();
    assert_eq!(phone.open().err(), Some(Error::OutOfStep { part: Part::Keyring }));
}

#[test]
fn the_folder_is_held_as_long_as_a_notebook_is_open() {
    let phone = Phone::new(Some(SECOND));
    let notebook = phone.unlock(FIRST).unwrap();
    assert_eq!(phone.open().err(), Some(Error::InUse));
    drop(notebook);
    let mut notebooks = phone.open().unwrap();
    let mut notebook = notebooks.unlock(&Secret::new(FIRST), &tick()).unwrap();
    assert_eq!(notebooks.unlock(&Secret::new(SECOND), &tick()).err(), Some(Error::InUse));
    notebooks.suspend();
    assert_eq!(phone.open().err(), Some(Error::InUse));
    notebook.suspend(tick().now).unwrap();
    assert!(phone.open().is_ok());
}

#[test]
fn suspended_notebooks_change_nothing() {
    let phone = Phone::new(None);
    let mut notebooks = phone.open().unwrap();
    let mut notebook = notebooks.unlock(&Secret::new(FIRST), &tick()).unwrap();
    notebook.suspend(tick().now).unwrap();
    notebooks.suspend();
    let keyring = fs::read(phone.places().keyring()).unwrap();
    let new = Secret::new("161803");
    assert_eq!(notebooks.change_pin(&notebook, &new, &tick()), Err(Error::Locked));
    assert_eq!(notebooks.unlock(&new, &tick()).err(), Some(Error::Locked));
    assert_eq!(notebooks.set_wipe_after(Some(9), &tick()), Err(Error::Locked));
    assert_eq!(fs::read(phone.places().keyring()).unwrap(), keyring);
}

#[test]
fn a_resume_that_failed_fails_again_until_the_keyring_is_good() {
    let phone = Phone::new(None);
    let mut notebooks = phone.open().unwrap();
    notebooks.suspend();
    let good = fs::read(phone.places().keyring()).unwrap();
    fs::write(phone.places().keyring(), b"damaged").unwrap();
    for _ in 0..2 {
        assert_eq!(notebooks.resume(), Err(Error::Damaged { part: Part::Keyring }));
    }
    fs::write(phone.places().keyring(), good).unwrap();
    assert_eq!(notebooks.resume(), Ok(()));
}

#[test]
fn what_a_kill_left_half_written_does_not_stay_to_tell_which_vault_was_in_use() {
    let phone = Phone::new(None);
    fs::write(phone.dir().join("2.head.new"), b"half").unwrap();
    phone.unlock(FIRST).unwrap().lock(tick().now).unwrap();
    assert_eq!(phone.names().len(), 9, "{:?}", phone.names());
}

#[test]
fn a_wipe_after_no_wrong_pin_at_all_is_refused() {
    let phone = Phone::new(None);
    let mut notebooks = phone.open().unwrap();
    let refused = notebooks.set_wipe_after(Some(0), &tick());
    assert_eq!(refused, Err(Error::NotUnderstood { what: Thing::Setting }));
}
