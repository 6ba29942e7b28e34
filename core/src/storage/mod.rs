//! The encrypted database: how it is opened, keyed, migrated, written and levelled.

pub mod engine_error;
