//! A library as a phone would load it, with the core's main calls reachable from outside, so that
//! nothing the shells need is left out by the linker. Built by `./dev bench` only to be weighed; the real
//! bindings take its place when they come.

use std::fs::File;
use std::path::Path;

use fernbook_core::Result;
use fernbook_core::crypto::secret::Secret;
use fernbook_core::crypto::words::Words;
use fernbook_core::exchange::copy::json;
use fernbook_core::exchange::copy::sealed::{self, FileVisitor};
use fernbook_core::exchange::import::{self, Limits, Options, Source};
use fernbook_core::journal::note::{self, NewNote};
use fernbook_core::journal::page::{self, PageQuery};
use fernbook_core::journal::picture;
use fernbook_core::journal::search::{self, SearchQuery};
use fernbook_core::time::{Moment, Zone};
use fernbook_core::vault::device::{DeviceFacts, Tick};
use fernbook_core::vault::device_key::{DeviceKey, FileDeviceKey};
use fernbook_core::vault::init::{self, NewNotebook, Pack};
use fernbook_core::vault::notebooks::Notebooks;
use fernbook_core::vault::places::Places;

#[global_allocator]
static ZEROING: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// Every main call once. Not meant to be run: what it takes and answers is only there so that the
/// compiler can't know it.
#[unsafe(no_mangle)]
pub extern "C" fn bench_size(at: i64) -> i64 {
    everything(&at.to_string(), Moment(at)).map_or(-1, |count| count as i64)
}

fn everything(text: &str, now: Moment) -> Result<usize> {
    let (folder, secret) = (Path::new(text), Secret::new(text));
    let tick = Tick { now, boot: [0; 16], uptime_ms: 0 };
    let facts = DeviceFacts { memory_bytes: now.0.unsigned_abs(), hardware_aes: now.0 % 2 == 0 };
    let make_key = |name: &str| Box::new(FileDeviceKey::new(name.into())) as Box<dyn DeviceKey>;
    let first = NewNotebook { secret: &secret, pack: Pack::Plain, fill: &|_| Ok(()) };
    init::run(&Places::new(folder), &make_key, &facts, &tick, &first, None)?;
    let mut notebooks = Notebooks::open(folder, &make_key)?;
    let mut notebook = notebooks.unlock(&secret, &tick)?;
    let words = notebooks.make_recovery(&mut notebook, &tick)?;
    let options = Options { zone: Zone::parse(text)?, starred: text.to_owned(), limits: Limits::default() };
    let mut source = Source::open(folder, options)?;
    notebook.write(now, |tx| import::run(tx, &mut source, now, &mut |_| true))?;
    notebook.write(now, |tx| note::add(tx, &NewNote::of_text(text.to_owned(), now, Zone::UTC), now))?;
    picture::clean(text, text.as_bytes())?;
    let found = notebook.read(|conn| search::search(conn, &SearchQuery::of_text(text.to_owned())))?;
    let listed = notebook.read(|conn| page::page(conn, &PageQuery::default()))?;
    copies(folder, &words)?;
    notebook.lock(now)?;
    notebooks.wipe()?;
    Ok(found.len() + listed.len())
}

fn copies(folder: &Path, words: &Words) -> Result<()> {
    let mut out = sealed::SealedWriter::new(File::create(folder)?, words)?;
    sealed::FileSink::file(&mut out, "a", 1, &mut |to| Ok(to.write_all(b"a")?))?;
    out.finish()?;
    sealed::read(File::open(folder)?, words, &mut Reading)?;
    json::read(&mut File::open(folder)?, &mut |_| Ok(())).map(drop)
}

struct Reading;

impl FileVisitor for Reading {
    fn file(&mut self, _: &str, _: u64, content: &mut dyn std::io::Read) -> Result<()> {
        Ok(std::io::copy(content, &mut std::io::sink()).map(drop)?)
    }
}
