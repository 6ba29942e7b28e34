//! What a screen or a command needs in one call, put together from the features.

pub mod first_run;
pub mod opening;
