//! The encrypted database: how it is opened, keyed, migrated, written and levelled.

pub mod check;
pub mod connection;
pub mod damaged;
pub mod database;
pub mod engine_error;
pub mod fields;
pub mod files;
pub mod guard;
pub mod head;
pub mod level;
pub mod meta;
pub mod migrate;
pub mod one_state;
pub mod paths;
pub mod salvage;
pub mod wal;

#[cfg(test)]
mod tests;
