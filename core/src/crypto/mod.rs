//! The only place that calls ring and argon2. `make_*` is random, `derive_*` always gives the same.

pub mod digest;
pub mod key;
pub mod mac;
pub mod random;
pub mod seal;
pub mod secret;
pub mod stretch;
pub mod words;
