//! Fernbook in the bench: the calls that a shell makes, by `bench-core aegis|chacha20 DIR ZIP...`, and
//! what unlocking and planning reminders cost, by `bench-core keys DIR` and `bench-core plan DIR`.
#![allow(clippy::print_stdout)]

#[path = "../scenario.rs"]
mod scenario;

mod keys;
mod plan;

use std::path::{Path, PathBuf};

use fernbook_core::crypto::secret::Secret;
use fernbook_core::exchange::import::{self, Limits, Options, Source};
use fernbook_core::journal::note::{self, NewNote};
use fernbook_core::journal::page::{self, PageQuery};
use fernbook_core::journal::search::{self, SearchQuery};
use fernbook_core::storage::meta;
use fernbook_core::time::{Moment, Zone};
use fernbook_core::vault::device::{DeviceFacts, Tick};
use fernbook_core::vault::device_key::{DeviceKey, FileDeviceKey};
use fernbook_core::vault::init::{self, NewNotebook, Pack};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::vault::notebooks::Notebooks;
use fernbook_core::vault::places::Places;
use scenario::{Closed, Failure, Journal};

const NOW: Moment = Moment(1_790_000_000_000);
const PIN: &str = "bench only 4 5 6";
/// With so little memory Argon2id has its lowest cost: what is measured here is not in it.
const LITTLE: u64 = 1 << 30;

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args_os().skip(1);
    let what = arguments.next().ok_or("a cipher, `keys` or `plan` is needed")?;
    let mut paths = arguments.map(PathBuf::from);
    let dir = paths.next().ok_or("a folder is needed")?;
    let zips: Vec<PathBuf> = paths.collect();
    match what.to_str() {
        Some("aegis") => scenario::measure::<Core<true>>(&dir, &zips),
        Some("chacha20") => scenario::measure::<Core<false>>(&dir, &zips),
        Some("keys") => keys::measure(&dir),
        Some("plan") => plan::measure(),
        _ => Err("aegis, chacha20, keys or plan".into()),
    }
}

/// A clock that stands still: nothing here depends on it.
pub fn tick() -> Tick {
    Tick { now: NOW, boot: [1; 16], uptime_ms: 1_000 }
}

/// Makes notebooks, of which the first is used, and opens them.
pub fn make(dir: &Path, facts: DeviceFacts) -> Result<(Notebooks, Notebook), Failure> {
    let keys = dir.join("device");
    let make_key = move |name: &str| Box::new(FileDeviceKey::new(keys.join(name))) as Box<dyn DeviceKey>;
    let folder = dir.join("vault");
    let secret = Secret::new(PIN);
    let first = NewNotebook { secret: &secret, pack: Pack::Full, fill: &|_| Ok(()) };
    init::run(&Places::new(&folder), &make_key, &facts, &tick(), &first, None)?;
    let mut notebooks = Notebooks::open(&folder, &make_key)?;
    let notebook = notebooks.unlock(&secret, &tick())?;
    Ok((notebooks, notebook))
}

/// One notebook, under AEGIS-256 where `AES` and else under ChaCha20-Poly1305.
struct Core<const AES: bool> {
    notebooks: Notebooks,
    notebook: Notebook,
    dir: PathBuf,
}

impl<const AES: bool> Journal for Core<AES> {
    type Rest = (Notebooks, Notebook);

    fn make(dir: &Path) -> Result<Self, Failure> {
        std::fs::create_dir_all(dir)?;
        let (notebooks, notebook) = make(dir, DeviceFacts { memory_bytes: LITTLE, hardware_aes: AES })?;
        Ok(Self { notebooks, notebook, dir: dir.to_owned() })
    }

    /// The log is written back and both files come to one size, as when she closes the notebook.
    fn close(mut self) -> Result<Closed<Self>, Failure> {
        self.notebook.suspend(NOW)?;
        self.notebooks.suspend();
        Ok(Closed { dir: self.dir, rest: (self.notebooks, self.notebook) })
    }

    /// The keyring is read again and the files are checked; the key is in memory still.
    fn open(closed: Closed<Self>) -> Result<Self, Failure> {
        let (mut notebooks, mut notebook) = closed.rest;
        notebooks.resume()?;
        notebook.resume(&notebooks)?;
        notebook.read(meta::vault_id)?;
        Ok(Self { notebooks, notebook, dir: closed.dir })
    }

    fn import(&mut self, zip: &Path) -> Result<usize, Failure> {
        let options = Options { zone: Zone::UTC, starred: "star".to_owned(), limits: Limits::default() };
        let mut source = Source::open(zip, options)?;
        let imported = self.notebook.write(NOW, |tx| import::run(tx, &mut source, NOW, &mut |_| true))?;
        Ok(usize::try_from(imported.added)?)
    }

    fn save(&mut self, at: i64, text: &str) -> Result<(), Failure> {
        let new = NewNote::of_text(text.to_owned(), Moment(at), Zone::UTC);
        self.notebook.write(NOW, |tx| note::add(tx, &new, NOW))?;
        Ok(())
    }

    fn first_page(&mut self) -> Result<usize, Failure> {
        Ok(self.notebook.read(|conn| page::page(conn, &PageQuery::default()))?.len())
    }

    fn search(&mut self, words: &str, around: bool) -> Result<usize, Failure> {
        let query = SearchQuery { around, ..SearchQuery::of_text(words.to_owned()) };
        Ok(self.notebook.read(|conn| search::search(conn, &query))?.len())
    }

    fn version(&self) -> Result<String, Failure> {
        let cipher = if AES { "AEGIS-256" } else { "ChaCha20-Poly1305" };
        Ok(format!("{cipher} (SQLite {})", rusqlite::version()))
    }
}
