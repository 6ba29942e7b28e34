//! From a message that a practice, a hospital or a chemist sent to appointments that she corrects before they are
//! kept. In English and Welsh. Whatever is not certain is marked as a guess, and nothing is ever kept from here.

mod day;
mod gather;
mod kind;
mod language;
mod news;
mod number;
mod place;
mod role;
mod said;
mod sentence;
#[cfg(test)]
mod tests;
mod time;
mod token;
mod unit;

use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::visits::visit::Kind;
use crate::visits::when::When;

/// What was read, and whether it can mean nothing else.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Read<T> {
    /// What was read.
    pub value: T,
    /// Whether it is certain. If not, it is a guess, and shown as one.
    pub sure: bool,
}

/// What a message tells of an appointment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// That there is one.
    New,
    /// That it was put to another time: the new one is given.
    Changed,
    /// That it does not take place.
    CalledOff,
}

/// An appointment as a message tells of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Understood {
    /// What is told of it.
    pub news: Read<News>,
    /// Its day.
    pub day: Option<Read<NaiveDate>>,
    /// Its time, or the first of a window.
    pub from: Option<Read<NaiveTime>>,
    /// The last of a window, after the first.
    pub to: Option<Read<NaiveTime>>,
    /// How it happens.
    pub kind: Option<Read<Kind>>,
    /// Where, in the words of the message.
    pub place: Option<Read<String>>,
    /// Whom she sees, in the words of the message.
    pub who: Option<Read<String>>,
    /// The number to call them by, as it is written.
    pub contact: Option<Read<String>>,
}

impl Understood {
    /// Its time, certain or guessed.
    #[must_use]
    pub fn when(&self) -> When {
        let Some(day) = self.day.as_ref().map(|day| day.value) else { return When::ToBeTold };
        match (&self.from, &self.to) {
            (Some(from), Some(to)) => When::Window { day, from: from.value, to: to.value },
            (Some(from), None) => When::At(day.and_time(from.value)),
            _ => When::Day(day),
        }
    }

    /// Makes a guess of its time: of two in a message of a change, one may be the old one.
    fn doubt(&mut self) {
        if let Some(day) = self.day.as_mut() {
            day.sure = false;
        }
        for time in [self.from.as_mut(), self.to.as_mut()].into_iter().flatten() {
            time.sure = false;
        }
    }
}

/// Reads a message as it was pasted at `now`, on the clocks where she is. Days without a year are the next such; days
/// told from today, such as "tomorrow", are guesses, since the message may be some days old. Only the beginning of a
/// very long text is looked at. Nothing understood is an empty list.
#[must_use]
pub fn read(text: &str, now: NaiveDateTime) -> Vec<Understood> {
    let text = token::beginning(text);
    let tokens = token::tokens(text);
    let sentences = sentence::sentences(&tokens);
    let (drafts, replaced) = gather::drafts(&tokens, &sentences, now.date());
    let own: Vec<Vec<usize>> = drafts.iter().map(|draft| draft.sentences.clone()).collect();
    let news = news::of_all(&sentences, &own, replaced);
    let starts = drafts.iter().map(|draft| draft.start).collect();
    let message = Message { text, tokens: &tokens, sentences: &sentences, starts };
    let mut read: Vec<Understood> =
        drafts.iter().zip(news).filter_map(|(draft, news)| Some(message.understood(draft, news?))).collect();
    if read.len() > 1 {
        read.iter_mut().filter(|one| one.news.value == News::Changed).for_each(Understood::doubt);
    }
    read
}

/// A message taken apart.
struct Message<'m> {
    text: &'m str,
    tokens: &'m [token::Token<'m>],
    sentences: &'m [sentence::Sentence],
    /// Where its appointments begin.
    starts: Vec<usize>,
}

impl Message<'_> {
    /// What is told of an appointment.
    fn understood(&self, draft: &gather::Draft, news: Read<News>) -> Understood {
        let own: Vec<_> = draft.sentences.iter().filter_map(|at| self.sentences.get(*at)).collect();
        let alone = !own.iter().any(|one| self.shares(one, draft.start));
        let firm = draft.day.is_some_and(|day| day.sure);
        let place = self.find(draft, &own, place::place);
        let kind = kind::of(&own, self.sentences, place.as_ref().map(|place| place.sure && firm));
        let time = |value, sure| Read { value, sure };
        Understood {
            news,
            day: draft.day,
            from: draft.clock.map(|clock| time(clock.from, clock.sure)),
            to: draft.clock.and_then(|clock| Some(time(clock.to?, clock.sure))),
            kind: kind.map(|kind| Read { sure: kind.sure && alone, ..kind }),
            place,
            who: self.find(draft, &own, place::who),
            contact: number::contact(self.text, self.tokens),
        }
    }

    /// Whether a sentence holds another appointment than the one that begins at a place.
    fn shares(&self, sentence: &sentence::Sentence, start: usize) -> bool {
        self.starts.iter().any(|other| *other != start && (sentence.start..sentence.end).contains(other))
    }

    /// The first name that its own pieces have, from where it begins to where the next one does; then, as a guess
    /// if there are others, that of its sentences; then that of the whole message.
    fn find(&self, draft: &gather::Draft, own: &[&sentence::Sentence], look: Look) -> Option<Read<String>> {
        let of = |pieces: Range<usize>| look(self.text, self.tokens, pieces);
        let only = self.starts.len() == 1;
        let guess = |found: Read<String>| Read { sure: found.sure && only, ..found };
        let own_pieces = own.iter().find_map(|one| {
            let next = self.starts.iter().copied().filter(|start| *start > draft.start).min();
            let end = one.end.min(next.unwrap_or(one.end));
            if self.shares(one, draft.start) {
                of(one.start.max(draft.start)..end)
            } else {
                of(one.start..one.end)
            }
        });
        own_pieces
            .or_else(|| own.iter().find_map(|one| of(one.start..one.end)).map(guess))
            .or_else(|| self.sentences.iter().find_map(|one| of(one.start..one.end)).map(guess))
    }
}

/// A way to look for a name in some pieces.
type Look = fn(&str, &[token::Token<'_>], Range<usize>) -> Option<Read<String>>;
