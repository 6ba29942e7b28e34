//! What goes in and out of a notebook: copies, the open folder, imports.

pub mod copy;
