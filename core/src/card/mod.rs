//! Her card: what she would otherwise have to say again and again. One in a notebook; a plain one has none. Free functions:
//! writers take a transaction, readers a connection.

pub mod fields;
pub mod kept;
pub mod phrase;
pub mod picture;
pub mod store;

#[cfg(test)]
pub(crate) mod tests;
