//! How long work tells where it is, and is asked to stop.

use crate::{Error, Result};

/// How far a piece of long work has come. `total` is 0 while it is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Units done (notes, pages or bytes, as the work says).
    pub done: u64,
    /// Units in all, or 0.
    pub total: u64,
}

/// Called now and then during long work; answering `false` asks it to stop, and the work then ends
/// with [`Error::Stopped`] and leaves nothing behind.
pub type Watch<'a> = dyn FnMut(Progress) -> bool + 'a;

/// Tells the watcher, and turns a wish to stop into [`Error::Stopped`].
///
/// # Errors
/// [`Error::Stopped`].
pub fn tell(watch: &mut Watch<'_>, done: u64, total: u64) -> Result<()> {
    if watch(Progress { done, total }) { Ok(()) } else { Err(Error::Stopped) }
}
