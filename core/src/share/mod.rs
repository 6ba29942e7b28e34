//! Showing someone: what goes on the page for them, and the ways by which it goes. A page is composed of the card, of plans
//! for dates and of notes that she chose; what a choice holds back is left out, and only she is told. What she sees before
//! is what goes, byte for byte.

pub mod compose;
pub mod draft;
pub mod fhir;
pub mod inert;
pub mod offer;
pub mod page;
pub mod prepare;
pub mod request;
pub mod service;

mod blocks;
mod html;
mod text;

#[cfg(test)]
pub(crate) mod tests;
