//! The readers on real exports and on archives made here.

mod dayone;
mod hostile;
mod joplin;
mod run;
mod text;

use std::io::{Cursor, Read, Seek, Write};
use std::path::PathBuf;

use super::entry::Attached;
use super::{Entry, Item, Limits, Options, Problem, Reason};
use crate::error::Result;
use crate::time::Zone;

fn options() -> Options {
    Options {
        zone: Zone::parse("Europe/London").unwrap(),
        starred: "starred".to_owned(),
        limits: Limits::default(),
    }
}

/// What a source handed on, with the bytes of each attachment that could be read.
#[derive(Default)]
struct Taken {
    entries: Vec<Entry>,
    bytes: Vec<Option<Vec<u8>>>,
    problems: Vec<Problem>,
}

impl Taken {
    fn take(&mut self, item: Item<'_>) -> Result<()> {
        match item {
            Item::Entry(entry, blobs) => {
                for attached in &entry.attachments {
                    self.bytes.push(read_whole(&mut *blobs, attached));
                }
                self.entries.push(*entry);
            }
            Item::Problem(problem) => self.problems.push(problem),
        }
        Ok(())
    }

    fn of(read: impl FnOnce(&mut super::Sink<'_>) -> Result<()>) -> Self {
        let mut taken = Self::default();
        read(&mut |item| taken.take(item)).unwrap();
        taken
    }

    fn texts(&self) -> Vec<&str> {
        self.entries.iter().map(|entry| entry.text.as_str()).collect()
    }

    /// Number of the entry and reason, of each problem.
    fn reasons(&self) -> Vec<(u64, Reason)> {
        self.problems.iter().map(|problem| (problem.place.number, problem.reason)).collect()
    }
}

fn counted(source: &mut super::Source) -> super::Preview {
    let mut preview = super::Preview::default();
    let sink: &mut super::Sink<'_> = &mut |item| {
        preview.add(&item);
        Ok(())
    };
    source.read(sink, &mut |_| true).unwrap();
    preview
}

fn read_whole(blobs: &mut dyn super::Attachments, attached: &Attached) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    blobs.open(attached).ok()?.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

fn dayone_of<R: Read + Seek>(file: R) -> Taken {
    let mut source = super::dayone::DayOne::open(file, options()).unwrap();
    Taken::of(|sink| source.read(sink, &mut |_| true))
}

fn joplin_of<R: Read + Seek>(file: R) -> Taken {
    let mut source = super::joplin::Joplin::open(file, options()).unwrap();
    Taken::of(|sink| source.read(sink, &mut |_| true))
}

fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let how = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in files {
        zip.start_file(*name, how).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn tar_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        tar.append_data(&mut header, name, *bytes).unwrap();
    }
    tar.into_inner().unwrap()
}

/// A real export from the project's shared data, or `None` where there is none: then the test says why
/// it does nothing, and fails on a machine that must have it.
fn shared(name: &str) -> Option<PathBuf> {
    let told = std::env::var_os("FERNBOOK_SHARED_DATA").map(PathBuf::from);
    let above = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let found =
        told.or_else(|| above.map(|folder| folder.join("shared/data")).find(|folder| folder.is_dir()));
    let file = found.map(|folder| folder.join(name)).filter(|file| file.is_file());
    if file.is_none() {
        assert!(std::env::var_os("CI").is_none_or(|ci| ci != "true"), "shared/data/{name} is not here");
        writeln!(std::io::stderr(), "skipped: shared/data/{name} is not here").unwrap();
    }
    file
}
