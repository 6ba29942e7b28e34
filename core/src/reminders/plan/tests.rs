mod random;

use chrono::NaiveDateTime;

use super::*;
use crate::visits::repeat::{Moved, Repeat};

/// In London, on a phone with room, without quiet hours.
struct Plan {
    now: &'static str,
    settings: Settings,
    capacity: Capacity,
    snoozed: Vec<Snooze>,
}

const ROOM: Capacity = Capacity { most: 64, taken: 0, exact: true, allowed: true };

impl Plan {
    fn at(now: &'static str) -> Self {
        let settings = Settings { quiet: None, ..Settings::default() };
        Self { now, settings, capacity: ROOM, snoozed: Vec::new() }
    }

    /// Visits are numbered from 1.
    fn of(&self, visits: &[Visit]) -> Planned {
        let visits: Vec<_> = (1..).zip(visits).map(|(number, visit)| (id(number), visit)).collect();
        plan(moment(self.now), london(), &visits, &self.settings, &self.capacity, &self.snoozed)
    }
}

fn id(number: u8) -> VisitId {
    VisitId([number; 16])
}

fn london() -> Zone {
    Zone::parse("Europe/London").unwrap()
}

fn local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

fn moment(text: &str) -> Moment {
    london().moment_of(local(text)).unwrap()
}

fn visit(at: &str, leads: &[Lead]) -> Visit {
    let reminder = |lead: &Lead| Reminder { lead: *lead, cover: String::new(), sound: false };
    let reminders = leads.iter().map(reminder).collect();
    Visit { when: When::At(local(at)), zone: london(), reminders, ..Visit::default() }
}

fn again(at: &str, rule: &str, leads: &[Lead]) -> Visit {
    let repeat = Repeat { rule: rule.to_owned(), ..Repeat::default() };
    Visit { repeat: Some(repeat), ..visit(at, leads) }
}

/// Each held one as visit, time on London's clocks, and whether it is early.
fn held(planned: &Planned) -> Vec<(u8, String, bool)> {
    let shown = |held: &Held| {
        (held.visit.0[0], held.at.local(london()).format("%Y-%m-%d %H:%M").to_string(), held.early)
    };
    planned.held.iter().map(shown).collect()
}

fn whys(planned: &Planned) -> Vec<(u8, Lead, Why)> {
    planned.missing.iter().map(|missing| (missing.visit.0[0], missing.lead, missing.why)).collect()
}

#[test]
fn what_is_to_come_is_held_in_order_and_what_is_past_is_said() {
    let visits = [
        visit("2026-12-08 09:10", &[Lead::Week, Lead::Leave(30)]),
        visit("2026-12-01 09:10", &[Lead::Week, Lead::Day, Lead::Morning]),
    ];
    let planned = Plan::at("2026-11-27 12:00").of(&visits);
    let times = ["2026-11-30 09:10", "2026-12-01 08:00", "2026-12-01 09:10", "2026-12-08 08:40"];
    let expected: Vec<_> =
        [2, 2, 1, 1].into_iter().zip(times).map(|(id, at)| (id, at.into(), false)).collect();
    assert_eq!(held(&planned), expected);
    assert_eq!(whys(&planned), [(2, Lead::Week, Why::Over)]);
    assert_eq!(planned.missing[0].wanted, Some(moment("2026-11-24 09:10")));
    assert_eq!(planned.until, None);
}

#[test]
fn what_is_called_off_or_over_gives_nothing() {
    let mut called_off = visit("2026-12-08 09:10", &[Lead::Day]);
    called_off.status = Status::CalledOff;
    let own = visit("2026-11-27 11:59", &[Lead::At(local("2026-11-28 10:00"))]);
    let over = again("2026-11-01 09:10", "FREQ=WEEKLY;COUNT=2", &[Lead::Day, Lead::Leave(1)]);
    let planned = Plan::at("2026-11-27 12:00").of(&[called_off, own, over]);
    assert!(planned.held.is_empty() && planned.missing.is_empty());
    // Its minute is not over before it ends.
    let planned = Plan::at("2026-11-27 12:00").of(&[visit("2026-11-27 12:00", &[Lead::Day])]);
    assert_eq!(whys(&planned), [(1, Lead::Day, Why::Over)]);
}

#[test]
fn without_a_time_only_her_own_times_come() {
    let own = Lead::At(local("2026-11-30 10:00"));
    let mut untold = visit("2026-12-08 09:10", &[Lead::Day, own]);
    untold.when = When::ToBeTold;
    let mut day = visit("2026-12-08 09:10", &[Lead::Morning, Lead::Leave(10)]);
    day.when = When::Day(local("2026-12-08 09:10").date());
    let planned = Plan::at("2026-11-27 12:00").of(&[untold, day]);
    let expected = [(1, "2026-11-30 10:00".into(), false), (2, "2026-12-08 08:00".into(), false)];
    assert_eq!(held(&planned), expected);
    assert_eq!(whys(&planned), [(1, Lead::Day, Why::NoTime), (2, Lead::Leave(10), Why::NoTime)]);
}

#[test]
fn a_time_of_her_own_after_the_visit_is_said_at_once() {
    let after = Lead::At(local("2026-12-08 09:11"));
    let planned = Plan::at("2026-11-27 12:00").of(&[visit("2026-12-08 09:10", &[after])]);
    assert_eq!(whys(&planned), [(1, after, Why::After)]);
}

#[test]
fn a_reminder_falls_before_quiet_hours_or_is_said_to_be_lost() {
    let visits = [visit("2026-11-28 07:10", &[Lead::Leave(30)])];
    let mut plan = Plan::at("2026-11-27 20:58");
    plan.settings.quiet = Settings::default().quiet;
    assert_eq!(held(&plan.of(&visits)), [(1, "2026-11-27 20:59".into(), true)]);
    plan.now = "2026-11-27 20:59";
    let planned = plan.of(&visits);
    assert_eq!(whys(&planned), [(1, Lead::Leave(30), Why::Quiet)]);
    assert_eq!(planned.missing[0].wanted, Some(moment("2026-11-28 06:40")));
}

#[test]
fn a_visit_that_comes_again_is_planned_to_the_horizon() {
    let group = again("1990-01-02 18:00", "FREQ=WEEKLY", &[Lead::Day]);
    let yearly = again("2026-01-05 09:00", "FREQ=YEARLY", &[Lead::Week]);
    let planned = Plan::at("2026-11-27 12:00").of(&[group, yearly]);
    let group: Vec<_> = held(&planned).into_iter().filter(|one| one.0 == 1).collect();
    assert_eq!(group.len(), 13);
    assert_eq!((group[0].1.as_str(), group[12].1.as_str()), ("2026-11-30 18:00", "2027-02-22 18:00"));
    assert_eq!(planned.until, Some(local("2027-02-27 00:00").date()));
    assert_eq!(whys(&planned), [(1, Lead::Day, Why::Further), (2, Lead::Week, Why::Further)]);
    assert_eq!(planned.missing[0].day, Some(local("2027-03-02 00:00").date()));
    // The next one is planned however far it is.
    let rare = again("2025-06-05 09:00", "FREQ=YEARLY;COUNT=3", &[Lead::Week]);
    let planned = Plan::at("2026-11-27 12:00").of(&[rare]);
    assert_eq!(held(&planned), [(1, "2027-05-29 09:00".into(), false)]);
    assert_eq!((planned.missing.len(), planned.until), (0, None));
}

#[test]
fn a_single_visit_that_was_moved_is_told_at_its_own_time() {
    let mut group = again("2026-12-01 18:00", "FREQ=WEEKLY;COUNT=3", &[Lead::Minutes(60)]);
    let repeat = group.repeat.as_mut().unwrap();
    repeat.skipped = vec![local("2026-12-15 00:00").date()];
    let day = local("2026-12-08 00:00").date();
    repeat.moved = vec![Moved { day, when: When::At(local("2026-12-10 10:00")) }];
    let planned = Plan::at("2026-11-27 12:00").of(&[group]);
    assert_eq!(
        held(&planned),
        [(1, "2026-12-01 17:00".into(), false), (1, "2026-12-10 09:00".into(), false)]
    );
    assert_eq!(planned.held[1].day, Some(day));
}

#[test]
fn a_full_phone_keeps_the_earliest_and_one_that_may_show_nothing_keeps_none() {
    let visits = [
        visit("2026-12-03 09:10", &[Lead::Leave(10)]),
        visit("2026-12-01 09:10", &[Lead::Leave(10), Lead::Minutes(10)]),
        visit("2026-12-02 09:10", &[Lead::Leave(10)]),
    ];
    let mut plan = Plan::at("2026-11-27 12:00");
    plan.capacity = Capacity { most: 5, taken: 2, exact: false, allowed: true };
    let planned = plan.of(&visits);
    assert_eq!(planned.held.iter().map(|held| held.visit.0[0]).collect::<Vec<_>>(), [2, 2, 3]);
    assert!(planned.held.iter().all(|held| held.late));
    assert_eq!(whys(&planned), [(1, Lead::Leave(10), Why::Full)]);
    plan.capacity = Capacity { most: 2, taken: 3, ..plan.capacity };
    assert_eq!(plan.of(&visits).missing.len(), 4);
    plan.capacity = Capacity { allowed: false, ..ROOM };
    let planned = plan.of(&visits);
    assert!(planned.missing.iter().all(|missing| missing.why == Why::NotAllowed));
}

#[test]
fn what_she_put_off_comes_when_she_said_even_in_quiet_hours() {
    let visits = [visit("2026-11-28 09:10", &[Lead::Day, Lead::Leave(30)])];
    let mut plan = Plan::at("2026-11-27 20:00");
    plan.settings.quiet = Settings::default().quiet;
    let snooze = |until| Snooze { visit: id(1), day: None, lead: Lead::Day, until: moment(until) };
    plan.snoozed = vec![snooze("2026-11-27 22:00"), snooze("2026-11-27 21:30")];
    let expected = [(1, "2026-11-27 22:00".into(), false), (1, "2026-11-28 08:40".into(), false)];
    assert_eq!(held(&plan.of(&visits)), expected);
    plan.snoozed = vec![snooze("2026-11-28 09:11")];
    let expected = [(1, "2026-11-28 08:40".into(), false), (1, "2026-11-28 09:11".into(), false)];
    assert_eq!(held(&plan.of(&visits)), expected);
    plan.now = "2026-11-28 09:00";
    assert_eq!(held(&plan.of(&visits)), [(1, "2026-11-28 09:11".into(), false)]);
    plan.now = "2026-11-27 20:00";
    // Past, it counts no more: the visit may have been moved since.
    plan.snoozed = vec![snooze("2026-11-27 19:00")];
    let moved = [visit("2026-12-05 09:10", &[Lead::Day])];
    assert_eq!(held(&plan.of(&moved)), [(1, "2026-12-04 09:10".into(), false)]);
}

#[test]
fn nothing_is_planned_twice() {
    let twice = visit("2026-12-08 09:10", &[Lead::Day, Lead::Day]);
    let plan = |visits: &[(VisitId, &Visit)]| {
        plan(moment("2026-11-27 12:00"), london(), visits, &Settings::default(), &ROOM, &[])
    };
    assert_eq!(plan(&[(id(1), &twice), (id(1), &twice)]).held.len(), 1);
    // The same words at the same time, of two visits: both.
    assert_eq!(plan(&[(id(1), &twice), (id(2), &twice)]).held.len(), 2);
    let own = Lead::At(local("2026-12-01 10:00"));
    let group = again("2026-12-08 09:10", "FREQ=WEEKLY", &[own]);
    assert_eq!(plan(&[(id(1), &group)]).held.len(), 1);
}
