//! Whether the open notebook is whole.

use fernbook_core::storage::check;

use crate::error::NotebookError;
use crate::notebooks::Notebooks;
use crate::work::Work;

#[uniffi::export]
impl Notebooks {
    /// Reads every page of the open notebook from the disk; answers whether all of it is what was written.
    /// Changes nothing.
    pub fn check(&self, work: &Work) -> Result<bool, NotebookError> {
        self.read(|notebook| {
            notebook.read(|conn| Ok(check::run(conn, &mut |now| work.watch(now))?.is_sound()))
        })
    }
}
