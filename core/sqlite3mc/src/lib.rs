//! SQLite3 Multiple Ciphers, compiled by `build.rs` and linked under rusqlite, with the few calls of
//! its C interface that rusqlite does not have. The only crate with unsafe code.

use std::ffi::{CStr, c_char, c_int, c_void};

use rusqlite::{Connection, ffi};
use zeroize::Zeroizing;

/// The ciphers that this build opens files with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cipher {
    /// AEGIS-256: the fast one where the processor has AES instructions.
    Aegis256,
    /// ChaCha20-Poly1305: the fast one elsewhere.
    ChaCha20,
}

impl Cipher {
    /// Bytes at the end of each page for nonce and tag; also byte 20 of the file.
    #[must_use]
    pub fn reserved_bytes(self) -> u8 {
        match self {
            Cipher::Aegis256 => 0x40,
            Cipher::ChaCha20 => 0x20,
        }
    }

    fn name(self) -> &'static CStr {
        match self {
            Cipher::Aegis256 => c"aegis",
            Cipher::ChaCha20 => c"chacha20",
        }
    }
}

unsafe extern "C" {
    fn sqlite3_key_v2(db: *mut ffi::sqlite3, name: *const c_char, key: *const c_void, length: c_int)
    -> c_int;
    fn sqlite3mc_config(db: *mut ffi::sqlite3, name: *const c_char, value: c_int) -> c_int;
    fn sqlite3mc_config_cipher(
        db: *mut ffi::sqlite3,
        cipher: *const c_char,
        name: *const c_char,
        value: c_int,
    ) -> c_int;
    fn sqlite3mc_cipher_index(name: *const c_char) -> c_int;
    fn sqlite3mc_version() -> *const c_char;
}

/// The number of AEGIS-256 among the engine's variants (`AEGIS_ALGORITHM_256`).
const AEGIS_256: c_int = 4;

/// Keys a fresh connection with exactly 32 bytes, never as SQL text. Must be the first thing done to it.
/// Returns the engine's result code, 0 for success.
#[must_use]
pub fn set_key(connection: &Connection, cipher: Cipher, key: &[u8; 32]) -> c_int {
    let mut raw = Zeroizing::new([0_u8; 36]);
    let (prefix, rest) = raw.split_at_mut(4);
    prefix.copy_from_slice(b"raw:");
    rest.copy_from_slice(key);
    // SAFETY: the handle lives as long as `connection`; all names end in NUL; the key's length is given.
    unsafe {
        let db = connection.handle();
        let index = sqlite3mc_cipher_index(cipher.name().as_ptr());
        if index < 1 || sqlite3mc_config(db, c"cipher".as_ptr(), index) != index {
            return ffi::SQLITE_ERROR;
        }
        if cipher == Cipher::Aegis256 {
            let name = c"algorithm".as_ptr();
            if sqlite3mc_config_cipher(db, cipher.name().as_ptr(), name, AEGIS_256) != AEGIS_256 {
                return ffi::SQLITE_ERROR;
            }
        }
        sqlite3_key_v2(db, c"main".as_ptr(), raw.as_ptr().cast(), 36)
    }
}

/// Keeps the write-ahead log's file, at zero length, when the connection closes. Returns the engine's
/// result code, 0 for success.
#[must_use]
pub fn keep_wal_file(connection: &Connection) -> c_int {
    let mut on: c_int = 1;
    // SAFETY: the handle lives as long as `connection`; this control reads and writes one int.
    unsafe {
        ffi::sqlite3_file_control(
            connection.handle(),
            c"main".as_ptr(),
            ffi::SQLITE_FCNTL_PERSIST_WAL,
            (&raw mut on).cast(),
        )
    }
}

/// Whether the SQLite that rusqlite calls is the one compiled here, and not one of the system: by the
/// version of SQLite and that of the ciphers.
#[must_use]
pub fn is_linked() -> bool {
    // SAFETY: both return pointers to constant C strings.
    let (ciphers, sqlite) =
        unsafe { (CStr::from_ptr(sqlite3mc_version()), CStr::from_ptr(ffi::sqlite3_libversion())) };
    ciphers.to_bytes().ends_with(env!("SQLITE3MC_VERSION").as_bytes())
        && sqlite.to_bytes() == env!("SQLITE_VERSION").as_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_engine_is_the_one_that_is_linked() {
        assert!(is_linked());
    }
}
