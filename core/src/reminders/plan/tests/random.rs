//! Random years of visits, in zones whose clocks do odd things, on phones that are elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDateTime, TimeDelta, Timelike};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::*;
use crate::visits::repeat::{Moved, Repeat};

const ZONES: [&str; 9] = [
    "UTC",
    "Europe/London",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Pacific/Chatham",
    "America/St_Johns",
];

/// Days around which clocks of those zones change, or a day is skipped.
const ODD_DAYS: [&str; 12] = [
    "2011-12-30",
    "2026-03-29",
    "2026-10-25",
    "2026-03-08",
    "2026-11-01",
    "2026-04-05",
    "2026-10-04",
    "2026-02-15",
    "2026-03-22",
    "2023-04-28",
    "2025-10-30",
    "2021-09-26",
];

const RULES: [&str; 9] = [
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3;COUNT=40",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=WEEKLY;COUNT=4",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=YEARLY",
    "FREQ=YEARLY;INTERVAL=2;COUNT=2",
];

const MINUTES_OF_DAY: u32 = 24 * 60;

fn zone() -> impl Strategy<Value = Zone> {
    select(&ZONES[..]).prop_map(|name| Zone::parse(name).unwrap())
}

fn time() -> impl Strategy<Value = NaiveTime> {
    (0..MINUTES_OF_DAY).prop_map(|minute| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap())
}

/// A time of day by itself, or one when clocks change.
fn odd_time() -> impl Strategy<Value = NaiveTime> {
    prop_oneof![
        time(),
        (0..240_u32).prop_map(|minute| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap())
    ]
}

fn now() -> impl Strategy<Value = NaiveDateTime> {
    let any_day =
        (0..9_000_i64).prop_map(|day| NaiveDate::from_ymd_opt(2010, 1, 1).unwrap() + TimeDelta::days(day));
    let odd_day = (select(&ODD_DAYS[..]), -3..2_i64)
        .prop_map(|(day, off)| day.parse::<NaiveDate>().unwrap() + TimeDelta::days(off));
    (prop_oneof![any_day, odd_day], time()).prop_map(|(day, time)| day.and_time(time))
}

/// A lead, with a time of her own in days from now.
fn leads() -> impl Strategy<Value = Vec<(Lead, i64)>> {
    let own = Lead::At(NaiveDateTime::MIN);
    let all = vec![
        Lead::Week,
        Lead::Day,
        Lead::Morning,
        Lead::Leave(45),
        Lead::Minutes(45),
        Lead::Minutes(0),
        Lead::Minutes(3_000),
        own,
    ];
    subsequence(all, 0..5).prop_flat_map(|leads| {
        let count = leads.len();
        (Just(leads), vec(-2..12_i64, count)).prop_map(|(leads, days)| leads.into_iter().zip(days).collect())
    })
}

fn when(now: NaiveDateTime) -> impl Strategy<Value = When> {
    let near = prop_oneof![3 => -3..6_i64, 1 => -40..200_i64];
    (0..10_u8, near, odd_time(), odd_time()).prop_map(move |(kind, days, one, other)| {
        let day = now.date() + TimeDelta::days(days);
        match kind {
            0 => When::ToBeTold,
            1 | 2 => When::Day(day),
            3 | 4 if one != other => When::Window { day, from: one.min(other), to: one.max(other) },
            _ => When::At(day.and_time(one)),
        }
    })
}

/// What is drawn of a visit: visits themselves tell no test what is in them.
#[derive(Debug, Clone)]
struct Drawn {
    when: When,
    zone: Zone,
    status: Status,
    repeat: Option<DrawnRepeat>,
    leads: Vec<Lead>,
}

/// What is drawn of a visit that comes again: its rule, and the days that are added, left out and moved.
type DrawnRepeat = (&'static str, Vec<NaiveDate>, Vec<NaiveDate>, Vec<(NaiveDate, When)>);

fn repeat(now: NaiveDateTime) -> impl Strategy<Value = DrawnRepeat> {
    let day = (-3..30_i64).prop_map(move |days| now.date() + TimeDelta::days(days));
    let moved = (day.clone(), when(now));
    (select(&RULES[..]), vec(day.clone(), 0..3), vec(day, 0..3), vec(moved, 0..3))
}

fn drawn(now: NaiveDateTime) -> impl Strategy<Value = Drawn> {
    let status =
        prop_oneof![6 => Just(Status::Planned), 2 => Just(Status::Changed), 1 => Just(Status::CalledOff)];
    (when(now), zone(), status, option::weighted(0.4, repeat(now)), leads()).prop_map(
        move |(when, zone, status, repeat, leads)| {
            let own = |(lead, days)| match lead {
                Lead::At(_) => Lead::At(now + TimeDelta::days(days)),
                lead => lead,
            };
            Drawn { when, zone, status, repeat, leads: leads.into_iter().map(own).collect() }
        },
    )
}

impl Drawn {
    fn visit(&self) -> Visit {
        let repeat = self.repeat.as_ref().map(|(rule, added, skipped, moved)| Repeat {
            rule: (*rule).to_owned(),
            added: added.clone(),
            skipped: skipped.clone(),
            moved: moved.iter().map(|&(day, when)| Moved { day, when }).collect(),
        });
        let reminder = |lead: &Lead| Reminder { lead: *lead, cover: String::new(), sound: false };
        let reminders = self.leads.iter().map(reminder).collect();
        Visit { when: self.when, zone: self.zone, status: self.status, repeat, reminders, ..Visit::default() }
    }
}

/// All that a plan is made from.
#[derive(Debug, Clone)]
struct Case {
    now: Moment,
    zone: Zone,
    visits: Vec<Drawn>,
    settings: Settings,
    capacity: Capacity,
    snoozed: Vec<Snooze>,
}

fn settings() -> impl Strategy<Value = Settings> {
    (option::weighted(0.8, (odd_time(), time())), time())
        .prop_map(|(quiet, morning)| Settings { quiet, morning }.checked())
}

fn capacity() -> impl Strategy<Value = Capacity> {
    let most = prop_oneof![Just(64_usize), Just(500), 0..20_usize];
    (most, 0..20_usize, any::<bool>(), prop::bool::weighted(0.9))
        .prop_map(|(most, taken, exact, allowed)| Capacity { most, taken, exact, allowed })
}

fn case() -> impl Strategy<Value = Case> {
    now().prop_flat_map(|local| {
        let snoozes = vec((0..8_u8, -60..3_000_i64), 0..3);
        (zone(), vec(drawn(local), 0..8), settings(), capacity(), snoozes).prop_map(
            move |(zone, visits, settings, capacity, snoozes)| {
                let now = zone.moment_of(local).unwrap();
                let snoozed =
                    snoozes.into_iter().filter_map(|snooze| put_off(now, &visits, snooze)).collect();
                Case { now, zone, visits, settings, capacity, snoozed }
            },
        )
    })
}

/// She puts off the first reminder of a visit by so many minutes.
fn put_off(now: Moment, visits: &[Drawn], (number, minutes): (u8, i64)) -> Option<Snooze> {
    let visit = visits.get(usize::from(number))?;
    let lead = *visit.leads.first()?;
    let day = visit.repeat.as_ref().and(visit.when.day());
    Some(Snooze { visit: id(number), day, lead, until: Moment(now.0 + minutes * 60_000) })
}

impl Case {
    fn plan(&self) -> Planned {
        self.plan_of(&self.visits())
    }

    fn visits(&self) -> Vec<(VisitId, Visit)> {
        (0..).zip(&self.visits).map(|(number, drawn)| (id(number), drawn.visit())).collect()
    }

    fn plan_of(&self, visits: &[(VisitId, Visit)]) -> Planned {
        let visits: Vec<_> = visits.iter().map(|(id, visit)| (*id, visit)).collect();
        super::plan(self.now, self.zone, &visits, &self.settings, &self.capacity, &self.snoozed)
    }

    fn visit(&self, id: VisitId) -> Visit {
        self.visits[usize::from(id.0[0])].visit()
    }

    fn is_put_off(&self, key: Key) -> bool {
        self.snoozed.iter().any(|snooze| snooze.key() == key && snooze.until > self.now)
    }

    fn is_quiet(&self, at: Moment) -> bool {
        let minute = |time: NaiveTime| time.hour() * 60 + time.minute();
        self.settings.quiet.is_some_and(|(from, to)| {
            let since = |time| (minute(time) + MINUTES_OF_DAY - minute(from)) % MINUTES_OF_DAY;
            since(at.local(self.zone).time()) < since(to)
        })
    }

    /// Whether every minute between two moments is quiet, if the phone's clocks run evenly there.
    fn is_quiet_between(&self, after: Moment, to: Moment) -> bool {
        let ahead = |at: Moment| at.local(self.zone).and_utc().timestamp_millis() - at.0;
        let minutes = (1..).map(|minute| Moment(after.0 + minute * 60_000)).take_while(|at| *at <= to);
        let mut odd = minutes.filter(|at| !self.is_quiet(*at) || ahead(*at) != ahead(to));
        odd.next().is_none_or(|at| ahead(at) != ahead(to))
    }
}

/// When a visit can't begin any more.
fn end(visit: &Visit, when: When) -> Option<Moment> {
    let last = visit.zone.moment_of(when.last()?).unwrap();
    Some(Moment(last.0 + 60_000))
}

/// The visits to come on the days up to the horizon, as many as are planned of one, by name.
fn coming_of(case: &Case, visit: &Visit) -> BTreeMap<Option<NaiveDate>, When> {
    let today = case.now.local(case.zone).date();
    let to = today + TimeDelta::days(i64::try_from(HORIZON_DAYS).unwrap());
    let mut all: Vec<_> = match (&visit.repeat, visit.when.day()) {
        (Some(_), Some(_)) => occurrence::between(visit, NaiveDate::MIN, to)
            .into_iter()
            .map(|one| (one.day, one.when))
            .collect(),
        _ => vec![(None, visit.when)],
    };
    all.retain(|(_, when)| end(visit, *when).is_none_or(|end| end > case.now));
    all.truncate(MOST_OF_ONE);
    all.into_iter().collect()
}

/// When a reminder is to come if nothing stands against it.
fn wanted(case: &Case, visit: &Visit, when: When, lead: Lead) -> Option<Moment> {
    let start = when.start().map(|start| visit.zone.moment_of(start).unwrap());
    let before = |days| {
        let local = when.start().or(when.day().map(|day| day.and_time(case.settings.morning)))?;
        visit.zone.moment_of(local - TimeDelta::days(days)).ok()
    };
    let minutes = |minutes: u32| start.map(|start| Moment(start.0 - i64::from(minutes) * 60_000));
    match lead {
        Lead::Week => before(7),
        Lead::Day => before(1),
        Lead::Leave(before) | Lead::Minutes(before) => minutes(before),
        Lead::At(local) => visit.zone.moment_of(local).ok(),
        Lead::Morning => {
            let morning = visit.zone.moment_of(when.day()?.and_time(case.settings.morning)).unwrap();
            if start.is_some_and(|start| start <= morning) { minutes(60) } else { Some(morning) }
        }
    }
}

fn check_held(case: &Case, held: &Held, coming: &BTreeMap<Key, When>) {
    assert!(held.at > case.now);
    assert_eq!(held.late, !case.capacity.exact);
    let visit = case.visit(held.visit);
    let wanted = coming.get(&held.key()).map(|when| (*when, wanted(case, &visit, *when, held.lead)));
    // One whose own time is later than all it was put off to: the date was moved since.
    let untils = case.snoozed.iter().filter(|snooze| snooze.key() == held.key()).map(|snooze| snooze.until);
    let own_time = match held.lead {
        // It is the same for whichever visit of a repeat it is, also for those that `coming` has no own times of.
        Lead::At(local) => visit.zone.moment_of(local).ok(),
        _ => wanted.and_then(|(_, at)| at),
    };
    let is_later = own_time.is_some_and(|at| untils.clone().all(|until| at > until));
    if case.is_put_off(held.key()) && !is_later {
        return assert!(untils.clone().any(|until| until == held.at) && !held.early);
    }
    assert!(!case.is_quiet(held.at), "in quiet hours");
    let Some((when, wanted)) = wanted else { return };
    let wanted = wanted.unwrap();
    if !held.early {
        assert_eq!(held.at, wanted);
        return check_clock(&visit, when, held);
    }
    assert!(held.at < wanted && case.is_quiet(wanted), "early for nothing");
    assert!(case.is_quiet_between(held.at, wanted), "earlier than it has to be");
}

/// A day or a week before ten past nine is ten past nine, unless no clock shows that on the day.
fn check_clock(visit: &Visit, when: When, held: &Held) {
    let (Some(start), Lead::Day | Lead::Week) = (when.start(), held.lead) else { return };
    let days = if held.lead == Lead::Day { 1 } else { 7 };
    let expected = start - TimeDelta::days(days);
    if visit.zone.moment_of(expected).unwrap().local(visit.zone) == expected {
        assert_eq!(held.at.local(visit.zone), expected);
    }
}

fn check_missing(case: &Case, missing: &Missing, coming: &BTreeMap<Key, When>) {
    if case.is_put_off(missing.key()) || missing.why == Why::Further {
        return;
    }
    let visit = case.visit(missing.visit);
    let Some(when) = coming.get(&missing.key()) else { return };
    assert_eq!(missing.wanted, wanted(case, &visit, *when, missing.lead));
    let is_right = match (missing.why, missing.wanted) {
        (Why::NoTime, wanted) => wanted.is_none(),
        (Why::Over, Some(wanted)) => wanted <= case.now,
        (Why::After, Some(wanted)) => end(&visit, *when).is_some_and(|end| wanted >= end),
        (Why::Quiet, Some(wanted)) => wanted > case.now && case.is_quiet_between(case.now, wanted),
        (Why::Full, Some(wanted)) => case.capacity.allowed && wanted > case.now,
        (Why::NotAllowed, Some(wanted)) => !case.capacity.allowed && wanted > case.now,
        _ => false,
    };
    assert!(is_right, "{missing:?}");
}

/// The phone holds no more than it can, and the earliest.
fn check_room(case: &Case, planned: &Planned) {
    let room = case.capacity.most.saturating_sub(case.capacity.taken);
    assert!(planned.held.len() <= room);
    assert!(planned.held.is_sorted_by_key(|held| held.at));
    for missing in planned.missing.iter().filter(|missing| missing.why == Why::Full) {
        assert_eq!(planned.held.len(), room);
        let wanted = missing.wanted.unwrap();
        let at = match case.is_put_off(missing.key()) {
            true => wanted,
            false => case.settings.before_quiet(wanted, &case.zone.clock()).unwrap(),
        };
        assert!(planned.held.last().is_none_or(|last| last.at <= at), "a later one took its place");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_reminder_is_held_or_said_to_be_missing_once(case in case()) {
        let planned = case.plan();
        let held = planned.held.iter().map(Held::key);
        let keys: Vec<Key> = held.chain(planned.missing.iter().map(Missing::key)).collect();
        let told: BTreeSet<Key> = keys.iter().copied().collect();
        prop_assert_eq!(told.len(), keys.len(), "one is there twice");
        let mut coming = BTreeMap::new();
        for (id, visit) in case.visits().iter().filter(|(_, visit)| visit.status != Status::CalledOff) {
            let all = coming_of(&case, visit);
            for (day, when) in &all {
                let reminders = visit.reminders.iter().filter(|one| all.len() == 1 || !is_own_time(one));
                coming.extend(reminders.map(|reminder| ((*id, *day, reminder.lead), *when)));
            }
            let own_times = visit.reminders.iter().filter(|reminder| is_own_time(reminder)).count();
            let told_own = told.iter().filter(|key| key.0 == *id && matches!(key.2, Lead::At(_))).count();
            prop_assert!(told_own == own_times || all.is_empty());
            let next = occurrence::next(visit, case.now.local(case.zone) + TimeDelta::days(3));
            if let Some(next) = next.filter(|_| all.is_empty()) {
                coming.extend(visit.reminders.iter().map(|one| ((*id, next.day, one.lead), next.when)));
            }
        }
        prop_assert!(coming.keys().all(|key| told.contains(key)), "one was lost");
        let is_beyond = |key: &Key| {
            let visit = case.visit(key.0);
            visit.repeat.is_some() && visit.status != Status::CalledOff
        };
        prop_assert!(told.iter().all(|key| coming.contains_key(key) || is_beyond(key)), "one is of nothing");
        planned.held.iter().for_each(|held| check_held(&case, held, &coming));
        planned.missing.iter().for_each(|missing| check_missing(&case, missing, &coming));
        let is_further = |missing: &&Missing| missing.why == Why::Further;
        let mut further = planned.missing.iter().filter(is_further).map(Missing::key);
        prop_assert!(further.all(|key| !coming.contains_key(&key)), "one is put off that is to come");
        check_room(&case, &planned);
    }

    #[test]
    fn the_past_and_the_order_change_nothing(case in case(), weeks in 1..1_500_i64) {
        let mut case = case;
        let back = |when: When, weeks: i64| when.day().map_or(when, |day| when.on(day - TimeDelta::weeks(weeks)));
        for visit in &mut case.visits {
            if let Some(repeat) = &mut visit.repeat {
                repeat.0 = "FREQ=WEEKLY";
                visit.when = back(visit.when, 40);
            }
        }
        let planned = case.plan();
        let mut longer = case.clone();
        for visit in &mut longer.visits {
            if visit.repeat.is_some() {
                visit.when = back(visit.when, weeks);
            }
        }
        prop_assert!(longer.plan() == planned);
        let mut turned = case.visits();
        turned.reverse();
        prop_assert!(case.plan_of(&turned) == planned);
    }

    #[test]
    fn a_plan_made_again_later_holds_what_is_left_of_it(case in case(), minutes in 1..5_000_i64) {
        // Without a limit, nothing comes out of time: what was held and is not past still is, at the same moment.
        let mut case = case;
        case.capacity = Capacity { most: usize::MAX, taken: 0, exact: true, allowed: true };
        case.visits.iter_mut().for_each(|visit| visit.repeat = None);
        case.snoozed.clear();
        let before = case.plan();
        case.now = Moment(case.now.0 + minutes * 60_000);
        let later = case.plan();
        let is_left = |held: &&Held| held.at > case.now && !is_over(&case, held);
        let left: Vec<_> = before.held.iter().filter(is_left).map(|held| (held.at, held.key())).collect();
        prop_assert_eq!(later.held.iter().map(|held| (held.at, held.key())).collect::<Vec<_>>(), left);
    }
}

fn is_over(case: &Case, held: &Held) -> bool {
    let visit = case.visit(held.visit);
    end(&visit, visit.when).is_some_and(|end| end <= case.now)
}
