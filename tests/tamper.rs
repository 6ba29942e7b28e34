//! Damage on purpose: a flipped byte anywhere, cut, empty, missing, old, swapped and foreign files. Never a
//! wrong text, never a panic, never a changed file, and always a clear error.

use std::fs;
use std::io::Read;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use fernbook_core::storage::database::Database;
use fernbook_core::storage::paths::VaultPaths;
use fernbook_core::vault::keyring::SlotContent;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::{Error, Part};
use fernbook_tests::chance::Chance;
use fernbook_tests::machine::memory_folder;
use fernbook_tests::numbered;
use fernbook_tests::phone::{NOW, PIN, Phone, SECOND_PIN, vault_key};
use fernbook_tests::snapshot::Snapshot;

const NOTES: u64 = 30;
const PAGE: usize = 4096;

/// A phone with both notebooks in use, closed, and what it was like.
struct Bench {
    _folder: tempfile::TempDir,
    phone: Phone,
    whole: Snapshot,
    slot: SlotContent,
}

impl Bench {
    fn new(hardware_aes: bool, hot: bool) -> Self {
        let folder = memory_folder();
        let phone = Phone::at(folder.path());
        phone.init(Some(SECOND_PIN), hardware_aes).unwrap();
        for (pin, first) in [(SECOND_PIN, 100), (PIN, 0)] {
            let (_notebooks, mut notebook) = phone.unlock(pin).unwrap();
            save(&mut notebook, first..first + NOTES);
            if !hot || pin == SECOND_PIN {
                notebook.lock(NOW).unwrap();
            }
        }
        let slot = phone.slot_of(PIN);
        Self { whole: Snapshot::of(&phone.dir()), _folder: folder, phone, slot }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.phone.dir().join(name)
    }

    /// The name of one of the first notebook's files, such as `.db`.
    fn own(&self, ending: &str) -> String {
        format!("{}{ending}", self.slot.file)
    }

    fn other(&self, ending: &str) -> String {
        format!("{}{ending}", 3 - self.slot.file)
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        self.whole.files[Path::new(name)].clone()
    }

    /// Opens the vault below the keyring, without the cost of the PIN, and reads every note.
    fn read_vault(&self) -> Result<u64, Error> {
        let paths = VaultPaths::new(&self.phone.dir(), self.slot.file);
        let (database, _) = Database::open(paths, vault_key(&self.slot), self.slot.vault)?;
        read_notes(database.connection())
    }

    /// Opens all of it with the PIN and reads every note.
    fn read_all(&self) -> Result<u64, Error> {
        let (_notebooks, notebook) = self.phone.unlock(PIN)?;
        notebook.read(read_notes)
    }

    /// After damage: the right notes or a clear error, nothing changed but what may be, and all put back.
    fn judge(&self, what: &str, read: Result<u64, Error>, damaged: &Snapshot) -> Option<Error> {
        let error = match read {
            Ok(notes) => {
                assert_eq!(notes, NOTES, "{what}: notes are missing and nothing was said");
                None
            }
            Err(error) => {
                assert!(is_clear(error), "{what}: {error:?}");
                Some(error)
            }
        };
        let changed = damaged.changes();
        assert!(changed.iter().all(|name| may_change(name)), "{what}: changed {changed:?}");
        self.whole.put_back();
        error
    }
}

fn save(notebook: &mut Notebook, numbers: std::ops::Range<u64>) {
    for number in numbers {
        notebook.write(NOW, |tx| numbered::add_with_rest(tx, number)).unwrap();
    }
}

/// As a person reads: by the list, each note, all else, and a search. Whatever text comes must be right.
fn read_notes(conn: &rusqlite::Connection) -> Result<u64, Error> {
    let mut statement = conn.prepare("SELECT title, body FROM note ORDER BY at")?;
    let mut rows = statement.query([])?;
    let mut numbers = std::collections::BTreeSet::new();
    while let Some(row) = rows.next()? {
        let number = row.get::<_, String>(0)?.parse().expect("a right title");
        assert!(row.get::<_, String>(1)? == numbered::text(number), "a wrong text");
        numbers.insert(number);
    }
    assert!(numbered::rest_belongs_to(conn, &numbers)?, "a wrong date, card, choice or line");
    let query = fernbook_core::journal::search::SearchQuery::of_text("fern".into());
    fernbook_core::journal::search::search(conn, &query)?;
    Ok(numbers.len() as u64)
}

fn is_clear(error: Error) -> bool {
    use Error as E;
    matches!(
        error,
        E::Damaged { .. }
            | E::OutOfStep { .. }
            | E::Newer { .. }
            | E::Wait { .. }
            | E::NoNotebook
            | E::DeviceKeyMissing
            | E::WrongSecret
    )
}

/// The count of wrong secrets and what was set aside. An empty log may come to be beside a vault.
fn may_change(name: &str) -> bool {
    name.starts_with("attempts") || name == "lock" || name.contains(".aside-") || name.ends_with(".db-wal")
}

fn flip(path: &Path, at: usize, bits: u8) {
    let file = fs::OpenOptions::new().read(true).write(true).open(path).unwrap();
    let mut byte = [0];
    file.read_exact_at(&mut byte, at as u64).unwrap();
    file.write_all_at(&[byte[0] ^ bits], at as u64).unwrap();
}

#[test]
fn a_flipped_byte_anywhere_in_the_small_files() {
    let mut chance = Chance::of("tamper small");
    let bench = Bench::new(true, false);
    for name in ["keyring".to_owned(), "attempts".to_owned(), bench.own(".head"), bench.other(".head")] {
        let mut refused = 0;
        for at in 0..bench.bytes(&name).len() {
            let bits = 1 << chance.under(8);
            flip(&bench.path(&name), at, bits);
            let damaged = Snapshot::of(&bench.phone.dir());
            let read = if name.ends_with(".head") { bench.read_vault() } else { bench.read_all() };
            refused += u32::from(bench.judge(&format!("{name}, byte {at}"), read, &damaged).is_some());
        }
        let length = u32::try_from(bench.bytes(&name).len()).unwrap();
        match name.as_str() {
            "keyring" => assert_eq!(refused, length, "every byte of the keyring is bound"),
            "attempts" => {}
            own if own == bench.own(".head") => {
                assert_eq!(refused, length, "every byte of the head is bound")
            }
            _ => assert_eq!(refused, 0, "the other notebook's head is nothing to this one"),
        }
    }
}

/// Places in a page worth trying: its header, its cells, and the nonce and tag at its end. Of the thousands of
/// pages in which nothing is, a place in every fourth.
fn places(chance: &mut Chance, page: usize, reserved: usize, used: bool) -> Vec<usize> {
    let start = page * PAGE;
    let mut places = Vec::new();
    if used || page.is_multiple_of(4) {
        places.push(start + usize::try_from(chance.under(PAGE as u64)).unwrap());
    }
    if used {
        let end = start + PAGE;
        places.extend([start, start + 7, start + 8, start + 100, end - reserved - 1]);
        places.extend([end - reserved, end - reserved / 2, end - 1]);
        places.extend((0..4).map(|_| start + usize::try_from(chance.under(PAGE as u64)).unwrap()));
    }
    if page == 0 {
        places.extend(0..100);
    }
    places
}

fn every_page(hardware_aes: bool, every: usize) {
    let mut chance = Chance::of("tamper pages");
    let bench = Bench::new(hardware_aes, false);
    let (name, reserved) = (bench.own(".db"), usize::from(bench.slot.cipher.reserved_bytes()));
    let paths = VaultPaths::new(&bench.phone.dir(), bench.slot.file);
    let pages = bench.bytes(&name).len() / PAGE;
    let free = free_pages(&paths, &bench.slot);
    let mut file = OneFile::of(&bench, name.clone());
    let mut refused = 0;
    for page in (0..pages).filter(|page| page % every == 0) {
        for at in places(&mut chance, page, reserved, !free.contains(&(page + 1))) {
            let flipped = vec![bench.whole.files[Path::new(&name)][at] ^ (1 << chance.under(8))];
            refused += u32::from(file.refuses(&format!("byte {at}"), &[(at, flipped)]));
        }
    }
    file.assert_unchanged("the end");
    assert_eq!(bench.whole.changes(), [] as [&str; 0]);
    println!("{pages} pages, {} of them free: {refused} flips refused", free.len());
    assert!(refused > 100);
}

/// The database alone, damaged at places and mended again: much quicker than all of the folder each time.
struct OneFile<'a> {
    bench: &'a Bench,
    name: String,
    now: Vec<u8>,
    turns: u32,
}

impl<'a> OneFile<'a> {
    fn of(bench: &'a Bench, name: String) -> Self {
        Self { bench, name, now: Vec::new(), turns: 0 }
    }

    /// Puts bytes at places, reads the vault, mends the places, and answers whether it was refused.
    fn refuses(&mut self, what: &str, damage: &[(usize, Vec<u8>)]) -> bool {
        let was = &self.bench.whole.files[Path::new(&self.name)];
        let file = fs::OpenOptions::new().read(true).write(true).open(self.bench.path(&self.name)).unwrap();
        damage.iter().for_each(|(at, bytes)| file.write_all_at(bytes, *at as u64).unwrap());
        let read = self.bench.read_vault();
        damage.iter().for_each(|(at, bytes)| {
            file.write_all_at(&was[*at..at + bytes.len()], *at as u64).unwrap();
        });
        self.turns += 1;
        if self.turns.is_multiple_of(16) {
            self.assert_unchanged(what);
        }
        match read {
            Ok(notes) => assert_eq!(notes, NOTES, "{what}: notes are missing"),
            Err(error) => assert_eq!(error, Error::Damaged { part: Part::Vault }, "{what}"),
        }
        read.is_err()
    }

    /// What was mended is as it was; so any other change since the last look is still there.
    fn assert_unchanged(&mut self, what: &str) {
        let was = &self.bench.whole.files[Path::new(&self.name)];
        self.now.clear();
        fs::File::open(self.bench.path(&self.name)).unwrap().read_to_end(&mut self.now).unwrap();
        assert!(self.now == *was, "the file was changed shortly before {what}");
        if self.turns.is_multiple_of(512) {
            assert_eq!(self.bench.whole.changes(), [] as [&str; 0], "shortly before {what}");
        }
    }
}

/// Numbers, from 1, of pages in which nothing is.
fn free_pages(paths: &VaultPaths, slot: &SlotContent) -> Vec<usize> {
    let (database, _) = Database::open(paths.clone(), vault_key(slot), slot.vault).unwrap();
    let sql = "SELECT pgno FROM sqlite_dbpage WHERE substr(data, 1, 4000) = zeroblob(4000)";
    let mut statement = database.connection().prepare(sql).unwrap();
    let pages = statement.query_map([], |row| row.get(0)).unwrap();
    pages.map(|page| page.unwrap()).collect()
}

#[test]
fn a_flipped_byte_in_every_page_with_aegis() {
    every_page(true, 1);
}

#[test]
fn a_flipped_byte_in_some_pages_with_chacha20() {
    every_page(false, 5);
}

/// The log holds what was acknowledged last. Where it is damaged, all is there, or it is refused, or it is
/// told that the log was torn: a save is never lost in silence.
#[test]
fn a_flipped_byte_in_a_log() {
    let mut chance = Chance::of("tamper log");
    let bench = Bench::new(true, true);
    let name = bench.own(".db-wal");
    let length = bench.bytes(&name).len();
    assert!(length > 100_000);
    let last_header = length - PAGE - 24..length - PAGE;
    let every_bit = (0..32).chain(32..56).chain(last_header).flat_map(|at| (0..8).map(move |bit| (at, bit)));
    let mut places: Vec<(usize, u64)> = every_bit.collect();
    places.extend((0..400).map(|_| (usize::try_from(chance.under(length as u64)).unwrap(), chance.under(8))));
    for (at, bit) in places {
        flip(&bench.path(&name), at, 1 << bit);
        let paths = VaultPaths::new(&bench.phone.dir(), bench.slot.file);
        match Database::open(paths, vault_key(&bench.slot), bench.slot.vault) {
            Ok((database, notices)) => {
                let notes = read_notes(database.connection());
                let silent = notices.is_empty() && notes != Ok(NOTES);
                assert!(
                    !silent || notes.is_err_and(is_clear),
                    "byte {at}, bit {bit}: lost in silence: {notes:?}"
                );
            }
            Err(error) => assert!(is_clear(error), "byte {at}, bit {bit}: {error:?}"),
        }
        let changed = bench.whole.changes();
        assert!(changed.iter().all(|changed| may_change(changed)), "byte {at}: {changed:?}");
        bench.whole.put_back();
    }
    assert_eq!(bench.read_vault(), Ok(NOTES), "put right, all is there");
}

#[test]
fn files_that_are_cut_empty_or_missing() {
    let mut chance = Chance::of("tamper cut");
    for hardware_aes in [true, false] {
        let bench = Bench::new(hardware_aes, false);
        let names: Vec<String> =
            bench.whole.files.keys().map(|name| name.to_str().unwrap().to_owned()).collect();
        for name in names {
            let length = bench.bytes(&name).len() as u64;
            let lengths = [0, 1, 24, 4095, 4096, length.saturating_sub(1), length.saturating_sub(4096)];
            let some = [chance.under(length), chance.under(length.min(1 << 20))];
            for cut in lengths.into_iter().chain(some).filter(|cut| *cut < length) {
                fs::OpenOptions::new().write(true).open(bench.path(&name)).unwrap().set_len(cut).unwrap();
                judge_as_it_lies(&bench, &format!("{name} cut to {cut}"));
            }
            fs::remove_file(bench.path(&name)).unwrap();
            judge_as_it_lies(&bench, &format!("{name} missing"));
        }
    }
}

fn judge_as_it_lies(bench: &Bench, what: &str) -> Option<Error> {
    let damaged = Snapshot::of(&bench.phone.dir());
    let error = bench.judge(what, bench.read_all(), &damaged);
    assert_eq!(bench.read_all(), Ok(NOTES), "{what}: put right, all is there");
    bench.whole.put_back();
    error
}

#[test]
fn files_of_the_other_notebook_or_of_another_phone() {
    let bench = Bench::new(true, false);
    let stranger = Bench::new(true, false);
    for ending in [".db", ".head"] {
        let (own, other) = (bench.own(ending), bench.other(ending));
        fs::write(bench.path(&own), bench.bytes(&other)).unwrap();
        fs::write(bench.path(&other), bench.bytes(&own)).unwrap();
        assert!(judge_as_it_lies(&bench, &format!("swapped {ending}")).is_some());
        fs::write(bench.path(&own), stranger.bytes(&stranger.own(ending))).unwrap();
        assert!(judge_as_it_lies(&bench, &format!("foreign {ending}")).is_some());
    }
    for ending in [".db", ".head", ".db-wal"] {
        fs::write(bench.path(&bench.own(ending)), bench.bytes(&bench.other(ending))).unwrap();
        fs::write(bench.path(&bench.other(ending)), bench.bytes(&bench.own(ending))).unwrap();
    }
    assert!(judge_as_it_lies(&bench, "all files of both swapped").is_some());
    fs::write(bench.path("keyring"), stranger.bytes("keyring")).unwrap();
    assert_eq!(judge_as_it_lies(&bench, "foreign keyring"), Some(Error::DeviceKeyMissing));
}

#[test]
fn pages_moved_within_a_file_or_from_another_vault() {
    let bench = Bench::new(true, false);
    let stranger = Bench::new(true, false);
    let name = bench.own(".db");
    let (own, other) = (bench.bytes(&name), bench.bytes(&bench.other(".db")));
    let foreign = stranger.bytes(&stranger.own(".db"));
    let free = free_pages(&VaultPaths::new(&bench.phone.dir(), bench.slot.file), &bench.slot);
    let used: Vec<usize> = (1..own.len() / PAGE).filter(|page| !free.contains(&(page + 1))).collect();
    let mut file = OneFile::of(&bench, name);
    let page = |bytes: &[u8], number: usize| bytes[number * PAGE..(number + 1) * PAGE].to_vec();
    let mut refused = 0;
    for (first, second) in used.iter().zip(used.iter().skip(1)) {
        let swapped = [(first * PAGE, page(&own, *second)), (second * PAGE, page(&own, *first))];
        for pages in
            [&swapped[..], &[(first * PAGE, page(&other, *first))], &[(first * PAGE, page(&foreign, *first))]]
        {
            refused += u32::from(file.refuses(&format!("page {first}"), pages));
        }
    }
    file.assert_unchanged("the end");
    println!("{} pages in use, {refused} moves refused", used.len());
    assert!(refused > 30);
}

/// One file of yesterday among those of today. A keyring of before the last change is told in the unit
/// tests; the attempt file is a fence and no more.
#[test]
fn an_old_copy_of_a_single_file() {
    let bench = Bench::new(true, false);
    let (mut notebooks, mut notebook) = bench.phone.unlock(PIN).unwrap();
    save(&mut notebook, NOTES..NOTES + 3);
    notebooks.set_wipe_after(Some(50), &fernbook_tests::phone::much_later()).unwrap();
    notebook.lock(NOW).unwrap();
    drop(notebooks);
    let today = Snapshot::of(&bench.phone.dir());
    for name in ["keyring", &bench.own(".db"), &bench.own(".head")] {
        fs::write(bench.path(name), bench.bytes(name)).unwrap();
        let damaged = Snapshot::of(&bench.phone.dir());
        let error = bench.read_all().expect_err(name);
        assert!(matches!(error, Error::OutOfStep { .. }), "{name}: {error:?}");
        let changed = damaged.changes();
        assert!(changed.iter().all(|name| may_change(name)), "{name}: changed {changed:?}");
        today.put_back();
        assert_eq!(bench.read_all(), Ok(NOTES + 3), "{name}: put right, all is there");
        today.put_back();
    }
}
