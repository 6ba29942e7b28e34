//! A visit that comes again: the rule, and the single ones that were moved or left out.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::when::When;

/// That a visit comes again. Its single visits are named by the day on which the rule has them: no rule here has two
/// on a day.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Repeat {
    /// A recurrence rule (RFC 5545, 3.3.10) of days or longer, such as `FREQ=WEEKLY;BYDAY=TU`, without the name of the
    /// property. It begins with the visit's own day.
    pub rule: String,
    /// Days that are added to those of the rule, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub added: Vec<NaiveDate>,
    /// Days that are left out, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skipped: Vec<NaiveDate>,
    /// Single visits that are at another time than the rule says, in order of their days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved: Vec<Moved>,
}

/// A single visit that was moved.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The day on which the rule has it.
    pub day: NaiveDate,
    /// When it is in truth.
    pub when: When,
}

/// How often a visit comes again, as one can choose it; other rules come from calendars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Often {
    /// Every day.
    Day,
    /// Every week, on its weekday.
    Week,
    /// Every two weeks.
    TwoWeeks,
    /// Every four weeks.
    FourWeeks,
    /// Every month, on its day of the month; a month that lacks it has none.
    Month,
    /// Every year.
    Year,
}

impl Often {
    /// All of them, the shortest first.
    pub const ALL: [Often; 6] =
        [Often::Day, Often::Week, Often::TwoWeeks, Often::FourWeeks, Often::Month, Often::Year];

    /// The rule, without an end.
    #[must_use]
    pub fn rule(self) -> &'static str {
        match self {
            Often::Day => "FREQ=DAILY",
            Often::Week => "FREQ=WEEKLY",
            Often::TwoWeeks => "FREQ=WEEKLY;INTERVAL=2",
            Often::FourWeeks => "FREQ=WEEKLY;INTERVAL=4",
            Often::Month => "FREQ=MONTHLY",
            Often::Year => "FREQ=YEARLY",
        }
    }

    /// Which of them a rule is, whatever its end; none for another rule.
    #[must_use]
    pub fn of(rule: &str) -> Option<Self> {
        let is_end = |part: &&str| part.starts_with("COUNT=") || part.starts_with("UNTIL=");
        let parts: Vec<&str> = rule.split(';').filter(|part| !is_end(part)).collect();
        let rule = parts.join(";");
        Self::ALL.into_iter().find(|often| often.rule() == rule)
    }
}
