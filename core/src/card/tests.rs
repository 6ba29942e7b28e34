use super::fields::{About, Answer, Card, Filing, OwnSection, Reach};
use super::phrase::{Line, List};
use super::{kept, store};
use crate::consent::tests::{notebook, write};
use crate::error::{Error, Thing};
use crate::id::SectionId;
use crate::journal::settings::{self, Switch};
use crate::time::{Moment, Zone};
use crate::words::{Pack, Words};

fn own(text: &str) -> Line {
    Line::Own(text.into())
}

fn picked(name: &str) -> Line {
    Line::Picked { pick: name.into() }
}

/// One with all that a card can have.
pub(crate) fn whole() -> Card {
    Card {
        wants: vec![picked("want-sleep"), own("A letter for work")],
        please: vec![picked("help-door"), own("Speak slowly")],
        please_not: vec![picked("not-weigh")],
        reach: Reach {
            number: "07700 900123".into(),
            when: "Tuesdays after ten".into(),
            voicemail: Answer::No,
            texts: Answer::Yes,
            letters: Answer::No,
            who_answers: "My sister".into(),
            not_told: "Anyone at home".into(),
        },
        medicines: "One white tablet at night".into(),
        allergies: "Penicillin".into(),
        filing: Filing::AskMe,
        about: About { name: "Jo".into(), born: "1980-02-29".into(), nhs_number: "943 476 5919".into() },
        reception: vec![picked("help-name"), own("I come ten minutes early")],
        sections: vec![OwnSection {
            id: SectionId([7; 16]),
            title: "What helped before".into(),
            text: "Sitting near the window.".into(),
        }],
    }
}

fn put(conn: &mut rusqlite::Connection, card: &Card, at: i64) -> crate::Result<()> {
    write(conn, |tx| store::put(tx, card, Moment(at), Zone::UTC))
}

#[test]
fn the_card_comes_back_as_it_was_written() {
    let mut conn = notebook("full");
    assert!(store::get(&conn).unwrap().is_none());
    put(&mut conn, &Card::default(), 1).unwrap();
    assert!(store::get(&conn).unwrap().is_none(), "an empty one is none");
    put(&mut conn, &whole(), 2).unwrap();
    let written = store::get(&conn).unwrap().unwrap();
    assert!(written.card == whole() && written.at == Moment(2));
    put(&mut conn, &whole(), 3).unwrap();
    assert_eq!(store::get(&conn).unwrap().unwrap().at, Moment(2), "no change is none");
}

#[test]
fn one_step_back_and_forth() {
    let mut conn = notebook("full");
    let nothing = Err(Error::NotFound { what: Thing::Undo });
    assert_eq!(write(&mut conn, store::take_back), nothing);
    put(&mut conn, &whole(), 2).unwrap();
    put(&mut conn, &Card::default(), 3).unwrap();
    write(&mut conn, store::take_back).unwrap();
    let back = store::get(&conn).unwrap().unwrap();
    assert!(back.card == whole() && back.at == Moment(2), "with the day it was written");
    write(&mut conn, store::take_back).unwrap();
    assert!(store::get(&conn).unwrap().unwrap().card.is_empty());
    write(&mut conn, store::forget_earlier).unwrap();
    assert_eq!(write(&mut conn, store::take_back), nothing);
}

#[test]
fn a_first_card_that_was_taken_back_never_was() {
    let mut conn = notebook("full");
    write(&mut conn, |tx| settings::set(tx, Switch::CardHistory, true)).unwrap();
    put(&mut conn, &whole(), 2).unwrap();
    write(&mut conn, store::take_back).unwrap();
    assert!(store::get(&conn).unwrap().is_none());
    put(&mut conn, &whole(), 3).unwrap();
    let past: Vec<_> = store::past(&conn).unwrap().into_iter().map(|past| past.at).collect();
    assert_eq!(past, [Moment(2)], "and no empty one is among the older cards");
}

#[test]
fn earlier_cards_are_kept_only_while_she_wants_them() {
    let mut conn = notebook("full");
    let second = Card { medicines: "None".into(), ..whole() };
    put(&mut conn, &whole(), 1).unwrap();
    put(&mut conn, &second, 2).unwrap();
    assert!(store::past(&conn).unwrap().is_empty());
    write(&mut conn, |tx| settings::set(tx, Switch::CardHistory, true)).unwrap();
    put(&mut conn, &whole(), 3).unwrap();
    let past = store::past(&conn).unwrap();
    assert!(past.len() == 1 && past[0].card == second && past[0].at == Moment(2));
    write(&mut conn, store::clear_past).unwrap();
    assert!(store::past(&conn).unwrap().is_empty() && !store::can_take_back(&conn).unwrap());
}

#[test]
fn what_a_card_does_not_take_is_refused_and_changes_nothing() {
    let mut conn = notebook("full");
    put(&mut conn, &whole(), 1).unwrap();
    let four = vec![own("a"), own("b"), own("c"), own("d")];
    let too_many = Card { wants: four, ..whole() };
    assert_eq!(put(&mut conn, &too_many, 2), Err(Error::TooLarge { what: Thing::Card }));
    let long = Card { medicines: "x".repeat(kept::LONGEST_TEXT + 1), ..whole() };
    assert_eq!(put(&mut conn, &long, 2), Err(Error::TooLarge { what: Thing::Text }));
    assert!(store::get(&conn).unwrap().unwrap().card == whole());
    let mut plain = notebook("plain");
    assert_eq!(put(&mut plain, &whole(), 1), Err(Error::NotFound { what: Thing::Card }));
    assert_eq!(store::get(&plain).err(), Some(Error::NotFound { what: Thing::Card }));
}

#[test]
fn a_phrase_of_a_later_version_is_kept() {
    let later = Card { wants: vec![picked("want-of-later")], ..whole() };
    assert!(kept::clean(&later).unwrap() == later);
}

#[test]
fn texts_are_kept_without_what_is_around_them_and_lists_without_doubles() {
    let messy = Card {
        wants: vec![own("  My   sleep "), own(" "), own("My sleep")],
        medicines: " one\ntwo\0 ".into(),
        sections: vec![OwnSection { id: SectionId([1; 16]), title: " ".into(), text: String::new() }],
        ..Card::default()
    };
    let clean = kept::clean(&messy).unwrap();
    assert!(clean.wants == [own("My sleep")] && clean.sections.is_empty());
    assert_eq!(clean.medicines, "one\ntwo\u{fffd}");
}

#[test]
fn every_phrase_is_said_in_a_full_notebook_and_in_no_plain_one() {
    let (full, plain) = (Words::new(Pack::Full, "en"), Words::new(Pack::Plain, "en"));
    for name in List::ALL.iter().flat_map(|list| list.phrases()) {
        assert!(full.named(name.name(), &[]).is_some(), "{name:?}");
        assert!(plain.named(name.name(), &[]).is_none(), "{name:?}");
    }
}

#[test]
fn frozen_card() {
    let frozen = include_str!("frozen_card.json").trim_end();
    assert_eq!(store::body(&whole()).unwrap(), frozen);
    assert!(serde_json::from_str::<Card>(frozen).unwrap() == whole());
    assert!(
        serde_json::from_str::<Card>("{\"later\":1}").unwrap().is_empty(),
        "later fields are passed over"
    );
}
