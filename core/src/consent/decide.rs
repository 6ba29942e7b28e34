//! Whether something may be on a page for someone. Pure.

use super::choice::{Choice, Shows};
use super::what::What;
use crate::id::PersonId;
use crate::time::Moment;

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// Whether it may be shown.
    pub shows: Shows,
    /// The choice that decided; none if she chose nothing about it. One that has ended counts as "ask".
    pub because: Option<Choice>,
}

/// Decides for someone: `who` is the person and whom they belong to
/// ([`belongs_to`](crate::people::seen::belongs_to)); `what` is all that the thing counts as (a note counts as a note
/// and under each of its topics). A choice for everyone counts for all, one for everything counts for each thing. Of the
/// choices that count now the strictest decides, however they are ordered; without any it is "ask", because of one that has
/// ended if there is one.
#[must_use]
pub fn decide(choices: &[Choice], who: &[PersonId], what: &[What], now: Moment) -> Decision {
    let is_about = |choice: &&Choice| {
        let rule = &choice.rule;
        let for_them = rule.person.is_none_or(|person| who.contains(&person));
        for_them && (rule.what == What::Everything || what.contains(&rule.what))
    };
    // Of equally strict ones always the same is named: the one for the nearest person, about the smallest thing.
    let order = |choice: &&Choice| {
        let rule = &choice.rule;
        let place = |person| who.iter().position(|&one| one == person).unwrap_or(usize::MAX);
        let nearness = rule.person.map_or(usize::MAX, place);
        (rule.counts(now), rule.shows, std::cmp::Reverse(nearness), rule.what, choice.id)
    };
    let because = choices.iter().filter(is_about).max_by_key(order).copied();
    let counting = because.filter(|choice| choice.rule.counts(now));
    Decision { shows: counting.map_or(Shows::Ask, |choice| choice.rule.shows), because }
}
