//! The sealed copy, the same content as an open folder, and what comes back from a copy.
//! `docs/copy-format.md` describes the format for someone who has to read a copy without this program.

mod card_text;
pub mod content;
pub mod disk;
pub mod json;
pub mod layout;
pub mod make;
pub mod markdown;
mod own;
pub mod packed;
pub mod reading;
pub mod record;
pub mod restore;
pub mod sealed;
pub mod showing;
mod source;
pub mod visits;

pub use make::{Contents, Exported, Label, check, export, make, make_file};
pub use restore::{Restored, preview, restore};
pub use source::Uncleaned;

#[cfg(test)]
mod tests;
