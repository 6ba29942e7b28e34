//! The device's own key: without it a copy of the files is worth nothing, so each guess of a PIN needs
//! the phone itself.

use std::path::PathBuf;

use zeroize::Zeroizing;

use crate::crypto::{mac, random};
use crate::storage::files;

/// What a shell gives from its key store (Android Keystore, Keychain). Keys are numbered; number 0 is
/// made once and forgotten only by a wipe, the others are replaced at each change of the keyring.
/// Calls are synchronous and never made while the core holds a lock of its own.
pub trait DeviceKey: Send {
    /// Makes a new random key under this number, in place of any that was there.
    ///
    /// # Errors
    /// [`DeviceKeyError`].
    fn make(&self, generation: u64) -> Result<(), DeviceKeyError>;

    /// HMAC-SHA-256 of `bytes` under the key of this number.
    ///
    /// # Errors
    /// [`DeviceKeyError::Missing`] if there is no such key.
    fn mac(&self, generation: u64, bytes: &[u8]) -> Result<[u8; 32], DeviceKeyError>;

    /// Destroys the key of this number; it is no error if there is none.
    ///
    /// # Errors
    /// [`DeviceKeyError`].
    fn forget(&self, generation: u64) -> Result<(), DeviceKeyError>;
}

/// What it comes to when the key store did not answer.
pub const NO_ANSWER: crate::Error = crate::Error::Internal { code: -6 };

/// Why a device key could not be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DeviceKeyError {
    /// There is no key of this number.
    #[error("no such device key")]
    Missing,
    /// There is no room to keep a key.
    #[error("no room for a device key")]
    NoSpace,
    /// The place of keys can't be written.
    #[error("device keys are read-only")]
    ReadOnly,
    /// The key store did not answer.
    #[error("the key store did not answer")]
    Unavailable,
}

impl From<DeviceKeyError> for crate::Error {
    fn from(error: DeviceKeyError) -> Self {
        match error {
            DeviceKeyError::Missing => crate::Error::DeviceKeyMissing,
            DeviceKeyError::NoSpace => crate::Error::NoSpace,
            DeviceKeyError::ReadOnly => crate::Error::ReadOnly,
            DeviceKeyError::Unavailable => NO_ANSWER,
        }
    }
}

/// Device keys for a computer, which has no key store that we could rely on: files of 32 random bytes
/// that only the owner can read, in a folder outside the notebook's.
pub struct FileDeviceKey {
    folder: PathBuf,
}

const KEY_BYTES: usize = 32;

impl FileDeviceKey {
    /// Keys in this folder, which is made when the first key is.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    fn path(&self, generation: u64) -> PathBuf {
        self.folder.join(generation.to_string())
    }
}

fn unavailable(error: crate::Error) -> DeviceKeyError {
    match error {
        crate::Error::NoSpace => DeviceKeyError::NoSpace,
        crate::Error::ReadOnly => DeviceKeyError::ReadOnly,
        _ => DeviceKeyError::Unavailable,
    }
}

impl DeviceKey for FileDeviceKey {
    fn make(&self, generation: u64) -> Result<(), DeviceKeyError> {
        files::make_private_folder(&self.folder).map_err(unavailable)?;
        let key = Zeroizing::new(random::make_bytes::<KEY_BYTES>().map_err(unavailable)?);
        files::replace(&self.path(generation), key.as_slice()).map_err(unavailable)
    }

    fn mac(&self, generation: u64, bytes: &[u8]) -> Result<[u8; 32], DeviceKeyError> {
        let read = files::read(&self.path(generation), KEY_BYTES).map_err(unavailable)?;
        let key = Zeroizing::new(read.ok_or(DeviceKeyError::Missing)?);
        if key.len() != KEY_BYTES {
            return Err(DeviceKeyError::Missing);
        }
        Ok(mac::hmac_sha256(&key, &[bytes]))
    }

    fn forget(&self, generation: u64) -> Result<(), DeviceKeyError> {
        let path = self.path(generation);
        if path.try_exists().map_err(|error| unavailable(error.into()))? {
            files::write_at(&path, 0, &[0; KEY_BYTES]).map_err(unavailable)?;
            files::remove(&path).map_err(unavailable)?;
            files::sync_folder(&self.folder).map_err(unavailable)?;
        }
        // Fails, as it should, while other keys are in it.
        let _ = std::fs::remove_dir(&self.folder);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forgotten_key_is_gone_and_the_others_stay() {
        let folder = tempfile::tempdir().unwrap();
        let keys = FileDeviceKey::new(folder.path().join("keys"));
        keys.make(0).unwrap();
        keys.make(1).unwrap();
        let first = keys.mac(0, b"x").unwrap();
        assert_ne!(first, keys.mac(1, b"x").unwrap());
        keys.forget(1).unwrap();
        keys.forget(1).unwrap();
        assert_eq!(keys.mac(1, b"x"), Err(DeviceKeyError::Missing));
        assert_eq!(keys.mac(0, b"x"), Ok(first));
    }
}
