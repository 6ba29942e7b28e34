//! The single visits that a visit stands for: one, or those of its rule, less those left out, with those that were
//! added or moved. Days are days of its own zone.

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::repeat::{Moved, Repeat};
use super::rule::{FARTHEST, Rule};
use super::visit::Visit;
use super::when::When;
use crate::error::{Error, Result, Thing};
use crate::order;

/// One visit of those that a visit stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occurrence {
    /// The day on which the rule has it, by which it is named; none if the visit does not come again.
    pub day: Option<NaiveDate>,
    /// When it is, never [`When::ToBeTold`].
    pub when: When,
}

/// Checks a rule of a visit that begins on `first`, and answers it in one spelling, so that the same rule is the same
/// text. It may say `FREQ` of a day or longer, `INTERVAL`, `COUNT` or `UNTIL`, `BYMONTH`, `BYWEEKNO`, `BYYEARDAY`,
/// `BYMONTHDAY`, `BYDAY`, `BYSETPOS` and `WKST`. A time of day at `UNTIL` is dropped: that day still counts.
///
/// # Errors
/// [`Error::NotUnderstood`] for anything else, for an end before `first`, and for a rule that gives no day in a
/// hundred years, such as the 30th of February.
pub fn checked_rule(rule: &str, first: NaiveDate) -> Result<String> {
    let rule = Rule::parse(rule)?;
    let ends_early = rule.until().is_some_and(|until| until < first);
    // A first day that the rule itself does not have makes it none the worse: it is the first all the same.
    if ends_early || (rule.until().is_none() && !rule.gives_any(first)) {
        return Err(Error::NotUnderstood { what: Thing::Repeat });
    }
    Ok(rule.to_string())
}

/// The single visits on the days `from` to `to`, in order of time; called-off visits too. One of which no day is known
/// yet gives none. The visit's own first day counts whether the rule has it or not, and one that was moved counts even
/// if a later rule does not have its day any more: a visit shown twice is better than one lost.
///
/// Work: at most a hundred years of days after `from` or the visit's first day, whichever is later, or, of a rule that
/// counts, after the first day; how long ago another rule began makes no difference.
#[must_use]
pub fn between(visit: &Visit, from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
    let Some(first) = visit.when.day() else { return Vec::new() };
    let mut found = match &visit.repeat {
        None => vec![Occurrence { day: None, when: visit.when }],
        Some(repeat) => of_rule(visit.when, first, repeat, from, to),
    };
    found.retain(|one| one.when.day().is_some_and(|day| (from..=to).contains(&day)));
    order::sort_by_key(&mut found, |one| (one.when.day(), one.when.start(), one.day));
    found
}

/// The next one that is not over at `at`, as the clocks of the visit's zone show it: whose [`When::last`] is `at` or
/// later. It is looked for through a hundred years.
#[must_use]
pub fn next(visit: &Visit, at: NaiveDateTime) -> Option<Occurrence> {
    let from = at.date();
    let begins = visit.when.day()?.max(from);
    // Mostly it is near, and then little is worked out.
    [Days::new(62), Days::new(1_100), FARTHEST].into_iter().find_map(|span| {
        let to = begins.checked_add_days(span).unwrap_or(NaiveDate::MAX);
        between(visit, from, to).into_iter().find(|one| one.when.last().is_some_and(|last| last >= at))
    })
}

/// The single visit that is named by `day`; none if there is none on it, or none any more, or if the visit does not come
/// again.
#[must_use]
pub fn named(visit: &Visit, day: NaiveDate) -> Option<Occurrence> {
    let (first, repeat) = (visit.when.day()?, visit.repeat.as_ref()?);
    of_rule(visit.when, first, repeat, day, day).into_iter().find(|one| one.day == Some(day))
}

/// The last day that any of it has; none if it never ends, or if no day is known. A rule that counts is taken to end
/// after a hundred years.
#[must_use]
pub fn last_day(visit: &Visit) -> Option<NaiveDate> {
    let first = visit.when.day()?;
    let Some(repeat) = &visit.repeat else { return Some(first) };
    let latest = |from: NaiveDate| between(visit, from, NaiveDate::MAX).last().and_then(|one| one.when.day());
    let Ok(rule) = Rule::parse(&repeat.rule) else { return latest(NaiveDate::MIN) };
    match rule.until() {
        None if rule.is_counted() => latest(NaiveDate::MIN),
        None => None,
        Some(until) => {
            let near = |span| until.checked_sub_days(span).and_then(latest);
            near(Days::new(62)).or_else(|| near(FARTHEST)).or_else(|| latest(NaiveDate::MIN))
        }
    }
}

/// All that may lie between two days, in no order: what was moved may also lie elsewhere.
fn of_rule(when: When, first: NaiveDate, repeat: &Repeat, from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
    let mut skipped = repeat.skipped.clone();
    order::sort(&mut skipped);
    let is_skipped = |day: NaiveDate| skipped.binary_search(&day).is_ok();
    let moved = by_day(&repeat.moved);
    let is_moved = |day: NaiveDate| moved.binary_search_by_key(&day, |one| one.day).is_ok();
    let mut days = days_of(first, repeat, from, to);
    days.retain(|day| !is_skipped(*day) && !is_moved(*day));
    let as_the_rule_says = days.into_iter().map(|day| (day, when.on(day)));
    let moved = moved.iter().filter(|one| !is_skipped(one.day)).map(|one| (one.day, one.when));
    as_the_rule_says.chain(moved).map(|(day, when)| Occurrence { day: Some(day), when }).collect()
}

/// The days of the rule, with the first and those that were added, in order, each once.
fn days_of(first: NaiveDate, repeat: &Repeat, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
    // A rule that is not understood was written by a later version: then what is sure is left.
    let mut days = Rule::parse(&repeat.rule).map_or_else(|_| Vec::new(), |rule| rule.days(first, from, to));
    days.push(first);
    days.extend(&repeat.added);
    order::sort_once(&mut days);
    days
}

/// The moved ones in order of their days, one a day: of two the last.
fn by_day(moved: &[Moved]) -> Vec<Moved> {
    let mut moved: Vec<Moved> = moved.iter().rev().copied().collect();
    order::sort_once_by_key(&mut moved, |one| one.day);
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    fn again(rule: &str) -> Visit {
        let repeat = Repeat { rule: rule.into(), ..Repeat::default() };
        Visit { when: When::At(at("2026-12-01 09:10")), repeat: Some(repeat), ..Visit::default() }
    }

    fn days(visit: &Visit, from: &str, to: &str) -> Vec<String> {
        between(visit, day(from), day(to)).iter().map(|one| one.when.day().unwrap().to_string()).collect()
    }

    #[test]
    fn a_visit_that_does_not_come_again_is_one() {
        let mut visit = Visit { when: When::Day(day("2026-12-01")), ..Visit::default() };
        assert_eq!(days(&visit, "2026-12-01", "2026-12-01"), ["2026-12-01"]);
        assert!(days(&visit, "2026-12-02", "2027-12-01").is_empty());
        assert_eq!(last_day(&visit), Some(day("2026-12-01")));
        visit.when = When::ToBeTold;
        assert!(days(&visit, "0001-01-01", "9999-12-31").is_empty());
        assert_eq!((next(&visit, at("2026-12-01 09:00")), last_day(&visit)), (None, None));
    }

    #[test]
    fn what_was_left_out_added_or_moved_is_so() {
        let mut visit = again("FREQ=WEEKLY;BYDAY=TU");
        let repeat = visit.repeat.as_mut().unwrap();
        repeat.skipped = vec![day("2026-12-08")];
        repeat.added = vec![day("2026-12-10")];
        repeat.moved = vec![Moved { day: day("2026-12-22"), when: When::At(at("2026-12-14 17:00")) }];
        let found = days(&visit, "2026-12-01", "2026-12-31");
        assert_eq!(found, ["2026-12-01", "2026-12-10", "2026-12-14", "2026-12-15", "2026-12-29"]);
        // Out of the range it was in, and into one it was not in.
        assert!(days(&visit, "2026-12-20", "2026-12-28").is_empty());
        let moved = between(&visit, day("2026-12-14"), day("2026-12-14"));
        let expected = Occurrence { day: Some(day("2026-12-22")), when: When::At(at("2026-12-14 17:00")) };
        assert_eq!(moved, [expected]);
    }

    #[test]
    fn one_of_a_day_still_to_be_told_is_not_shown() {
        let mut visit = again("FREQ=WEEKLY");
        let to_be_told = Moved { day: day("2026-12-08"), when: When::ToBeTold };
        visit.repeat.as_mut().unwrap().moved = vec![to_be_told];
        assert_eq!(days(&visit, "2026-12-01", "2026-12-15"), ["2026-12-01", "2026-12-15"]);
    }

    #[test]
    fn the_first_day_counts_even_off_the_rule() {
        let visit = again("FREQ=WEEKLY;BYDAY=FR");
        assert_eq!(days(&visit, "2026-11-01", "2026-12-12"), ["2026-12-01", "2026-12-04", "2026-12-11"]);
    }

    #[test]
    fn the_next_is_the_one_that_is_not_over() {
        let visit = again("FREQ=MONTHLY;BYDAY=1TU");
        let next_at = |text| next(&visit, at(text)).and_then(|one| one.when.start());
        assert_eq!(next_at("2020-01-01 00:00"), Some(at("2026-12-01 09:10")));
        assert_eq!(next_at("2026-12-01 09:10"), Some(at("2026-12-01 09:10")));
        assert_eq!(next_at("2026-12-01 09:11"), Some(at("2027-01-05 09:10")));
        let rare = again("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29");
        assert_eq!(next(&rare, at("2026-12-02 00:00")), None, "two off the leap years for ever");
        let rare = again("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU");
        assert_eq!(next(&rare, at("2026-12-02 00:00")).and_then(|one| one.day), Some(day("2032-02-29")));
    }

    #[test]
    fn the_last_day_is_that_of_the_latest_left() {
        for (rule, last) in [
            ("FREQ=WEEKLY", None),
            ("FREQ=WEEKLY;COUNT=3", Some("2026-12-15")),
            ("FREQ=WEEKLY;UNTIL=20261220", Some("2026-12-15")),
            ("FREQ=YEARLY;UNTIL=20400101", Some("2039-12-01")),
        ] {
            assert_eq!(last_day(&again(rule)), last.map(day), "{rule}");
        }
        let mut visit = again("FREQ=WEEKLY;COUNT=3");
        let repeat = visit.repeat.as_mut().unwrap();
        repeat.skipped = vec![day("2026-12-15")];
        repeat.moved = vec![Moved { day: day("2026-12-01"), when: When::Day(day("2027-02-01")) }];
        assert_eq!(last_day(&visit), Some(day("2027-02-01")));
    }

    #[test]
    fn a_rule_that_means_nothing_is_refused() {
        let first = day("2026-12-01");
        for rule in ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;UNTIL=20261130"]
        {
            assert!(checked_rule(rule, first).is_err(), "{rule}");
        }
        assert_eq!(checked_rule("FREQ=DAILY;UNTIL=20261201", first).unwrap(), "FREQ=DAILY;UNTIL=20261201");
    }

    #[test]
    fn a_rule_of_a_later_version_leaves_what_is_sure() {
        let visit = again("FREQ=LUNAR");
        assert_eq!(days(&visit, "2026-01-01", "2030-01-01"), ["2026-12-01"]);
    }
}
