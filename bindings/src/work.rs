//! Work that takes longer than a moment: how far it is, and how to stop it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use fernbook_core::progress::Progress;

/// Handed to a call that may take long; another thread looks at it meanwhile. One for each call.
#[derive(Default, uniffi::Object)]
pub struct Work {
    done: AtomicU64,
    total: AtomicU64,
    stop: AtomicBool,
}

/// How far a piece of work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct HowFar {
    /// What is done, in notes, bytes or pages.
    pub done: u64,
    /// Of how many; 0 while that is not known.
    pub total: u64,
}

#[uniffi::export]
impl Work {
    /// Work that has not begun.
    #[uniffi::constructor]
    pub fn new() -> Arc<Self> {
        Arc::new(Self::default())
    }

    /// How far it is.
    pub fn how_far(&self) -> HowFar {
        HowFar { done: self.done.load(Ordering::Relaxed), total: self.total.load(Ordering::Relaxed) }
    }

    /// Asks it to stop: the call ends with [`Stopped`](crate::NotebookError::Stopped) and leaves nothing of
    /// what it did.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Work {
    /// What the core asks while it works: whether to go on.
    pub fn watch(&self, now: Progress) -> bool {
        self.done.store(now.done, Ordering::Relaxed);
        self.total.store(now.total, Ordering::Relaxed);
        !self.stop.load(Ordering::Relaxed)
    }
}
