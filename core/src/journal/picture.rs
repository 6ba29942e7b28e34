//! Takes out of a picture what a camera or a program put beside it: place, time, device, comments,
//! previews, a second picture behind the first. Only what is needed to show it stays.

use crate::error::{Error, Result, Thing};

use super::{jpeg, png, webp};

/// What became of a file.
#[derive(Clone, PartialEq, Eq)]
pub enum Cleaned {
    /// The picture alone, in the same format.
    Picture(Vec<u8>),
    /// A format whose hidden data this program can't take out (HEIC, GIF, video, sound and others): ask
    /// before it is shown or leaves the notebook.
    CannotClean,
}

/// Whether [`clean`] knows this media type.
#[must_use]
pub fn can_clean(media_type: &str) -> bool {
    matches!(media_type, "image/jpeg" | "image/png" | "image/webp")
}

/// The picture without what is hidden in it. All of a file is held in memory twice for it.
///
/// # Errors
/// [`Error::NotUnderstood`] if the bytes are not a picture of this media type, or end before it does.
pub fn clean(media_type: &str, bytes: &[u8]) -> Result<Cleaned> {
    let cleaned = match media_type {
        "image/jpeg" => jpeg::clean(bytes),
        "image/png" => png::clean(bytes),
        "image/webp" => webp::clean(bytes),
        _ => return Ok(Cleaned::CannotClean),
    };
    cleaned.map(Cleaned::Picture).ok_or(Error::NotUnderstood { what: Thing::Picture })
}

#[cfg(test)]
mod tests;
