//! What can go wrong, as a shell can act on it.

use fernbook_core::error::Thing;
use fernbook_core::vault::device_key::NO_ANSWER;
use fernbook_core::{Error, Part};

/// What can go wrong. No variant carries a word of hers; what to say for each is
/// [`Said::explain`](crate::Said::explain).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum NotebookError {
    /// The PIN, the recovery words or the words of a copy are not right.
    #[error("wrong secret")]
    WrongSecret,
    /// Too many wrong ones: nothing was tried. Show the time; the next try is let through after it.
    #[error("wait {seconds} s")]
    Wait {
        /// Whole seconds, at least 1.
        seconds: u64,
    },
    /// A new PIN is too short or too plain, or may not be used: ask for another.
    #[error("weak secret")]
    WeakSecret,
    /// It is not there, or not any more: leave its screen.
    #[error("{what:?} not found")]
    NotFound {
        /// What is not there.
        what: Thing,
    },
    /// There is no notebook yet: show the first run.
    #[error("no notebook")]
    NoNotebook,
    /// There is something in that place already; it was left as it is.
    #[error("already there")]
    AlreadyThere,
    /// Another program has the notebook open, or this very call is being made twice.
    #[error("in use")]
    InUse,
    /// No notebook is open: show the number pad.
    #[error("locked")]
    Locked,
    /// A part on disk is not what was written, or older than the rest. Nothing was changed.
    #[error("{part:?} damaged")]
    Damaged {
        /// Which part.
        part: Part,
    },
    /// It was written by a later version. Nothing was changed.
    #[error("newer")]
    Newer,
    /// There is no room. What was saved before is safe.
    #[error("no space")]
    NoSpace,
    /// The place can't be written.
    #[error("read-only")]
    ReadOnly,
    /// The phone's own key is gone, so nothing can be opened. Nothing was changed.
    #[error("device key missing")]
    DeviceKeyMissing,
    /// The phone's key store, clock or zone did not answer.
    #[error("the phone did not answer")]
    Device,
    /// There is too little free memory.
    #[error("not enough memory")]
    NotEnoughMemory,
    /// What was handed in can't be used as this.
    #[error("not understood: {what:?}")]
    NotUnderstood {
        /// What it should have been.
        what: Thing,
    },
    /// It is larger than what is taken in.
    #[error("{what:?} too large")]
    TooLarge {
        /// What is too large.
        what: Thing,
    },
    /// She asked to stop. Nothing of the unfinished work was kept.
    #[error("stopped")]
    Stopped,
    /// A file could not be read or written.
    #[error("file error")]
    File,
    /// A fault of the program.
    #[error("internal fault {code}")]
    Internal {
        /// Its number.
        code: i32,
    },
}

impl From<Error> for NotebookError {
    fn from(error: Error) -> Self {
        match error {
            Error::WrongSecret => Self::WrongSecret,
            Error::Wait { seconds } => Self::Wait { seconds },
            Error::WeakSecret => Self::WeakSecret,
            Error::NotFound { what } | Error::Ambiguous { what } => Self::NotFound { what },
            Error::NoNotebook => Self::NoNotebook,
            Error::AlreadyThere => Self::AlreadyThere,
            Error::InUse => Self::InUse,
            Error::Locked => Self::Locked,
            Error::Damaged { part } | Error::OutOfStep { part } => Self::Damaged { part },
            Error::Newer { .. } => Self::Newer,
            Error::NoSpace => Self::NoSpace,
            Error::ReadOnly => Self::ReadOnly,
            Error::DeviceKeyMissing => Self::DeviceKeyMissing,
            Error::NotEnoughMemory => Self::NotEnoughMemory,
            Error::NotUnderstood { what } => Self::NotUnderstood { what },
            Error::TooLarge { what } => Self::TooLarge { what },
            Error::Stopped => Self::Stopped,
            Error::File { .. } => Self::File,
            NO_ANSWER => Self::Device,
            Error::Internal { code } => Self::Internal { code },
        }
    }
}

impl NotebookError {
    /// The core's own error; none for what only the phone can fail in.
    pub(crate) fn of_core(self) -> Option<Error> {
        Some(match self {
            Self::WrongSecret => Error::WrongSecret,
            Self::Wait { seconds } => Error::Wait { seconds },
            Self::WeakSecret => Error::WeakSecret,
            Self::NotFound { what } => Error::NotFound { what },
            Self::NoNotebook => Error::NoNotebook,
            Self::AlreadyThere => Error::AlreadyThere,
            Self::InUse => Error::InUse,
            Self::Locked => Error::Locked,
            Self::Damaged { part } => Error::Damaged { part },
            Self::Newer => Error::Newer { part: Part::Vault },
            Self::NoSpace => Error::NoSpace,
            Self::ReadOnly => Error::ReadOnly,
            Self::DeviceKeyMissing => Error::DeviceKeyMissing,
            Self::Device => return None,
            Self::NotEnoughMemory => Error::NotEnoughMemory,
            Self::NotUnderstood { what } => Error::NotUnderstood { what },
            Self::TooLarge { what } => Error::TooLarge { what },
            Self::Stopped => Error::Stopped,
            Self::File => Error::File { kind: std::io::ErrorKind::Other },
            Self::Internal { code } => Error::Internal { code },
        })
    }
}
