//! A visit as it is kept: texts without white space around them, times to the minute, rules in one spelling.

use super::occurrence;
use super::plan::{MOST_TO_SAY, Plan};
use super::reminder::{Lead, Reminder};
use super::repeat::Repeat;
use super::visit::Visit;
use super::when::When;
use crate::error::{Error, Result, Thing};
use crate::order;

/// The longest text of one line, in bytes of UTF-8: a title, a name, a cover text.
pub const LONGEST_LINE: usize = 200;
/// The longest other text, in bytes of UTF-8.
pub const LONGEST_TEXT: usize = 10_000;
/// Most reminders of a visit, and most things of a list in it.
pub const MOST_OF_A_LIST: usize = 50;
/// Most single visits that are moved, added or left out.
pub const MOST_SINGLE: usize = 1_000;

/// The visit as it is kept.
///
/// # Errors
/// [`Error::NotUnderstood`] for a time or a rule that can't be; [`Error::TooLarge`].
pub fn clean(visit: &Visit) -> Result<Visit> {
    let mut clean = visit.clone();
    clean.when = visit.when.checked()?;
    lines(&mut clean)?;
    texts(&mut clean)?;
    clean.plan = plan(&visit.plan)?;
    clean.repeat = visit.repeat.as_ref().map(|rule| repeat(rule, clean.when)).transpose()?;
    clean.reminders = reminders(&visit.reminders, clean.repeat.is_some())?;
    clean.after.retain(|after| !after.said.is_empty() || !after.next.is_empty() || after.note.is_some());
    counted(clean.after.len(), MOST_SINGLE)?;
    Ok(clean)
}

fn lines(visit: &mut Visit) -> Result<()> {
    [&mut visit.title, &mut visit.who, &mut visit.contact].into_iter().try_for_each(|text| {
        *text = line(text)?;
        Ok(())
    })
}

fn texts(visit: &mut Visit) -> Result<()> {
    let Visit { place, travel, company, bring, waiting, notes, after, .. } = visit;
    let of_after = after.iter_mut().flat_map(|after| [&mut after.said, &mut after.next]);
    [place, travel, company, bring, waiting, notes].into_iter().chain(of_after).try_for_each(|one| {
        *one = text(one)?;
        Ok(())
    })
}

/// A text on one line.
///
/// # Errors
/// [`Error::TooLarge`].
pub fn line(text: &str) -> Result<String> {
    sized(text.split_whitespace().collect::<Vec<_>>().join(" "), LONGEST_LINE)
}

fn text(text: &str) -> Result<String> {
    sized(text.trim().to_owned(), LONGEST_TEXT)
}

/// Without NUL, which ends a text in too many places where it may go later.
fn sized(text: String, longest: usize) -> Result<String> {
    let text = if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text };
    if text.len() > longest { Err(Error::TooLarge { what: Thing::Text }) } else { Ok(text) }
}

fn counted(count: usize, most: usize) -> Result<()> {
    if count > most { Err(Error::TooLarge { what: Thing::Visit }) } else { Ok(()) }
}

fn plan(plan: &Plan) -> Result<Plan> {
    let list = |list: &[String]| -> Result<Vec<String>> {
        let mut kept = Vec::new();
        for one in list {
            let one = text(one)?;
            if !one.is_empty() && !kept.contains(&one) {
                kept.push(one);
            }
        }
        Ok(kept)
    };
    let plan = Plan { say: list(&plan.say)?, helps: list(&plan.helps)?, not_ask: text(&plan.not_ask)? };
    counted(plan.say.len(), MOST_TO_SAY)?;
    counted(plan.helps.len(), MOST_OF_A_LIST)?;
    Ok(plan)
}

/// A rule needs a day to begin with.
fn repeat(repeat: &Repeat, when: When) -> Result<Repeat> {
    let first = when.day().ok_or(Error::NotUnderstood { what: Thing::Repeat })?;
    let mut clean = repeat.clone();
    clean.rule = occurrence::checked_rule(&repeat.rule, first)?;
    clean.moved = repeat.moved.clone();
    for moved in &mut clean.moved {
        moved.when = moved.when.checked()?;
        // One without a day would be in no list.
        moved.when.day().ok_or(Error::NotUnderstood { what: Thing::Date })?;
    }
    order::sort_once_by_key(&mut clean.moved, |moved| moved.day);
    for days in [&mut clean.added, &mut clean.skipped] {
        order::sort_once(days);
    }
    [clean.moved.len(), clean.added.len(), clean.skipped.len()]
        .into_iter()
        .try_for_each(|count| counted(count, MOST_SINGLE))?;
    Ok(clean)
}

/// One of a lead. A time of her own belongs to one day, so not to a visit that comes again.
fn reminders(reminders: &[Reminder], comes_again: bool) -> Result<Vec<Reminder>> {
    let mut clean: Vec<Reminder> = Vec::with_capacity(reminders.len());
    for one in reminders {
        let has_own_time = matches!(one.lead, Lead::At(_));
        if has_own_time && comes_again || matches!(one.lead, Lead::Leave(0)) {
            return Err(Error::NotUnderstood { what: Thing::Reminder });
        }
        if !clean.iter().any(|other| other.lead == one.lead) {
            clean.push(Reminder { cover: line(&one.cover)?, ..one.clone() });
        }
    }
    counted(clean.len(), MOST_OF_A_LIST)?;
    Ok(clean)
}
