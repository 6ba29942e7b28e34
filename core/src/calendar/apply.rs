//! What a calendar file says of a visit that she has already.

use super::Entry;
use super::repeats::{in_zone, put_in_order, put_into};
use crate::visits::visit::{Source, Status, Visit};

/// What an entry of a calendar file does to a visit that is kept.
pub enum Step {
    /// It is another one.
    New,
    /// It changes it to this.
    Update(Visit),
    /// It is older than what is kept.
    Older,
    /// It says nothing new.
    Same,
    /// It calls it off: this is how it stands then.
    CalledOff(Visit),
}

/// What an entry does to a visit that is kept under its UID: by its SEQUENCE, of which a lower one is older, and the same one
/// is the same file again, which only fills in what she has not. Of a later one time, rule and status are taken, and title,
/// place, who and contact where it has them; its notes come after hers; all else is hers and stays: her plan, what she put down later, reminders, travel, company, what to bring and where to wait. A time that
/// differs makes it [`Status::Changed`].
#[must_use]
pub fn apply(kept: &Visit, entry: &Entry) -> Step {
    let Some(new) = &entry.visit.source else { return Step::New };
    let old = kept.source.as_ref().map_or(0, |source| source.sequence);
    let is_off = entry.visit.status == Status::CalledOff;
    if new.sequence < old {
        return Step::Older;
    }
    let is_again = new.sequence == old && kept.source.is_some();
    match entry.day {
        // The same file once more: what she changed since is hers.
        Some(_) if is_again && !is_off => Step::Same,
        Some(_) if kept.repeat.is_some() => step(kept, single(kept, entry)),
        _ if is_again && !is_off => step(kept, filled(kept, entry)),
        _ => step(kept, whole(kept, entry)),
    }
}

fn step(kept: &Visit, changed: Visit) -> Step {
    let is_off = changed.status == Status::CalledOff;
    if changed == *kept {
        Step::Same
    } else if is_off && kept.status != Status::CalledOff {
        Step::CalledOff(changed)
    } else {
        Step::Update(changed)
    }
}

/// The visit with what the same file says where she has nothing.
fn filled(kept: &Visit, entry: &Entry) -> Visit {
    let mut changed = kept.clone();
    let file = &entry.visit;
    let texts = [
        (&mut changed.title, &file.title),
        (&mut changed.place, &file.place),
        (&mut changed.notes, &file.notes),
        (&mut changed.who, &file.who),
        (&mut changed.contact, &file.contact),
    ];
    texts.into_iter().filter(|(old, _)| old.is_empty()).for_each(|(old, new)| old.clone_from(new));
    changed
}

/// The visit with one of its single ones moved or left out.
fn single(kept: &Visit, entry: &Entry) -> Visit {
    let mut changed = kept.clone();
    changed.source = source_of(kept, &entry.visit);
    put_into(&mut changed, entry);
    put_in_order(&mut changed);
    changed
}

fn whole(kept: &Visit, entry: &Entry) -> Visit {
    let file = &entry.visit;
    let mut changed = kept.clone();
    changed.source = source_of(kept, file);
    if file.status == Status::CalledOff {
        changed.status = Status::CalledOff;
        return changed;
    }
    let texts = [
        (&mut changed.title, &file.title),
        (&mut changed.place, &file.place),
        (&mut changed.who, &file.who),
        (&mut changed.contact, &file.contact),
    ];
    texts.into_iter().filter(|(_, new)| !new.is_empty()).for_each(|(old, new)| old.clone_from(new));
    changed.notes = notes(&kept.notes, &file.notes);
    let is_moved = in_zone(kept, file.zone) != file.when || kept.repeat != file.repeat;
    if is_moved {
        (changed.when, changed.zone) = (file.when, file.zone);
        changed.repeat.clone_from(&file.repeat);
        changed.status = Status::Changed;
    } else if kept.status == Status::CalledOff {
        changed.status = Status::Planned;
    }
    changed
}

/// Where it came from, as the file now says; the day by which a single one is named stays.
fn source_of(kept: &Visit, file: &Visit) -> Option<Source> {
    let day = kept.source.as_ref().and_then(|source| source.day);
    file.source.clone().map(|source| Source { day, ..source })
}

/// Notes are hers: what the file has besides comes after them.
fn notes(hers: &str, files: &str) -> String {
    if files.is_empty() || hers.contains(files) {
        hers.to_owned()
    } else if hers.is_empty() || files.contains(hers) {
        files.to_owned()
    } else {
        format!("{hers}\n\n{files}")
    }
}
