//! The journal as a person meets it, over a real engine.

mod changes;
mod finding;
mod fixture;
mod gone;
mod random;
