//! The first run: both vaults are made, whether the second is wanted or not, of one form and one size.
//! All of it happens in a folder beside, which takes its place at the end in one step.

use fernbook_sqlite3mc::Cipher;
use rusqlite::Transaction;
use zeroize::Zeroizing;

use super::attempts::Attempts;
use super::device::{DeviceFacts, Tick};
use super::device_key::DeviceKey;
use super::keyring::{Keyring, SLOT_GENERATION, SlotContent, SlotKind};
use super::places::Places;
use super::wipe::MakeKey;
use super::{identity, pin};
use crate::crypto::key::Key;
use crate::crypto::random;
use crate::crypto::secret::Secret;
use crate::crypto::stretch::Cost;
use crate::error::{Error, Result};
use crate::id::VaultId;
use crate::storage::database::Database;
use crate::storage::guard::VaultKey;
use crate::storage::{files, level};

pub use super::identity::Pack;

/// What a new notebook starts with.
pub struct NewNotebook<'a> {
    /// Its PIN.
    pub secret: &'a Secret,
    /// Its words.
    pub pack: Pack,
    /// Writes what is in it from the first.
    pub fill: &'a dyn Fn(&Transaction<'_>) -> Result<()>,
}

/// Makes the notebooks in a folder that is not there yet or is empty. Without a second one, the other
/// vault has a random PIN that nobody knows.
///
/// # Errors
/// [`Error::AlreadyThere`]; [`Error::WeakSecret`], also if both PINs are one; [`Error::NoSpace`],
/// [`Error::ReadOnly`] and the like. Nothing is then left behind.
pub fn run(
    places: &Places,
    make_key: &MakeKey<'_>,
    facts: &DeviceFacts,
    tick: &Tick,
    first: &NewNotebook<'_>,
    second: Option<&NewNotebook<'_>>,
) -> Result<()> {
    check_secrets(first, second)?;
    check_empty(places)?;
    let mut ring = Keyring::make(Cost::for_memory(facts.memory_bytes))?;
    let device = make_key(&ring.name());
    let cipher = if facts.hardware_aes { Cipher::Aegis256 } else { Cipher::ChaCha20 };
    let staging = Places::new(&places.staging());
    let made = make_keys(&*device, ring.generation)
        .and_then(|()| {
            Making { staging: &staging, ring: &mut ring, device: &*device, cipher, tick }.run(first, second)
        })
        .and_then(|()| move_into_place(&staging, places));
    if made.is_err() {
        let _ = std::fs::remove_dir_all(&staging.folder);
        device.forget(ring.generation)?;
        device.forget(SLOT_GENERATION)?;
    }
    made
}

fn make_keys(device: &dyn DeviceKey, generation: u64) -> Result<()> {
    device.make(SLOT_GENERATION)?;
    Ok(device.make(generation)?)
}

fn check_secrets(first: &NewNotebook<'_>, second: Option<&NewNotebook<'_>>) -> Result<()> {
    pin::check(first.secret)?;
    match second {
        Some(second) if second.secret.bytes() == first.secret.bytes() => Err(Error::WeakSecret),
        Some(second) => pin::check(second.secret),
        None => Ok(()),
    }
}

fn check_empty(places: &Places) -> Result<()> {
    match std::fs::read_dir(&places.folder) {
        Ok(mut entries) => entries.next().map_or(Ok(()), |_| Err(Error::AlreadyThere)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// What the two vaults of a first run share.
struct Making<'a> {
    staging: &'a Places,
    ring: &'a mut Keyring,
    device: &'a dyn DeviceKey,
    cipher: Cipher,
    tick: &'a Tick,
}

impl Making<'_> {
    /// Positions of slots and numbers of files are drawn, so that neither tells which notebook was first.
    fn run(mut self, first: &NewNotebook<'_>, second: Option<&NewNotebook<'_>>) -> Result<()> {
        if self.staging.folder.exists() {
            std::fs::remove_dir_all(&self.staging.folder)?;
        }
        files::make_private_folder(&self.staging.folder)?;
        let [a, b, c, d, e, f, g, h] = drawn([0, 1, 2, 3, 4, 5, 6, 7])?;
        let [number, other] = drawn([1, 2])?;
        let unknown = Secret::from_bytes(Zeroizing::new(random::make_bytes::<32>()?).as_slice());
        let nothing = |_: &Transaction<'_>| Ok(());
        let unused = NewNotebook { secret: &unknown, pack: Pack::Plain, fill: &nothing };
        self.vault(first, [a, b, c, d], number)?;
        self.vault(second.unwrap_or(&unused), [e, f, g, h], other)?;
        files::replace(&self.staging.keyring(), &self.ring.seal(self.device)?)?;
        files::replace(&self.staging.attempts(), &Attempts::none().file())?;
        files::replace(&self.staging.lock(), &[])?;
        level::level_times(&self.staging.folder, self.tick.now)
    }

    fn vault(&mut self, notebook: &NewNotebook<'_>, positions: [u8; 4], number: u8) -> Result<()> {
        let (vault, key, cipher) = (VaultId::make()?, Key::make()?, self.cipher);
        let slot_key = self.ring.prefix.derive_slot_key(notebook.secret, self.device)?;
        let content = SlotContent { vault, key: key.copy(), cipher, kind: SlotKind::Pin, file: number };
        let identity = identity::Identity { positions, pack: notebook.pack };
        self.ring.fill_slot(identity.pin_slot(), &slot_key, &content)?;
        let paths = self.staging.vault(number);
        Database::create(paths, VaultKey { cipher, key }, vault, self.tick.now, |tx| {
            identity.write_new(tx)?;
            (notebook.fill)(tx)
        })
    }
}

fn move_into_place(staging: &Places, places: &Places) -> Result<()> {
    files::sync_folder(&staging.folder)?;
    if places.folder.exists() {
        std::fs::remove_dir(&places.folder)?;
    }
    std::fs::rename(&staging.folder, &places.folder)?;
    files::sync_folder_of(&places.folder).inspect_err(|_| {
        // What can't be said to stay must not be left there without its keys.
        let _ = std::fs::rename(&places.folder, &staging.folder);
    })
}

/// The same items in an order drawn at random (Fisher and Yates).
fn drawn<const N: usize>(mut items: [u8; N]) -> Result<[u8; N]> {
    for last in (1..N).rev() {
        let draw = u64::from_le_bytes(random::make_bytes()?);
        let other = usize::try_from(draw % (last as u64 + 1)).unwrap_or(0);
        items.swap(last, other);
    }
    Ok(items)
}
