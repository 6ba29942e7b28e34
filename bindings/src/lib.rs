//! The core as a phone sees it: one object, [`notebooks::Notebooks`], that stands for the notebooks of the
//! phone, whether they are made, locked or open. Everything here hands over to `fernbook_core`; nothing
//! here decides anything.
//!
//! Calls take as long as a disk takes, and those that take a PIN as long as Argon2id: never make them on
//! the thread that draws. Any thread may make them; they wait for each other. Times are milliseconds since
//! 1970 in UTC, ids 32 hex digits, secrets UTF-8 bytes that are zeroed here once they were used.

mod attachments;
mod biometric;
mod card;
mod card_types;
mod check;
mod copies;
mod copy_types;
mod date_types;
mod dates;
mod device;
mod error;
mod lent;
mod notebooks;
mod notes;
mod opening;
mod people;
mod reminder_types;
mod show;
mod show_types;
mod types;
mod words;
mod work;

pub use dates::{ReminderPhone, RenewedReminders};
pub use device::{Clocks, Device, DeviceError, Facts};
pub use error::NotebookError;
pub use notebooks::{Notebooks, Standing};
pub use show::Given;
pub use words::{Filling, Gap, Language, Said};
pub use work::{HowFar, Work};

uniffi::setup_scaffolding!("notebook");

/// What is given back to the system holds no words of hers any more.
#[global_allocator]
static ZEROING: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);
