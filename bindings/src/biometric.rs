//! A finger or a face instead of the PIN.

use fernbook_core::screens::opening;
use fernbook_core::vault::notebooks as core;

use crate::device::tick;
use crate::error::NotebookError;
use crate::notebooks::Notebooks;
use crate::opening::secret;

/// What the phone keeps to open a notebook by a finger or a face: one for the whole app, the last that was made.
#[derive(uniffi::Record)]
pub struct BiometricKey {
    /// To be kept where only a check of the finger or face that are enrolled now gets at it, and zeroed here.
    pub secret: Vec<u8>,
    /// To be kept beside it in clear: [`Notebooks::has_biometric`] asks for it.
    pub mark: String,
}

#[uniffi::export]
impl Notebooks {
    /// Turns on the way in by a finger or a face for the open notebook. If the phone then can't keep what is given
    /// out, call [`Notebooks::forget_biometric`].
    pub fn make_biometric(&self) -> Result<BiometricKey, NotebookError> {
        let tick = tick(&*self.device)?;
        self.held.lend(|held| {
            let (notebooks, notebook) = held.both()?;
            let made = notebooks.make_biometric(notebook, &tick)?;
            Ok(BiometricKey { secret: made.secret.as_bytes().to_vec(), mark: made.mark })
        })
    }

    /// Turns it off again: what the phone keeps opens nothing any more.
    pub fn forget_biometric(&self) -> Result<(), NotebookError> {
        let tick = tick(&*self.device)?;
        self.held.lend(|held| {
            let (notebooks, notebook) = held.both()?;
            Ok(notebooks.forget_biometric(notebook, &tick)?)
        })
    }

    /// Whether what the phone keeps beside `mark` opens the open notebook.
    pub fn has_biometric(&self, mark: String) -> Result<bool, NotebookError> {
        self.read(|notebook| core::Notebooks::has_biometric(notebook, &mark))
    }

    /// Opens the notebook of what the phone kept. If the secret is refused, the phone may throw it away.
    pub fn unlock_by_biometric(&self, kept: Vec<u8>) -> Result<(), NotebookError> {
        let (kept, tick) = (secret(kept), tick(&*self.device)?);
        self.let_in(&tick, |notebooks| opening::unlock_by_biometric(notebooks, &kept, &tick, &mut |_| true))
    }
}
