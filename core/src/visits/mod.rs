//! Visits and other dates: when, where, what to say, what to bring, and what was said. On screen they are called
//! dates, so that every notebook has them, a plain one too. Free functions: writers take a transaction, readers a
//! connection.

pub mod after;
pub mod change;
pub mod earlier;
pub mod kept;
pub mod mend;
pub mod occurrence;
pub mod plan;
pub mod reminder;
pub mod repeat;
pub(crate) mod rule;
pub mod store;
#[cfg(test)]
pub(crate) mod tests;
pub mod visit;
pub mod when;

use crate::error::{Error, Thing};

pub(crate) const NO_VISIT: Error = Error::NotFound { what: Thing::Visit };
