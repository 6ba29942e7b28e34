//! Into a notebook: the PIN, and whatever must be brought up to date before she reads or writes.

use crate::crypto::secret::Secret;
use crate::crypto::words::Words;
use crate::error::Result;
use crate::journal::index;
use crate::progress::Watch;
use crate::vault::device::Tick;
use crate::vault::notebook::Notebook;
use crate::vault::notebooks::Notebooks;

/// Unlocks the notebook of a PIN.
///
/// # Errors
/// Those of [`Notebooks::unlock`]; [`crate::Error::Stopped`].
pub fn unlock(
    notebooks: &mut Notebooks,
    secret: &Secret,
    tick: &Tick,
    watch: &mut Watch<'_>,
) -> Result<Notebook> {
    let notebook = notebooks.unlock(secret, tick)?;
    with_current_index(notebook, tick, watch)
}

/// Unlocks the notebook of the secret that the phone keeps for a finger or a face.
///
/// # Errors
/// Those of [`Notebooks::unlock_by_biometric`]; [`crate::Error::Stopped`].
pub fn unlock_by_biometric(
    notebooks: &mut Notebooks,
    secret: &Secret,
    tick: &Tick,
    watch: &mut Watch<'_>,
) -> Result<Notebook> {
    let notebook = notebooks.unlock_by_biometric(secret, tick)?;
    with_current_index(notebook, tick, watch)
}

/// Opens a notebook by its recovery words and gives it a new PIN.
///
/// # Errors
/// Those of [`Notebooks::recover`]; [`crate::Error::Stopped`].
pub fn recover(
    notebooks: &mut Notebooks,
    words: &Words,
    new_pin: &Secret,
    tick: &Tick,
    watch: &mut Watch<'_>,
) -> Result<Notebook> {
    let notebook = notebooks.recover(words, new_pin, tick)?;
    with_current_index(notebook, tick, watch)
}

/// A new version may fold words by newer rules: the index is then made anew, before any note is written.
fn with_current_index(mut notebook: Notebook, tick: &Tick, watch: &mut Watch<'_>) -> Result<Notebook> {
    if !notebook.read(index::is_current)? {
        notebook.write(tick.now, |tx| index::rebuild(tx, watch))?;
    }
    Ok(notebook)
}
