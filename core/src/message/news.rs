//! Whether an appointment is a new one, was put to another time, or was called off.

use super::sentence::Sentence;
use super::{News, Read};

const OFF: &str = "cancelled|canceled|called off|not go ahead|not going ahead|postponed|had to cancel|\
    have to cancel|we need to cancel|we must cancel|wedi'i ganslo|wedi ei ganslo|\
    wedi cael ei ganslo|wedi'i chanslo|wedi'i gohirio|wedi'i ohirio|no longer taking place|\
    for cancelling";

const NOT_OFF: &str = "not cancelled|not been cancelled|not been called off|if cancelled|be cancelled|if|unless|except|\
    for cancelling|os|oni bai|may be|might|could|in case";

const CHANGED: &str = "been changed|been moved|has changed|has moved|have changed|have moved|rescheduled|put back|\
    put forward|rearranged|re-arranged|rebooked|re-booked|forward|moved to|moved from|changed to|\
    changed from|postponed from|postponed to|postponed until|replaces|replaced by|symudwyd|\
    newidiwyd|aildrefnwyd|wedi ei newid|wedi ei symud|wedi newid|wedi symud|wedi'i symud|\
    wedi'i newid|wedi'i aildrefnu|wedi cael ei newid|wedi cael ei symud";

const PERHAPS_CHANGED: &str = "new time|new date|new appointment|new appt|instead|instead of|will now|is now|are now|now on|\
    now at|change appt|changed|moved|apwyntiad newydd|amser newydd|dyddiad newydd|nawr|cancellation|it is now";

const ASKED: &str = "asked to change|asked to cancel|asked us|you cancelled|request to";

const INSTRUCTION: &str = "to change|or change|change or|need to change|reply|text|can't|cannot|unable|if you|newid neu|\
    i newid";

impl Sentence {
    /// Whether it calls something off, and whether it is certain.
    pub fn calls_off(&self) -> Option<bool> {
        self.says(OFF).then(|| !self.says(NOT_OFF))
    }

    /// Whether it puts something to another time, and whether it is certain.
    pub fn changes(&self) -> Option<bool> {
        if self.says(CHANGED) && !self.says("if you|can be changed|be changed") {
            Some(true)
        } else {
            let perhaps = self.says(PERHAPS_CHANGED) && !self.says(INSTRUCTION);
            (perhaps || self.says(ASKED)).then_some(false)
        }
    }
}

/// What the appointments of a message are, each given by the places of its sentences; none: it is left out, because
/// another took its place.
pub(super) fn of_all(
    sentences: &[Sentence],
    drafts: &[Vec<usize>],
    replaced: bool,
) -> Vec<Option<Read<News>>> {
    let changed = sentences.iter().filter_map(Sentence::changes).max();
    let off_anywhere = sentences.iter().filter_map(Sentence::calls_off).max();
    let off_of = |draft: &Vec<usize>| {
        draft.iter().filter_map(|at| sentences.get(*at)).filter_map(Sentence::calls_off).max()
    };
    let off: Vec<Option<bool>> = drafts.iter().map(off_of).collect();
    let some_off = off.iter().any(Option::is_some);
    let another = changed.is_some() && (off.iter().any(Option::is_none) || replaced);
    let read = |value, sure| Some(Read { value, sure });
    off.into_iter()
        .map(|off| match off {
            Some(_) if another && !replaced => None,
            Some(_) if another => read(News::Changed, true),
            Some(sure) => read(News::CalledOff, sure),
            None if some_off && changed.is_some() => read(News::Changed, true),
            None => match (changed, off_anywhere) {
                (Some(sure), _) => read(News::Changed, sure && drafts.len() == 1),
                (None, Some(_)) if !some_off => read(News::CalledOff, false),
                (None, other) => read(News::New, other.is_none()),
            },
        })
        .collect()
}
