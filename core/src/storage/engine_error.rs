//! Turns the engine's errors into ours. Its messages quote SQL and search text, so only the number
//! goes on.

use rusqlite::ffi;

use crate::error::{Error, Part};

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::SqliteFailure(failure, _) => of_code(failure.extended_code),
            rusqlite::Error::SqlInputError { error, .. } => of_code(error.extended_code),
            _ => Error::Internal { code: -2 },
        }
    }
}

fn of_code(extended: i32) -> Error {
    match extended & 0xff {
        ffi::SQLITE_FULL => Error::NoSpace,
        ffi::SQLITE_READONLY | ffi::SQLITE_PERM => Error::ReadOnly,
        ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => Error::InUse,
        ffi::SQLITE_NOMEM => Error::NotEnoughMemory,
        ffi::SQLITE_INTERRUPT => Error::Stopped,
        ffi::SQLITE_TOOBIG => Error::TooLarge { what: crate::error::Thing::Text },
        ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB | ffi::SQLITE_IOERR | ffi::SQLITE_AUTH => {
            Error::Damaged { part: Part::Vault }
        }
        ffi::SQLITE_CANTOPEN => Error::ReadOnly,
        _ => Error::Internal { code: extended },
    }
}
