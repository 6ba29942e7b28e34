//! Links SQLite3 Multiple Ciphers for rusqlite.
