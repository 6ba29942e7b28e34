//! What the phone has to hold now, and what can't come and why. Pure: the same moment, zone, visits and settings give
//! the same plan, in whatever order the visits stand, and however much of them is past.

use chrono::{Days, NaiveDate, NaiveTime};

use super::falls::Falls;
use super::settings::Settings;
use crate::id::VisitId;
use crate::order;
use crate::time::{Clock, Moment, Zone};
use crate::visits::occurrence::{self, Occurrence};
use crate::visits::reminder::{Lead, Reminder};
use crate::visits::visit::{Status, Visit};
use crate::visits::when::When;

#[cfg(test)]
mod tests;

/// How many days ahead visits that come again are planned; the next one always is.
pub const HORIZON_DAYS: u64 = 92;

/// How many days after those it looks for the next ones at once: most that come again do within a month.
const NEAR_DAYS: u64 = 32;
/// How many days after those it looks if there were too few: what comes every year comes twice in them.
const FAR_DAYS: u64 = 2 * 366;

/// How many of one that comes again are planned at most, so that one of every day does not fill a phone.
pub const MOST_OF_ONE: usize = 14;

/// How far behind the phone's own date a date may still be anywhere, and a day for good measure.
const BEHIND_DAYS: u64 = 2;

/// What this phone can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capacity {
    /// How many reminders it holds at most: 64 on an iPhone, 500 alarms on Android.
    pub most: usize,
    /// How many of them are the other notebook's.
    pub taken: usize,
    /// Whether they come on time. Android without exact alarms may let them come late.
    pub exact: bool,
    /// Whether it may show anything at all.
    pub allowed: bool,
}

/// A reminder that she put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Snooze {
    /// The visit.
    pub visit: VisitId,
    /// Of a visit that comes again, the day on which the rule has the one that is meant.
    pub day: Option<NaiveDate>,
    /// Which of its reminders.
    pub lead: Lead,
    /// When it comes instead: as she chose it, in quiet hours or not, before the visit or after. Of two for the same reminder the later one counts,
    /// and one that is past counts no more.
    pub until: Moment,
}

/// A reminder that the phone is to hold.
#[derive(Clone, PartialEq, Eq)]
pub struct Held {
    /// The visit.
    pub visit: VisitId,
    /// Of a visit that comes again, the day on which the rule has the one that is meant.
    pub day: Option<NaiveDate>,
    /// Which of its reminders.
    pub lead: Lead,
    /// When it comes: after now.
    pub at: Moment,
    /// Whether she put it off: it comes then instead of at its own time.
    pub put_off: bool,
    /// Whether it comes earlier than she asked, so as not to fall into quiet hours.
    pub early: bool,
    /// Whether this phone may let it come late.
    pub late: bool,
    /// What the phone shows. Empty where she chose nothing: the caller puts the first of the neutral list.
    pub cover: String,
    /// Whether it makes a sound.
    pub sound: bool,
}

/// A reminder that can't come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    /// The visit.
    pub visit: VisitId,
    /// Of a visit that comes again, the day on which the rule has the one that is meant.
    pub day: Option<NaiveDate>,
    /// Which of its reminders.
    pub lead: Lead,
    /// Why it can't.
    pub why: Why,
    /// When it would have come, if that can be said.
    pub wanted: Option<Moment>,
}

/// Why a reminder can't come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The visit has no time yet, or no time of day for a reminder that needs one.
    NoTime,
    /// Its time is past, while the visit is still to come. It may have come: `renew::match_ids` knows.
    Over,
    /// A time of her own, or one she put it off to, that is after the visit: by then nothing comes for it.
    After,
    /// The phone holds no more; those that come earlier stay.
    Full,
    /// The phone may show nothing.
    NotAllowed,
    /// It falls into quiet hours, and before them there is no time left.
    Quiet,
    /// The first of a repeat that is not planned yet: it will be, as days go by.
    Further,
}

/// A plan. No reminder is in it twice.
#[derive(Clone, PartialEq, Eq)]
pub struct Planned {
    /// What the phone is to hold, in order of time.
    pub held: Vec<Held>,
    /// What can't come, by visit and day.
    pub missing: Vec<Missing>,
    /// The last day for which all visits that come again are planned; `None` if none of them goes beyond.
    pub until: Option<NaiveDate>,
}

/// What names a reminder.
pub(super) type Key = (VisitId, Option<NaiveDate>, Lead);

impl Held {
    pub(super) fn key(&self) -> Key {
        (self.visit, self.day, self.lead)
    }
}

impl Missing {
    pub(super) fn key(&self) -> Key {
        (self.visit, self.day, self.lead)
    }
}

impl Snooze {
    fn key(&self) -> Key {
        (self.visit, self.day, self.lead)
    }
}

/// Plans the reminders of all visits of a notebook, on a phone whose clocks show `zone`. What is called off or over has
/// none. The work grows with the visits to come up to the horizon, not with those of the past.
#[must_use]
pub fn plan(
    now: Moment,
    zone: Zone,
    visits: &[(VisitId, &Visit)],
    settings: &Settings,
    capacity: &Capacity,
    snoozed: &[Snooze],
) -> Planned {
    let days = Span::at(now, zone);
    let mut all = wishes(visits, &days, settings.morning);
    put_off(&mut all, snoozed, now);
    let until = until(&all, days.to);
    let place = Place { now, clock: zone.clock(), settings };
    let fate = fates(&all, &place, capacity);
    let mut held: Vec<Held> =
        with(&all, &fate).filter_map(|(wish, fate)| held(wish, *fate, capacity)).collect();
    order::sort_by_key(&mut held, |held| held.at);
    let missing = with(&all, &fate).filter_map(|(wish, fate)| Some(cannot(wish, fate.err()?))).collect();
    Planned { held, missing, until }
}

/// When a reminder comes, or why it can't.
type Fate = Result<Moment, Why>;

fn with<'a, 'b>(all: &'b [Wish<'a>], fate: &'b [Fate]) -> impl Iterator<Item = (&'b Wish<'a>, &'b Fate)> {
    all.iter().zip(fate)
}

/// Now, and the days that are planned.
struct Span {
    now: Moment,
    from: NaiveDate,
    to: NaiveDate,
    /// A month after those that are planned.
    beyond: NaiveDate,
    /// Some years after that.
    far: NaiveDate,
}

impl Span {
    fn at(now: Moment, zone: Zone) -> Self {
        let today = now.local(zone).date();
        let from = today.checked_sub_days(Days::new(BEHIND_DAYS)).unwrap_or(today);
        let to = today.checked_add_days(Days::new(HORIZON_DAYS)).unwrap_or(today);
        let beyond = to.checked_add_days(Days::new(NEAR_DAYS)).unwrap_or(to);
        let far = beyond.checked_add_days(Days::new(FAR_DAYS)).unwrap_or(beyond);
        Self { now, from, to, beyond, far }
    }
}

/// A reminder as she wants it.
struct Wish<'a> {
    key: Key,
    reminder: &'a Reminder,
    /// When it is to come.
    at: Fate,
    /// When its visit can't begin any more.
    end: Option<Moment>,
    /// Whether its visit is beyond the horizon.
    is_further: bool,
    /// Whether this is the time to which she put it off.
    is_put_off: bool,
}

/// What she wants for all visits that are not called off, by visit, day and lead, each once.
fn wishes<'a>(visits: &[(VisitId, &'a Visit)], days: &Span, morning: NaiveTime) -> Vec<Wish<'a>> {
    let mut visits: Vec<_> = visits
        .iter()
        .filter(|(_, visit)| visit.status != Status::CalledOff && !visit.reminders.is_empty())
        .collect();
    order::sort_by_key(&mut visits, |(id, _)| *id);
    let mut all = Vec::new();
    for (id, visit) in visits {
        wish(*id, visit, days, morning, &mut all);
    }
    // Mostly in order already, and then this is quick.
    order::sort_once_by_key(&mut all, |wish| wish.key);
    all
}

/// Adds what she wants for one visit, of all that are still to come. A time of her own is for the next one only.
fn wish<'a>(id: VisitId, visit: &'a Visit, days: &Span, morning: NaiveTime, all: &mut Vec<Wish<'a>>) {
    let clock = visit.zone.clock();
    let mut reminders: Vec<&Reminder> = visit.reminders.iter().collect();
    order::sort_by_key(&mut reminders, |reminder| reminder.lead);
    for (number, one) in coming(visit, &clock, days).iter().enumerate() {
        let falls = Falls { when: one.when, clock: &clock, morning };
        let wanted = reminders.iter().filter(|reminder| number == 0 || !is_own_time(reminder));
        all.extend(wanted.map(|reminder| Wish {
            key: (id, one.day, reminder.lead),
            reminder,
            at: falls.at(reminder.lead),
            end: one.end,
            is_further: one.is_further,
            is_put_off: false,
        }));
    }
}

fn is_own_time(reminder: &Reminder) -> bool {
    matches!(reminder.lead, Lead::At(_))
}

/// A visit that is not over.
struct Coming {
    day: Option<NaiveDate>,
    when: When,
    /// When it can't begin any more.
    end: Option<Moment>,
    /// Whether it is beyond the horizon, and not the next.
    is_further: bool,
}

/// The visits of one that are not over: those up to the horizon, at least the next, and one more beyond it.
fn coming(visit: &Visit, clock: &Clock, days: &Span) -> Vec<Coming> {
    let coming = |one: Occurrence| {
        let end = Falls { when: one.when, clock, morning: NaiveTime::MIN }.end();
        let is_over = end.is_some_and(|end| end <= days.now);
        (!is_over).then_some(Coming { day: one.day, when: one.when, end, is_further: false })
    };
    if visit.repeat.is_none() || visit.when.day().is_none() {
        return coming(Occurrence { day: None, when: visit.when }).into_iter().collect();
    }
    let near = occurrence::between(visit, days.from, days.beyond);
    let mut all: Vec<Coming> = near.into_iter().filter_map(coming).collect();
    let within = all.iter().take_while(|one| one.when.day() <= Some(days.to)).count().clamp(1, MOST_OF_ONE);
    if all.len() <= within {
        let later = days.beyond.succ_opt().map(|from| occurrence::between(visit, from, days.far));
        all.extend(later.into_iter().flatten().filter_map(coming));
    }
    while all.len() <= within {
        let last = all.last().and_then(|one| one.when.day()).map_or(days.far, |day| day.max(days.far));
        let Some(next) = after(visit, last).and_then(coming) else { break };
        all.push(next);
    }
    all.truncate(within + 1);
    if let Some(further) = all.get_mut(within) {
        further.is_further = true;
    }
    all
}

/// The first visit after a day.
fn after(visit: &Visit, day: NaiveDate) -> Option<Occurrence> {
    occurrence::next(visit, day.succ_opt()?.and_time(NaiveTime::MIN))
}

/// Gives those that she put off their other times.
fn put_off(all: &mut [Wish<'_>], snoozed: &[Snooze], now: Moment) {
    for snooze in snoozed.iter().filter(|snooze| snooze.until > now) {
        let Ok(place) = all.binary_search_by_key(&snooze.key(), |wish| wish.key) else {
            continue;
        };
        // A date that was moved since is not meant any more.
        let is_later = |wish: &&mut Wish<'_>| wish.at.is_ok_and(|at| at > snooze.until && !wish.is_put_off);
        if let Some(wish) = all.get_mut(place).filter(|wish| !is_later(wish)) {
            let before = wish.at.ok().filter(|_| wish.is_put_off);
            wish.at = Ok(before.map_or(snooze.until, |before| before.max(snooze.until)));
            wish.is_put_off = true;
        }
    }
}

/// Where and when it is planned.
struct Place<'a> {
    now: Moment,
    clock: Clock,
    settings: &'a Settings,
}

/// The last day for which all that comes again is planned: the one before the first that is not.
fn until(all: &[Wish<'_>], horizon: NaiveDate) -> Option<NaiveDate> {
    let further = all.iter().filter(|wish| wish.is_further).filter_map(|wish| wish.key.1).min()?;
    Some(further.pred_opt().unwrap_or(further).min(horizon))
}

/// What becomes of each: the phone holds as many as it can, the earliest first.
fn fates(all: &[Wish<'_>], place: &Place<'_>, capacity: &Capacity) -> Vec<Fate> {
    let mut fates: Vec<Fate> = all.iter().map(|wish| fate(wish, place)).collect();
    let room = capacity.most.saturating_sub(capacity.taken);
    let (room, why) = if capacity.allowed { (room, Why::Full) } else { (0, Why::NotAllowed) };
    let mut come: Vec<(Moment, usize)> =
        fates.iter().enumerate().filter_map(|(number, fate)| Some((fate.ok()?, number))).collect();
    order::sort(&mut come);
    for (_, number) in come.into_iter().skip(room) {
        if let Some(fate) = fates.get_mut(number) {
            *fate = Err(why);
        }
    }
    fates
}

/// When it comes in truth, or why it can't, on a phone with room.
fn fate(wish: &Wish<'_>, place: &Place<'_>) -> Fate {
    let at = wish.at?;
    if wish.is_further && !wish.is_put_off {
        return Err(Why::Further);
    }
    if at <= place.now {
        return Err(Why::Over);
    }
    // She was promised it then, also where the visit has begun by that time.
    if wish.is_put_off {
        return Ok(at);
    }
    if wish.end.is_some_and(|end| at >= end) {
        return Err(Why::After);
    }
    let before = place.settings.before_quiet(at, &place.clock);
    before.filter(|before| *before > place.now).ok_or(Why::Quiet)
}

fn cannot(wish: &Wish<'_>, why: Why) -> Missing {
    let (visit, day, lead) = wish.key;
    Missing { visit, day, lead, why, wanted: wish.at.ok() }
}

fn held(wish: &Wish<'_>, fate: Fate, capacity: &Capacity) -> Option<Held> {
    let at = fate.ok()?;
    let (visit, day, lead) = wish.key;
    Some(Held {
        visit,
        day,
        lead,
        at,
        put_off: wish.is_put_off,
        early: wish.at.is_ok_and(|wanted| at < wanted),
        late: !capacity.exact,
        cover: wish.reminder.cover.clone(),
        sound: wish.reminder.sound,
    })
}
