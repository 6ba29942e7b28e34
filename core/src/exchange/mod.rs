//! Formats that go in and out: imports, exports, and sealed copies.

pub mod copy;
pub mod import;
pub mod marks;
pub mod salvage;
