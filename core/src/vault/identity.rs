//! What each vault knows of its own place in the keyring, told nowhere else, and its pack of words.

use rusqlite::{Connection, Transaction};

use crate::crypto::random;
use crate::error::{Error, Part, Result};
use crate::id::DeviceId;
use crate::storage::meta;
pub use crate::words::Pack;

/// A vault's place and pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity {
    /// The four slots that are this vault's: for the PIN, for biometrics, for recovery words, and one
    /// that is not used.
    pub positions: [u8; 4],
    /// Its words.
    pub pack: Pack,
}

impl Identity {
    /// The slot that the PIN opens.
    #[must_use]
    pub fn pin_slot(&self) -> u8 {
        let [pin, ..] = self.positions;
        pin
    }

    /// The slot that a finger or a face opens.
    #[must_use]
    pub fn biometric_slot(&self) -> u8 {
        let [_, biometric, ..] = self.positions;
        biometric
    }

    /// The slot that recovery words open.
    #[must_use]
    pub fn recovery_slot(&self) -> u8 {
        let [_, _, recovery, _] = self.positions;
        recovery
    }

    /// Writes it into a new vault, with a name and a key of its own that link it to nothing.
    ///
    /// # Errors
    /// [`Error::NoSpace`] and the like.
    pub fn write_new(&self, tx: &Transaction<'_>) -> Result<()> {
        meta::set(tx, "slots", &&self.positions[..])?;
        meta::set(tx, "pack", &(if self.pack == Pack::Full { "full" } else { "plain" }))?;
        meta::set(tx, "device_id", &DeviceId::make()?)?;
        meta::set(tx, "import_key", &&random::make_bytes::<32>()?[..])
    }

    /// Reads it.
    ///
    /// # Errors
    /// [`Error::Damaged`].
    pub fn read(conn: &Connection) -> Result<Self> {
        let pack: String = meta::expect(conn, "pack")?;
        let pack = match pack.as_str() {
            "full" => Pack::Full,
            "plain" => Pack::Plain,
            _ => return Err(Error::Damaged { part: Part::Vault }),
        };
        Ok(Self { positions: meta::expect(conn, "slots")?, pack })
    }
}
