//! What a screen or a command needs in one call, put together from the features.

pub mod failure;
pub mod first_run;
pub mod list;
pub mod note;
pub mod numbers;
pub mod opening;
pub mod right_now;
