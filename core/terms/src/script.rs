//! Which scripts search treats in ways of their own.

/// Scripts that are treated alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    /// Written without spaces between words.
    Unspaced,
    /// Read without its marks as well.
    DropsMarks,
}

// RANGES: the first and the last letter of each stretch, and its group, in order.
include!(concat!(env!("OUT_DIR"), "/scripts.rs"));

impl Group {
    /// The group of the script that `c` belongs to (Unicode's `Script` property); none for all other scripts.
    pub fn of(c: char) -> Option<Self> {
        let next = RANGES.partition_point(|(first, ..)| *first <= c);
        let (_, last, group) = RANGES.get(next.checked_sub(1)?)?;
        (c <= *last).then_some(*group)
    }
}

#[cfg(test)]
mod tests {
    use unicode_script::{Script, UnicodeScript};

    use super::*;

    #[test]
    fn every_letter_is_in_the_group_of_its_script() {
        for c in '\0'..=char::MAX {
            let group = match c.script() {
                Script::Han | Script::Hiragana | Script::Katakana | Script::Thai => Some(Group::Unspaced),
                Script::Lao | Script::Khmer | Script::Myanmar | Script::Tibetan => Some(Group::Unspaced),
                Script::Latin | Script::Greek | Script::Cyrillic => Some(Group::DropsMarks),
                Script::Arabic | Script::Hebrew => Some(Group::DropsMarks),
                _ => None,
            };
            assert_eq!(Group::of(c), group, "{c:?}");
        }
    }
}
