//! Everything Fernbook does: encrypted notebooks, the journal in them, copies, imports and the words
//! on screen. No clock, no network, no threads and no screen of its own: the caller hands in the time,
//! the device's key and facts, and shows what comes back. `ARCHITECTURE.md` at the top of the
//! repository draws the whole.

pub mod calendar;
pub mod card;
pub mod consent;
pub mod crypto;
pub mod error;
pub mod exchange;
pub mod id;
pub mod journal;
pub mod message;
mod order;
mod packed;
pub mod people;
pub mod progress;
pub mod reminders;
pub mod screens;
pub mod share;
pub mod storage;
pub mod time;
pub mod vault;
pub mod visits;
pub mod words;
mod zones;

pub use error::{Error, Part, Result};
