//! The slot that a finger or a face opens: the phone keeps a random secret behind its own check and hands
//! it over. Like the recovery words it opens nothing without the device's key.
//!
//! A phone keeps one such secret, of whichever notebook turned it on last (`decisions.md`, Recovery and
//! copies). The mark beside it tells a notebook whether that secret is its own, and tells anyone else
//! nothing.

use super::device::Tick;
use super::keyring::SlotKind;
use super::notebook::Notebook;
use super::notebooks::Notebooks;
use crate::crypto::key::clear_stack;
use crate::crypto::random;
use crate::crypto::secret::Secret;
use crate::error::Result;
use crate::id::to_hex;
use crate::storage::meta;
use zeroize::Zeroizing;

const MARK: &str = "biometric";
const SECRET_BYTES: usize = 32;
const MARK_BYTES: usize = 16;

/// What a phone keeps to open a notebook by a finger or a face. Shows nothing in `Debug`.
pub struct BiometricKey {
    /// 64 hex digits, to be kept where only the owner's finger or face gets at them; zeroed on drop.
    pub secret: Zeroizing<String>,
    /// 32 hex digits, to be kept beside it in clear.
    pub mark: String,
}

impl BiometricKey {
    fn make() -> Result<Self> {
        let bytes = Zeroizing::new(random::make_bytes::<SECRET_BYTES>()?);
        let secret = Zeroizing::new(to_hex(&*bytes));
        Ok(Self { secret, mark: to_hex(&random::make_bytes::<MARK_BYTES>()?) })
    }
}

impl std::fmt::Debug for BiometricKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BiometricKey(…)")
    }
}

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

    /// Makes a secret for a finger or a face, in place of any there was, and gives it out this once.
    ///
    /// # Errors
    /// [`crate::Error::Locked`] while suspended; [`crate::Error::NoSpace`] and the like; the old secret then
    /// still opens it.
    pub fn make_biometric(&mut self, notebook: &mut Notebook, tick: &Tick) -> Result<BiometricKey> {
        self.check_open(notebook)?;
        let made = BiometricKey::make()?;
        let key = self.derive_slot_key(&Secret::new(&made.secret))?;
        let had = notebook.read(|conn| meta::get::<String>(conn, MARK))?.unwrap_or_default();
        notebook.write(tick.now, |tx| meta::set(tx, MARK, &made.mark))?;
        // The last thing that can fail: after it the old secret opens nothing, so the new must be given out.
        let filled = self.fill(notebook, notebook.identity().biometric_slot(), &key, SlotKind::Biometric);
        if filled.is_err() {
            let _ = notebook.write(tick.now, |tx| meta::set(tx, MARK, &had));
        }
        self.level_times(tick);
        filled.map(|()| made)
    }

    /// Makes the secret open nothing any more.
    ///
    /// # Errors
    /// [`crate::Error::Locked`] while suspended; [`crate::Error::NoSpace`] and the like.
    pub fn forget_biometric(&mut self, notebook: &mut Notebook, tick: &Tick) -> Result<()> {
        let slot = notebook.identity().biometric_slot();
        self.clear(notebook, slot)?;
        notebook.write(tick.now, |tx| meta::set(tx, MARK, &""))?;
        self.level_times(tick);
        Ok(())
    }

    /// Whether the secret that the phone keeps beside `mark` is this notebook's. Once another notebook took
    /// the phone's one place, it is not.
    ///
    /// # Errors
    /// [`crate::Error::Damaged`], [`crate::Error::Locked`].
    pub fn has_biometric(notebook: &Notebook, mark: &str) -> Result<bool> {
        let own = notebook.read(|conn| meta::get::<String>(conn, MARK))?;
        Ok(own.is_some_and(|own| !own.is_empty() && own == mark))
    }
}
