//! The head: a small sealed file that says which state of the database and which write-ahead log are
//! the latest, so that an old copy of either alone is noticed. `docs/format.md` has the bytes.

use std::path::Path;

use super::fields::Fields;
use super::files;
use crate::crypto::key::Key;
use crate::crypto::{mac, seal};
use crate::error::{Error, Part, Result};
use crate::id::VaultId;

/// Bytes of the file.
pub const FILE_BYTES: usize = 8 + CONTENT_BYTES + seal::OVERHEAD;
const CONTENT_BYTES: usize = 40;
const MAGIC: &[u8; 4] = b"NBHD";
const VERSION: u16 = 1;

const DAMAGED: Error = Error::Damaged { part: Part::Head };

/// The two salts in the header of a write-ahead log: another pair for each log.
pub type WalSalts = [u8; 8];

/// Where a vault stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The vault it belongs to.
    pub vault: VaultId,
    /// Grows by one with each write-ahead log; the database holds the same number.
    pub epoch: u64,
    /// The log that holds acknowledged writes, or `None` when all of them are in the database.
    pub wal: Option<WalSalts>,
}

/// The key that seals a vault's head. Zeroed on drop.
pub struct HeadKey(Key);

impl HeadKey {
    /// From the vault's key.
    ///
    /// # Errors
    /// [`Error::Internal`] if it can't be derived.
    pub fn derive(vault_key: &[u8; 32]) -> Result<Self> {
        Ok(Self(Key::from(&*mac::derive_key(vault_key, &[b"head"])?)))
    }
}

impl Head {
    /// Writes the head, durably.
    ///
    /// # Errors
    /// [`Error::NoSpace`], [`Error::ReadOnly`] and the like; the old head is then still there.
    pub fn write(&self, path: &Path, key: &HeadKey) -> Result<()> {
        files::replace(path, &self.seal(key)?)
    }

    /// Reads a head.
    ///
    /// # Errors
    /// [`Error::Damaged`], also when it is not there; [`Error::Newer`].
    pub fn read(path: &Path, key: &HeadKey) -> Result<Self> {
        let bytes = files::read(path, FILE_BYTES)?.ok_or(DAMAGED)?;
        Self::parse(&bytes, key)
    }

    /// Reads the bytes of a head file.
    ///
    /// # Errors
    /// As [`Head::read`].
    pub fn parse(bytes: &[u8], key: &HeadKey) -> Result<Self> {
        let (header, sealed) = bytes.split_at_checked(8).ok_or(DAMAGED)?;
        if header == header_bytes(VERSION) && bytes.len() == FILE_BYTES {
            let content = seal::open_box(&key.0, header, sealed).ok_or(DAMAGED)?;
            return Self::parse_content(&content).ok_or(DAMAGED);
        }
        let version = header.get(4..6).and_then(|bytes| bytes.try_into().ok()).map(u16::from_le_bytes);
        match version {
            Some(version) if header == header_bytes(version) && version > VERSION => {
                Err(Error::Newer { part: Part::Head })
            }
            _ => Err(DAMAGED),
        }
    }

    fn parse_content(content: &[u8]) -> Option<Self> {
        let mut fields = Fields::new(content);
        let vault = VaultId(fields.take()?);
        let epoch = u64::from_le_bytes(fields.take()?);
        let salts = fields.take()?;
        let [has_wal, ..] = fields.take::<8>()?;
        Some(Self { vault, epoch, wal: (has_wal == 1).then_some(salts) })
    }

    fn seal(&self, key: &HeadKey) -> Result<Vec<u8>> {
        let mut content = Vec::with_capacity(CONTENT_BYTES);
        content.extend_from_slice(&self.vault.0);
        content.extend_from_slice(&self.epoch.to_le_bytes());
        content.extend_from_slice(&self.wal.unwrap_or_default());
        content.push(u8::from(self.wal.is_some()));
        content.resize(CONTENT_BYTES, 0);
        let header = header_bytes(VERSION);
        Ok([&header[..], &seal::make_box(&key.0, &header, &content)?].concat())
    }
}

fn header_bytes(version: u16) -> [u8; 8] {
    let [a, b, c, d] = *MAGIC;
    let [low, high] = version.to_le_bytes();
    [a, b, c, d, low, high, 0, 0]
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: Head = Head { vault: VaultId([3; 16]), epoch: 0x0102, wal: Some([9; 8]) };

    #[test]
    fn a_flipped_byte_or_another_vaults_key_is_refused() {
        let key = HeadKey::derive(&[1; 32]).unwrap();
        let sealed = HEAD.seal(&key).unwrap();
        assert_eq!(sealed.len(), FILE_BYTES);
        assert_eq!(Head::parse(&sealed, &key), Ok(HEAD));
        for at in 0..sealed.len() {
            let mut other = sealed.clone();
            other[at] ^= 1;
            assert!(Head::parse(&other, &key).is_err(), "byte {at}");
        }
        assert_eq!(Head::parse(&sealed, &HeadKey::derive(&[2; 32]).unwrap()), Err(DAMAGED));
        assert_eq!(Head::parse(&sealed[..50], &key), Err(DAMAGED));
    }

    #[test]
    fn a_newer_version_is_told_from_damage() {
        let mut bytes = header_bytes(2).to_vec();
        bytes.resize(200, 7);
        let key = HeadKey::derive(&[1; 32]).unwrap();
        assert_eq!(Head::parse(&bytes, &key), Err(Error::Newer { part: Part::Head }));
    }

    #[test]
    fn a_version_one_head_still_opens() {
        let hex = "4e42484401000000e6b8f228844eaeb32fec45e343755f2851a88c503da8448047d5bb0d15d778c093200d1af50a31c6b3ea87dd6b948de8e5af546b2b30cd0a67c3745182e2fa5f450c0fa2";
        let bytes = crate::id::from_hex(hex).unwrap();
        assert_eq!(Head::parse(&bytes, &HeadKey::derive(&[1; 32]).unwrap()), Ok(HEAD));
    }
}
