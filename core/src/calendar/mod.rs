//! Calendar files (iCalendar, RFC 5545) in and out. What comes in was written by anyone: sizes are bounded, what is
//! not understood is counted and left out, and nothing of it is kept before she has seen it. What goes out says no more
//! than she chose.
//!
//! A visit of some time on a day is an event of that day; one at a minute has a beginning and no end; one in a window
//! is an event from its first to its last minute that takes no time (`TRANSP:TRANSPARENT`) in the category `WINDOW`,
//! and only such an event is read as a window: any other end is dropped.

mod apply;
mod give_out;
mod lines;
mod property;
mod read;
mod repeats;
mod take_in;
mod write;
mod zone;

#[cfg(test)]
mod tests;

pub use apply::{Step, apply};
pub use give_out::give_out;
pub use lines::text_of;
pub use read::read;
pub use take_in::{TakenIn, preview, take_in};
pub use write::{Show, Writing, Written, write};

use chrono::NaiveDate;

use crate::visits::visit::Visit;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 4 << 20;
/// How many parts a file may have, all counted.
pub const MOST_PARTS: usize = 10_000;
/// How deep its parts may lie in one another.
pub const DEEPEST: usize = 8;
/// The longest line that is read, without its folds, in bytes: a longer one, such as a picture, is passed over.
pub const LONGEST_LINE: usize = 64 << 10;
/// The longest text that is taken over, in bytes; the rest of it is cut off.
pub const LONGEST_TEXT: usize = 4_000;

/// The category by which a window is known again.
const WINDOW: &str = "WINDOW";

/// What a calendar file holds.
pub struct Calendar {
    /// What was understood, in the order of the file.
    pub entries: Vec<Entry>,
    /// What was not, in the order of the file.
    pub left_out: Vec<LeftOut>,
    /// Whether the file as a whole calls off what is in it.
    pub method_cancel: bool,
}

/// A visit out of a calendar file.
pub struct Entry {
    /// The visit: its time, rule, title, place, notes, who and contact, its status and where it came from.
    pub visit: Visit,
    /// If it is about a single one of a visit that comes again, the day on which the rule has that.
    pub day: Option<NaiveDate>,
}

/// Something of the file that was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// Which part of the calendar it is, counted from 1, time zones not counted.
    pub place: usize,
    /// Why.
    pub why: Why,
}

/// Why something was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is no event: a task, or a time when someone is busy.
    NoEvent,
    /// It has no beginning, or one that is no date.
    NoTime,
    /// Its time is told by clocks that are not known.
    UnknownZone,
    /// It is taken, but not that it comes again: its rule is not understood.
    Repeat,
    /// The file ends within it.
    CutOff,
}
