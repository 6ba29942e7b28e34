//! The sealed copy, the same content as an open folder, and what comes back from a copy.
//! `docs/copy-format.md` describes the format for someone who has to read a copy without this program.

pub mod content;
pub mod json;
pub mod layout;
pub mod markdown;
pub mod reading;
pub mod record;
pub mod sealed;
