//! Her card, her choices and what she showed, into a copy and back.

use super::*;
use crate::card::fields::Card;
use crate::card::store as cards;
use crate::card::tests::whole;
use crate::consent::choice::{Rule, Shows};
use crate::consent::grant::{Ended, Form, Grant, Shown, Way, Why};
use crate::consent::receipt::{self, KeptWords};
use crate::consent::store as choices;
use crate::consent::what::{Part as Shows_, Section, What};
use crate::exchange::copy::record::{Head, Holds, RightNowRecord};
use crate::exchange::copy::showing::ShowingRecord;
use crate::id::{GrantId, PersonId};
use crate::journal::settings::{self, Switch};
use crate::people::person::{self, PersonText};
use crate::people::seen::{self, Seen, SeenAs};

const RECEIPT: GrantId = GrantId([9; 16]);

fn never(person: Option<PersonId>) -> Rule {
    Rule { person, what: What::Section(Section::Medicines), shows: Shows::Never, until: None }
}

fn grant() -> Grant {
    let parts = vec![Shows_::Section(Section::Wants)];
    let shown = Shown { person: None, way: Way::Text, form: Form::Short, parts, zone: Zone::UTC };
    Grant { id: RECEIPT, at: Moment(7000), shown, ended: None }
}

/// One with all of it: a card, someone she sees, a choice for them, and a line about a showing with its words.
fn with_showing() -> (Connection, PersonId) {
    let mut conn = notebook();
    let doctor = write(&mut conn, |tx| {
        let text = PersonText { name: "Dr Khan".into(), number: String::new(), note: String::new() };
        let seen = Seen { again: "She listened".into(), ..Seen::new(SeenAs::Clinician) };
        let doctor = seen::add(tx, &text, &seen).unwrap();
        cards::put(tx, &whole(), Moment(5000), Zone::UTC).unwrap();
        choices::set(tx, &never(Some(doctor))).unwrap();
        let words = KeptWords { part: Shows_::Section(Section::Wants), text: "Today I want: sleep".into() };
        receipt::put(tx, &grant(), &[words]).unwrap();
        doctor
    });
    (conn, doctor)
}

fn all_new() -> Restored {
    Restored { people: 1, card: 1, choices: 1, receipts: 1, ..tally(0, 0, 0, 0, 0) }
}

#[test]
fn all_of_it_comes_back_once_and_nothing_goes_on() {
    let (old, doctor) = with_showing();
    let copy = copy_of(&old);
    let mut new = notebook();
    assert_eq!(preview(&new, &copy[..], &words(), &mut |_| true), Ok(all_new()));
    assert_eq!(bring(&mut new, &copy), Ok(all_new()));
    let card = cards::get(&new).unwrap().unwrap();
    assert!(card.card == whole() && card.at == Moment(5000));
    assert_eq!(person::get(&new, doctor).unwrap().seen.unwrap().again, "She listened");
    assert_eq!(choices::list(&new).unwrap()[0].rule, never(Some(doctor)));
    let back = receipt::get(&new, RECEIPT).unwrap();
    assert_eq!(back.ended, Some(Ended { at: Moment(9000), why: Why::Restored }));
    assert_eq!(receipt::words(&new, RECEIPT).unwrap()[0].text, "Today I want: sleep");
    assert_eq!(bring(&mut new, &copy), Ok(tally(0, 0, 0, 0, 0)));
}

#[test]
fn the_card_here_stays_and_the_copys_comes_in_as_a_note_once() {
    let (mut conn, _) = with_showing();
    let copy = copy_of(&conn);
    let other = Card { medicines: "None now".into(), ..whole() };
    write(&mut conn, |tx| cards::put(tx, &other, Moment(6000), Zone::UTC).unwrap());
    assert_eq!(bring(&mut conn, &copy), Ok(tally(1, 0, 0, 0, 0)));
    assert!(cards::get(&conn).unwrap().unwrap().card == other);
    let note = &state(&conn)[0].text;
    assert!(
        note.contains("- today I want: Help with sleep") && note.contains("- allergies: Penicillin"),
        "{note}"
    );
    assert_eq!(bring(&mut conn, &copy), Ok(tally(0, 0, 0, 0, 0)));
    let (mut emptied, _) = with_showing();
    write(&mut emptied, |tx| cards::put(tx, &Card::default(), Moment(6000), Zone::UTC).unwrap());
    let brought = bring(&mut emptied, &copy).unwrap();
    assert_eq!(
        (brought.card, brought.new),
        (0, 1),
        "where she took hers off, it comes as a note: never lost"
    );
}

#[test]
fn choices_become_stricter_and_what_she_took_out_or_deleted_stays_gone() {
    let (mut conn, doctor) = with_showing();
    let copy = copy_of(&conn);
    let milder = Rule { shows: Shows::Show, ..never(Some(doctor)) };
    write(&mut conn, |tx| choices::set(tx, &milder).unwrap());
    assert_eq!(bring(&mut conn, &copy), Ok(Restored { choices: 1, ..tally(0, 0, 0, 0, 0) }));
    assert_eq!(choices::list(&conn).unwrap()[0].rule.shows, Shows::Never);
    write(&mut conn, |tx| {
        receipt::delete(tx, RECEIPT).unwrap();
        choices::remove_person(tx, doctor, Moment(9000)).unwrap();
    });
    assert_eq!(bring(&mut conn, &copy), Ok(tally(0, 0, 0, 3, 0)));
    assert!(choices::list(&conn).unwrap().is_empty() && receipt::list(&conn, None).unwrap().is_empty());
}

#[test]
fn one_who_comes_in_beside_is_held_to_the_same_choices() {
    let (mut conn, doctor) = with_showing();
    let copy = copy_of(&conn);
    let changed = PersonText { name: "Dr Khan".into(), number: "0117 496 0000".into(), note: String::new() };
    write(&mut conn, |tx| person::edit(tx, doctor, &changed).unwrap());
    let told = preview(&conn, &copy[..], &words(), &mut |_| true).unwrap();
    assert_eq!(told, Restored { people: 1, choices: 1, ..tally(0, 0, 0, 0, 0) });
    assert_eq!(bring(&mut conn, &copy), Ok(told));
    let who: Vec<_> = person::list(&conn).unwrap().into_iter().map(|person| Some(person.id)).collect();
    let rules: Vec<_> = choices::list(&conn).unwrap().into_iter().map(|choice| choice.rule).collect();
    assert!(who.len() == 2 && who.iter().all(|&person| rules.contains(&never(person))));
    assert_eq!(bring(&mut conn, &copy), Ok(tally(0, 0, 0, 0, 0)));
}

#[test]
fn earlier_cards_come_without_a_card_and_where_she_keeps_them() {
    let (mut old, _) = with_showing();
    write(&mut old, |tx| settings::set(tx, Switch::CardHistory, true).unwrap());
    write(&mut old, |tx| cards::put(tx, &Card::default(), Moment(6000), Zone::UTC).unwrap());
    let copy = copy_of(&old);
    let mut new = notebook();
    let past =
        |conn: &Connection| cards::past(conn).unwrap().into_iter().map(|past| past.at).collect::<Vec<_>>();
    for _ in 0..2 {
        bring(&mut new, &copy).unwrap();
        assert_eq!(past(&new), [Moment(5000)]);
    }
    write(&mut old, |tx| cards::clear_past(tx).unwrap());
    bring(&mut old, &copy).unwrap();
    assert_eq!(past(&old), [Moment(5000)], "she keeps them here");
    write(&mut old, |tx| cards::clear_past(tx).unwrap());
    write(&mut old, |tx| settings::set(tx, Switch::CardHistory, false).unwrap());
    bring(&mut old, &copy).unwrap();
    assert!(past(&old).is_empty(), "she does not want them here");
}

#[test]
fn whom_they_belong_to_may_come_later_or_not_at_all() {
    let (mut old, doctor) = with_showing();
    write(&mut old, |tx| {
        let text = PersonText { name: "Any GP here".into(), number: String::new(), note: String::new() };
        let role = seen::add(tx, &text, &Seen::new(SeenAs::Role)).unwrap();
        let of = Seen { of: Some(role), ..Seen::new(SeenAs::Clinician) };
        seen::set(tx, doctor, Some(&of)).unwrap();
    });
    let copy = copy_of(&old);
    let mut new = notebook();
    let told = preview(&new, &copy[..], &words(), &mut |_| true).unwrap();
    assert_eq!(bring(&mut new, &copy), Ok(told));
    assert_eq!(seen::belongs_to(&new, doctor).unwrap().len(), 2);
}

#[test]
fn one_that_had_ended_there_ends_here() {
    let (mut conn, _) = with_showing();
    let living = copy_of(&conn);
    let asked = Ended { at: Moment(8000), why: Why::Asked };
    write(&mut conn, |tx| receipt::end(tx, RECEIPT, asked).unwrap());
    let ended = copy_of(&conn);
    assert_eq!(bring(&mut conn, &living), Ok(tally(0, 0, 0, 0, 0)));
    assert_eq!(receipt::get(&conn, RECEIPT).unwrap().ended, Some(asked), "a copy never opens it again");
    let (mut other, _) = with_showing();
    bring(&mut other, &ended).unwrap();
    assert_eq!(receipt::get(&other, RECEIPT).unwrap().ended, Some(asked));
}

#[test]
fn a_plain_notebook_takes_the_card_as_a_note_and_no_more() {
    let (old, _) = with_showing();
    let mut plain = notebook();
    write(&mut plain, |tx| crate::storage::meta::set(tx, "pack", &"plain").unwrap());
    let brought = bring(&mut plain, &copy_of(&old)).unwrap();
    assert_eq!((brought.new, brought.card, brought.choices, brought.receipts), (2, 0, 0, 0));
    let count = |table| plain.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0));
    for table in ["card", "choice", "receipt", "receipt_words", "person"] {
        assert_eq!(count(table), Ok(0_i64), "{table}");
    }
}

#[test]
fn what_says_itself_twice_or_out_of_place_is_damaged() {
    let (old, doctor) = with_showing();
    let mut json = Vec::new();
    let showing = ShowingRecord::of(&old).unwrap();
    let head = Head {
        made: Moment(0),
        holds: Holds::default(),
        import_keys: vec![],
        people: vec![],
        right_now: RightNowRecord::default(),
    };
    json::JsonWriter::new(&mut json, &head).unwrap().finish(&showing).unwrap();
    let text = String::from_utf8(json).unwrap();
    let read = |text: &str| json::read(&mut text.as_bytes(), &mut |_| Ok(())).map(drop);
    assert_eq!(read(&text), Ok(()));
    let choice = showing.choices[0].id.to_string();
    let named = text.replace(&choice, "CHOICE").replace(&doctor.to_string(), "PERSON");
    assert_eq!(named, include_str!("frozen_showing.json"));
    let twice = text.replace("}\n", ",\"showing\":{}}\n");
    let damaged = Err(Error::Damaged { part: Part::Copy });
    assert_eq!(read(&twice), damaged);
    let before = text.replacen(",\"notes\":[", ",\"showing\":{},\"notes\":[", 1);
    assert_eq!(read(&before), damaged);
}
