//! What can go wrong, as a shell can act on it. No variant ever carries text of hers, a path or a
//! message of the engine.

/// The result of every public call of the core.
pub type Result<T> = std::result::Result<T, Error>;

/// The thing, or none where it is not there.
pub(crate) fn if_there<T>(result: Result<T>) -> Result<Option<T>> {
    match result {
        Ok(thing) => Ok(Some(thing)),
        Err(Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Everything a caller must be able to tell apart. The words for each are in `core/words`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The PIN, the recovery words or the words of a copy are not right.
    #[error("wrong secret")]
    WrongSecret,
    /// Too many wrong secrets: nothing was tried, and nothing will be for this long.
    #[error("wait {seconds} s")]
    Wait {
        /// Whole seconds until the next try is let through, at least 1.
        seconds: u64,
    },
    /// A new PIN is too short, too plain, or may not be used.
    #[error("weak secret")]
    WeakSecret,
    /// Nothing has this id, this beginning of an id, or this name.
    #[error("{what} not found")]
    NotFound {
        /// What was looked for.
        what: Thing,
    },
    /// More than one thing begins like this.
    #[error("more than one {what} begins so")]
    Ambiguous {
        /// What was looked for.
        what: Thing,
    },
    /// No notebook has been made in this folder.
    #[error("no notebook here")]
    NoNotebook,
    /// There is something in this place already; it was left as it is.
    #[error("already there")]
    AlreadyThere,
    /// Another program, or another window, has the notebook open.
    #[error("in use")]
    InUse,
    /// The notebook is locked or put to rest; unlock or resume it first.
    #[error("locked")]
    Locked,
    /// A part on disk is not what was written. Nothing was changed.
    #[error("{part} damaged")]
    Damaged {
        /// Which part.
        part: Part,
    },
    /// A part is older or newer than the rest, as when an old copy of one file was put back.
    #[error("{part} does not belong to the rest")]
    OutOfStep {
        /// Which part.
        part: Part,
    },
    /// A part was written by a later version of this program. Nothing was changed.
    #[error("{part} is from a newer version")]
    Newer {
        /// Which part.
        part: Part,
    },
    /// The disk is full. What was acknowledged before is safe.
    #[error("no space")]
    NoSpace,
    /// The folder or a file in it can't be written.
    #[error("read-only")]
    ReadOnly,
    /// The device's own key is not there, so nothing can be opened. Nothing was changed.
    #[error("device key missing")]
    DeviceKeyMissing,
    /// The device can't spare the memory that opening takes.
    #[error("not enough memory")]
    NotEnoughMemory,
    /// What was handed in can't be used as this.
    #[error("not understood: {what}")]
    NotUnderstood {
        /// What it should have been.
        what: Thing,
    },
    /// Larger than what is taken in.
    #[error("{what} too large")]
    TooLarge {
        /// What is too large.
        what: Thing,
    },
    /// The caller asked to stop. Nothing of the unfinished work was kept.
    #[error("stopped")]
    Stopped,
    /// Reading or writing a file failed for another reason.
    #[error("file error {kind:?}")]
    File {
        /// The system's kind of error.
        kind: std::io::ErrorKind,
    },
    /// A fault of the program, by the engine's or our own number.
    #[error("internal fault {code}")]
    Internal {
        /// The engine's extended result code, or one of ours below zero.
        code: i32,
    },
}

/// Parts of a notebook on disk, for [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The file that wraps the vault keys.
    Keyring,
    /// The file that counts wrong secrets.
    Attempts,
    /// The file that pins a vault to its latest state.
    Head,
    /// An encrypted database.
    Vault,
    /// The write-ahead log of a database.
    Wal,
    /// A sealed copy.
    Copy,
    /// The file of reminders outside the notebooks.
    Reminders,
}

/// Things that can be looked for or handed in, for [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A note.
    Note,
    /// A topic.
    Topic,
    /// A picture, sound or other file of a note.
    Attachment,
    /// A draft.
    Draft,
    /// An earlier version of a note.
    Version,
    /// Something to undo.
    Undo,
    /// An id, or the beginning of one.
    Id,
    /// A date or a time.
    Date,
    /// The name of a time zone.
    Zone,
    /// A file to bring in.
    Import,
    /// A sealed copy.
    Copy,
    /// Words of a copy or of a recovery.
    Words,
    /// A setting or its value.
    Setting,
    /// A text.
    Text,
    /// A picture.
    Picture,
    /// One of her own people.
    Person,
    /// A visit, or another date.
    Visit,
    /// A rule by which a visit comes again.
    Repeat,
    /// A calendar file.
    Calendar,
    /// A reminder.
    Reminder,
    /// Her card, or a section of it.
    Card,
    /// A choice of what someone may be shown.
    Choice,
    /// A line about what was shown.
    Receipt,
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::fmt::Display for Thing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind as K;
        match error.kind() {
            K::StorageFull | K::QuotaExceeded | K::FileTooLarge => Error::NoSpace,
            K::ReadOnlyFilesystem | K::PermissionDenied => Error::ReadOnly,
            K::OutOfMemory => Error::NotEnoughMemory,
            K::AlreadyExists => Error::AlreadyThere,
            K::ResourceBusy => Error::InUse,
            kind => Error::File { kind },
        }
    }
}
