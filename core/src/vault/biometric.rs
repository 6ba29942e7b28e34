//! The slot that a finger or a face opens: the phone keeps a random secret behind its own check and hands
//! it over. Like the recovery words it opens nothing without the device's key.
//!
//! A phone keeps one such secret, of whichever notebook turned it on last (`decisions.md`, Recovery and
//! copies). No notebook remembers whether it is its own: that would tell of another.

use super::device::Tick;
use super::keyring::SlotKind;
use super::notebook::Notebook;
use super::notebooks::Notebooks;
use crate::crypto::key::clear_stack;
use crate::crypto::random;
use crate::crypto::secret::Secret;
use crate::error::Result;
use crate::id::to_hex;
use zeroize::Zeroizing;

const SECRET_BYTES: usize = 32;

impl Notebooks {
    /// Unlocks the notebook of a secret that [`Notebooks::make_biometric`] made.
    ///
    /// # Errors
    /// As [`Notebooks::unlock`]: [`crate::Error::WrongSecret`] once it was forgotten or made anew, which
    /// counts as a wrong PIN does; [`crate::Error::Wait`] also after wrong PINs.
    pub fn unlock_by_biometric(&mut self, secret: &Secret, tick: &Tick) -> Result<Notebook> {
        let opened = self.open_slot(secret, SlotKind::Biometric, tick);
        clear_stack();
        opened
    }

    /// Makes a secret for a finger or a face, in place of any there was, and gives it out this once: 64 hex
    /// digits, zeroed on drop.
    ///
    /// # Errors
    /// [`crate::Error::Locked`] while suspended; [`crate::Error::NoSpace`] and the like; the old secret then
    /// still opens it.
    pub fn make_biometric(&mut self, notebook: &Notebook, tick: &Tick) -> Result<Zeroizing<String>> {
        self.check_open(notebook)?;
        let bytes = Zeroizing::new(random::make_bytes::<SECRET_BYTES>()?);
        let made = Zeroizing::new(to_hex(&*bytes));
        let key = self.derive_slot_key(&Secret::new(&made))?;
        self.fill(notebook, notebook.identity().biometric_slot(), &key, SlotKind::Biometric)?;
        self.level_times(tick);
        Ok(made)
    }

    /// Makes the open notebook's secret, if there is one, open nothing any more.
    ///
    /// # Errors
    /// [`crate::Error::Locked`] while suspended; [`crate::Error::NoSpace`] and the like.
    pub fn forget_biometric(&mut self, notebook: &Notebook, tick: &Tick) -> Result<()> {
        self.clear(notebook, notebook.identity().biometric_slot())?;
        self.level_times(tick);
        Ok(())
    }
}
