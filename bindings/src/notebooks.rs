//! The notebooks of the phone: made, locked or open.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use fernbook_core::share::prepare::Prepared;
use fernbook_core::time::Moment;
use fernbook_core::vault::device::Tick;
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::vault::notebooks as core;

use crate::device::{self, Device};
use crate::error::NotebookError;
use crate::lent::Lent;

/// How the notebooks of the phone stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Standing {
    /// None is made yet: show the first run.
    Unmade,
    /// Locked: show the number pad.
    Locked,
    /// One is open.
    Open,
    /// One is open, but put to rest: [`Notebooks::resume`] comes first.
    Resting,
}

/// The notebooks of the phone. Make one of these when the app starts and keep it.
#[derive(uniffi::Object)]
pub struct Notebooks {
    pub(crate) folder: PathBuf,
    pub(crate) device: Arc<dyn Device>,
    pub(crate) held: Lent<Held>,
}

/// What is held between calls.
pub struct Held {
    pub(crate) notebooks: Option<core::Notebooks>,
    pub(crate) open: Option<Notebook>,
    pub(crate) resting: bool,
    /// What she is about to show: her words, so it goes with the key.
    pub(crate) prepared: Option<Prepared>,
    /// When something was last opened or written.
    pub(crate) last: Moment,
}

impl Default for Held {
    fn default() -> Self {
        Self { notebooks: None, open: None, resting: false, prepared: None, last: Moment(0) }
    }
}

#[uniffi::export]
impl Notebooks {
    /// The notebooks in `folder`, which need not exist yet. Nothing is read until it is asked for.
    #[uniffi::constructor]
    pub fn new(folder: String, device: Arc<dyn Device>) -> Arc<Self> {
        Arc::new(Self { folder: folder.into(), device, held: Lent::new(Held::default()) })
    }

    /// How they stand.
    pub fn standing(&self) -> Result<Standing, NotebookError> {
        self.held.lend(|held| {
            Ok(match &held.open {
                Some(_) if held.resting => Standing::Resting,
                Some(_) => Standing::Open,
                None if core::Notebooks::exist(&self.folder) => Standing::Locked,
                None => Standing::Unmade,
            })
        })
    }
}

impl Notebooks {
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Reads from the open notebook.
    pub(crate) fn read<T>(
        &self,
        look: impl FnOnce(&Notebook) -> fernbook_core::Result<T>,
    ) -> Result<T, NotebookError> {
        self.held.lend(|held| Ok(look(held.open.as_ref().ok_or(NotebookError::Locked)?)?))
    }
}

impl Held {
    /// Now, or when something was last done: a clock that does not answer must not keep a notebook open.
    pub(crate) fn now(&self, clocks: Result<Tick, NotebookError>) -> Moment {
        clocks.map_or(self.last, |tick| tick.now)
    }

    /// The keyring, read from the disk if it is not held yet.
    pub(crate) fn notebooks(
        &mut self,
        folder: &Path,
        device: &Arc<dyn Device>,
    ) -> Result<&mut core::Notebooks, NotebookError> {
        if self.notebooks.is_none() {
            self.notebooks = Some(core::Notebooks::open(folder, &device::keys(device))?);
        }
        self.notebooks.as_mut().ok_or(NotebookError::NoNotebook)
    }

    /// The keyring and the notebook that is open.
    pub(crate) fn both(&mut self) -> Result<(&mut core::Notebooks, &mut Notebook), NotebookError> {
        self.notebooks.as_mut().zip(self.open.as_mut()).ok_or(NotebookError::Locked)
    }
}
