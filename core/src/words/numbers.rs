//! The pack's dated list of numbers to ring, from `core/words/full/<language>/numbers.toml`.

use chrono::{NaiveDate, NaiveTime};

use super::{NUMBERS, Words, key};

/// A list, and the day on which it was checked.
#[derive(Debug, Clone, Copy)]
pub struct Numbers {
    pub(super) checked: &'static str,
    /// Who can be reached, in the order in which they are shown.
    pub services: &'static [Service],
}

/// One who can be rung, or written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Service {
    /// The name.
    pub name: &'static str,
    /// The number to ring; none if there is only another way.
    pub number: Option<&'static str>,
    /// For which part of the United Kingdom it is.
    pub place: &'static str,
    /// Whom it is for.
    pub who: &'static str,
    /// When someone answers, where that is known.
    pub open: Option<&'static str>,
    /// Another way than ringing: a text, a chat, a key to press.
    pub other: Option<&'static str>,
    /// Whether a call, or a text where there is no number, may cost money; none where there is neither.
    pub costs: Option<bool>,
    /// Whether the call is known not to be on the bill.
    pub off_bill: bool,
    /// Whether nothing is said of the bill: what is not known there must keep no one from ringing.
    pub bill_left_out: bool,
}

impl Numbers {
    /// The list of the language that `words` are in; the English one where that language has none, as with any
    /// other words.
    #[must_use]
    pub fn of(words: &Words) -> Option<Self> {
        Self::among(NUMBERS, words.language().tag)
    }

    fn among(lists: &[(&str, Self)], tag: &str) -> Option<Self> {
        let named = |wanted: &str| lists.iter().find(|(of, _)| *of == wanted).map(|(_, list)| *list);
        named(tag).or_else(|| named("en"))
    }

    /// "Put together on Thursday 26 November 2026…", in the words of a full notebook.
    #[must_use]
    pub fn checked(&self, words: &Words) -> String {
        let day = self.checked.parse::<NaiveDate>().unwrap_or_default();
        words.text(key::NUMBERS_CHECKED, &[("date", (&words.date(day.and_time(NaiveTime::MIN))).into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_that_of_the_folder_whose_words_are_spoken() {
        let dated = |checked| Numbers { checked, services: &[] };
        let lists = [("en", dated("1")), ("pt", dated("2")), ("pt-BR", dated("3"))];
        let checked = |tag| Numbers::among(&lists, tag).map(|list| list.checked);
        assert_eq!(["en", "pt", "pt-BR", "cy", "pt-AO"].map(checked), ["1", "2", "3", "1", "1"].map(Some));
    }
}
