//! Works on a notebook as its arguments tell, and says on standard output what is durable. It is what
//! the tests kill, trace and look into; `tests/shared/writer.rs` drives it.
//!
//! `writer ROOT ORDER..`: the orders are told at [`Desk::follow`]. PINs and words come as lines of
//! standard input, read without a buffer that would keep them.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::AsFd;
use std::path::Path;

use fernbook_core::Result;
use fernbook_core::crypto::secret::Secret;
use fernbook_core::crypto::words::Words;
use fernbook_core::exchange::copy::{self, Label};
use fernbook_core::exchange::import::{self, Limits, Options, Source};
use fernbook_core::time::Zone;
use fernbook_core::vault::device_key::{DeviceKey, DeviceKeyError, FileDeviceKey};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::vault::notebooks::Notebooks;
use fernbook_tests::numbered;
use fernbook_tests::phone::{self, NOW, Phone, tick};
use zeroize::Zeroizing;

mod session;

#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() {
    let mut arguments = std::env::args().skip(1);
    let root = arguments.next().expect("a folder");
    let mut desk = Desk { phone: Phone::at(Path::new(&root)), notebooks: None, notebook: None };
    for order in arguments {
        if let Err(error) = desk.follow(&order) {
            say(&format!("failed {order} {error:?}"));
            std::process::exit(1);
        }
    }
}

/// One line in one call of the system, so that it is out when this returns.
fn say(line: &str) {
    let mut out = File::from(std::io::stdout().as_fd().try_clone_to_owned().expect("standard output"));
    out.write_all(format!("{line}\n").as_bytes()).expect("someone listens");
}

fn read_line() -> Zeroizing<Vec<u8>> {
    let mut input = File::from(std::io::stdin().as_fd().try_clone_to_owned().expect("standard input"));
    let mut line = Zeroizing::new(Vec::with_capacity(512));
    let mut byte = [0];
    while input.read(&mut byte).expect("a line") == 1 && byte != *b"\n" {
        line.push(byte[0]);
    }
    byte = [0];
    std::hint::black_box(&byte);
    line
}

fn read_words() -> Words {
    let line = read_line();
    Words::parse(std::str::from_utf8(&line).expect("words")).expect("words")
}

/// A real device key that says when a new key is made: the moment at which a keyring begins to change.
struct Announced(FileDeviceKey);

impl DeviceKey for Announced {
    fn make(&self, generation: u64) -> std::result::Result<(), DeviceKeyError> {
        say("make");
        self.0.make(generation)
    }

    fn mac(&self, generation: u64, bytes: &[u8]) -> std::result::Result<[u8; 32], DeviceKeyError> {
        self.0.mac(generation, bytes)
    }

    fn forget(&self, generation: u64) -> std::result::Result<(), DeviceKeyError> {
        self.0.forget(generation)
    }
}

struct Desk {
    phone: Phone,
    notebooks: Option<Notebooks>,
    notebook: Option<Notebook>,
}

impl Desk {
    /// Orders: `init`, `unlock`, `saves:FROM-TO`, `burst:FROM-TO`, `pins:FROM-TO`, `fences:FROM-TO`, `idle`, `import:PATH`,
    /// `copy:PATH`, `restore:PATH`, `session`, `recall`, `wait`, `full`, `lock`, `wipe`.
    fn follow(&mut self, order: &str) -> Result<()> {
        let (name, rest) = order.split_once(':').unwrap_or((order, ""));
        match name {
            "init" => phone::init_with(&self.phone, &self.make_key(), None, true)?,
            "unlock" => return self.unlock(),
            "saves" => return self.saves(rest, true),
            "burst" => return self.saves(rest, false),
            "pins" => return self.pins(rest),
            "fences" => return self.fences(rest),
            "idle" => self.notebook().idle(NOW)?,
            "import" => self.import(Path::new(rest))?,
            "copy" => self.copy(Path::new(rest))?,
            "restore" => self.restore(Path::new(rest))?,
            "session" => session::work(self.notebook())?,
            "recall" => session::recall(self.notebook())?,
            "full" => return self.fill_disk(),
            "wait" => {
                say("waiting");
                read_line();
            }
            "lock" => {
                self.notebook.take().expect("an open notebook").lock(NOW)?;
                self.notebooks = None;
            }
            "wipe" => self.wipe()?,
            _ => panic!("no such order"),
        }
        say(&format!("ack {name}"));
        Ok(())
    }

    fn make_key(&self) -> impl Fn(&str) -> Box<dyn DeviceKey> + use<> {
        let keys = self.phone.keys();
        move |name: &str| Box::new(Announced(FileDeviceKey::new(keys.join(name)))) as Box<dyn DeviceKey>
    }

    fn notebook(&mut self) -> &mut Notebook {
        self.notebook.as_mut().expect("an open notebook")
    }

    fn unlock(&mut self) -> Result<()> {
        let secret = Secret::from_bytes(&read_line());
        let mut notebooks = Notebooks::open(&self.phone.dir(), &self.make_key())?;
        self.notebook = Some(notebooks.unlock(&secret, &tick())?);
        self.notebooks = Some(notebooks);
        say("ready");
        Ok(())
    }

    /// With pauses the log is written back now and then, so that a kill may fall into that too; without, it
    /// grows until the next begins over it.
    fn saves(&mut self, range: &str, with_pauses: bool) -> Result<()> {
        for number in numbers(range) {
            self.notebook().write(NOW, |tx| numbered::add_with_rest(tx, number))?;
            say(&format!("ack note {number}"));
            if with_pauses && number % 5 == 4 {
                self.notebook().idle(NOW)?;
            }
        }
        Ok(())
    }

    /// Writes until there is no room, and says how far it came.
    fn fill_disk(&mut self) -> Result<()> {
        let first = self.notebook().read(|conn| Ok(numbered::all(conn).last().map_or(0, |last| last + 1)))?;
        for number in first.. {
            match self.notebook().write(NOW, |tx| numbered::add(tx, number)) {
                Ok(()) => say(&format!("ack note {number}")),
                Err(error) => {
                    say(&format!("stopped {error:?}"));
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    fn pins(&mut self, range: &str) -> Result<()> {
        let (notebooks, notebook) = (self.notebooks.as_mut(), self.notebook.as_ref());
        let (notebooks, notebook) = (notebooks.expect("open"), notebook.expect("open"));
        for number in numbers(range) {
            notebooks.change_pin(notebook, &Secret::new(&format!("fern {number} door")), &tick())?;
            say(&format!("ack pin {number}"));
        }
        Ok(())
    }

    fn fences(&mut self, range: &str) -> Result<()> {
        for number in numbers(range) {
            let count = u8::try_from(100 + number % 100).ok();
            self.notebooks.as_mut().expect("open").set_wipe_after(count, &tick())?;
            say(&format!("ack fence {number}"));
        }
        Ok(())
    }

    fn import(&mut self, path: &Path) -> Result<()> {
        let options = Options { zone: Zone::UTC, starred: "starred".into(), limits: Limits::default() };
        let mut source = Source::open(path, options)?;
        self.notebook().write(NOW, |tx| import::run(tx, &mut source, NOW, &mut |_| true)).map(drop)
    }

    fn copy(&mut self, path: &Path) -> Result<()> {
        let words = read_words();
        let label = Label { made: NOW, read_me: "A copy." };
        let made = |conn: &rusqlite::Connection| copy::make_file(conn, path, &words, label, &mut |_| true);
        self.notebook().read(made).map(drop)
    }

    fn restore(&mut self, path: &Path) -> Result<()> {
        let words = read_words();
        let file = File::open(path)?;
        let back = |tx: &rusqlite::Transaction<'_>| copy::restore(tx, file, &words, NOW, &mut |_| true);
        self.notebook().write(NOW, back).map(drop)
    }

    fn wipe(&mut self) -> Result<()> {
        self.notebook = None;
        self.notebooks.take().expect("open").wipe()
    }
}

fn numbers(range: &str) -> std::ops::Range<u64> {
    let (from, to) = range.split_once('-').expect("FROM-TO");
    from.parse().expect("a number")..to.parse().expect("a number")
}
