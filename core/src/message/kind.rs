//! How an appointment happens, as far as the message says.

use super::Read;
use super::sentence::Sentence;
use crate::order;
use crate::visits::visit::Kind;

const PHONE: &str = "telephone appointment|phone appointment|telephone consultation|phone consultation|phone call|\
    telephone call|call you|ring you|phone you|telephone you|will call|will ring|will phone|\
    be called|telephone check|telephone review|tel appt|tel appointment|gp telephone|by phone|\
    by telephone|over the phone|nurse call|call booked|call window|call with|call from|phone appt|\
    telephone appt|galwad ffôn|alwad ffôn|apwyntiad ffôn|eich ffonio|dros y ffôn|telephone|\
    call may come|call can be|triage call|no caller id|private number|withheld number|\
    number withheld|ring you back|call back";

const VIDEO: &str = "video|teams|zoom|attend anywhere|fideo|videocall|video call|online by teams|webcam";

const HOME: &str = "home visit|at home|your home|visit you|coming to see you|come to your house|gartref|\
    ymweld â chi|ymweliad cartref|house visit";

const THERE: &str = "face to face|in person|face-to-face|wyneb yn wyneb";

const PERHAPS_THERE: &str = "arrive|attend|room|ward|come to|gate|floor|level|outpatients|department|dept|unit|located|\
    entrance|door|reception|clinic 1|clinic 2|clinic 3|clinic 4|waiting room|outpatient|hall|suite|\
    clinic|yn y feddygfa";

/// What speaks of how to reach them, not of how it happens.
const CONTACT: &str = "call us|ring us|phone us|please call|please ring|please telephone|please phone|telephone us|\
    by phone on";

/// How an appointment happens, from its own sentences and then from all; `place` is whether a place was found, and
/// whether it is certain.
pub(super) fn of(own: &[&Sentence], all: &[Sentence], place: Option<bool>) -> Option<Read<Kind>> {
    let own_kinds = kinds(own.iter().copied());
    let all_kinds = kinds(all.iter());
    let contact = |sentence: &&Sentence| sentence.says(CONTACT);
    match own_kinds.as_slice() {
        [kind] => {
            let sure = all_kinds.len() == 1 && !own.iter().any(contact);
            Some(Read { value: *kind, sure: sure && (place.is_none() || *kind == Kind::InPerson) })
        }
        [kind, ..] => Some(Read { value: *kind, sure: false }),
        [] => match all_kinds.first() {
            Some(kind) => Some(Read { value: *kind, sure: false }),
            None if place.is_some() => Some(Read { value: Kind::InPerson, sure: place == Some(true) }),
            None => all
                .iter()
                .any(|sentence| sentence.says(PERHAPS_THERE))
                .then_some(Read { value: Kind::InPerson, sure: false }),
        },
    }
}

/// The ways that sentences name, each once, the one named last first: what was changed is named before.
fn kinds<'s>(sentences: impl Iterator<Item = &'s Sentence> + Clone) -> Vec<Kind> {
    let lists = [(VIDEO, Kind::Video), (HOME, Kind::Home), (PHONE, Kind::Phone), (THERE, Kind::InPerson)];
    let said = |(list, kind): &(&str, Kind)| {
        let meant = |sentence: &&Sentence| *kind != Kind::Phone || !sentence.says(CONTACT);
        let last = |(at, sentence): (usize, &Sentence)| sentence.last_said(list).map(|place| (at, place));
        let named = sentences.clone().filter(meant).enumerate().filter_map(last).max()?;
        Some((named, *kind))
    };
    let mut found: Vec<_> = lists.iter().filter_map(said).collect();
    order::sort_by_key(&mut found, |(named, _)| std::cmp::Reverse(*named));
    found.into_iter().map(|(_, kind)| kind).collect()
}
