//! Random bytes of the system.

use ring::rand::{SecureRandom, SystemRandom};

use crate::{Error, Result};

const NO_RANDOM: Error = Error::Internal { code: -1 };

/// Fills a buffer with random bytes.
///
/// # Errors
/// [`Error::Internal`] if the system gives none.
pub fn fill(buffer: &mut [u8]) -> Result<()> {
    SystemRandom::new().fill(buffer).map_err(|_| NO_RANDOM)
}

/// `N` random bytes.
///
/// # Errors
/// [`Error::Internal`] if the system gives none.
pub fn make_bytes<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    fill(&mut bytes)?;
    Ok(bytes)
}
