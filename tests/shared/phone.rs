//! A phone: a folder with notebooks in it, and the device's keys beside.

use std::path::{Path, PathBuf};

use fernbook_core::Result;
use fernbook_core::crypto::secret::Secret;
use fernbook_core::journal::index;
use fernbook_core::storage::guard::VaultKey;
use fernbook_core::time::Moment;
use fernbook_core::vault::device::{DeviceFacts, Tick};
use fernbook_core::vault::device_key::{DeviceKey, FileDeviceKey};
use fernbook_core::vault::init::{self, NewNotebook, Pack};
use fernbook_core::vault::keyring::{Keyring, SlotContent};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::vault::notebooks::Notebooks;
use fernbook_core::vault::places::Places;
use rusqlite::Transaction;

/// The PIN of the first notebook.
pub const PIN: &str = "314159";
/// The PIN of the second.
pub const SECOND_PIN: &str = "271828";
/// The moment at which everything happens, unless told: 2026-11-22T10:00:00Z.
pub const NOW: Moment = Moment(1_795_341_600_000);

/// The least cost that a keyring may have, and a cipher.
#[must_use]
pub fn facts(hardware_aes: bool) -> DeviceFacts {
    DeviceFacts { memory_bytes: 1 << 30, hardware_aes }
}

/// The clock of the programs that are killed.
#[must_use]
pub fn tick() -> Tick {
    Tick { now: NOW, boot: [1; 16], uptime_ms: 1000 }
}

/// Much later: whatever wait a kill has left is over.
#[must_use]
pub fn much_later() -> Tick {
    Tick { uptime_ms: 1 << 40, ..tick() }
}

/// A phone at a place.
#[derive(Clone)]
pub struct Phone {
    /// Where all of it lies.
    pub root: PathBuf,
}

impl Phone {
    /// The phone that lies or will lie there.
    #[must_use]
    pub fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// The folder of the notebooks.
    #[must_use]
    pub fn dir(&self) -> PathBuf {
        self.root.join("notebook")
    }

    /// The folder of the device's keys.
    #[must_use]
    pub fn keys(&self) -> PathBuf {
        self.root.join("keys")
    }

    /// Names of files.
    #[must_use]
    pub fn places(&self) -> Places {
        Places::new(&self.dir())
    }

    /// The device's keys of a name.
    #[must_use]
    pub fn device(&self, name: &str) -> Box<dyn DeviceKey> {
        Box::new(FileDeviceKey::new(self.keys().join(name)))
    }

    /// Makes the notebooks.
    ///
    /// # Errors
    /// Those of the core.
    pub fn init(&self, second: Option<&str>, hardware_aes: bool) -> Result<()> {
        init_with(self, &|name| self.device(name), second, hardware_aes)
    }

    /// Opens the folder.
    ///
    /// # Errors
    /// Those of the core.
    pub fn open(&self) -> Result<Notebooks> {
        Notebooks::open(&self.dir(), &|name| self.device(name))
    }

    /// Unlocks a notebook, long after any wait is over.
    ///
    /// # Errors
    /// Those of the core.
    pub fn unlock(&self, pin: &str) -> Result<(Notebooks, Notebook)> {
        let mut notebooks = self.open()?;
        let notebook = notebooks.unlock(&Secret::new(pin), &much_later())?;
        Ok((notebooks, notebook))
    }

    /// The key of a notebook's vault, worked out from the files and the PIN as `docs/format.md` tells.
    ///
    /// # Panics
    /// If it can't be.
    #[must_use]
    pub fn slot_of(&self, pin: &str) -> SlotContent {
        let file = std::fs::read(self.places().keyring()).expect("a keyring");
        let name = file[8..24].iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let device = self.device(&name);
        let ring = Keyring::open(&file, &*device).expect("a keyring that opens");
        let key = ring.prefix.derive_slot_key(&Secret::new(pin), &*device).expect("a key");
        ring.try_all(&key).expect("slots").pop().expect("a slot of this PIN")
    }
}

/// Makes the notebooks with keys of the caller's.
///
/// # Errors
/// Those of the core.
pub fn init_with(
    phone: &Phone,
    make_key: &dyn Fn(&str) -> Box<dyn DeviceKey>,
    second: Option<&str>,
    hardware_aes: bool,
) -> Result<()> {
    let fill = |tx: &Transaction<'_>| index::rebuild(tx, &mut |_| true);
    let second = second.map(Secret::new);
    let second = second.as_ref().map(|secret| NewNotebook { secret, pack: Pack::Plain, fill: &fill });
    let first = NewNotebook { secret: &Secret::new(PIN), pack: Pack::Full, fill: &fill };
    init::run(&phone.places(), make_key, &facts(hardware_aes), &tick(), &first, second.as_ref())
}

/// What opens a vault below the keyring.
#[must_use]
pub fn vault_key(slot: &SlotContent) -> VaultKey {
    VaultKey { cipher: slot.cipher, key: slot.key.copy() }
}
