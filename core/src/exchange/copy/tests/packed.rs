//! The open copy as one file.

use std::collections::BTreeMap;
use std::process::Command;

use super::super::packed::{OpenCopy, export_file, preview};
use super::*;

fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = all_paths(folder).into_iter().filter(|path| path.is_file());
    files.map(|path| (path.strip_prefix(folder).unwrap().to_owned(), fs::read(path).unwrap())).collect()
}

/// By a program that has nothing to do with this one. Says why and answers `false` where it is not there,
/// unless `CI=true`: then that is a failure.
#[expect(clippy::print_stdout, reason = "says why nothing was tested")]
fn unpack(file: &Path, folder: &Path) -> bool {
    let unpacked = Command::new("python3").args(["-m", "zipfile", "-e"]).args([file, folder]).status();
    let there = unpacked.is_ok();
    assert!(there || std::env::var("CI").as_deref() != Ok("true"), "python3 is missing");
    if !there {
        println!("skipped: python3 is not on this machine");
    }
    unpacked.is_ok_and(|status| {
        assert!(status.success());
        true
    })
}

#[test]
fn one_file_holds_the_same_as_the_folder() {
    let conn = full_notebook();
    let folder = tempfile::tempdir().unwrap();
    let place = |name| folder.path().join(name);
    export(&conn, &place("out"), Uncleaned::TakeAlong, LABEL, &mut |_| true).unwrap();
    let made = export_file(&conn, &place("out.zip"), Uncleaned::TakeAlong, LABEL, &mut |_| true).unwrap();
    let earlier = state(&conn).iter().map(|note| note.history.len() as u64).sum();
    assert!(earlier > 0);
    assert_eq!(
        made,
        OpenCopy {
            notes: 7,
            earlier,
            attachments: 3,
            left_out: 0,
            people: 0,
            own_words: 0,
            visits: 0,
            card: 0,
            choices: 0,
            receipts: 0
        }
    );
    assert_eq!(preview(&conn, Uncleaned::TakeAlong, &mut |_| true).unwrap(), made);
    if unpack(&place("out.zip"), &place("unpacked")) {
        assert!(contents(&place("unpacked")) == contents(&place("out")));
    }
}

#[test]
fn it_says_neither_when_it_was_made_nor_for_whom_and_is_hers_alone() {
    let conn = full_notebook();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("out.zip");
    export_file(&conn, &file, Uncleaned::LeaveOut, LABEL, &mut |_| true).unwrap();
    let mut archive = zip::ZipArchive::new(fs::File::open(&file).unwrap()).unwrap();
    for place in 0..archive.len() {
        let entry = archive.by_index(place).unwrap();
        let first_day = entry.last_modified().is_none_or(|time| time == zip::DateTime::default());
        assert!(first_day && entry.comment().is_empty(), "{place}");
        assert_eq!(entry.unix_mode().map(|mode| mode & 0o777), Some(0o600));
    }
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::MetadataExt::mode(&fs::metadata(&file).unwrap()) & 0o077, 0);
}

#[test]
fn stopped_at_any_step_it_leaves_nothing_and_what_is_there_is_never_written_over() {
    let conn = full_notebook();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("out.zip");
    for stop_at in 0..7 {
        let stopped = export_file(&conn, &file, Uncleaned::LeaveOut, LABEL, &mut |p| p.done < stop_at);
        assert_eq!(stopped, Err(Error::Stopped));
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    fs::write(&file, "hers").unwrap();
    let refused = export_file(&conn, &file, Uncleaned::LeaveOut, LABEL, &mut |_| true);
    assert_eq!(refused, Err(Error::AlreadyThere));
    assert_eq!(fs::read(&file).unwrap(), b"hers");
}
