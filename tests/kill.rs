//! A writer is killed (SIGKILL) at random moments, 560 times in all: every acknowledged note is there,
//! nothing half-written is, and the notebook opens.

use std::collections::BTreeSet;

use fernbook_core::Error;
use fernbook_core::crypto::words::Words;
use fernbook_core::storage::guard::Notice;
use fernbook_core::vault::notebook::Notebook;
use fernbook_tests::chance::Chance;
use fernbook_tests::machine::{memory_folder, turn};
use fernbook_tests::numbered;
use fernbook_tests::phone::{NOW, PIN, Phone};
use fernbook_tests::snapshot::Snapshot;
use fernbook_tests::writer::{Writer, last_ack};

const WRITER: &str = env!("CARGO_BIN_EXE_writer");

/// A phone with a new notebook that can be had again and again.
struct Bench {
    folder: tempfile::TempDir,
    fresh: Snapshot,
}

impl Bench {
    /// Has notes 0 to `notes` in it.
    fn new(notes: u64) -> Self {
        let folder = memory_folder();
        let phone = Phone::at(folder.path());
        phone.init(None, true).unwrap();
        let (_notebooks, mut notebook) = phone.unlock(PIN).unwrap();
        for number in 0..notes {
            notebook.write(NOW, |tx| numbered::add_with_rest(tx, number)).unwrap();
        }
        notebook.lock(NOW).unwrap();
        Self { fresh: Snapshot::of(folder.path()), folder }
    }

    fn phone(&self) -> Phone {
        Phone::at(self.folder.path())
    }

    fn renew(&self) {
        let _ = std::fs::remove_dir_all(self.phone().dir());
        let _ = std::fs::remove_dir_all(self.phone().keys());
        self.fresh.lay(self.folder.path());
    }
}

fn unlocked(phone: &Phone, orders: &[&str], lines: &[&str]) -> Writer {
    let mut writer = Writer::start(WRITER, phone, &[&["unlock"], orders].concat());
    lines.iter().for_each(|line| writer.say(line));
    writer.wait_for("ready");
    writer
}

fn notes_after(phone: &Phone, pin: &str) -> BTreeSet<u64> {
    notes_and_notices(phone, pin, &[])
}

/// The notes, and no more told than what `may` be.
fn notes_and_notices(phone: &Phone, pin: &str, may: &[Notice]) -> BTreeSet<u64> {
    let (_notebooks, notebook) = phone.unlock(pin).unwrap();
    let told = notebook.notices();
    assert!(told.iter().all(|notice| may.contains(notice)), "told after a kill: {told:?}");
    sound_with_rest(&notebook)
}

/// All notes, each with what belongs to it: a save is all or nothing.
fn sound_with_rest(notebook: &Notebook) -> BTreeSet<u64> {
    let found = numbered::all_sound(notebook);
    assert!(
        notebook.read(|conn| numbered::rest_belongs_to(conn, &found)).unwrap(),
        "the rest is not as written"
    );
    found
}

#[test]
fn single_saves_180_times() {
    kill_among_saves("saves", 180, 20_000, &[]);
}

/// Long enough without a pause that logs are written over older ones. There a save that nobody was told of
/// can be torn between a page's head and the page, and she is told that; a growing log just ends sooner.
#[test]
fn saves_over_older_logs_40_times() {
    kill_among_saves("burst", 40, 150_000, &[Notice::LogTorn]);
}

/// Kills `order` at a moment of its first `longest` microseconds, over and over.
fn kill_among_saves(order: &str, turns: u32, longest: u64, may: &[Notice]) {
    let _turn = turn();
    let mut chance = Chance::of(&format!("kill {order}"));
    let bench = Bench::new(0);
    let mut next = 0;
    let mut killed_in_the_middle = 0;
    for turn in 0..turns {
        if turn % 30 == 0 {
            bench.renew();
            next = 0;
        }
        let order = format!("{order}:{next}-1000000");
        let writer = unlocked(&bench.phone(), &[&order], &[PIN]);
        let lines = writer.kill_after(chance.under(longest));
        let acknowledged = last_ack(&lines, "note").map_or(next, |last| last + 1);
        let found = notes_and_notices(&bench.phone(), PIN, may);
        let end = found.len() as u64;
        assert!(found.iter().copied().eq(0..end), "no gaps, turn {turn}");
        assert!(end == acknowledged || end == acknowledged + 1, "turn {turn}: {end}, told {acknowledged}");
        killed_in_the_middle += u32::from(acknowledged > next);
        next = end;
    }
    assert!(killed_in_the_middle > turns / 2, "most kills fell among saves: {killed_in_the_middle}");
}

/// Kills a long piece of work at moments over all of its length and some more, `turns` times, and asks
/// `check` whether the notebook is as before it or as after it.
fn all_or_nothing(
    bench: &Bench,
    chance: &mut Chance,
    turns: u32,
    order: &str,
    lines: &[&str],
    check: impl Fn(&Notebook) -> bool,
) {
    let begun = std::time::Instant::now();
    let mut writer = unlocked(&bench.phone(), &[order, "idle"], lines);
    let done = format!("ack {}", order.split(':').next().unwrap());
    writer.wait_for(&done);
    let length = u64::try_from(begun.elapsed().as_micros()).unwrap();
    writer.finish();
    let mut whole = 0;
    for turn in 0..turns {
        bench.renew();
        let writer = unlocked(&bench.phone(), &[order, "idle"], lines);
        let acknowledged = writer.kill_after(chance.under(length + length / 8)).contains(&done);
        let (_notebooks, notebook) = bench.phone().unlock(PIN).unwrap();
        assert!(
            notebook
                .read(|conn| Ok(fernbook_core::storage::check::run(conn, &mut |_| true)?.is_sound()))
                .unwrap()
        );
        let there = check(&notebook);
        assert!(there || !acknowledged, "turn {turn}: acknowledged and not there");
        whole += u32::from(there);
    }
    println!("{order}: {whole} of {turns} were done before the kill");
    assert!(whole < turns, "some kills fell in the middle");
}

#[test]
fn import_100_times() {
    let _turn = turn();
    let mut chance = Chance::of("kill import");
    let bench = Bench::new(3);
    let source = tempfile::tempdir().unwrap();
    for number in 0..150 {
        let text = format!("---\ntitle: {number}\n---\n{}", numbered::text(number));
        std::fs::write(source.path().join(format!("2020-01-01 {number}.md")), text).unwrap();
    }
    let order = format!("import:{}", source.path().display());
    all_or_nothing(&bench, &mut chance, 100, &order, &[PIN], |notebook| {
        let count = |conn: &rusqlite::Connection| {
            Ok(conn.query_row("SELECT count(*) FROM note", [], |row| row.get::<_, u64>(0))?)
        };
        match notebook.read(count).unwrap() {
            3 => false,
            153 => true,
            other => panic!("{other} notes: half an import"),
        }
    });
}

#[test]
fn restore_60_times() {
    let _turn = turn();
    let mut chance = Chance::of("kill restore");
    let source = Bench::new(120);
    let words = Words::make().unwrap();
    let copy = source.folder.path().join("copy.age");
    let order = format!("copy:{}", copy.display());
    let mut writer = unlocked(&source.phone(), &[&order], &[PIN]);
    writer.say(words.phrase());
    writer.finish();
    let bench = Bench::new(0);
    let order = format!("restore:{}", copy.display());
    all_or_nothing(&bench, &mut chance, 60, &order, &[PIN, words.phrase()], |notebook| {
        let found = sound_with_rest(notebook);
        assert!(found.is_empty() || found.iter().copied().eq(0..120), "half a restore");
        !found.is_empty()
    });
}

fn pin(number: u64) -> String {
    if number == 0 { PIN.to_owned() } else { format!("fern {number} door") }
}

/// The moment is counted from the making of the new device key, with which a change of the keyring
/// begins: what goes before is the stretching of the PIN, in which nothing is written.
#[test]
fn change_of_pin_70_times() {
    let _turn = turn();
    let mut chance = Chance::of("kill pin");
    let bench = Bench::new(3);
    let (mut now, mut new_ones) = (0, 0);
    for turn in 0..70 {
        let order = format!("pins:{}-{}", now + 1, now + 1000);
        let mut writer = unlocked(&bench.phone(), &[&order], &[&pin(now)]);
        for _ in 0..chance.under(2) {
            writer.wait_for("make");
            writer.wait_for(&format!("ack pin {}", now + 1));
            now += 1;
        }
        writer.wait_for("make");
        let lines = writer.kill_after(chance.under(2500));
        now = last_ack(&lines, "pin").unwrap_or(now);
        match bench.phone().unlock(&pin(now)) {
            Err(Error::WrongSecret) => {
                now += 1;
                new_ones += 1;
            }
            opened => drop(opened.unwrap_or_else(|error| panic!("turn {turn}: {error:?}"))),
        }
        assert!(notes_after(&bench.phone(), &pin(now)).iter().copied().eq(0..3));
        if now > 1 {
            let old = bench.phone().unlock(&pin(now - 1)).err();
            assert_eq!(old, Some(Error::WrongSecret), "the one before opens no more");
        }
    }
    println!("after {new_ones} of 70 kills the new PIN opened before it was acknowledged");
}

/// The same change of the keyring without the stretching: many more kills fall into it.
#[test]
fn change_of_keyring_50_times() {
    let _turn = turn();
    let mut chance = Chance::of("kill keyring");
    let bench = Bench::new(3);
    let mut now = 0;
    for turn in 0..50 {
        let order = format!("fences:{}-{}", now, now + 100_000);
        let writer = unlocked(&bench.phone(), &[&order], &[PIN]);
        let lines = writer.kill_after(chance.under(10_000));
        let told = last_ack(&lines, "fence");
        let (notebooks, _notebook) = bench.phone().unlock(PIN).unwrap();
        let found = notebooks.wipe_after().map(u64::from);
        let as_told = |number: u64| Some(100 + number % 100);
        match told {
            Some(told) => assert!(found == as_told(told) || found == as_told(told + 1), "turn {turn}"),
            None => assert!(found.is_none() || found == as_told(now) || found == as_told(now + 99), "{turn}"),
        }
        now = told.map_or(now, |told| told + 1);
    }
}

#[test]
fn wipe_60_times() {
    let _turn = turn();
    let mut chance = Chance::of("kill wipe");
    let bench = Bench::new(3);
    let (mut opened, mut finished) = (0, 0);
    for turn in 0..60 {
        bench.renew();
        let writer = unlocked(&bench.phone(), &["wipe"], &[PIN]);
        let lines = writer.kill_after(chance.under(1500));
        let acknowledged = lines.contains(&"ack wipe".to_owned());
        let marked = bench.phone().places().wipe_marker().exists();
        match bench.phone().unlock(PIN) {
            Ok((_notebooks, notebook)) => {
                assert!(!acknowledged && numbered::all_sound(&notebook).len() == 3, "turn {turn}");
                opened += 1;
            }
            Err(error) => {
                assert_eq!(error, Error::NoNotebook, "turn {turn}");
                assert!(!bench.phone().dir().exists(), "the next start finishes it, turn {turn}");
                let keys = std::fs::read_dir(bench.phone().keys()).unwrap().count();
                assert_eq!(keys, 0, "no device key is left, turn {turn}");
                finished += u32::from(marked);
            }
        }
    }
    println!("wipe: {opened} opened, {finished} finished by the next start, of 60");
}
