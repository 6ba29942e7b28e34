//! Writes a file that was not there: one that is there is never written over.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use crate::failure::Outcome;

/// Writes it, for her alone to read, and sees to it that it is on the disk.
///
/// # Errors
/// [`AlreadyThere`](fernbook_core::Error::AlreadyThere), and what writing gives.
pub fn write(path: &Path, bytes: &[u8]) -> Outcome<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|error| {
        // A part of it must not lie there.
        let _stays = std::fs::remove_file(path);
        error.into()
    })
}
