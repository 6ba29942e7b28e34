//! Destroys everything of both notebooks: first a marker, then the device's keys, which makes all the
//! rest worthless, then the files. What a crash interrupts is finished at the next start.

use super::device_key::DeviceKey;
use super::keyring::{self, SLOT_GENERATION};
use super::places::Places;
use crate::error::{Error, Result};
use crate::id::{from_hex, to_hex};
use crate::storage::fields::Fields;
use crate::storage::files;

const MAGIC: &[u8; 4] = b"NBWP";
const FILE_BYTES: usize = 28;

/// Makes the device's keys known under a name.
pub type MakeKey<'a> = dyn Fn(&str) -> Box<dyn DeviceKey> + 'a;

/// Wipes notebooks whose keys are known by `name` and stand at `generation`.
///
/// # Errors
/// [`crate::Error::ReadOnly`] and the like. Once the marker is written, the next start goes on.
pub fn begin(places: &Places, device: &dyn DeviceKey, name: &str, generation: u64) -> Result<()> {
    let mut marker = MAGIC.to_vec();
    marker.extend(from_hex(name)?);
    marker.extend_from_slice(&generation.to_le_bytes());
    match files::replace(&places.wipe_marker(), &marker) {
        Err(Error::NoSpace) => mark_without_room(places, &marker)?,
        marked => marked?,
    }
    destroy(places, device, generation)
}

/// On a full disk the marker is written over the first record of the attempt file, which then takes its
/// name. In between the second record still counts.
fn mark_without_room(places: &Places, marker: &[u8]) -> Result<()> {
    files::write_at(&places.attempts(), 0, marker)?;
    std::fs::rename(places.attempts(), places.wipe_marker())?;
    files::sync_folder(&places.folder)
}

/// Finishes a wipe that was interrupted. Answers whether there was one. A marker is written whole or not
/// at all, so one that can't be read or names another keyring came from elsewhere (an old one that a sync
/// tool put back, say): it is set aside and destroys nothing.
///
/// # Errors
/// As [`begin`].
pub fn finish(places: &Places, make_key: &MakeKey<'_>) -> Result<bool> {
    let Some(marker) = files::read(&places.wipe_marker(), FILE_BYTES)? else {
        return Ok(false);
    };
    match parse(&marker) {
        Some((id, generation)) if is_of(places, id)? => {
            destroy(places, &*make_key(&to_hex(&id)), generation)?;
            Ok(true)
        }
        _ => files::set_aside(&places.wipe_marker()).map(|_| false),
    }
}

/// Whether the folder's keyring has this id. A wipe takes the keyring first, so none is no other.
fn is_of(places: &Places, id: [u8; 16]) -> Result<bool> {
    let keyring = files::read(&places.keyring(), keyring::FILE_BYTES)?;
    Ok(keyring.is_none_or(|bytes| bytes.get(8..24) == Some(&id[..])))
}

fn parse(marker: &[u8]) -> Option<([u8; 16], u64)> {
    let mut fields = Fields::new(marker.strip_prefix(MAGIC)?);
    let id = fields.take()?;
    Some((id, u64::from_le_bytes(fields.take()?)))
}

fn destroy(places: &Places, device: &dyn DeviceKey, generation: u64) -> Result<()> {
    for number in [SLOT_GENERATION, generation.saturating_sub(1), generation, generation.saturating_add(1)] {
        device.forget(number)?;
    }
    remove_files(places)
}

/// Everything in the folder but the marker, which goes last, and then the folder itself.
fn remove_files(places: &Places) -> Result<()> {
    files::remove(&places.keyring())?;
    for entry in std::fs::read_dir(&places.folder)? {
        let path = entry?.path();
        if path != places.wipe_marker() && path.is_file() {
            files::remove(&path)?;
        }
    }
    files::sync_folder(&places.folder)?;
    files::remove(&places.wipe_marker())?;
    files::sync_folder(&places.folder)?;
    // Stays, as it should, if something of someone else's is in it.
    let _ = std::fs::remove_dir(&places.folder);
    Ok(())
}
