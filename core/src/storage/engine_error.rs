//! Turns the engine's errors into ours. Its messages quote SQL and search text, so only the number
//! goes on.

use rusqlite::ffi;

use crate::error::{Error, Part};

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::SqliteFailure(failure, _) => of_code(failure.extended_code),
            rusqlite::Error::SqlInputError { error, .. } => of_code(error.extended_code),
            // What was written as a text is none any more. Seen where a file ends within a page: the engine then hands
            // over what stands there as it stands.
            rusqlite::Error::Utf8Error(..)
            | rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => Error::Damaged { part: Part::Vault },
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
        ffi::SQLITE_CORRUPT | ffi::SQLITE_NOTADB | ffi::SQLITE_AUTH => Error::Damaged { part: Part::Vault },
        ffi::SQLITE_IOERR => of_file_error(extended),
        ffi::SQLITE_CANTOPEN => Error::ReadOnly,
        _ => Error::Internal { code: extended },
    }
}

/// What can't be read may be damaged; what could only not be written is not, and must not frighten.
fn of_file_error(extended: i32) -> Error {
    match extended {
        ffi::SQLITE_IOERR
        | ffi::SQLITE_IOERR_READ
        | ffi::SQLITE_IOERR_SHORT_READ
        | ffi::SQLITE_IOERR_DATA
        | ffi::SQLITE_IOERR_CORRUPTFS => Error::Damaged { part: Part::Vault },
        ffi::SQLITE_IOERR_NOMEM => Error::NotEnoughMemory,
        _ => Error::File { kind: std::io::ErrorKind::Other },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_that_failed_is_not_told_as_damage() {
        let damaged = Error::Damaged { part: Part::Vault };
        for code in [ffi::SQLITE_IOERR_WRITE, ffi::SQLITE_IOERR_FSYNC, ffi::SQLITE_IOERR_TRUNCATE] {
            assert_eq!(of_code(code), Error::File { kind: std::io::ErrorKind::Other });
        }
        assert_eq!(of_code(ffi::SQLITE_IOERR_NOMEM), Error::NotEnoughMemory);
        for code in [ffi::SQLITE_IOERR_SHORT_READ, ffi::SQLITE_IOERR_READ, ffi::SQLITE_CORRUPT_INDEX] {
            assert_eq!(of_code(code), damaged);
        }
    }
}
