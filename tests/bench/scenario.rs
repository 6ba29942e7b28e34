//! What is measured, the same for every engine: [`measure`] drives a [`Journal`] and prints one line of
//! JSON a measure, `{"measure": "save", "ns": [..], ..}`, for `run.py` to gather.
//! Used by `#[path]` from the core's bench and from the peers, so that all run the same code.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// Any failure ends the bench.
pub type Failure = Box<dyn std::error::Error>;

/// How many notes a first page and a search bring.
pub const PAGE: u32 = 50;

const OPENS: usize = 40;
const PAGES: usize = 200;
const SEARCHES: usize = 60;
const SAVES: usize = 400;

/// A measure with many turns stops early when it has taken this long and has had [`FEWEST`] turns.
const LONGEST: Duration = Duration::from_secs(10);
const FEWEST: usize = 15;

/// Words and beginnings that ten years of the diary hold often, and one that it holds twice.
const QUERIES: [(&str, &str); 4] =
    [("prefix", "wor"), ("common", "office"), ("two words", "wife dinner"), ("rare", "sunshine")];

/// One engine with a journal in it.
pub trait Journal: Sized {
    /// Makes an empty journal in `dir`.
    fn make(dir: &Path) -> Result<Self, Failure>;
    /// Closes as a person would, so that the next [`Journal::open`] finds nothing to repair.
    fn close(self) -> Result<Closed<Self>, Failure>;
    /// Opens what [`Journal::close`] left, up to the first row read. Key derivation is not in it.
    fn open(closed: Closed<Self>) -> Result<Self, Failure>;
    /// Brings in a Day One zip in one transaction; answers how many notes came.
    fn import(&mut self, zip: &Path) -> Result<usize, Failure>;
    /// Saves one new note, durably.
    fn save(&mut self, at: i64, text: &str) -> Result<(), Failure>;
    /// Reads what the first page of the list shows; answers how many notes.
    fn first_page(&mut self) -> Result<usize, Failure>;
    /// Looks for words by their beginnings; answers how many notes of at most [`PAGE`] were read, with the
    /// words around the first hit of each if `around`.
    fn search(&mut self, words: &str, around: bool) -> Result<usize, Failure>;
    /// The engine's name and version.
    fn version(&self) -> Result<String, Failure>;
    /// What is kept from a close to the next open.
    type Rest;
}

/// A closed journal: its folder, and what is needed to open it again.
pub struct Closed<J: Journal> {
    /// Where it is.
    pub dir: PathBuf,
    /// Keys and the like.
    pub rest: J::Rest,
}

/// Runs every measure on a new journal in `dir` that is filled from `zips`.
pub fn measure<J: Journal>(dir: &Path, zips: &[PathBuf]) -> Result<(), Failure> {
    let mut journal = J::make(dir)?;
    say(&json!({ "version": journal.version()? }));
    let mut notes = 0;
    let mut imports = Vec::new();
    for zip in zips {
        let start = Instant::now();
        notes += journal.import(zip)?;
        imports.push(nanoseconds(start));
    }
    report("import", imports, &json!({ "notes": notes }));
    let mut journal = opens(journal)?;
    let mut shown = 0;
    let pages = timed(PAGES, |_| journal.first_page().map(|count| shown = count))?;
    report("first page", pages, &json!({ "found": shown, "of": PAGE }));
    for (kind, words) in QUERIES {
        let mut found = 0;
        let times = timed(SEARCHES, |_| journal.search(words, false).map(|count| found = count))?;
        report(&format!("search, {kind}"), times, &json!({ "found": found, "words": words }));
    }
    let (_, words) = QUERIES[0];
    let times = timed(SEARCHES, |_| journal.search(words, true).map(drop))?;
    report("with words around", times, &json!({}));
    let text = sample_text();
    let saves = timed(SAVES, |turn| journal.save(turn as i64 * 60_000, &text))?;
    report("save", saves, &json!({}));
    journal.close()?;
    say(&json!({ "bytes": size_of(dir)? }));
    Ok(())
}

/// One close is timed by itself: it may write back all that the import left in the log.
fn opens<J: Journal>(journal: J) -> Result<J, Failure> {
    let start = Instant::now();
    let mut closed = journal.close()?;
    report("close after import", vec![nanoseconds(start)], &json!({}));
    let mut times = Vec::with_capacity(OPENS);
    for _ in 0..OPENS {
        let start = Instant::now();
        let journal = J::open(closed)?;
        times.push(nanoseconds(start));
        closed = journal.close()?;
    }
    report("open", times, &json!({}));
    J::open(closed)
}

/// 1,500 characters, about what an entry of the diary has.
fn sample_text() -> String {
    let sentence = "Up betimes and to the office, where all the morning busy, and at noon home to dinner. ";
    sentence.repeat(18).chars().take(1_500).collect()
}

/// How long each of up to `count` turns took, in nanoseconds.
pub fn timed(count: usize, mut turn: impl FnMut(usize) -> Result<(), Failure>) -> Result<Vec<u64>, Failure> {
    let mut times = Vec::with_capacity(count);
    let begun = Instant::now();
    for number in 0..count {
        if number >= FEWEST && begun.elapsed() > LONGEST {
            break;
        }
        let start = Instant::now();
        turn(number)?;
        times.push(nanoseconds(start));
    }
    Ok(times)
}

fn nanoseconds(start: Instant) -> u64 {
    u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX)
}

/// Prints a measure with its times and whatever else was seen.
pub fn report(measure: &str, times: Vec<u64>, more: &Value) {
    say(&json!({ "measure": measure, "ns": times, "more": more }));
}

/// Prints a line.
pub fn say(line: &Value) {
    println!("{line}");
}

fn size_of(dir: &Path) -> Result<u64, Failure> {
    let mut bytes = 0;
    for entry in std::fs::read_dir(dir)? {
        let entry = entry?;
        let meta = entry.metadata()?;
        bytes += if meta.is_dir() { size_of(&entry.path())? } else { meta.len() };
    }
    Ok(bytes)
}
