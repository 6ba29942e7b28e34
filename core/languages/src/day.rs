//! Days as they are written in the files.

/// Whether it looks like a day, as 2026-12-01.
pub(crate) fn is_day(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    shape == "0000-00-00"
}
