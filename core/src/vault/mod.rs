//! The notebooks of one device: made, unlocked, given another PIN, locked and wiped.

pub mod attempts;
pub mod biometric;
pub mod device;
pub mod device_key;
mod folder_lock;
pub mod identity;
pub mod init;
pub mod keyring;
pub mod notebook;
pub mod notebooks;
pub mod pin;
pub mod places;
mod ring_file;
pub mod wipe;

#[cfg(test)]
mod tests;
