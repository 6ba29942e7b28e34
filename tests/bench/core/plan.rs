//! What planning costs: 1,000 visits that come again, begun over five years, and again where those that
//! have begun did so forty years earlier.

use chrono::{Days, NaiveDate};
use fernbook_core::id::VisitId;
use fernbook_core::reminders::plan::{Capacity, plan};
use fernbook_core::reminders::settings::Settings;
use fernbook_core::time::{Moment, Zone};
use fernbook_core::visits::reminder::{Lead, Reminder};
use fernbook_core::visits::repeat::Repeat;
use fernbook_core::visits::visit::Visit;
use fernbook_core::visits::when::When;
use serde_json::json;

use crate::scenario::{Failure, report, timed};

const TURNS: usize = 60;
const VISITS: u64 = 1_000;
/// All come again, some of them no more.
const RULES: [&str; 6] = [
    "FREQ=WEEKLY;BYDAY=TU",
    "FREQ=MONTHLY;BYDAY=2TH",
    "FREQ=WEEKLY;INTERVAL=4",
    "FREQ=DAILY;INTERVAL=2",
    "FREQ=WEEKLY;COUNT=6",
    "FREQ=YEARLY",
];
const FIVE_YEARS: u64 = 1_826;
/// Whole turns of four weeks, so that the rules have the same days again.
const FORTY_YEARS: u64 = 28 * 522;

/// Prints `plan` and `plan, long past`.
pub fn measure() -> Result<(), Failure> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 27).ok_or("no such day")?;
    let zone = Zone::parse("Europe/London")?;
    let now = zone.moment_of(today.and_hms_opt(12, 0, 0).ok_or("no such time")?)?;
    for (name, earlier) in [("plan", 0), ("plan, long past", FORTY_YEARS)] {
        let visits = visits(today, zone, earlier)?;
        let visits: Vec<_> = visits.iter().map(|(id, visit)| (*id, visit)).collect();
        let mut seen = (0, 0);
        let times = timed(TURNS, |_| {
            seen = planned(now, zone, &visits);
            Ok(())
        })?;
        report(name, times, &json!({ "visits": visits.len(), "held": seen.0, "missing": seen.1 }));
    }
    Ok(())
}

fn planned(now: Moment, zone: Zone, visits: &[(VisitId, &Visit)]) -> (usize, usize) {
    let capacity = Capacity { most: 64, taken: 0, exact: true, allowed: true };
    let planned = plan(now, zone, visits, &Settings::default(), &capacity, &[]);
    (planned.held.len(), planned.missing.len())
}

/// Evenly over five years from two years ago; those of them that have begun began so many days `earlier`.
fn visits(today: NaiveDate, zone: Zone, earlier: u64) -> Result<Vec<(VisitId, Visit)>, Failure> {
    let first = today.checked_sub_days(Days::new(730)).ok_or("too early")?;
    (0..VISITS)
        .map(|number| {
            let day = first.checked_add_days(Days::new(number * FIVE_YEARS / VISITS)).ok_or("too late")?;
            let back = Days::new(if day < today { earlier } else { 0 });
            let rule = RULES.get(usize::try_from(number)? % RULES.len()).ok_or("no rule")?;
            let visit = visit(day.checked_sub_days(back).ok_or("too early")?, zone, rule)?;
            Ok((VisitId(u128::from(number).to_be_bytes()), visit))
        })
        .collect()
}

fn visit(day: NaiveDate, zone: Zone, rule: &str) -> Result<Visit, Failure> {
    let reminder = |lead| Reminder { lead, cover: "Water the plants".to_owned(), sound: false };
    Ok(Visit {
        when: When::At(day.and_hms_opt(9, 10, 0).ok_or("no such time")?),
        zone,
        repeat: Some(Repeat { rule: rule.to_owned(), ..Repeat::default() }),
        reminders: vec![reminder(Lead::Day), reminder(Lead::Leave(45))],
        ..Visit::default()
    })
}
