//! Reads a source of another program to its end, as an import does: every entry, every attachment.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use fernbook_core::Error;
use fernbook_core::exchange::import::{Attachments, Entry, Item, Limits, Options, Source};
use fernbook_core::time::{EARLIEST, LATEST, Zone};

use super::{refused, rough};

/// A place for inputs that are read from disk: in memory where the machine has such a folder.
pub struct Place {
    folder: tempfile::TempDir,
    name: &'static str,
}

impl Place {
    /// Inputs will be written to a file of this name.
    pub fn new(name: &'static str) -> Self {
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        Self { folder: folder.unwrap(), name }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Writes an input.
    pub fn put(&self, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(self.name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

/// What was read.
#[derive(Default)]
struct Seen {
    entries: u64,
    attachments: u64,
    kinds: std::collections::BTreeSet<String>,
}

/// Reads what lies at `path`, and asserts what the journal counts on.
pub fn outcome(path: &Path) -> String {
    let limits = Limits {
        attachment_bytes: 1 << 20,
        entry_bytes: 1 << 20,
        unpacked_bytes: 16 << 20,
        ..Limits::default()
    };
    let options = Options { zone: Zone::UTC, starred: "star".to_owned(), limits };
    let mut seen = Seen::default();
    let read = Source::open(path, options)
        .and_then(|mut source| source.read(&mut |item| seen.take(item), &mut |_| true));
    let kinds: Vec<&str> = seen.kinds.iter().map(String::as_str).collect();
    let told = format!(
        "{} entries, {} attachments, {}",
        rough(seen.entries),
        rough(seen.attachments),
        kinds.join(" ")
    );
    read.map_or_else(|error| format!("{} after {told}", refused(error)), |()| format!("ok: {told}"))
}

impl Seen {
    fn take(&mut self, item: Item<'_>) -> Result<(), Error> {
        match item {
            Item::Entry(entry, attachments) => {
                self.entries += 1;
                check(&entry);
                self.kinds.extend(entry.left_behind.iter().map(|kind| format!("{kind:?}")));
                self.read_attachments(&entry, attachments);
            }
            Item::Problem(problem) => drop(self.kinds.insert(format!("{:?}", problem.reason))),
        }
        Ok(())
    }

    fn read_attachments(&mut self, entry: &Entry, attachments: &mut dyn Attachments) {
        for attached in &entry.attachments {
            self.attachments += 1;
            let read = attachments
                .open(attached)
                .map(|reader| io::copy(&mut reader.take(attached.size + 1), &mut io::sink()));
            match read {
                Ok(Ok(bytes)) => assert_eq!(bytes, attached.size, "an attachment of another size"),
                Ok(Err(error)) => drop(self.kinds.insert(format!("{:?}", error.kind()))),
                Err(error) => drop(self.kinds.insert(format!("{error:?}"))),
            }
        }
    }
}

fn check(entry: &Entry) {
    assert!((EARLIEST..=LATEST).contains(&entry.at), "a moment out of range");
    assert!(!entry.text.contains(['\0', '\r']), "a text with NUL or CR");
    for attached in &entry.attachments {
        let outside =
            attached.name.contains(['/', '\\', '\0']) || attached.name.is_empty() || attached.name == "..";
        assert!(!outside, "a name that leads elsewhere");
    }
}
