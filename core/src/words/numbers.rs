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
}

impl Numbers {
    /// The list in `language` (a BCP 47 tag), or the English one.
    #[must_use]
    pub fn of(language: &str) -> Option<Self> {
        let tongue = language.split(['-', '_']).next().unwrap_or_default();
        let named = |wanted: &str| NUMBERS.iter().find(|(of, _)| *of == wanted).map(|(_, list)| *list);
        named(tongue).or_else(|| named("en"))
    }

    /// "Put together on Thursday 26 November 2026…", in the words of a full notebook.
    #[must_use]
    pub fn checked(&self, words: &Words) -> String {
        let day = self.checked.parse::<NaiveDate>().unwrap_or_default();
        words.text(key::NUMBERS_CHECKED, &[("date", (&words.date(day.and_time(NaiveTime::MIN))).into())])
    }
}
