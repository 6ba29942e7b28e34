//! Ids for a new plan: a reminder that the phone was to hold before keeps its own, so that a line on the phone still
//! leads to it, and one that has come is not told as missing.

use chrono::NaiveDate;

use super::plan::{Held, Key, Missing, Planned, Why};
use crate::error::Result;
use crate::id::{ReminderId, VisitId};
use crate::order;
use crate::time::Moment;
use crate::visits::reminder::Lead;

/// A reminder that the phone was given, as the notebook remembers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// What the phone knows it by.
    pub id: ReminderId,
    /// The visit.
    pub visit: VisitId,
    /// Of a visit that comes again, the day on which the rule has the one that is meant.
    pub day: Option<NaiveDate>,
    /// Which of its reminders.
    pub lead: Lead,
    /// When it was to come, before she put it off if she did.
    pub at: Moment,
}

/// A plan with its ids.
pub struct Renewed<'a> {
    /// What the phone is to hold, in order of time.
    pub held: Vec<(ReminderId, &'a Held)>,
    /// What it is to hold no more: `mine` of `outside::replace`.
    pub gone: Vec<ReminderId>,
    /// What the notebook remembers from now on, in place of all before: what is held, and what has come while the
    /// visit is still to come.
    pub known: Vec<Known>,
    /// What can't come, without those that have come.
    pub missing: Vec<&'a Missing>,
}

impl Known {
    fn key(&self) -> Key {
        (self.visit, self.day, self.lead)
    }
}

/// Gives each reminder of a plan the id that it has among those `known`, or a new random one. The phone has shown what was to
/// come up to `shown`; none if it may show nothing.
///
/// # Errors
/// [`crate::Error::Internal`] if the system gives no random bytes.
pub fn match_ids<'a>(known: &[Known], planned: &'a Planned, shown: Option<Moment>) -> Result<Renewed<'a>> {
    let mut before: Vec<&Known> = known.iter().collect();
    order::sort_by_key(&mut before, |known| known.key());
    let find = |key: Key| {
        let place = before.binary_search_by_key(&key, |known| known.key()).ok()?;
        before.get(place).copied()
    };
    let mut renewed = Renewed { held: Vec::new(), gone: Vec::new(), known: Vec::new(), missing: Vec::new() };
    for held in &planned.held {
        let before = find(held.key());
        let id = before.map_or_else(ReminderId::make, |known| Ok(known.id))?;
        // That it has come once tells one that was put off from one whose visit was moved, at the next planning too.
        let at = before.filter(|_| held.put_off).map_or(held.at, |known| known.at);
        renewed.held.push((id, held));
        renewed.known.push(Known { id, visit: held.visit, day: held.day, lead: held.lead, at });
    }
    for missing in &planned.missing {
        match find(missing.key()).filter(|known| has_come(known, missing, shown)) {
            Some(known) => renewed.known.push(*known),
            None => renewed.missing.push(missing),
        }
    }
    renewed.gone = not_in(known, &renewed.known);
    Ok(renewed)
}

/// Whether the phone has shown it: its time is past, and that alone, or that it came before quiet hours, is why it is
/// not to come.
fn has_come(known: &Known, missing: &Missing, shown: Option<Moment>) -> bool {
    shown.is_some_and(|shown| known.at <= shown) && matches!(missing.why, Why::Over | Why::Quiet)
}

fn not_in(before: &[Known], after: &[Known]) -> Vec<ReminderId> {
    let mut kept: Vec<ReminderId> = after.iter().map(|known| known.id).collect();
    order::sort(&mut kept);
    before.iter().map(|known| known.id).filter(|id| kept.binary_search(id).is_err()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(visit: u8, lead: Lead, at: i64) -> Held {
        Held {
            visit: VisitId([visit; 16]),
            day: None,
            lead,
            at: Moment(at),
            put_off: false,
            early: false,
            late: false,
            cover: String::new(),
            sound: false,
        }
    }

    fn missing(visit: u8, lead: Lead, why: Why) -> Missing {
        Missing { visit: VisitId([visit; 16]), day: None, lead, why, wanted: None }
    }

    fn known(id: u8, visit: u8, lead: Lead, at: i64) -> Known {
        Known { id: ReminderId([id; 16]), visit: VisitId([visit; 16]), day: None, lead, at: Moment(at) }
    }

    #[test]
    fn a_reminder_keeps_its_id_and_one_that_came_is_not_missing() {
        let before = [
            known(1, 1, Lead::Day, 90),
            known(2, 1, Lead::Week, 10),
            known(3, 2, Lead::Day, 20),
            known(4, 3, Lead::Day, 80),
            known(5, 4, Lead::Day, 80),
            // Twice the same: one of them goes.
            known(6, 1, Lead::Day, 90),
        ];
        let planned = Planned {
            held: vec![held(1, Lead::Day, 95), held(5, Lead::Leave(30), 99)],
            missing: vec![
                missing(1, Lead::Week, Why::Over),
                missing(2, Lead::Day, Why::Quiet),
                missing(3, Lead::Day, Why::Full),
                missing(6, Lead::Day, Why::Over),
            ],
            until: None,
        };
        let renewed = match_ids(&before, &planned, Some(Moment(50))).unwrap();
        let ids: Vec<u8> = renewed.held.iter().map(|(id, _)| id.0[0]).collect();
        assert!([1, 6].contains(&ids[0]));
        assert!(before.iter().all(|known| known.id != renewed.held[1].0));
        let mut gone: Vec<u8> = renewed.gone.iter().map(|id| id.0[0]).collect();
        gone.retain(|id| ![1, 6].contains(id));
        assert_eq!((renewed.gone.len(), gone), (3, vec![4, 5]));
        let told: Vec<_> = renewed.missing.iter().map(|missing| (missing.visit.0[0], missing.why)).collect();
        assert_eq!(told, [(3, Why::Full), (6, Why::Over)]);
        // Known again, the same plan changes nothing.
        let again = match_ids(&renewed.known, &planned, Some(Moment(50))).unwrap();
        assert!(again.known == renewed.known && again.gone.is_empty());
    }
}
