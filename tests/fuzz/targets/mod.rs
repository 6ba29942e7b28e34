//! Everything that reads bytes from outside, each as a [`Target`].

mod archives;
mod calendar;
mod day_one;
mod import;
mod joplin;
mod keys;
mod markdown;
mod message;
mod outside;
mod picture;
mod sealed_copy;
mod search;

use crate::run::Target;

/// All targets.
pub const ALL: &[Target] = &[
    keys::ATTEMPTS,
    keys::HEAD,
    keys::KEYRING,
    day_one::ZIP,
    day_one::JSON,
    joplin::JEX,
    joplin::NOTE,
    markdown::FILE,
    sealed_copy::TAR,
    sealed_copy::JSON,
    message::TEXT,
    search::QUERY,
    search::NOTE,
    picture::CLEAN,
    outside::FILE,
    calendar::FILE,
];

/// The outcome of a reader that ended with an error.
fn refused(error: fernbook_core::Error) -> String {
    format!("refused: {error:?}")
}

/// A count so rough that two runs differ only where something new happened.
fn rough(count: u64) -> u32 {
    u64::BITS - count.leading_zeros()
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut sha = fernbook_core::crypto::digest::Sha256::default();
    sha.update(bytes);
    sha.finish()
}
