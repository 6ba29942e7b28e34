//! What was read in a message, as she looks at it before anything is kept: what is certain and what is a guess apart.

use chrono::NaiveTime;
use rusqlite::Connection;

use super::dates::{self, DateLine};
use crate::error::Result;
use crate::message::{self, News, Read, Understood};
use crate::time::{Moment, Zone};
use crate::visits::visit::{Kind, Status, Visit};
use crate::words::{Key, Words, key};

/// A date that was read in a message.
#[derive(Clone, PartialEq, Eq)]
pub struct ReadDate {
    /// What would be kept: to be corrected first.
    pub visit: Visit,
    /// What was read, a line each.
    pub lines: Vec<ReadLine>,
    /// Dates of that day that she has already: what is called off or changed may be one of them.
    pub known: Vec<DateLine>,
}

/// A piece that was read.
#[derive(Clone, PartialEq, Eq)]
pub struct ReadLine {
    /// What it is: the day, the time, the place.
    pub what: String,
    /// What was read.
    pub value: String,
    /// Whether it can mean nothing else. If not, it is a guess.
    pub sure: bool,
}

/// All dates in a message that was pasted at `now`, on the clocks of `zone`. None at all is a normal outcome.
///
/// # Errors
/// Those of the store.
pub fn read(conn: &Connection, words: &Words, text: &str, now: Moment, zone: Zone) -> Result<Vec<ReadDate>> {
    let found = message::read(text, now.local(zone));
    let read = |one: &Understood| {
        let known = known(conn, words, one, now, zone)?;
        Ok(ReadDate { visit: visit(one, zone), lines: lines(words, one), known })
    };
    found.iter().map(read).collect()
}

/// Dates of the day that was read.
///
/// # Errors
/// Those of the store.
pub fn known(
    conn: &Connection,
    words: &Words,
    found: &Understood,
    now: Moment,
    zone: Zone,
) -> Result<Vec<DateLine>> {
    found.day.as_ref().map_or(Ok(Vec::new()), |day| dates::of_day(conn, words, day.value, now, zone))
}

/// What was read, as a date to be kept.
#[must_use]
pub fn visit(found: &Understood, zone: Zone) -> Visit {
    let text = |read: &Option<Read<String>>| read.as_ref().map(|read| read.value.clone()).unwrap_or_default();
    Visit {
        when: found.when(),
        zone,
        kind: found.kind.as_ref().map(|kind| kind.value),
        who: text(&found.who),
        place: text(&found.place),
        contact: text(&found.contact),
        status: match found.news.value {
            News::New => Status::Planned,
            News::Changed => Status::Changed,
            News::CalledOff => Status::CalledOff,
        },
        ..Visit::default()
    }
}

/// What was read, in words.
#[must_use]
pub fn lines(words: &Words, found: &Understood) -> Vec<ReadLine> {
    let text = |read: &Option<Read<String>>| read.clone();
    let say = |key: Key, sure: bool| Read { value: words.say(key), sure };
    let day = found
        .day
        .as_ref()
        .map(|day| Read { value: words.date(day.value.and_time(NaiveTime::MIN)), sure: day.sure });
    let news = (found.news.value != News::New).then(|| say(news_key(found.news.value), found.news.sure));
    let kind = found.kind.as_ref().map(|kind| say(kind_key(kind.value), kind.sure));
    let all = [
        (key::PASTE_NEWS, news),
        (key::PASTE_DAY, day),
        (key::PASTE_TIME, time(words, found)),
        (key::PASTE_KIND, kind),
        (key::PASTE_PLACE, text(&found.place)),
        (key::PASTE_WHO, text(&found.who)),
        (key::PASTE_CONTACT, text(&found.contact)),
    ];
    let line = |(what, read): (Key, Option<Read<String>>)| {
        let Read { value, sure } = read?;
        Some(ReadLine { what: words.say(what), value, sure })
    };
    all.into_iter().filter_map(line).collect()
}

fn time(words: &Words, found: &Understood) -> Option<Read<String>> {
    let from = found.from.as_ref()?;
    let said = words.time(from.value);
    Some(match &found.to {
        Some(to) => {
            let to_said = words.time(to.value);
            let gaps = [("from", (&said).into()), ("to", (&to_said).into())];
            Read { value: words.text(key::PASTE_BETWEEN, &gaps), sure: from.sure && to.sure }
        }
        None => Read { value: said, sure: from.sure },
    })
}

fn news_key(news: News) -> Key {
    match news {
        News::New => key::PASTE_NEWS_NEW,
        News::Changed => key::PASTE_NEWS_CHANGED,
        News::CalledOff => key::PASTE_NEWS_OFF,
    }
}

fn kind_key(kind: Kind) -> Key {
    match kind {
        Kind::InPerson => key::VISIT_IN_PERSON,
        Kind::Phone => key::VISIT_PHONE,
        Kind::Video => key::VISIT_VIDEO,
        Kind::Home => key::VISIT_HOME,
    }
}
