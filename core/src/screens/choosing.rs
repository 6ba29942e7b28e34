//! What can be chosen: for whom, and about what.

use rusqlite::Connection;

use super::showing::Telling;
use crate::card::store as cards;
use crate::consent::what::{Section, What};
use crate::error::Result;
use crate::id::PersonId;
use crate::journal::topic;
use crate::people::person;
use crate::time::Zone;
use crate::words::{Words, key};

/// Someone for whom she can choose.
#[derive(Clone, PartialEq, Eq)]
pub struct WhoOption {
    /// Who; none is everyone.
    pub person: Option<PersonId>,
    /// In words.
    pub name: String,
}

/// Something about which she can choose.
#[derive(Clone, PartialEq, Eq)]
pub struct WhatOption {
    /// What.
    pub what: What,
    /// In words.
    pub name: String,
}

/// All that can be chosen.
#[derive(Clone, PartialEq, Eq)]
pub struct ChoiceOptions {
    /// For whom: everyone, then those she sees, in her order.
    pub who: Vec<WhoOption>,
    /// About what: all of it, each section of the card, plans, notes, notes with a topic.
    pub what: Vec<WhatOption>,
}

/// All that can be chosen.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) in a plain notebook.
pub fn options(conn: &Connection, words: &Words) -> Result<ChoiceOptions> {
    let seen = person::list(conn)?.into_iter().filter(|person| person.seen.is_some());
    let everyone = WhoOption { person: None, name: words.say(key::CHOICE_EVERYONE) };
    let who = seen.map(|person| WhoOption { person: Some(person.id), name: person.text.name });
    Ok(ChoiceOptions { who: std::iter::once(everyone).chain(who).collect(), what: whats(conn, words)? })
}

fn whats(conn: &Connection, words: &Words) -> Result<Vec<WhatOption>> {
    let card = cards::get(conn)?.map(|written| written.card).unwrap_or_default();
    let mut all = vec![What::Everything];
    all.extend(Section::ALL.map(What::Section));
    all.extend(card.sections.iter().map(|section| What::Own(section.id)));
    all.extend([What::Plans, What::Notes]);
    let telling = Telling { conn, words, zone: Zone::UTC };
    let named = all.into_iter().map(|what| Ok(WhatOption { what, name: telling.what(what)? }));
    let topics = topic::list(conn)?.into_iter().map(|topic| {
        let name = words.text(key::WHAT_TOPIC, &[("name", (&topic.name).into())]);
        Ok(WhatOption { what: What::topic(&topic.name), name })
    });
    named.chain(topics).collect()
}
