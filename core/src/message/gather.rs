//! From the dates and times of a message to its appointments.

use chrono::NaiveDate;

use super::Read;
use super::role::{Role, is_label};
use super::sentence::Sentence;
use super::time::{Clock, Told};
use super::token::{Token, lower};
use super::unit::{Unit, units};

/// How many appointments are taken from a message.
const MOST_DRAFTS: usize = 20;

/// An appointment as it is put together.
pub(super) struct Draft {
    /// Its day.
    pub day: Option<Read<NaiveDate>>,
    /// Its time.
    pub clock: Option<Clock>,
    /// The places of the sentences it was taken from.
    pub sentences: Vec<usize>,
    /// The place of its first piece.
    pub start: usize,
    role: Role,
    /// Whether a day was written at all: it may be in no calendar.
    day_written: bool,
}

impl Draft {
    /// Adds a sentence to those it was taken from.
    fn hold(&mut self, sentence: usize) {
        if !self.sentences.contains(&sentence) {
            self.sentences.push(sentence);
        }
    }
}

/// The appointments of a message, and whether one has taken the place of another.
pub(super) fn drafts(tokens: &[Token<'_>], sentences: &[Sentence], today: NaiveDate) -> (Vec<Draft>, bool) {
    let mut units = units(tokens, sentences, today);
    of_labels(tokens, sentences, &mut units);
    let replaced = changes_within(tokens, sentences, &mut units);
    leave_early(&mut units);
    let mut drafts = Vec::new();
    let mut rest = units.iter().filter(|unit| is_kept(unit)).peekable();
    while let Some(unit) = rest.next() {
        let day_follows = rest
            .peek()
            .is_some_and(|next| next.sentence == unit.sentence && next.day.is_some() && next.clock.is_none());
        add(&mut drafts, tokens, sentences, unit, day_follows);
        if drafts.len() >= MOST_DRAFTS {
            break;
        }
    }
    (chosen(drafts, sentences, today), replaced)
}

/// Sees what stands after labels as meant, where the message has an appointment and is no letter's head.
fn of_labels(tokens: &[Token<'_>], sentences: &[Sentence], units: &mut [Unit]) {
    let begins = |list: &[&str]| sentences.iter().any(|one| list.contains(&lower(tokens, one.start)));
    let head = begins(&["subject", "dear", "annwyl", "our", "sent"]);
    let meant = sentences.iter().any(|sentence| sentence.of_appointment);
    for unit in units.iter_mut().filter(|unit| unit.role == Role::Label) {
        unit.role = match (head, meant) {
            (true, _) => Role::Plain,
            (false, true) => Role::Meant,
            (false, false) => Role::Doubt,
        };
    }
}

/// Sees, in sentences that put an appointment to another time, what is old and what is new. Gives whether a sentence
/// had both.
fn changes_within(tokens: &[Token<'_>], sentences: &[Sentence], units: &mut [Unit]) -> bool {
    let mut replaced = units.iter().any(|unit| unit.role == Role::Old);
    let changes: Vec<Option<bool>> = sentences.iter().map(Sentence::changes).collect();
    for place in 1..=units.len() {
        let Some([unit, rest @ ..]) = units.get_mut(place.saturating_sub(1)..) else { continue };
        let Some(sure) = changes.get(unit.sentence).copied().flatten() else { continue };
        if let Some(clock) = unit.clock.as_mut().filter(|clock| clock.told == Told::FromTo) {
            let moved = unit.start.checked_sub(1).is_some_and(|at| is_moved(lower(tokens, at)));
            if let Some(to) = clock.to.filter(|_| moved) {
                *clock = Clock { from: to, to: None, sure: clock.sure && sure, told: Told::Time };
                replaced = true;
                continue;
            }
            clock.sure = false;
        }
        let before = unit.start.checked_sub(1).map_or("", |at| lower(tokens, at));
        let another = rest.iter().any(|next| next.sentence == unit.sentence && next.day.is_some());
        let from = matches!(before, "from" | "o");
        let now = rest.first().is_some_and(|next| {
            matches!(lower(tokens, next.start.saturating_sub(1)), "now" | "to" | "nawr" | "i")
        });
        if another && (from || (now && unit.role != Role::Other)) && unit.day.is_some() {
            unit.role = Role::Old;
            replaced = true;
        }
    }
    replaced
}

fn is_moved(word: &str) -> bool {
    matches!(
        word,
        "moved"
            | "changed"
            | "rescheduled"
            | "newid"
            | "symud"
            | "rearranged"
            | "back"
            | "forward"
            | "postponed"
    )
}

/// Leaves out when to arrive, if there is another time: then only its day counts.
fn leave_early(units: &mut [Unit]) {
    let timed =
        units.iter().any(|unit| unit.clock.is_some() && matches!(unit.role, Role::Meant | Role::Doubt));
    for unit in units.iter_mut().filter(|unit| timed && unit.role == Role::Early) {
        unit.clock = None;
    }
}

/// Whether a unit can be of an appointment.
fn is_kept(unit: &Unit) -> bool {
    !matches!(unit.role, Role::Other | Role::Old) && (unit.day.is_some() || unit.clock.is_some())
}

/// Adds a unit to the appointments so far.
fn add(
    drafts: &mut Vec<Draft>,
    tokens: &[Token<'_>],
    sentences: &[Sentence],
    unit: &Unit,
    day_follows: bool,
) {
    let begins = sentences.get(unit.sentence).map_or("", |sentence| lower(tokens, sentence.start));
    let labelled = is_label(begins) || begins == "\u{1f552}";
    match (unit.day.is_some(), unit.clock) {
        (true, clock) => add_day(drafts, unit, clock),
        (false, Some(clock)) => {
            let lead = |by: usize| unit.start.checked_sub(by).map_or("", |at| lower(tokens, at));
            let put = matches!(
                (lead(2), lead(1)),
                (_, "to" | "now" | "i" | "nawr") | ("now" | "nawr", "at" | "am")
            );
            let is_new =
                put && sentences.get(unit.sentence).is_some_and(|sentence| sentence.changes().is_some());
            add_clock(drafts, unit, clock, At { labelled, day_follows, is_new });
        }
        (false, None) => {}
    }
}

fn add_day(drafts: &mut Vec<Draft>, unit: &Unit, clock: Option<Clock>) {
    let day = unit.day.as_ref().and_then(Option::as_ref).map(|day| Read { value: day.value, sure: day.sure });
    let value = day.as_ref().map(|day| day.value);
    let near =
        |draft: &Draft| draft.sentences.last().is_some_and(|at| unit.sentence.saturating_sub(*at) <= 1);
    let open = |last: &Draft| {
        !last.day_written
            && near(last)
            && (clock.is_none() || last.clock.is_some_and(|clock| clock.told == Told::Part))
    };
    if let Some(last) = drafts.last_mut().filter(|last| open(last)) {
        let together = last.sentences.last() == Some(&unit.sentence);
        last.day = day.map(|day| Read { sure: day.sure && is_firm(unit.role), ..day });
        last.day_written = true;
        last.role = if is_firm(unit.role) { unit.role } else { last.role };
        last.clock =
            clock.map(|clock| Clock { sure: clock.sure && is_firm(unit.role), ..clock }).or(last.clock);
        last.hold(unit.sentence);
        if !together {
            unsure(last);
        }
        return;
    }
    let same = |draft: &&mut Draft| {
        value.is_some()
            && draft.day.as_ref().map(|day| day.value) == value
            && (clock.is_none() || draft.clock.is_none() || is_same(draft.clock, clock))
    };
    if let Some(draft) = drafts.iter_mut().find(same) {
        join(draft, unit, clock);
        return;
    }
    drafts.push(draft(unit, day, clock));
}

/// Joins a unit of the same day to an appointment.
fn join(draft: &mut Draft, unit: &Unit, clock: Option<Clock>) {
    if is_firm(unit.role) && !is_firm(draft.role) {
        draft.role = unit.role;
        if let (Some(day), Some(Some(other))) = (draft.day.as_mut(), unit.day.as_ref()) {
            day.sure = day.sure || other.sure;
        }
    }
    if draft.clock.is_none() {
        draft.clock = clock.map(|clock| Clock { sure: clock.sure && is_firm(unit.role), ..clock });
    }
    draft.hold(unit.sentence);
}

/// Where a time stands.
#[derive(Clone, Copy)]
struct At {
    /// In a line that says it is the time.
    labelled: bool,
    /// Before a day in the same sentence.
    day_follows: bool,
    /// After words that say it is the new one.
    is_new: bool,
}

fn add_clock(drafts: &mut Vec<Draft>, unit: &Unit, clock: Clock, at: At) {
    let At { labelled, day_follows, is_new } = at;
    let Some(last) = drafts.last_mut() else {
        drafts.push(draft(unit, None, Some(clock)));
        return;
    };
    let apart = last.sentences.last().map_or(0, |at| unit.sentence.saturating_sub(*at));
    let part = last.clock.is_some_and(|clock| clock.told == Told::Part);
    if drafts.iter().any(|draft| is_same(draft.clock, Some(clock)))
        || (unit.is_part() && drafts.iter().any(|draft| draft.clock.is_some()))
    {
        return;
    }
    let Some(last) = drafts.last_mut() else { return };
    if (last.clock.is_none() || part) && !(day_follows && last.day_written && part) && apart <= 3 {
        let sure = clock.sure && is_firm(unit.role) && (apart == 0 || labelled);
        last.clock = Some(Clock { sure, ..clock });
        last.hold(unit.sentence);
    } else if day_follows {
        drafts.push(draft(unit, None, Some(clock)));
    } else if apart == 0 && is_new {
        last.clock = Some(Clock { sure: false, ..clock });
    } else if (apart == 0 && (unit.role != Role::Plain || last.role == Role::Plain))
        || unit.role == Role::Meant
    {
        unsure(last);
        let clock = Clock { sure: false, ..clock };
        let day = last.day.as_ref().map(|day| Read { value: day.value, sure: false });
        drafts.push(Draft { day_written: day.is_some(), ..draft(unit, day, Some(clock)) });
    }
}

fn draft(unit: &Unit, day: Option<Read<NaiveDate>>, clock: Option<Clock>) -> Draft {
    let firm = is_firm(unit.role);
    Draft {
        day: day.map(|day| Read { sure: day.sure && firm, ..day }),
        clock: clock.map(|clock| Clock { sure: clock.sure && firm, ..clock }),
        sentences: vec![unit.sentence],
        start: unit.start,
        role: unit.role,
        day_written: unit.day.is_some(),
    }
}

fn unsure(draft: &mut Draft) {
    if let Some(clock) = draft.clock.as_mut() {
        clock.sure = false;
    }
}

fn is_firm(role: Role) -> bool {
    role == Role::Meant
}

fn is_same(one: Option<Clock>, other: Option<Clock>) -> bool {
    one.zip(other).is_some_and(|(one, other)| (one.from, one.to) == (other.from, other.to))
}

/// Leaves out what is too little to be an appointment.
fn chosen(drafts: Vec<Draft>, sentences: &[Sentence], today: NaiveDate) -> Vec<Draft> {
    let meant = drafts.iter().any(|draft| matches!(draft.role, Role::Meant | Role::Doubt));
    let spoken = sentences.iter().any(|sentence| sentence.of_appointment);
    let alone = drafts.len() == 1;
    let keep = |draft: &Draft| {
        let timed = draft.clock.is_some_and(|clock| clock.told != Told::Part);
        match draft.role {
            Role::Meant => draft.day_written || timed,
            Role::Plain if meant => draft.day_written && timed,
            Role::Plain => draft.day_written && (timed || (spoken && alone)),
            _ => draft.day_written,
        }
    };
    let mut kept: Vec<Draft> = drafts.into_iter().filter(keep).collect();
    doubt_short(&mut kept, today);
    kept
}

/// A day without a time is a guess beside other appointments, since it may be one end of some days, and so is one
/// that is over.
fn doubt_short(drafts: &mut [Draft], today: NaiveDate) {
    let others = drafts.len() > 1;
    for draft in drafts.iter_mut().filter(|draft| draft.clock.is_none()) {
        if let Some(day) = draft.day.as_mut() {
            day.sure = day.sure && !others && day.value >= today;
        }
    }
}
