//! The notebooks of one folder, while they are locked: the keyring, and the count of wrong secrets.

use std::path::Path;
use std::sync::Arc;

use rusqlite::Transaction;

use super::attempts::Attempts;
use super::device::Tick;
use super::device_key::DeviceKey;
use super::folder_lock::FolderLock;
use super::keyring::{Keyring, SlotContent, SlotKey, SlotKind};
use super::notebook::Notebook;
use super::places::Places;
use super::wipe::{self, MakeKey};
use super::{pin, ring_file};
use crate::crypto::key::clear_stack;
use crate::crypto::secret::Secret;
use crate::crypto::words::Words;
use crate::error::{Error, Part, Result, Thing};
use crate::storage::damaged::Remains;
use crate::storage::guard::VaultKey;
use crate::storage::{files, level, meta};

/// The notebooks of one folder. One program holds them at a time, and one notebook of them is open: the
/// other's file may be grown meanwhile.
pub struct Notebooks {
    places: Places,
    device: Box<dyn DeviceKey>,
    ring: Keyring,
    lock: Option<Arc<FolderLock>>,
}

impl Notebooks {
    /// Whether notebooks have been made in this folder.
    #[must_use]
    pub fn exist(folder: &Path) -> bool {
        let places = Places::new(folder);
        places.keyring().exists() || places.vault(1).db().exists() || places.vault(2).db().exists()
    }

    /// Opens the folder's keyring, which needs the device's key but no PIN, and finishes what a crash
    /// interrupted. `make_key` gives the device's keys of a name (32 hex digits).
    ///
    /// # Errors
    /// [`Error::NoNotebook`], [`Error::InUse`], [`Error::Damaged`], [`Error::OutOfStep`], [`Error::Newer`],
    /// [`Error::DeviceKeyMissing`], [`Error::ReadOnly`].
    pub fn open(folder: &Path, make_key: &MakeKey<'_>) -> Result<Self> {
        let places = Places::new(folder);
        if wipe::finish(&places, make_key)? {
            return Err(Error::NoNotebook);
        }
        let name = ring_file::device_key_name(&places)?;
        let lock = FolderLock::take(&places.lock())?;
        remove_half_written(&places);
        let device = make_key(&name);
        let ring = ring_file::open(&places, &*device)?;
        Ok(Self { places, device, ring, lock: Some(Arc::new(lock)) })
    }

    /// Unlocks the notebook of a PIN.
    ///
    /// # Errors
    /// [`Error::WrongSecret`]; before anything is tried [`Error::Wait`], [`Error::InUse`] while a notebook
    /// is open, [`Error::Locked`] while suspended; those of opening.
    pub fn unlock(&mut self, secret: &Secret, tick: &Tick) -> Result<Notebook> {
        let opened = self.open_slot(secret, SlotKind::Pin, tick);
        clear_stack();
        opened
    }

    /// Opens what is left of a damaged notebook, as a sealed copy at `scratch` that goes when it is
    /// dropped. Nothing of the notebook itself is changed.
    ///
    /// # Errors
    /// As [`Notebooks::unlock`]; [`Error::Damaged`] if nothing can be read.
    pub fn open_remains(&mut self, secret: &Secret, scratch: &Path, tick: &Tick) -> Result<Remains> {
        self.free_lock()?;
        let content = self.find(secret, |slot| slot.kind == SlotKind::Pin, tick)?;
        let key = VaultKey { cipher: content.cipher, key: content.key.copy() };
        Remains::open(&self.places.vault(content.file), &key, scratch)
    }

    /// Opens a notebook by its recovery words and gives it a new PIN.
    ///
    /// # Errors
    /// As [`Notebooks::unlock`] and [`Notebooks::change_pin`].
    pub fn recover(&mut self, words: &Words, new_pin: &Secret, tick: &Tick) -> Result<Notebook> {
        pin::check(new_pin)?;
        let notebook = self.open_slot(&Secret::new(words.phrase()), SlotKind::Recovery, tick)?;
        self.change_pin(&notebook, new_pin, tick)?;
        Ok(notebook)
    }

    /// Asks for the open notebook's PIN once more, before what could keep her out of it later. A try like
    /// that of an unlock; another notebook's PIN is a wrong one here.
    ///
    /// # Errors
    /// [`Error::WrongSecret`], [`Error::Wait`]; [`Error::Locked`] while suspended.
    pub fn confirm_pin(&mut self, notebook: &Notebook, secret: &Secret, tick: &Tick) -> Result<()> {
        self.check_open(notebook)?;
        let its = &notebook.content().vault;
        let found = self.find(secret, |slot| slot.kind == SlotKind::Pin && slot.vault == *its, tick);
        clear_stack();
        found.map(drop)
    }

    /// Gives an unlocked notebook another PIN. After a crash at any moment the old or the new one opens.
    ///
    /// # Errors
    /// [`Error::WeakSecret`] for a PIN that is easy to guess, and for one that is taken, which counts as
    /// a wrong one; [`Error::Wait`]; [`Error::Locked`] while suspended; [`Error::NoSpace`] and the like.
    pub fn change_pin(&mut self, notebook: &Notebook, new: &Secret, tick: &Tick) -> Result<()> {
        pin::check(new)?;
        self.check_open(notebook)?;
        let (key, opened) = self.try_secret(new, tick)?;
        if opened.iter().any(|content| content.vault != notebook.content().vault) {
            return Err(self.refused(Error::WeakSecret, tick));
        }
        self.write_attempts(Attempts::forgiven, tick)?;
        self.fill(notebook, notebook.identity().pin_slot(), &key, SlotKind::Pin)?;
        self.level_times(tick);
        Ok(())
    }

    /// Makes twelve recovery words, in place of any there were, and gives them out this once.
    ///
    /// # Errors
    /// [`Error::Locked`] while suspended; [`Error::NoSpace`] and the like; the old words then still open it.
    pub fn make_recovery(&mut self, notebook: &mut Notebook, tick: &Tick) -> Result<Words> {
        self.check_open(notebook)?;
        let made = Words::make()?;
        let key = self.derive_slot_key(&Secret::new(made.phrase()))?;
        let had = Self::has_recovery(notebook)?;
        notebook.write(tick.now, |tx| set_recovery(tx, true))?;
        // The last thing that can fail: after it the old words open nothing, so the new must be given out.
        let filled = self.fill(notebook, notebook.identity().recovery_slot(), &key, SlotKind::Recovery);
        if filled.is_err() {
            let _ = notebook.write(tick.now, |tx| set_recovery(tx, had));
        }
        self.level_times(tick);
        filled.map(|()| made)
    }

    /// Makes a notebook's recovery words open nothing any more.
    ///
    /// # Errors
    /// [`Error::Locked`] while suspended; [`Error::NoSpace`] and the like.
    pub fn forget_recovery(&mut self, notebook: &mut Notebook, tick: &Tick) -> Result<()> {
        let slot = notebook.identity().recovery_slot();
        self.clear(notebook, slot)?;
        notebook.write(tick.now, |tx| set_recovery(tx, false))?;
        self.level_times(tick);
        Ok(())
    }

    /// Whether a notebook has recovery words.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Locked`].
    pub fn has_recovery(notebook: &Notebook) -> Result<bool> {
        notebook.read(|conn| Ok(meta::get::<bool>(conn, "recovery")?.unwrap_or(false)))
    }

    /// After how many wrong secrets in a row everything is wiped; `None` for never.
    #[must_use]
    pub fn wipe_after(&self) -> Option<u8> {
        (self.ring.wipe_after > 0).then_some(self.ring.wipe_after)
    }

    /// Sets after how many wrong secrets in a row everything, both notebooks, is wiped.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] for 0; [`Error::Locked`] while suspended; [`Error::NoSpace`] and the like.
    pub fn set_wipe_after(&mut self, count: Option<u8>, tick: &Tick) -> Result<()> {
        if count == Some(0) {
            return Err(Error::NotUnderstood { what: Thing::Setting });
        }
        self.lock.as_ref().ok_or(Error::Locked)?;
        ring_file::change(&self.places, &*self.device, &mut self.ring, |ring| {
            ring.wipe_after = count.unwrap_or(0);
            Ok(())
        })?;
        self.level_times(tick);
        Ok(())
    }

    /// Destroys everything of both notebooks. Asks for no PIN: taking the program off the device needs
    /// none either.
    ///
    /// # Errors
    /// [`Error::ReadOnly`] and the like; once begun, the next start goes on. Those of resuming.
    pub fn wipe(mut self) -> Result<()> {
        self.resume()?;
        wipe::begin(&self.places, &*self.device, &self.ring.name(), self.ring.generation)
    }

    /// Lets go of the folder, for an app that goes to sleep. Call [`Notebook::suspend`] too: an open
    /// notebook holds the folder as well.
    pub fn suspend(&mut self) {
        self.lock = None;
    }

    /// Takes the folder again.
    ///
    /// # Errors
    /// [`Error::InUse`]; those of opening.
    pub fn resume(&mut self) -> Result<()> {
        if self.lock.is_none() {
            let lock = FolderLock::take(&self.places.lock())?;
            self.ring = ring_file::open(&self.places, &*self.device)?;
            self.lock = Some(Arc::new(lock));
        }
        Ok(())
    }

    /// The folder's lock, for a notebook that is to be opened, while none is.
    pub(super) fn free_lock(&self) -> Result<Arc<FolderLock>> {
        let lock = self.lock.as_ref().ok_or(Error::Locked)?;
        if Arc::strong_count(lock) > 1 { Err(Error::InUse) } else { Ok(lock.clone()) }
    }

    /// Whether it is one of these notebooks, and open: the slots it knows of are another keyring's else.
    pub(super) fn check_open(&self, notebook: &Notebook) -> Result<()> {
        let same =
            self.lock.as_ref().zip(notebook.lock_held()).is_some_and(|(own, its)| Arc::ptr_eq(own, its));
        if same { Ok(()) } else { Err(Error::Locked) }
    }

    /// Times come after what was done, and can't undo it: if they can't be set they wait for the next time.
    pub(super) fn level_times(&self, tick: &Tick) {
        let _ = level::level_times(&self.places.folder, tick.now);
    }

    /// Makes a secret ready to seal a slot, which is no try of it.
    pub(super) fn derive_slot_key(&self, secret: &Secret) -> Result<SlotKey> {
        self.ring.prefix.derive_slot_key(secret, &*self.device)
    }

    pub(super) fn fill(
        &mut self,
        notebook: &Notebook,
        slot: u8,
        key: &SlotKey,
        kind: SlotKind,
    ) -> Result<()> {
        let SlotContent { vault, key: vault_key, cipher, file, .. } = notebook.content();
        let content =
            SlotContent { vault: *vault, key: vault_key.copy(), cipher: *cipher, kind, file: *file };
        ring_file::change(&self.places, &*self.device, &mut self.ring, |ring| {
            ring.fill_slot(slot, key, &content)
        })
    }

    /// Makes a slot of an open notebook open nothing any more.
    pub(super) fn clear(&mut self, notebook: &Notebook, slot: u8) -> Result<()> {
        self.check_open(notebook)?;
        ring_file::change(&self.places, &*self.device, &mut self.ring, |ring| ring.clear_slot(slot))
    }

    /// Opens the notebook of a secret, if it is of this kind and no notebook is open.
    pub(super) fn open_slot(&mut self, secret: &Secret, kind: SlotKind, tick: &Tick) -> Result<Notebook> {
        let lock = self.free_lock()?;
        let content = self.find(secret, |slot| slot.kind == kind, tick)?;
        Notebook::open(&self.places, lock, content)
    }

    fn find(
        &mut self,
        secret: &Secret,
        wanted: impl Fn(&SlotContent) -> bool,
        tick: &Tick,
    ) -> Result<SlotContent> {
        let (_, opened) = self.try_secret(secret, tick)?;
        match opened.into_iter().find(wanted) {
            Some(content) => {
                self.write_attempts(Attempts::forgiven, tick)?;
                Ok(content)
            }
            None => Err(self.refused(Error::WrongSecret, tick)),
        }
    }

    /// One try: counted and synced before the costly run, so that a kill in the middle counts.
    fn try_secret(&mut self, secret: &Secret, tick: &Tick) -> Result<(SlotKey, Vec<SlotContent>)> {
        let before = self.read_attempts(tick)?;
        let wait = before.remaining_ms(tick);
        if wait > 0 {
            before.carried(tick).write(&self.places.attempts())?;
            self.level_times(tick);
            return Err(Error::Wait { seconds: wait.div_ceil(1000) });
        }
        before.one_more(tick).write(&self.places.attempts())?;
        let tried = self.ring.prefix.derive_slot_key(secret, &*self.device).and_then(|key| {
            let opened = self.ring.try_all(&key)?;
            Ok((key, opened))
        });
        if tried.is_err() {
            // Not a wrong secret: the device could not try it.
            before.one_more(tick).taken_back(&before).write(&self.places.attempts())?;
            self.level_times(tick);
        }
        tried
    }

    fn read_attempts(&self, tick: &Tick) -> Result<Attempts> {
        let path = self.places.attempts();
        match Attempts::read(&path) {
            Err(Error::Damaged { part: Part::Attempts }) => {
                files::set_aside(&path)?;
                let longest = Attempts::after_damage(tick);
                files::replace(&path, &longest.file())?;
                Ok(longest)
            }
            read => read,
        }
    }

    fn write_attempts(&self, change: impl Fn(&Attempts, &Tick) -> Attempts, tick: &Tick) -> Result<()> {
        let path = self.places.attempts();
        change(&Attempts::read(&path)?, tick).write(&path)
    }

    /// What a refused secret leads to: if she chose so, after enough of them, the end of everything.
    fn refused(&self, error: Error, tick: &Tick) -> Error {
        let in_row = Attempts::read(&self.places.attempts()).map_or(0, |attempts| attempts.in_row);
        if self.wipe_after().is_some_and(|most| in_row >= u32::from(most)) {
            let name = self.ring.name();
            if let Err(failed) = wipe::begin(&self.places, &*self.device, &name, self.ring.generation) {
                return failed;
            }
            return error;
        }
        self.level_times(tick);
        error
    }
}

/// Files that a kill left before they took their names: they hold nothing that counts, and one beside a
/// head would go on showing which vault was in use.
fn remove_half_written(places: &Places) {
    let heads = [places.vault(1).head(), places.vault(2).head()];
    for path in [places.keyring(), places.wipe_marker()].iter().chain(&heads) {
        let _ = files::remove(&files::with_ending(path, ".new"));
    }
}

fn set_recovery(tx: &Transaction<'_>, on: bool) -> Result<()> {
    meta::set(tx, "recovery", &on)
}
