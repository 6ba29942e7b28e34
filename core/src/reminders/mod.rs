//! Reminders: which of them the phone has to hold now, which can't come and why, and the file from which it shows
//! them while the notebook is locked. Only a time, a cover text, whether there is a sound, and an id that says
//! nothing are ever in that file.

mod falls;
pub mod outside;
pub mod phone;
pub mod plan;
pub mod remembered;
pub mod renew;
pub mod settings;
