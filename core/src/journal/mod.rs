//! Notes and all that belongs to them: topics, pages, search, earlier texts, drafts, the bin, undo,
//! pictures and sounds. Free functions: writers take a transaction, readers a connection, and who calls
//! hands in the time.

pub mod attachment;
pub mod bin;
pub mod draft;
mod excerpt;
pub mod find;
pub mod history;
pub mod index;
mod jpeg;
pub mod media_type;
pub mod mend;
pub mod note;
pub mod page;
pub mod picture;
mod png;
mod query;
pub mod search;
pub mod settings;
mod stored;
pub mod tombstone;
pub mod topic;
pub mod undo;
mod webp;

#[cfg(test)]
mod tests;
