//! A finger or a face instead of the PIN.

use fernbook_core::screens::opening;

use crate::device::tick;
use crate::error::NotebookError;
use crate::notebooks::Notebooks;
use crate::opening::secret;

#[uniffi::export]
impl Notebooks {
    /// Turns on the way in by a finger or a face for the open notebook, and gives out once what the phone is to keep
    /// where only a check of the finger or face that are enrolled now gets at it: one secret for the whole app, the
    /// last that was made. The caller zeroes it.
    pub fn make_biometric(&self) -> Result<Vec<u8>, NotebookError> {
        let tick = tick(&*self.device)?;
        self.held.lend(|held| {
            let (notebooks, notebook) = held.both()?;
            let made = notebooks.make_biometric(notebook, &tick)?;
            Ok(made.as_bytes().to_vec())
        })
    }

    /// Turns it off again: nothing that was given out for the open notebook opens it any more. What the phone keeps it
    /// must throw away itself.
    pub fn forget_biometric(&self) -> Result<(), NotebookError> {
        let tick = tick(&*self.device)?;
        self.held.lend(|held| {
            let (notebooks, notebook) = held.both()?;
            Ok(notebooks.forget_biometric(notebook, &tick)?)
        })
    }

    /// Opens the notebook of what the phone kept. If the secret is refused, the phone may throw it away.
    pub fn unlock_by_biometric(&self, kept: Vec<u8>) -> Result<(), NotebookError> {
        let (kept, tick) = (secret(kept), tick(&*self.device)?);
        self.let_in(&tick, |notebooks| opening::unlock_by_biometric(notebooks, &kept, &tick, &mut |_| true))
    }
}
