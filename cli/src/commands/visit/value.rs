//! The shape of a date in JSON. Days are `YYYY-MM-DD`, times `HH:MM`, on the clocks of its zone.

use fernbook_core::screens::dates::DateLine;
use fernbook_core::visits::after::After;
use fernbook_core::visits::repeat::Repeat;
use fernbook_core::visits::store::Kept;
use fernbook_core::visits::visit::{Kind, Status};
use fernbook_core::visits::when::When;
use serde_json::{Value, json};

use super::reminders_option::name;

/// A time as far as it is known; what is not known is null.
pub fn when(when: When) -> Value {
    let (time, until) = match when {
        When::At(at) => (Some(at.time()), None),
        When::Window { from, to, .. } => (Some(from), Some(to)),
        When::Day(_) | When::ToBeTold => (None, None),
    };
    let text = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
    json!({ "date": when.day(), "time": time.map(text), "until": until.map(text) })
}

/// The name of a kind.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::InPerson => "in-person",
        Kind::Phone => "phone",
        Kind::Video => "video",
        Kind::Home => "home",
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Planned => "planned",
        Status::Changed => "changed",
        Status::CalledOff => "called-off",
    }
}

/// A date in a list.
pub fn line(line: &DateLine) -> Value {
    json!({
        "id": line.id,
        "only": line.day,
        "date": line.on,
        "when": line.when,
        "title": line.title,
        "status": status(line.status),
    })
}

/// All of a date.
pub fn visit(kept: &Kept) -> Value {
    let visit = &kept.visit;
    let reminder = |one: &fernbook_core::visits::reminder::Reminder| json!({ "lead": name(one.lead), "cover": one.cover, "sound": one.sound });
    json!({
        "id": kept.id,
        "version": kept.version,
        "when": when(visit.when),
        "zone": visit.zone.name(),
        "kind": visit.kind.map(kind),
        "title": visit.title,
        "who": visit.who,
        "place": visit.place,
        "contact": visit.contact,
        "travel": visit.travel,
        "company": visit.company,
        "bring": visit.bring,
        "waiting": visit.waiting,
        "notes": visit.notes,
        "status": status(visit.status),
        "repeat": visit.repeat.as_ref().map(repeat),
        "plan": {
            "say": visit.plan.say,
            "helps": visit.plan.helps,
            "not_ask": visit.plan.not_ask,
        },
        "after": visit.after.iter().map(after).collect::<Vec<_>>(),
        "reminders": visit.reminders.iter().map(reminder).collect::<Vec<_>>(),
    })
}

fn repeat(repeat: &Repeat) -> Value {
    let moved = |one: &fernbook_core::visits::repeat::Moved| json!({ "only": one.day, "to": when(one.when) });
    json!({
        "rule": repeat.rule,
        "added": repeat.added,
        "skipped": repeat.skipped,
        "moved": repeat.moved.iter().map(moved).collect::<Vec<_>>(),
    })
}

fn after(after: &After) -> Value {
    json!({ "only": after.day, "said": after.said, "next": after.next, "note": after.note })
}
