//! What a screen or a command needs in one call, put together from the features.

pub mod card;
pub mod choosing;
pub mod dates;
pub mod failure;
pub mod first_run;
pub mod list;
pub mod note;
pub mod numbers;
pub mod opening;
pub mod paste;
pub mod receipt;
pub mod reminders;
pub mod right_now;
pub mod seen;
pub mod show;
pub mod showing;
pub mod visit;
