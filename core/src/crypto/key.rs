//! Keys in memory, and what a finished piece of work leaves of them on the stack.

use zeroize::Zeroizing;

use super::random;
use crate::Result;

/// A key of 32 bytes. It stands in one place of the heap however often what holds it is handed on, so that
/// no move leaves a copy; zeroed on drop; not `Clone`; shows nothing in `Debug`.
pub struct Key(Box<Zeroizing<[u8; 32]>>);

impl Key {
    /// A new random key.
    ///
    /// # Errors
    /// [`Error::Internal`](crate::Error::Internal) if the system gives no random bytes.
    pub fn make() -> Result<Self> {
        let mut key = Self::empty();
        random::fill(key.0.as_mut_slice())?;
        Ok(key)
    }

    /// The same key once more, for another holder.
    #[must_use]
    pub fn copy(&self) -> Self {
        Self::from(&**self)
    }

    fn empty() -> Self {
        Self(Box::new(Zeroizing::new([0; 32])))
    }
}

impl From<&[u8; 32]> for Key {
    fn from(bytes: &[u8; 32]) -> Self {
        let mut key = Self::empty();
        key.0.copy_from_slice(bytes);
        key
    }
}

impl std::ops::Deref for Key {
    type Target = [u8; 32];

    fn deref(&self) -> &[u8; 32] {
        &self.0
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(…)")
    }
}

/// Zeroes what calls that have returned left on the stack: keys, a PIN on its way through the hash, words.
/// They reach less deep than this.
#[inline(never)]
pub fn clear_stack() {
    let mut below = [0_u8; 96 << 10];
    std::hint::black_box(&mut below);
}
