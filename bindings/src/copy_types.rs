//! What copies hold and bring, told to UniFFI.

use fernbook_core::exchange::copy::make::Contents;
use fernbook_core::exchange::copy::packed::OpenCopy;
use fernbook_core::exchange::copy::restore::Restored;
use fernbook_core::time::Moment;

/// What a sealed copy holds; every byte of it was read and checked.
#[uniffi::remote(Record)]
pub struct Contents {
    /// When it was made.
    pub made: Moment,
    /// Notes, those in the bin too.
    pub notes: u64,
    /// Those of them in the bin.
    pub binned: u64,
    /// Pictures, sounds and other files.
    pub attachments: u64,
    /// Their bytes.
    pub attachment_bytes: u64,
    /// The moment of the earliest note.
    pub first: Option<Moment>,
    /// The moment of the latest note.
    pub last: Option<Moment>,
    /// Her own people.
    pub people: u64,
    /// Her words for hard moments: those to herself, and what helps.
    pub own_words: u64,
    /// Her visits and other dates.
    pub visits: u64,
    /// 1 if there is a card.
    pub card: u64,
    /// Choices of what someone may be shown.
    pub choices: u64,
    /// Lines about what she showed.
    pub receipts: u64,
}

/// What goes into an open copy, before and after.
#[uniffi::remote(Record)]
pub struct OpenCopy {
    /// Notes, those in the bin too.
    pub notes: u64,
    /// Their earlier texts, as far as they were kept.
    pub earlier: u64,
    /// Pictures, sounds and other files that go along.
    pub attachments: u64,
    /// Files that stay out, because they may say where she was and can't be cleaned.
    pub left_out: u64,
    /// Her own people.
    pub people: u64,
    /// Her words for hard moments: those to herself, and what helps.
    pub own_words: u64,
    /// Her visits and other dates.
    pub visits: u64,
    /// 1 if there is a card.
    pub card: u64,
    /// Choices of what someone may be shown.
    pub choices: u64,
    /// Lines about what she showed.
    pub receipts: u64,
}

/// What a copy brings, before and after.
#[uniffi::remote(Record)]
pub struct Restored {
    /// When the copy was made.
    pub made: Moment,
    /// Notes that are not here.
    pub new: u64,
    /// Notes that are here as they are there.
    pub same: u64,
    /// Notes that differ: the copy's comes in beside the one here.
    pub differing: u64,
    /// Notes, people and visits that were deleted for good here, and own words that were taken out; they stay gone.
    pub deleted_here: u64,
    /// Pictures, sounds and other files that come in.
    pub attachments: u64,
    /// Her own people that come in.
    pub people: u64,
    /// Her words for hard moments that come in: those to herself, and what helps.
    pub own_words: u64,
    /// Her visits and other dates that come in.
    pub visits: u64,
    /// 1 if her card comes in.
    pub card: u64,
    /// Choices that come in, or make one here stricter.
    pub choices: u64,
    /// Lines about what she showed that come in.
    pub receipts: u64,
}
