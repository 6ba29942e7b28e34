//! Rules of visits that come again (RFC 5545, 3.3.10), by days: what a rule means is worked out by `ical-rs`, on the
//! dates of the visit's own calendar, so that no zone is needed. Here is what it leaves open: one spelling, a way
//! past the years gone by, and an end to the work whatever the rule says.

use std::fmt::Write;

use chrono::{Datelike, Days, Months, NaiveDate};
use ical::recur::expand::IcalRecurExpand;
use ical::recur::{
    IcalRecurDateTime, IcalRecurFreq, IcalRecurRule, IcalRecurSkip, IcalRecurWeekday, IcalRecurWeekdayNum,
};

use crate::error::{Error, Result, Thing};
use crate::order;

/// The longest text of a rule, in bytes. It bounds how many parts each day is held against.
pub const LONGEST_RULE: usize = 500;
/// How far from its beginning a rule is followed, in days: a hundred years.
pub const FARTHEST: Days = Days::new(36_525);

const NOT_A_RULE: Error = Error::NotUnderstood { what: Thing::Repeat };

/// A rule that was understood.
#[derive(Clone)]
pub(crate) struct Rule(IcalRecurRule);

impl Rule {
    /// Reads a rule of days or longer, without the name of the property.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] for everything else, such as two a day, a part that its frequency does not allow, or
    /// another calendar than ours.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        if text.len() > LONGEST_RULE {
            return Err(NOT_A_RULE);
        }
        let mut rule = IcalRecurRule::parse(text.trim()).map_err(|_| NOT_A_RULE)?;
        if is_within_a_day(&rule)
            || is_of_another_calendar(&rule)
            || counts_oddly(&rule)
            || !rule.problems().is_empty()
        {
            return Err(NOT_A_RULE);
        }
        rule.scale = None;
        rule.until = rule.until.map(|until| IcalRecurDateTime::date(until.year, until.month, until.day));
        put_in_order(&mut rule);
        Ok(Self(rule))
    }

    /// The last day that it may have, if it says.
    pub(crate) fn until(&self) -> Option<NaiveDate> {
        self.0.until.and_then(date_of)
    }

    /// Whether it says how often.
    pub(crate) fn is_counted(&self) -> bool {
        self.0.count.is_some()
    }

    /// Whether it gives any day within [`FARTHEST`] of its first.
    pub(crate) fn gives_any(&self, first: NaiveDate) -> bool {
        let farthest = civil(first.checked_add_days(FARTHEST).unwrap_or(first));
        let mut rule = self.0.clone();
        rule.until = Some(rule.until.map_or(farthest, |until| until.min(farthest)));
        IcalRecurExpand::new(rule, civil(first)).next().is_some()
    }

    /// The days from `from` to `to` that the rule gives if it begins on `first`, in order, each once. `first` itself
    /// is among them only if the rule has it.
    ///
    /// Work: a rule that counts is followed from `first`, any other from shortly before `from`; neither for longer
    /// than [`FARTHEST`]. So at most 36,525 days are looked at, or as many months or years as that.
    pub(crate) fn days(&self, first: NaiveDate, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
        let begins = if self.is_counted() { first } else { first.max(from) };
        let to = begins.checked_add_days(FARTHEST).map_or(to, |farthest| to.min(farthest));
        let mut rule = self.0.clone();
        rule.until = Some(rule.until.map_or(civil(to), |until| until.min(civil(to))));
        let start = if self.is_counted() { first } else { start_near(&mut rule, first, from) };
        IcalRecurExpand::new(rule, civil(start))
            .filter_map(date_of)
            .skip_while(|day| *day < from)
            .take_while(|day| *day <= to)
            .collect()
    }
}

impl std::fmt::Display for Rule {
    /// The one spelling: parts in the order of this function, lists in order, nothing that is so anyway.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rule = &self.0;
        write!(f, "FREQ={}", name_of(rule.freq))?;
        if rule.interval != 1 {
            write!(f, ";INTERVAL={}", rule.interval)?;
        }
        if let Some(count) = rule.count {
            write!(f, ";COUNT={count}")?;
        }
        if let Some(until) = rule.until {
            write!(f, ";UNTIL={:04}{:02}{:02}", until.year, until.month, until.day)?;
        }
        list(f, "BYMONTH", &rule.by_month)?;
        list(f, "BYWEEKNO", &rule.by_week_no)?;
        list(f, "BYYEARDAY", &rule.by_year_day)?;
        list(f, "BYMONTHDAY", &rule.by_month_day)?;
        let days: Vec<String> =
            rule.by_day.iter().map(|day| weekday_text(day.ordinal, day.weekday)).collect();
        list(f, "BYDAY", &days)?;
        list(f, "BYSETPOS", &rule.by_set_pos)?;
        if rule.week_start != IcalRecurWeekday::Monday {
            write!(f, ";WKST={}", short_name(rule.week_start))?;
        }
        Ok(())
    }
}

fn is_within_a_day(rule: &IcalRecurRule) -> bool {
    use IcalRecurFreq::{Hourly, Minutely, Secondly};
    let finer = !rule.by_hour.is_empty() || !rule.by_minute.is_empty() || !rule.by_second.is_empty();
    finer || matches!(rule.freq, Secondly | Minutely | Hourly)
}

/// Whether it needs months that are not ours, or days that no month has.
fn is_of_another_calendar(rule: &IcalRecurRule) -> bool {
    rule.skip != IcalRecurSkip::Omit || rule.scale.as_deref().is_some_and(|scale| scale != "GREGORIAN")
}

/// Whether it asks for a weekday that no year has, such as its 60th Monday.
fn counts_oddly(rule: &IcalRecurRule) -> bool {
    rule.by_day
        .iter()
        .filter_map(|day| day.ordinal)
        .any(|ordinal| !(1..=53).contains(&ordinal.unsigned_abs()))
}

/// Sorts its lists and drops what is in them twice.
fn put_in_order(rule: &mut IcalRecurRule) {
    order::sort_once(&mut rule.by_month);
    order::sort_once(&mut rule.by_week_no);
    order::sort_once(&mut rule.by_year_day);
    order::sort_once(&mut rule.by_month_day);
    order::sort_once(&mut rule.by_set_pos);
    order::sort_by_key(&mut rule.by_day, |day| (from_monday(day.weekday), day.ordinal));
    rule.by_day.dedup();
}

/// Names in the rule what it takes from its first day, so that it can begin later, and answers such a later day: the
/// beginning of one of its own periods, at least a whole one before `from`.
fn start_near(rule: &mut IcalRecurRule, first: NaiveDate, from: NaiveDate) -> NaiveDate {
    name_what_the_first_day_says(rule, first);
    later_period(rule, first, from).filter(|start| *start > first).unwrap_or(first)
}

fn name_what_the_first_day_says(rule: &mut IcalRecurRule, first: NaiveDate) {
    let names_days = !rule.by_day.is_empty()
        || !rule.by_month_day.is_empty()
        || !rule.by_year_day.is_empty()
        || !rule.by_week_no.is_empty();
    if names_days {
        return;
    }
    match rule.freq {
        IcalRecurFreq::Weekly => {
            rule.by_day.push(IcalRecurWeekdayNum { ordinal: None, weekday: civil_weekday(first) });
        }
        IcalRecurFreq::Monthly => rule.by_month_day.extend(i8::try_from(first.day())),
        IcalRecurFreq::Yearly => {
            rule.by_month_day.extend(i8::try_from(first.day()));
            if rule.by_month.is_empty() {
                rule.by_month.extend(u8::try_from(first.month()));
            }
        }
        _ => {}
    }
}

/// A period of the rule that begins at least a whole one before `from`, if that is later than its first.
fn later_period(rule: &IcalRecurRule, first: NaiveDate, from: NaiveDate) -> Option<NaiveDate> {
    let interval = i64::from(rule.interval);
    // How many units lie between two days, as a whole number of intervals, less one for weeks that reach into
    // another year.
    let whole = |units: i64| u64::try_from((units / interval - 1) * interval).ok().filter(|units| *units > 0);
    let days = (from - first).num_days();
    let months =
        i64::from(from.year() - first.year()) * 12 + i64::from(from.month()) - i64::from(first.month());
    match rule.freq {
        IcalRecurFreq::Daily => first.checked_add_days(Days::new(whole(days)?)),
        IcalRecurFreq::Weekly => {
            let back = (7 + from_sunday(civil_weekday(first)) - from_sunday(rule.week_start)) % 7;
            let week = first.checked_sub_days(Days::new(back.into()))?;
            week.checked_add_days(Days::new(whole(days / 7)?.checked_mul(7)?))
        }
        IcalRecurFreq::Monthly => {
            first.with_day(1)?.checked_add_months(Months::new(u32::try_from(whole(months)?).ok()?))
        }
        _ => {
            let years = i32::try_from(whole(i64::from(from.year() - first.year()))?).ok()?;
            NaiveDate::from_ymd_opt(first.year().checked_add(years)?, 1, 1)
        }
    }
}

fn civil(day: NaiveDate) -> IcalRecurDateTime {
    let small = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
    IcalRecurDateTime::date(day.year(), small(day.month()), small(day.day()))
}

fn date_of(day: IcalRecurDateTime) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(day.year, day.month.into(), day.day.into())
}

fn civil_weekday(day: NaiveDate) -> IcalRecurWeekday {
    use chrono::Weekday;
    match day.weekday() {
        Weekday::Mon => IcalRecurWeekday::Monday,
        Weekday::Tue => IcalRecurWeekday::Tuesday,
        Weekday::Wed => IcalRecurWeekday::Wednesday,
        Weekday::Thu => IcalRecurWeekday::Thursday,
        Weekday::Fri => IcalRecurWeekday::Friday,
        Weekday::Sat => IcalRecurWeekday::Saturday,
        Weekday::Sun => IcalRecurWeekday::Sunday,
    }
}

fn from_sunday(day: IcalRecurWeekday) -> u8 {
    day as u8
}

fn from_monday(day: IcalRecurWeekday) -> u8 {
    (from_sunday(day) + 6) % 7
}

fn name_of(freq: IcalRecurFreq) -> &'static str {
    match freq {
        IcalRecurFreq::Weekly => "WEEKLY",
        IcalRecurFreq::Monthly => "MONTHLY",
        IcalRecurFreq::Yearly => "YEARLY",
        // Nothing finer gets past `Rule::parse`.
        _ => "DAILY",
    }
}

fn short_name(day: IcalRecurWeekday) -> &'static str {
    match day {
        IcalRecurWeekday::Monday => "MO",
        IcalRecurWeekday::Tuesday => "TU",
        IcalRecurWeekday::Wednesday => "WE",
        IcalRecurWeekday::Thursday => "TH",
        IcalRecurWeekday::Friday => "FR",
        IcalRecurWeekday::Saturday => "SA",
        IcalRecurWeekday::Sunday => "SU",
    }
}

fn weekday_text(ordinal: Option<i16>, day: IcalRecurWeekday) -> String {
    ordinal.map_or_else(String::new, |ordinal| ordinal.to_string()) + short_name(day)
}

fn list<T: std::fmt::Display>(f: &mut std::fmt::Formatter<'_>, name: &str, items: &[T]) -> std::fmt::Result {
    for (place, item) in items.iter().enumerate() {
        if place == 0 {
            write!(f, ";{name}=")?
        } else {
            f.write_char(',')?
        }
        write!(f, "{item}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_same_rule_is_the_same_text() {
        for (rule, spelling) in [
            ("FREQ=WEEKLY", "FREQ=WEEKLY"),
            ("freq=weekly;byday=fr,tu,fr;interval=1", "FREQ=WEEKLY;BYDAY=TU,FR"),
            ("WKST=MO;BYDAY=-1FR;FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=-1FR"),
            ("FREQ=DAILY;UNTIL=20270301T093000Z", "FREQ=DAILY;UNTIL=20270301"),
            ("FREQ=YEARLY;BYMONTH=11,2;X-MINE=1;WKST=SU", "FREQ=YEARLY;BYMONTH=2,11;WKST=SU"),
            ("RSCALE=GREGORIAN;FREQ=MONTHLY;COUNT=3;INTERVAL=2", "FREQ=MONTHLY;INTERVAL=2;COUNT=3"),
        ] {
            assert_eq!(Rule::parse(rule).map(|rule| rule.to_string()), Ok(spelling.to_owned()));
        }
    }

    #[test]
    fn what_is_no_rule_of_days_is_refused() {
        let long = format!("FREQ=DAILY;BYMONTHDAY={}", "1,".repeat(400));
        for rule in [
            "",
            "every Tuesday",
            "FREQ=HOURLY",
            "FREQ=DAILY;BYHOUR=9",
            "FREQ=WEEKLY;BYDAY=2MO",
            "FREQ=WEEKLY;BYMONTHDAY=3",
            "FREQ=MONTHLY;BYDAY=0MO",
            "FREQ=DAILY;COUNT=2;UNTIL=20270101",
            "FREQ=YEARLY;RSCALE=HEBREW",
            "FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=FORWARD",
            "FREQ=MONTHLY;BYDAY=MO\u{20ac}",
            "FREQ=DAILY;INTERVAL=0",
            &long,
        ] {
            assert!(Rule::parse(rule).is_err(), "{rule}");
        }
    }

    fn rules() -> impl Strategy<Value = String> {
        let part = prop::sample::select(vec![
            "",
            ";BYDAY=MO,TH",
            ";BYDAY=2WE,-1FR",
            ";BYMONTHDAY=1,31,-2",
            ";BYMONTH=2,9",
            ";BYWEEKNO=1,53,-1",
            ";BYYEARDAY=1,60,-1",
            ";BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,2",
            ";WKST=SU",
        ]);
        let freq = prop::sample::select(vec!["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);
        (freq, 1..14_u32, part.clone(), part)
            .prop_map(|(freq, interval, one, two)| format!("FREQ={freq};INTERVAL={interval}{one}{two}"))
    }

    proptest! {
        #[test]
        fn where_it_is_looked_into_makes_no_difference(rule in rules(), first in 0..4_000_u64, from in 0..15_000_u64) {
            let Ok(rule) = Rule::parse(&rule) else { return Ok(()) };
            let begin = |days| day("1990-01-01") + Days::new(days);
            let (first, from) = (begin(first), begin(from));
            let to = from + Days::new(1_500);
            let mut all = rule.days(first, first, to);
            all.retain(|day| *day >= from);
            prop_assert_eq!(rule.days(first, from, to), all);
        }

        #[test]
        fn a_spelling_means_the_same(rule in rules()) {
            let Ok(rule) = Rule::parse(&rule) else { return Ok(()) };
            let again = Rule::parse(&rule.to_string()).unwrap();
            let (first, to) = (day("2026-01-31"), day("2040-01-01"));
            prop_assert_eq!(again.days(first, first, to), rule.days(first, first, to));
        }

        #[test]
        fn any_text_is_taken_calmly(rule in "(FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY);)?[A-Z0-9=;,-]{0,60}", far in any::<i32>()) {
            let Ok(rule) = Rule::parse(&rule) else { return Ok(()) };
            let first = NaiveDate::from_num_days_from_ce_opt(far).unwrap_or(NaiveDate::MAX);
            rule.days(first, NaiveDate::MIN, NaiveDate::MAX);
            rule.days(first, day("2026-01-01"), day("2027-01-01"));
        }
    }
}
