//! What goes wrong on real machines: a full disk, a folder that can't be written, two programs at once,
//! files of a later version. Each a clear error, and nothing lost.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use fernbook_core::crypto::secret::Secret;
use fernbook_core::people::own_words::{self, OwnWords};
use fernbook_core::people::person::{self, PersonText};
use fernbook_core::storage::database::Database;
use fernbook_core::storage::paths::VaultPaths;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::{Error, Part};
use fernbook_tests::machine::{self, turn};
use fernbook_tests::numbered;
use fernbook_tests::phone::{NOW, PIN, Phone, SECOND_PIN, much_later, vault_key};
use fernbook_tests::scan::files_under;
use fernbook_tests::snapshot::Snapshot;
use fernbook_tests::writer::{Writer, copy_folder};

const WRITER: &str = env!("CARGO_BIN_EXE_writer");
/// Where the tests that need a small disk find it; they are run by others, inside a namespace.
const DISK: &str = "FERNBOOK_SMALL_DISK";

/// Runs another test of this file where a disk of `size` is mounted, which nobody else can see.
fn on_a_disk_of(size: &str, test: &str) {
    if !machine::can("unshare", &["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]) {
        return machine::skip("no mount of our own: unshare needs root");
    }
    let place = tempfile::tempdir().unwrap();
    let script =
        format!("mount -t tmpfs -o size={size} tmpfs \"$1\" && exec \"$2\" --exact {test} --ignored");
    let mut command = Command::new("unshare");
    command.args(["-m", "sh", "-c", &script, "sh"]).arg(place.path()).arg(std::env::current_exe().unwrap());
    let output = command.env(DISK, place.path()).output().unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && told.contains("1 passed"), "{told}");
}

fn disk() -> PathBuf {
    std::env::var_os(DISK).expect("run by another test").into()
}

/// Takes up room, the last byte of it where `bytes` is more than there is.
fn take_room(path: &Path, bytes: usize) {
    let mut file = fs::OpenOptions::new().append(true).create(true).open(path).unwrap();
    for _ in 0..bytes.div_ceil(4096) {
        if std::io::Write::write_all(&mut file, &[7; 4096]).is_err() {
            break;
        }
    }
}

/// Writes until there is no room; answers how many notes there are then.
fn write_till_full(notebook: &mut Notebook, first: u64) -> u64 {
    for number in first.. {
        if let Err(error) = notebook.write(NOW, |tx| numbered::add(tx, number)) {
            assert_eq!(error, Error::NoSpace);
            return number;
        }
    }
    first
}

fn assert_holds(notebook: &Notebook, notes: u64) {
    assert!(numbered::all_sound(notebook).iter().copied().eq(0..notes));
}

#[test]
fn a_full_disk_loses_nothing() {
    let _turn = turn();
    on_a_disk_of("42m", "inside_a_disk_that_fills");
}

#[test]
#[ignore = "run by a_full_disk_loses_nothing, on a small disk"]
fn inside_a_disk_that_fills() {
    let (phone, ballast) = (Phone::at(&disk().join("phone")), disk().join("ballast"));
    phone.init(None, true).unwrap();
    take_room(&ballast, 12 << 20);
    let (notebooks, mut notebook) = phone.unlock(PIN).unwrap();
    let mut notes = write_till_full(&mut notebook, 0);
    assert!(notes > 50, "{notes}");
    take_room(&ballast, 1 << 30);
    assert_holds(&notebook, notes);
    drop((notebooks, notebook));
    for _ in 0..3 {
        let (_notebooks, mut notebook) = phone.unlock(PIN).unwrap();
        assert_holds(&notebook, notes);
        notes = write_till_full(&mut notebook, notes);
        // It may or may not find room to put the log away; what matters is that all stays.
        let _ = notebook.lock(NOW);
        take_room(&ballast, 1 << 30);
    }
    assert_the_pin_stays(&phone, notes);
    fs::remove_file(&ballast).unwrap();
    let (notebooks, mut notebook) = phone.unlock(PIN).unwrap();
    for number in notes..notes + 20 {
        notebook.write(NOW, |tx| numbered::add(tx, number)).unwrap();
    }
    notebook.lock(NOW).unwrap();
    drop(notebooks);
    assert_holds(&phone.unlock(PIN).unwrap().1, notes + 20);
}

/// A change of PIN that finds no room changes nothing.
fn assert_the_pin_stays(phone: &Phone, notes: u64) {
    let (mut notebooks, notebook) = phone.unlock(PIN).unwrap();
    let changed = notebooks.change_pin(&notebook, &Secret::new("a green door"), &much_later());
    assert_eq!(changed, Err(Error::NoSpace));
    drop((notebooks, notebook));
    assert_holds(&phone.unlock(PIN).unwrap().1, notes);
}

#[test]
fn an_update_on_a_full_disk_locks_nobody_out() {
    let _turn = turn();
    on_a_disk_of("42m", "inside_a_disk_that_was_full_before_the_update");
}

#[test]
#[ignore = "run by an_update_on_a_full_disk_locks_nobody_out, on a small disk"]
fn inside_a_disk_that_was_full_before_the_update() {
    let (phone, ballast) = (Phone::at(&disk().join("phone")), disk().join("ballast"));
    phone.init(None, true).unwrap();
    as_the_first_version_left_it(&phone, 3);
    take_room(&ballast, 1 << 30);
    for _ in 0..2 {
        let (_notebooks, mut notebook) = phone.unlock(PIN).unwrap();
        assert_holds(&notebook, 3);
        assert!(notebook.read(person::list).unwrap().is_empty());
        assert_eq!(notebook.read(|conn| own_words::get(conn, OwnWords::Words)).unwrap(), "");
        assert_eq!(notebook.write(NOW, |tx| person::add(tx, &ines())).err(), Some(Error::NoSpace));
        assert_eq!(notebook.write(NOW, |tx| numbered::add(tx, 3)), Err(Error::NoSpace));
        assert_eq!(step(&notebook), 1);
        assert_holds(&notebook, 3);
        let _ = notebook.lock(NOW);
    }
    fs::remove_file(&ballast).unwrap();
    let (notebooks, mut notebook) = phone.unlock(PIN).unwrap();
    notebook.write(NOW, |tx| person::add(tx, &ines())).unwrap();
    assert_eq!(step(&notebook), 4);
    notebook.lock(NOW).unwrap();
    drop(notebooks);
    let (_notebooks, notebook) = phone.unlock(PIN).unwrap();
    assert_eq!(notebook.read(person::list).unwrap()[0].text.name, "Ines");
    assert_holds(&notebook, 3);
}

fn ines() -> PersonText {
    PersonText { name: "Ines".into(), number: "0117 496 0000".into(), note: String::new() }
}

fn step(notebook: &Notebook) -> i64 {
    notebook.read(|conn| Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)).unwrap()
}

/// Writes notes, and takes back the tables that the first version did not have.
fn as_the_first_version_left_it(phone: &Phone, notes: u64) {
    let back = "DROP TABLE person; DROP TABLE own_words; DROP TABLE visit; DROP TABLE reminder_outside;
                DROP TABLE receipt_words; DROP TABLE receipt; DROP TABLE choice; DROP TABLE card; DROP TABLE card_history;
                PRAGMA user_version = 1";
    let (_notebooks, mut notebook) = phone.unlock(PIN).unwrap();
    (0..notes).for_each(|number| notebook.write(NOW, |tx| numbered::add(tx, number)).unwrap());
    notebook.write(NOW, |tx| Ok(tx.execute_batch(back)?)).unwrap();
    notebook.lock(NOW).unwrap();
}

#[test]
fn saves_go_on_where_there_is_no_room_to_level() {
    let _turn = turn();
    on_a_disk_of("40m", "inside_a_disk_too_small_for_the_next_size");
}

#[test]
#[ignore = "run by saves_go_on_where_there_is_no_room_to_level, on a small disk"]
fn inside_a_disk_too_small_for_the_next_size() {
    let phone = Phone::at(&disk().join("phone"));
    phone.init(None, true).unwrap();
    for round in 0..4 {
        let (_notebooks, mut notebook) = phone.unlock(PIN).unwrap();
        let text = "long ".repeat(600_000 + round);
        let sql = "INSERT INTO setting (key, value) VALUES (?1, ?2)";
        notebook.write(NOW, |tx| Ok(tx.execute(sql, (round.to_string(), text)).map(drop)?)).unwrap();
        notebook.lock(NOW).unwrap();
    }
    for number in 0..20 {
        let (_notebooks, mut notebook) = phone.unlock(PIN).unwrap();
        notebook.write(NOW, |tx| numbered::add(tx, number)).unwrap();
        notebook.lock(NOW).unwrap();
    }
    assert_holds(&phone.unlock(PIN).unwrap().1, 20);
}

#[test]
fn a_full_disk_can_be_wiped() {
    let _turn = turn();
    on_a_disk_of("42m", "inside_a_disk_that_is_wiped");
}

#[test]
#[ignore = "run by a_full_disk_can_be_wiped, on a small disk"]
fn inside_a_disk_that_is_wiped() {
    let (phone, ballast) = (Phone::at(&disk().join("phone")), disk().join("ballast"));
    phone.init(Some(SECOND_PIN), true).unwrap();
    let notebooks = phone.open().unwrap();
    take_room(&ballast, 1 << 30);
    notebooks.wipe().unwrap();
    assert_eq!(files_under(&disk()), [ballast]);
}

#[test]
fn a_first_run_on_a_full_disk_leaves_nothing() {
    let _turn = turn();
    on_a_disk_of("34m", "inside_a_disk_too_small_for_a_notebook");
}

#[test]
#[ignore = "run by a_first_run_on_a_full_disk_leaves_nothing, on a small disk"]
fn inside_a_disk_too_small_for_a_notebook() {
    let (phone, ballast) = (Phone::at(&disk().join("phone")), disk().join("ballast"));
    let room = [0, 4096, 8192, 3 * 4096, 5 * 4096, 100 << 10, 3 << 20, 9 << 20, 15 << 20, 17 << 20, 22 << 20];
    for left in room {
        take_room(&ballast, 1 << 30);
        let length = fs::metadata(&ballast).unwrap().len();
        fs::OpenOptions::new().write(true).open(&ballast).unwrap().set_len(length - left).unwrap();
        assert_eq!(phone.init(None, true), Err(Error::NoSpace), "{left} bytes left");
        assert_eq!(files_under(&disk()), std::slice::from_ref(&ballast), "{left} bytes left");
    }
    fs::remove_file(&ballast).unwrap();
    phone.init(None, true).unwrap();
    phone.unlock(PIN).unwrap();
}

/// A phone with three notes, locked.
fn made(root: &Path) -> Phone {
    let phone = Phone::at(root);
    phone.init(Some(SECOND_PIN), true).unwrap();
    let (_notebooks, mut notebook) = phone.unlock(PIN).unwrap();
    (0..3).for_each(|number| notebook.write(NOW, |tx| numbered::add(tx, number)).unwrap());
    notebook.lock(NOW).unwrap();
    phone
}

/// What a writer that can't go on says last.
fn refusal(mut command: Command) -> String {
    command.stdout(std::process::Stdio::piped()).stdin(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    std::io::Write::write_all(child.stdin.as_mut().unwrap(), format!("{PIN}\n").as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(!output.status.success());
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn a_folder_that_only_someone_else_may_write() {
    let _turn = turn();
    let as_nobody = ["--reuid=nobody", "--regid=nogroup", "--clear-groups"];
    if !machine::can("setpriv", &[&as_nobody[..], &["true"]].concat()) {
        return machine::skip("no setpriv, or not root: this can't be tried as someone else");
    }
    let folder = tempfile::tempdir_in("/tmp").unwrap();
    let phone = made(folder.path());
    let program = folder.path().join("writer");
    fs::copy(WRITER, &program).unwrap();
    Command::new("chmod").args(["-R", "a+rX"]).arg(folder.path()).status().unwrap();
    let before = Snapshot::of(&phone.root);
    let mut command = Command::new("setpriv");
    command.args(as_nobody).arg(&program).arg(&phone.root).arg("unlock");
    assert_eq!(refusal(command), "failed unlock ReadOnly");
    assert_eq!(before.changes(), [] as [&str; 0]);
    fs::set_permissions(phone.dir(), fs::Permissions::from_mode(0o700)).unwrap();
    assert_holds(&phone.unlock(PIN).unwrap().1, 3);
}

#[test]
fn a_disk_that_is_mounted_read_only() {
    let _turn = turn();
    if !machine::can("unshare", &["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]) {
        return machine::skip("no mount of our own: unshare needs root");
    }
    let folder = tempfile::tempdir().unwrap();
    let phone = made(folder.path());
    let before = Snapshot::of(&phone.root);
    let script = "mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\" && exec \"$2\" \"$1\" unlock";
    let mut command = Command::new("unshare");
    command.args(["-m", "sh", "-c", script, "sh"]).arg(&phone.root).arg(WRITER);
    assert_eq!(refusal(command), "failed unlock ReadOnly");
    assert_eq!(before.changes(), [] as [&str; 0]);
    assert_holds(&phone.unlock(PIN).unwrap().1, 3);
}

#[test]
fn two_programs_at_once() {
    let _turn = turn();
    let folder = machine::memory_folder();
    let phone = made(folder.path());
    let mut first = Writer::start(WRITER, &phone, &["unlock", "wait"]);
    first.say(PIN);
    first.wait_for("waiting");
    let mut second = Command::new(WRITER);
    second.arg(&phone.root).arg("unlock");
    assert_eq!(refusal(second), "failed unlock InUse");
    assert_eq!(phone.open().err(), Some(Error::InUse));
    first.kill_after(0);
    let mut third = Writer::start(WRITER, &phone, &["unlock", "saves:3-5", "lock"]);
    third.say(PIN);
    third.finish();
    let mut fourth = Writer::start(WRITER, &phone, &["unlock", "saves:5-6", "lock"]);
    fourth.say(PIN);
    fourth.finish();
}

#[test]
fn files_of_a_later_version_are_told_and_left_alone() {
    let _turn = turn();
    let folder = machine::memory_folder();
    let phone = made(folder.path());
    let slot = phone.slot_of(PIN);
    let paths = VaultPaths::new(&phone.dir(), slot.file);
    let cases = [
        (phone.places().keyring(), Part::Keyring, &[4][..]),
        (phone.places().attempts(), Part::Attempts, &[4, 68][..]),
        (paths.head(), Part::Head, &[4][..]),
    ];
    for (path, part, versions) in cases {
        let whole = fs::read(&path).unwrap();
        let mut newer = whole.clone();
        versions.iter().for_each(|at| newer[*at] = 9);
        fs::write(&path, newer).unwrap();
        assert_left_alone(&phone, part);
        fs::write(&path, whole).unwrap();
        assert_holds(&phone.unlock(PIN).unwrap().1, 3);
    }
    let (mut database, _) = Database::open(paths, vault_key(&slot), slot.vault).unwrap();
    database.write(NOW, |tx| Ok(tx.pragma_update(None, "user_version", 99)?)).unwrap();
    database.checkpoint(NOW).unwrap();
    drop(database);
    assert_left_alone(&phone, Part::Vault);
}

/// The count of wrong secrets goes on counting.
fn assert_left_alone(phone: &Phone, part: Part) {
    let before = Snapshot::of(&phone.root);
    assert_eq!(phone.unlock(PIN).err(), Some(Error::Newer { part }));
    let changes = before.changes();
    assert!(changes.iter().all(|name| part != Part::Attempts && name == "notebook/attempts"), "{changes:?}");
}

/// A folder that was moved, or copied with the keys, opens where it is.
#[test]
fn a_folder_that_was_moved_opens() {
    let _turn = turn();
    let (folder, other) = (machine::memory_folder(), machine::memory_folder());
    made(folder.path());
    copy_folder(folder.path(), other.path());
    assert_holds(&Phone::at(other.path()).unlock(PIN).unwrap().1, 3);
}
