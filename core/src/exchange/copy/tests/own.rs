//! Her own people and her words for hard moments, into a copy and back.

use super::*;
use crate::id::PersonId;
use crate::people::own_words::{self, OwnWords};
use crate::people::person::{self, PersonText};

fn text(name: &str, number: &str, note: &str) -> PersonText {
    PersonText { name: name.into(), number: number.into(), note: note.into() }
}

fn with_people() -> (Connection, PersonId) {
    let mut conn = notebook();
    let first = write(&mut conn, |tx| {
        let first = person::add(tx, &text("Ines", "0117 496 0000", "after six")).unwrap();
        person::add(tx, &text("Key worker 🌱", "", "")).unwrap();
        own_words::set(tx, OwnWords::Words, "This will pass.\nIt did before.").unwrap();
        own_words::set(tx, OwnWords::Helps, "Tea\nThe window").unwrap();
        first
    });
    (conn, first)
}

fn names(conn: &Connection) -> Vec<String> {
    person::list(conn).unwrap().into_iter().map(|person| person.text.name).collect()
}

fn words_of(conn: &Connection) -> [String; 2] {
    OwnWords::BOTH.map(|which| own_words::get(conn, which).unwrap())
}

#[test]
fn all_of_it_comes_back_once_and_in_order() {
    let (old, first) = with_people();
    let copy = copy_of(&old);
    let mut new = notebook();
    assert_eq!(bring(&mut new, &copy), Ok(Restored { people: 2, own_words: 2, ..tally(0, 0, 0, 0, 0) }));
    assert!(person::list(&new).unwrap() == person::list(&old).unwrap());
    assert_eq!(words_of(&new), words_of(&old));
    assert_eq!(person::get(&new, first).unwrap().text.note, "after six");
    assert_eq!(bring(&mut new, &copy), Ok(tally(0, 0, 0, 0, 0)));
}

#[test]
fn the_preview_counts_what_then_comes_in_and_changes_nothing() {
    let (old, _) = with_people();
    let copy = copy_of(&old);
    let mut new = notebook();
    let told = preview(&new, &copy[..], &words(), &mut |_| true).unwrap();
    assert_eq!((names(&new).len(), words_of(&new)), (0, [String::new(), String::new()]));
    assert_eq!(bring(&mut new, &copy), Ok(told));
}

#[test]
fn one_who_was_changed_comes_in_beside_and_one_taken_out_stays_gone() {
    let (mut conn, first) = with_people();
    let copy = copy_of(&conn);
    write(&mut conn, |tx| person::edit(tx, first, &text("Ines", "0117 496 0001", "")).unwrap());
    assert_eq!(bring(&mut conn, &copy), Ok(Restored { people: 1, ..tally(0, 0, 0, 0, 0) }));
    assert_eq!(names(&conn), ["Ines", "Key worker 🌱", "Ines"]);
    assert_eq!(person::get(&conn, first).unwrap().text.number, "0117 496 0001");
    assert_eq!(bring(&mut conn, &copy), Ok(tally(0, 0, 0, 0, 0)));
    let beside = person::list(&conn).unwrap()[2].id;
    write(&mut conn, |tx| person::remove(tx, beside).unwrap());
    assert_eq!(bring(&mut conn, &copy), Ok(tally(0, 0, 0, 1, 0)));
    write(&mut conn, |tx| person::remove(tx, first).unwrap());
    let told = preview(&conn, &copy[..], &words(), &mut |_| true);
    assert_eq!((told, bring(&mut conn, &copy)), (Ok(tally(0, 0, 0, 1, 0)), Ok(tally(0, 0, 0, 1, 0))));
    assert_eq!(names(&conn), ["Key worker 🌱"]);
}

#[test]
fn words_that_differ_stay_and_those_of_the_copy_come_in_as_a_note_once() {
    let (mut conn, _) = with_people();
    let copy = copy_of(&conn);
    write(&mut conn, |tx| own_words::set(tx, OwnWords::Words, "I am here.").unwrap());
    assert_eq!(bring(&mut conn, &copy), Ok(tally(1, 0, 0, 0, 0)));
    assert_eq!(words_of(&conn)[0], "I am here.");
    let notes = state(&conn);
    assert_eq!((notes.len(), notes[0].text.as_str()), (1, "This will pass.\nIt did before."));
    assert_eq!(notes[0].at, LABEL.made);
    assert_eq!(bring(&mut conn, &copy), Ok(tally(0, 0, 0, 0, 0)));
    // A later copy holds that note too, and brings it no second time anywhere.
    let later = copy_of(&conn);
    let mut new = notebook();
    write(&mut new, |tx| own_words::set(tx, OwnWords::Words, "Other words.").unwrap());
    bring(&mut new, &later).unwrap();
    bring(&mut new, &copy).unwrap();
    assert_eq!(state(&new).iter().filter(|note| note.text.starts_with("This will pass")).count(), 1);
    let id = notes[0].id;
    write(&mut conn, |tx| note::delete_for_good(tx, id).unwrap());
    assert_eq!(bring(&mut conn, &copy), Ok(tally(0, 0, 0, 1, 0)));
}

#[test]
fn words_that_she_took_out_stay_gone() {
    let (mut conn, _) = with_people();
    let copy = copy_of(&conn);
    write(&mut conn, |tx| own_words::set(tx, OwnWords::Words, "I am here.").unwrap());
    write(&mut conn, |tx| own_words::set(tx, OwnWords::Words, "").unwrap());
    let told = preview(&conn, &copy[..], &words(), &mut |_| true);
    assert_eq!((told, bring(&mut conn, &copy)), (Ok(tally(0, 0, 0, 1, 0)), Ok(tally(0, 0, 0, 1, 0))));
    assert_eq!(words_of(&conn), ["", "Tea\nThe window"]);
    assert!(state(&conn).is_empty());
    // One who writes them anew has words that differ, and gets the copy's as a note.
    write(&mut conn, |tx| own_words::set(tx, OwnWords::Words, "Slowly.").unwrap());
    assert_eq!(bring(&mut conn, &copy), Ok(tally(1, 0, 0, 0, 0)));
}

#[test]
fn in_a_plain_notebook_they_come_in_as_notes() {
    let (old, _) = with_people();
    let copy = copy_of(&old);
    let mut plain = notebook();
    write(&mut plain, |tx| meta::set(tx, "pack", &"plain").unwrap());
    assert_eq!(bring(&mut plain, &copy), Ok(tally(4, 0, 0, 0, 0)));
    let mut said: Vec<(Option<String>, String)> =
        state(&plain).into_iter().map(|note| (note.title, note.text)).collect();
    said.sort_unstable();
    assert_eq!(said[2], (Some("Ines".to_owned()), "0117 496 0000\nafter six".to_owned()));
    assert_eq!(said[1].1, "This will pass.\nIt did before.");
    assert_eq!(bring(&mut plain, &copy), Ok(tally(0, 0, 0, 0, 0)));
    assert!(!String::from_utf8(json_of(&plain)).unwrap().contains("\"people\""));
}

/// Each is kept as U+FFFD, three bytes long: what is taken here must be taken there too.
#[test]
fn the_longest_texts_of_nul_come_back_from_a_copy() {
    let nul = |longest: usize| "\0".repeat(longest / 3);
    let too_many = |longest: usize| "\0".repeat(longest / 3 + 1);
    let mut conn = notebook();
    let person = text(&nul(person::LONGEST_LINE), &nul(person::LONGEST_LINE), &nul(person::LONGEST_NOTE));
    let long = NewNote {
        title: Some(nul(note::LONGEST_TITLE)),
        ..NewNote::of_text(nul(note::LONGEST_TEXT), Moment(0), Zone::UTC)
    };
    write(&mut conn, |tx| {
        person::add(tx, &person).unwrap();
        own_words::set(tx, OwnWords::Words, &nul(own_words::LONGEST_TEXT)).unwrap();
        note::add(tx, &long, Moment(0)).unwrap();
    });
    let too_large = Some(Error::TooLarge { what: crate::error::Thing::Text });
    write(&mut conn, |tx| {
        let longer = text("Mo", "", &too_many(person::LONGEST_NOTE));
        assert_eq!(person::add(tx, &longer).err(), too_large);
        let longer = too_many(own_words::LONGEST_TEXT);
        assert_eq!(own_words::set(tx, OwnWords::Helps, &longer).err(), too_large);
        let longer = NewNote::of_text(too_many(note::LONGEST_TEXT), Moment(0), Zone::UTC);
        assert_eq!(note::add(tx, &longer, Moment(0)).err(), too_large);
    });
    let mut new = notebook();
    let brought = Restored { people: 1, own_words: 1, ..tally(1, 0, 0, 0, 0) };
    assert_eq!(bring(&mut new, &copy_of(&conn)), Ok(brought));
    assert!(state(&new) == state(&conn) && words_of(&new) == words_of(&conn));
}

fn json_of(conn: &Connection) -> Vec<u8> {
    files_of(conn).into_iter().find(|(name, _)| name == layout::JSON).unwrap().1
}

#[test]
fn an_open_folder_holds_them_too() {
    let (old, first) = with_people();
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let exported = export(&old, &out, Uncleaned::TakeAlong, LABEL, &mut |_| true).unwrap();
    assert_eq!((exported.people, exported.own_words, exported.notes), (2, 2, 0));
    let json: serde_json::Value = serde_json::from_slice(&fs::read(out.join(layout::JSON)).unwrap()).unwrap();
    assert_eq!(json["people"][0]["id"], first.to_string());
    assert_eq!(json["people"][0]["number"], "0117 496 0000");
    assert_eq!(json["right_now"]["helps"], "Tea\nThe window");
    let read = |name: &str| fs::read_to_string(out.join(name)).unwrap();
    assert_eq!(read(layout::PEOPLE), "# Ines\n\n0117 496 0000\n\nafter six\n\n# Key worker 🌱\n");
    assert_eq!(read(layout::OWN_WORDS), "This will pass.\nIt did before.\n");
    assert_eq!(read(layout::HELPS), "Tea\nThe window\n");
}

#[test]
fn a_sealed_copy_has_them_to_read_and_is_told_to_hold_them() {
    let (old, _) = with_people();
    let names: Vec<String> = files_of(&old).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, [layout::READ_ME, layout::JSON, layout::PEOPLE, layout::OWN_WORDS, layout::HELPS]);
    let contents = check(&copy_of(&old)[..], &words(), &mut |_| true).unwrap();
    assert_eq!((contents.people, contents.own_words), (2, 2));
    let mut plain = notebook();
    write(&mut plain, |tx| meta::set(tx, "pack", &"plain").unwrap());
    assert_eq!(files_of(&plain).len(), 2);
}

/// What a mistaken writer would make.
#[test]
fn a_person_without_a_name_or_an_id_that_comes_twice_is_damage() {
    let (old, _) = with_people();
    let mut files = files_of(&old);
    let json = String::from_utf8(files[1].1.clone()).unwrap();
    let damaged = Err(Error::Damaged { part: Part::Copy });
    let second = person::list(&old).unwrap()[1].id.to_string();
    let first = person::list(&old).unwrap()[0].id.to_string();
    for (from, to) in [("\"Ines\"", "\" \""), (second.as_str(), first.as_str())] {
        files[1].1 = json.replace(from, to).into_bytes();
        let mut new = notebook();
        assert_eq!(bring(&mut new, &sealed_of(&files)), damaged);
    }
}
