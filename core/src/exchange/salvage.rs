//! Saves what can still be read of a damaged notebook, as the same open folder that an export writes.

use std::path::Path;

use super::copy::Uncleaned;
use super::copy::make::{Exported, Label, export};
use crate::error::Result;
use crate::journal::mend;
use crate::progress::Watch;
use crate::storage::damaged::Remains;
use crate::storage::files;
use crate::storage::salvage::Salvaged;
use crate::visits;
use crate::{card, consent::receipt, consent::store};

/// What was saved and what was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// What lies in the folder.
    pub folder: Exported,
    /// Rows (notes, dates, earlier texts, pieces of pictures) that were there but can't be read.
    pub lost_rows: u64,
    /// Pictures and sounds left out because a part of them is gone.
    pub broken_attachments: u64,
}

/// Where the sealed working copies lie while a salvage runs: beside the folder, gone afterwards.
#[must_use]
pub fn scratch_of(folder: &Path) -> std::path::PathBuf {
    files::with_ending(folder, ".salvage")
}

/// Writes what can be read into a new or empty folder, pictures without what a camera wrote into them
/// where that is possible, and as they came where it is not: nothing is left out of a rescue.
///
/// # Errors
/// [`crate::Error::AlreadyThere`] if the folder holds anything; [`crate::Error::Stopped`];
/// [`crate::Error::NoSpace`] and the like.
pub fn run(remains: &Remains, folder: &Path, label: Label<'_>, watch: &mut Watch<'_>) -> Result<Saved> {
    let scratch = files::with_ending(folder, ".salvaged");
    let (mut salvaged, unread) = Salvaged::collect(remains.connection()?, &scratch, watch)?;
    let conn = salvaged.connection()?;
    let tx = conn.transaction()?;
    let broken_attachments = mend::run(&tx)?;
    let showing = card::store::mend(&tx)? + store::mend(&tx)? + receipt::mend(&tx)?;
    let lost_rows = unread + visits::mend::run(&tx)? + showing;
    tx.commit()?;
    let folder = export(conn, folder, Uncleaned::TakeAlong, label, watch)?;
    Ok(Saved { folder, lost_rows, broken_attachments })
}
