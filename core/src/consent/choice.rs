//! A choice: what someone may be shown, and until when.

use std::cmp::Ordering;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::what::What;
use crate::error::{Error, Result, Thing};
use crate::id::{ChoiceId, PersonId};
use crate::time::{Moment, Zone};

/// What she chose. A later one is stricter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shows {
    /// It is on the page unless she takes it off.
    Show,
    /// It is on the page only if she puts it there each time.
    Ask,
    /// It is on no page.
    Never,
}

/// A choice as kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: ChoiceId,
    /// Changes counted, from 1.
    pub version: i64,
    /// What it says.
    pub rule: Rule,
}

/// What a choice says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// For whom: none is everyone.
    pub person: Option<PersonId>,
    /// About what.
    pub what: What,
    /// What was chosen.
    pub shows: Shows,
    /// From when on it counts no more; none is never.
    pub until: Option<Moment>,
}

impl Shows {
    /// All three, the mildest first.
    pub const ALL: [Shows; 3] = [Shows::Show, Shows::Ask, Shows::Never];

    /// Its name on the command line and in a copy.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Shows::Show => "show",
            Shows::Ask => "ask",
            Shows::Never => "never",
        }
    }
}

impl FromStr for Shows {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|shows| shows.name() == name);
        found.ok_or(Error::NotUnderstood { what: Thing::Choice })
    }
}

impl Rule {
    /// Whether it counts now.
    #[must_use]
    pub fn counts(&self, now: Moment) -> bool {
        self.until.is_none_or(|until| now < until)
    }

    /// Compares how strict two are that are about the same: what keeps more back, or keeps it back for longer, is
    /// greater.
    #[must_use]
    pub fn strictness(&self, other: &Rule) -> Ordering {
        self.shows.cmp(&other.shows).then_with(|| {
            let (ours, theirs) = (self.end(), other.end());
            if self.shows == Shows::Show { theirs.cmp(&ours) } else { ours.cmp(&theirs) }
        })
    }

    fn end(&self) -> i64 {
        self.until.map_or(i64::MAX, |until| until.0)
    }
}

/// From when on a choice counts no more whose last day this is, on the clocks of a zone.
///
/// # Errors
/// [`Error::NotUnderstood`] for a day that no clock reaches.
pub fn after_day(day: NaiveDate, zone: Zone) -> Result<Moment> {
    zone.moment_of(day.succ_opt().ok_or(Error::NotUnderstood { what: Thing::Date })?.into())
}

/// What holds back all that one of two holds back that are about the same, for as long as either does; one that has ended
/// counts as "ask". Where someone goes, or a topic gets the name of another, nobody is shown more.
#[must_use]
pub fn both(one: Rule, other: Rule, now: Moment) -> Rule {
    match (one.counts(now), other.counts(now)) {
        (false, false) => one,
        (true, false) => beside_ended(one),
        (false, true) => beside_ended(other),
        (true, true) => {
            let (strict, mild) = if stricter(one, other) == one { (one, other) } else { (other, one) };
            let holds_longer = mild.shows != Shows::Show && mild.end() > strict.end();
            if holds_longer { Rule { until: mild.until, ..strict } } else { strict }
        }
    }
}

fn beside_ended(counts: Rule) -> Rule {
    if counts.shows == Shows::Show { Rule { shows: Shows::Ask, until: None, ..counts } } else { counts }
}

/// The stricter of two that are about the same: what is left of them where two notebooks come together.
#[must_use]
pub fn stricter(one: Rule, other: Rule) -> Rule {
    if one.strictness(&other) == Ordering::Less { other } else { one }
}
