//! The keyring: one small file in which both vaults' keys lie wrapped. `docs/format.md` has every byte.
//!
//! A prefix that never changes (cost, salt, name), then a body sealed under a key of this device only,
//! replaced at each change, so that an old copy of the file opens nothing. In the body always eight
//! slots. A slot seals one vault's key under one secret; a slot that holds none is random bytes and
//! can't be told from one that does.

use zeroize::Zeroizing;

use super::device_key::DeviceKey;
use crate::crypto::key::Key;
use crate::crypto::secret::Secret;
use crate::crypto::stretch::{self, Cost};
use crate::crypto::{mac, random, seal};
use crate::error::{Error, Part, Result};
use crate::id::{VaultId, to_hex};
use crate::storage::fields::Fields;
use fernbook_sqlite3mc::Cipher;

/// Bytes of the file.
pub const FILE_BYTES: usize = 1024;
/// Slots in every keyring.
pub const SLOTS: usize = 8;
const PREFIX_BYTES: usize = 80;
const HEADER_BYTES: usize = PREFIX_BYTES + 8;
const BODY_BYTES: usize = FILE_BYTES - HEADER_BYTES - seal::OVERHEAD;
const SETTINGS_BYTES: usize = 16;
const CONTENT_BYTES: usize = 64;
const SLOT_BYTES: usize = CONTENT_BYTES + seal::OVERHEAD;
const MAGIC: &[u8; 4] = b"NBKR";
const VERSION: u16 = 1;
/// The device key that slots need; the others seal only the body.
pub const SLOT_GENERATION: u64 = 0;

const DAMAGED: Error = Error::Damaged { part: Part::Keyring };

/// The part that never changes: 80 bytes, bound into everything that is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prefix {
    /// Names this keyring; random.
    pub id: [u8; 16],
    /// What a guess costs.
    pub cost: Cost,
    salt: [u8; 32],
}

/// What opens a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum SlotKind {
    /// Her PIN or phrase.
    Pin = 1,
    /// What the phone keeps for her finger or face.
    Biometric = 2,
    /// Recovery words.
    Recovery = 3,
}

impl SlotKind {
    const ALL: [Self; 3] = [Self::Pin, Self::Biometric, Self::Recovery];
}

/// What a slot seals. The key is zeroed on drop; shows nothing in `Debug`.
pub struct SlotContent {
    /// The vault that the key is for.
    pub vault: VaultId,
    /// The vault's key.
    pub key: Key,
    /// The vault's cipher.
    pub cipher: Cipher,
    /// What opens this slot.
    pub kind: SlotKind,
    /// Which pair of files is the vault's: 1 or 2.
    pub file: u8,
}

/// A keyring whose body is open. The slots in it are not.
pub struct Keyring {
    /// The part that never changes.
    pub prefix: Prefix,
    /// Number of the device key that seals the body; one more at each change.
    pub generation: u64,
    /// After so many wrong secrets in a row everything is wiped; 0 for never.
    pub wipe_after: u8,
    slots: [[u8; SLOT_BYTES]; SLOTS],
}

/// A secret made ready to open or seal slots: stretched, and mixed with the device's key. Zeroed on drop.
pub struct SlotKey(Key);

impl Prefix {
    /// A new random name and salt.
    ///
    /// # Errors
    /// [`Error::Internal`] if the system gives no random bytes.
    pub fn make(cost: Cost) -> Result<Self> {
        Ok(Self { id: random::make_bytes()?, cost, salt: random::make_bytes()? })
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(PREFIX_BYTES);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&VERSION.to_le_bytes());
        bytes.extend_from_slice(&[0; 2]);
        bytes.extend_from_slice(&self.id);
        bytes.extend_from_slice(&self.cost.memory_kib.to_le_bytes());
        bytes.extend_from_slice(&self.cost.passes.to_le_bytes());
        bytes.extend_from_slice(&1_u32.to_le_bytes());
        bytes.extend_from_slice(&self.salt);
        bytes.resize(PREFIX_BYTES, 0);
        bytes
    }

    /// Reads the prefix of a keyring file.
    ///
    /// # Errors
    /// [`Error::Damaged`] for anything that this version would not have written, a cost outside the
    /// bounds of [`stretch`] included; [`Error::Newer`].
    pub fn parse(file: &[u8]) -> Result<Self> {
        let version = file.get(4..6).and_then(|bytes| bytes.try_into().ok()).map(u16::from_le_bytes);
        match version {
            Some(version) if file.starts_with(MAGIC) && version > VERSION => {
                return Err(Error::Newer { part: Part::Keyring });
            }
            _ => {}
        }
        let prefix = Self::fields(file).ok_or(DAMAGED)?;
        let same = file.get(..PREFIX_BYTES).is_some_and(|bytes| bytes == prefix.bytes());
        if same && prefix.cost.is_allowed() && file.len() == FILE_BYTES { Ok(prefix) } else { Err(DAMAGED) }
    }

    fn fields(file: &[u8]) -> Option<Self> {
        let mut fields = Fields::new(file.get(8..)?);
        let id = fields.take()?;
        let memory_kib = u32::from_le_bytes(fields.take()?);
        let passes = u32::from_le_bytes(fields.take()?);
        fields.take::<4>()?;
        Some(Self { id, cost: Cost { memory_kib, passes }, salt: fields.take()? })
    }

    /// Makes a secret ready: one run of Argon2id and one call of the device's key.
    ///
    /// # Errors
    /// [`Error::NotEnoughMemory`], [`Error::DeviceKeyMissing`].
    pub fn derive_slot_key(&self, secret: &Secret, device: &dyn DeviceKey) -> Result<SlotKey> {
        let stretched = stretch::derive_stretched(secret, &self.salt, self.cost)?;
        let mixed = Zeroizing::new(device.mac(SLOT_GENERATION, stretched.as_slice())?);
        Ok(SlotKey(Key::from(&*mixed)))
    }
}

impl SlotContent {
    fn bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(CONTENT_BYTES));
        bytes.extend_from_slice(&self.vault.0);
        bytes.extend_from_slice(&*self.key);
        bytes.extend_from_slice(&[self.cipher.reserved_bytes(), self.kind as u8, self.file]);
        bytes.resize(CONTENT_BYTES, 0);
        bytes
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let mut fields = Fields::new(bytes);
        let vault = VaultId(fields.take()?);
        let key = Key::from(fields.take_slice(32)?.as_array()?);
        let [cipher, kind, file] = fields.take()?;
        let cipher =
            [Cipher::Aegis256, Cipher::ChaCha20].into_iter().find(|c| c.reserved_bytes() == cipher)?;
        let kind = SlotKind::ALL.into_iter().find(|k| *k as u8 == kind)?;
        matches!(file, 1 | 2).then_some(Self { vault, key, cipher, kind, file })
    }
}

impl Keyring {
    /// A keyring whose slots are all random bytes.
    ///
    /// # Errors
    /// [`Error::Internal`] if the system gives no random bytes.
    pub fn make(cost: Cost) -> Result<Self> {
        let mut slots = [[0; SLOT_BYTES]; SLOTS];
        slots.iter_mut().try_for_each(|slot| random::fill(slot))?;
        Ok(Self { prefix: Prefix::make(cost)?, generation: 1, wipe_after: 0, slots })
    }

    /// The name under which the device's keys are kept: the prefix's id as 32 hex digits.
    #[must_use]
    pub fn name(&self) -> String {
        to_hex(&self.prefix.id)
    }

    /// Reads a keyring file; its body opens only with this device's present key.
    ///
    /// # Errors
    /// [`Error::Damaged`]; [`Error::Newer`]; [`Error::OutOfStep`] for an old copy, whose device key is
    /// forgotten; [`Error::DeviceKeyMissing`] if this device never made it.
    pub fn open(file: &[u8], device: &dyn DeviceKey) -> Result<Self> {
        let prefix = Prefix::parse(file)?;
        let (header, sealed) = file.split_at_checked(HEADER_BYTES).ok_or(DAMAGED)?;
        let generation = header.last_chunk::<8>().map(|bytes| u64::from_le_bytes(*bytes)).ok_or(DAMAGED)?;
        let key = match body_key(device, generation) {
            Err(Error::DeviceKeyMissing) => return Err(why_missing(device)),
            key => key?,
        };
        let body = seal::open_box(&key, header, sealed).ok_or(DAMAGED)?;
        Self::parse_body(prefix, generation, &body).ok_or(DAMAGED)
    }

    /// The same keyring one generation on.
    #[must_use]
    pub fn next(&self) -> Self {
        let Self { prefix, generation, wipe_after, slots } = self;
        Self { prefix: *prefix, generation: generation + 1, wipe_after: *wipe_after, slots: *slots }
    }

    fn parse_body(prefix: Prefix, generation: u64, body: &[u8]) -> Option<Self> {
        let mut fields = Fields::new(body);
        let [wipe_after, ..] = fields.take::<SETTINGS_BYTES>()?;
        let mut slots = [[0; SLOT_BYTES]; SLOTS];
        for slot in &mut slots {
            *slot = fields.take()?;
        }
        Some(Self { prefix, generation, wipe_after, slots })
    }

    /// The file's bytes, the body sealed under the device key of [`Keyring::generation`], which must
    /// have been made.
    ///
    /// # Errors
    /// [`Error::DeviceKeyMissing`].
    pub fn seal(&self, device: &dyn DeviceKey) -> Result<Vec<u8>> {
        let mut body = vec![0; SETTINGS_BYTES];
        if let Some(first) = body.first_mut() {
            *first = self.wipe_after;
        }
        body.extend(self.slots.iter().flatten());
        body.resize(BODY_BYTES, 0);
        let mut file = self.prefix.bytes();
        file.extend_from_slice(&self.generation.to_le_bytes());
        let sealed = seal::make_box(&*body_key(device, self.generation)?, &file, &body)?;
        file.extend(sealed);
        Ok(file)
    }

    /// Tries all eight slots, every one of them whatever the others gave, and returns what opened.
    ///
    /// # Errors
    /// [`Error::Internal`] if a key can't be derived.
    pub fn try_all(&self, key: &SlotKey) -> Result<Vec<SlotContent>> {
        let mut opened = Vec::new();
        for (position, slot) in (0_u8..).zip(&self.slots) {
            let (slot_key, bound) = self.slot_key(key, position)?;
            let found = seal::open_box(&slot_key, &bound, slot);
            opened.extend(found.and_then(|content| SlotContent::parse(&content)));
        }
        Ok(opened)
    }

    /// Seals a slot for a secret.
    ///
    /// # Errors
    /// [`Error::Internal`] if the system gives no random bytes or there is no such slot.
    pub fn fill_slot(&mut self, position: u8, key: &SlotKey, content: &SlotContent) -> Result<()> {
        let (slot_key, bound) = self.slot_key(key, position)?;
        let sealed = seal::make_box(&slot_key, &bound, &content.bytes())?;
        self.put(position, &sealed)
    }

    /// Makes a slot random bytes: nothing opens it any more.
    ///
    /// # Errors
    /// [`Error::Internal`] if the system gives no random bytes or there is no such slot.
    pub fn clear_slot(&mut self, position: u8) -> Result<()> {
        self.put(position, &random::make_bytes::<SLOT_BYTES>()?)
    }

    fn put(&mut self, position: u8, bytes: &[u8]) -> Result<()> {
        const NO_SLOT: Error = Error::Internal { code: -7 };
        let slot = self.slots.get_mut(usize::from(position)).ok_or(NO_SLOT)?;
        *slot = bytes.try_into().map_err(|_| NO_SLOT)?;
        Ok(())
    }

    fn slot_key(&self, key: &SlotKey, position: u8) -> Result<(Zeroizing<[u8; 32]>, Vec<u8>)> {
        let mut bound = self.prefix.bytes();
        bound.push(position);
        Ok((mac::derive_key(&key.0, &[b"slot", &[position]])?, bound))
    }
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keyring").field("generation", &self.generation).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for SlotContent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SlotContent(…)")
    }
}

fn body_key(device: &dyn DeviceKey, generation: u64) -> Result<Zeroizing<[u8; 32]>> {
    let mixed = Zeroizing::new(device.mac(generation.max(1), b"keyring body")?);
    mac::derive_key(&mixed, &[b"body"])
}

/// A keyring whose own body key is gone while the slots' key is there is an old copy put back.
fn why_missing(device: &dyn DeviceKey) -> Error {
    match device.mac(SLOT_GENERATION, b"there") {
        Ok(_) => Error::OutOfStep { part: Part::Keyring },
        Err(error) => error.into(),
    }
}

#[cfg(test)]
mod tests;
