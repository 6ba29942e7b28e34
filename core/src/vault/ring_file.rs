//! The keyring's file: read, and changed so that after a crash at any moment the old or the new one
//! opens, never neither.

use super::device_key::DeviceKey;
use super::keyring::{self, Keyring, Prefix};
use super::places::Places;
use crate::error::{Error, Part, Result};
use crate::id::to_hex;
use crate::storage::files;

/// The bytes of the keyring's file.
///
/// # Errors
/// [`Error::NoNotebook`] where there is nothing; [`Error::Damaged`] if only the keyring is gone.
pub fn read(places: &Places) -> Result<Vec<u8>> {
    match files::read(&places.keyring(), keyring::FILE_BYTES)? {
        Some(bytes) => Ok(bytes),
        None if places.vault(1).db().exists() || places.vault(2).db().exists() => {
            Err(Error::Damaged { part: Part::Keyring })
        }
        None => Err(Error::NoNotebook),
    }
}

/// The name under which the device's keys are kept: 32 hex digits.
///
/// # Errors
/// Those of [`read`] and of [`Prefix::parse`].
pub fn device_key_name(places: &Places) -> Result<String> {
    let prefix = Prefix::parse(&read(places)?)?;
    Ok(to_hex(&prefix.id))
}

/// Opens the keyring and destroys the device key of the one before it, which a crash may have left.
///
/// # Errors
/// Those of [`Keyring::open`].
pub fn open(places: &Places, device: &dyn DeviceKey) -> Result<Keyring> {
    let ring = Keyring::open(&read(places)?, device)?;
    if ring.generation > 1 {
        // A kill may have come before the folder was synced: with the key gone, the old file must not
        // be what a power cut leaves.
        files::sync_folder(&places.folder)?;
        device.forget(ring.generation - 1)?;
    }
    Ok(ring)
}

/// Changes the keyring: a new device key, the new file in place and synced, then the old key destroyed.
/// It starts from the file, not from what was in memory: making a key that the file needs would lose all.
///
/// # Errors
/// Those of [`open`] and of `change`; [`Error::NoSpace`] and the like. The old keyring is then still
/// good, but for a folder that could not be synced, where the old or the new one is.
pub fn change(
    places: &Places,
    device: &dyn DeviceKey,
    ring: &mut Keyring,
    change: impl FnOnce(&mut Keyring) -> Result<()>,
) -> Result<()> {
    *ring = open(places, device)?;
    let mut next = ring.next();
    change(&mut next)?;
    device.make(next.generation)?;
    let replaced = next.seal(device).and_then(|bytes| files::replace(&places.keyring(), &bytes));
    if let Err(error) = replaced {
        // The rename may have happened though the folder was not synced: then the new key must live.
        if Keyring::open(&read(places)?, device).is_ok_and(|found| found.generation == ring.generation) {
            device.forget(next.generation)?;
        }
        return Err(error);
    }
    let old = std::mem::replace(ring, next);
    // The change holds: a key store that does not answer now is asked again at the next start.
    let _ = device.forget(old.generation);
    Ok(())
}
