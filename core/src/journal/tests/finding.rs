//! Pages and search.

use rusqlite::Connection;

use super::fixture::{add, open, write};
use crate::error::{Error, Thing};
use crate::id::NoteId;
use crate::journal::note::NewNote;
use crate::journal::page::{NoteLine, PageQuery, page};
use crate::journal::search::{Hit, SearchQuery, search};
use crate::journal::{bin, find, index, note, topic};
use crate::time::{Moment, Zone};

fn hits(conn: &Connection, text: &str) -> Vec<Hit> {
    search(conn, &SearchQuery::of_text(text.into())).unwrap()
}

fn found(conn: &Connection, text: &str) -> Vec<NoteId> {
    hits(conn, text).into_iter().map(|hit| hit.line.id).collect()
}

fn ids(lines: Vec<NoteLine>) -> Vec<NoteId> {
    lines.into_iter().map(|line| line.id).collect()
}

fn all_pages(conn: &Connection, make: impl Fn() -> PageQuery) -> Vec<NoteId> {
    let mut all: Vec<NoteId> = Vec::new();
    loop {
        let next = ids(page(conn, &PageQuery { after: all.last().copied(), ..make() }).unwrap());
        if next.is_empty() {
            return all;
        }
        all.extend(next);
    }
}

#[test]
fn pages_go_from_pinned_to_oldest_and_miss_nothing() {
    let mut conn = open();
    let notes: Vec<_> = (0..23).map(|n| add(&mut conn, -100 + n / 2, "x")).collect();
    write(&mut conn, |tx| {
        note::set_pinned(tx, notes[3], true).unwrap();
        note::set_pinned(tx, notes[9], true).unwrap();
        bin::bin(tx, notes[20], Moment(1)).unwrap();
    });
    let seen = all_pages(&conn, || PageQuery { limit: 4, ..PageQuery::default() });
    assert_eq!(seen.len(), 22);
    assert_eq!(seen[..2], [notes[9], notes[3]]);
    let times: Vec<_> = seen[2..].iter().map(|id| note::get(&conn, *id).unwrap().at).collect();
    assert!(times.is_sorted_by(|a, b| a >= b));
    assert!(!seen.contains(&notes[20]));
}

#[test]
fn a_page_keeps_to_its_dates_and_its_topic() {
    let mut conn = open();
    let mut labelled = Vec::new();
    write(&mut conn, |tx| {
        for n in 0..1100 {
            let mut new = NewNote::of_text("x".into(), Moment(n), Zone::UTC);
            new.topics = match n % 100 {
                0 => vec!["Rare".into(), "Often".into()],
                1 => vec![],
                _ => vec!["often".into()],
            };
            let id = note::add(tx, &new, Moment(0)).unwrap();
            if n % 100 == 0 {
                labelled.insert(0, id);
            }
        }
        note::set_pinned(tx, labelled[5], true).unwrap();
    });
    let of = |topic: &str| PageQuery { topic: Some(topic.into()), limit: 3, ..PageQuery::default() };
    let mut expected = labelled.clone();
    let pinned = expected.remove(5);
    expected.insert(0, pinned);
    assert_eq!(all_pages(&conn, || of("RARE")), expected);
    assert_eq!(all_pages(&conn, || PageQuery { limit: 50, ..of("often") }).len(), 1089);
    let between = PageQuery { from: Some(Moment(100)), to: Some(Moment(300)), ..of("rare") };
    assert_eq!(ids(page(&conn, &between).unwrap()), [labelled[8], labelled[9]]);
    let unknown = page(&conn, &of("no such"));
    assert!(matches!(unknown, Err(Error::NotFound { what: Thing::Topic })));
}

#[test]
fn the_bin_shows_what_was_put_there_last_first() {
    let mut conn = open();
    let notes: Vec<_> = (0..5).map(|n| add(&mut conn, n, "x")).collect();
    write(&mut conn, |tx| {
        for (when, n) in [(10, 4), (20, 0), (30, 2)] {
            bin::bin(tx, notes[n], Moment(when)).unwrap();
        }
    });
    let seen = all_pages(&conn, || PageQuery { binned: true, limit: 2, ..PageQuery::default() });
    assert_eq!(seen, [notes[2], notes[0], notes[4]]);
}

#[test]
fn a_page_and_the_bin_walk_their_index() {
    let conn = open();
    for binned in [false, true] {
        let plan = plan_of_page(&conn, binned);
        assert!(plan.iter().any(|step| step.contains("USING INDEX note_")), "{plan:?}");
        assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:?}");
        assert!(!plan.iter().any(|step| step.starts_with("SCAN")), "{plan:?}");
    }
}

fn plan_of_page(conn: &Connection, binned: bool) -> Vec<String> {
    let sql = if binned {
        crate::journal::page::sql_of_bin(None)
    } else {
        crate::journal::page::sql_of_notes(conn, None).unwrap()
    };
    let mut explain = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let count = explain.parameter_count();
    let nothing = vec![rusqlite::types::Null; count];
    let steps = explain.query_map(rusqlite::params_from_iter(nothing), |row| row.get(3)).unwrap();
    steps.map(Result::unwrap).collect()
}

#[test]
fn search_is_blind_to_case_and_accents_and_takes_beginnings() {
    let mut conn = open();
    let cafe = add(&mut conn, 1, "We met in the Café Österreich, it wasn't far");
    let thai = add(&mut conn, 2, "วันนี้ฉันไปที่สวน");
    let chinese = add(&mut conn, 3, "今天我去了北京大学");
    let arabic = add(&mut conn, 4, "ذهبتُ إلى المكتبة");
    assert_eq!(found(&conn, "cafe oster"), [cafe]);
    assert_eq!(found(&conn, "CAFÉ"), [cafe]);
    assert_eq!(found(&conn, "wasn’t"), [cafe]);
    assert_eq!(found(&conn, "afe"), []);
    assert_eq!(found(&conn, "cafe tea"), []);
    assert_eq!(found(&conn, "สวน"), [thai]);
    assert_eq!(found(&conn, "北京"), [chinese]);
    assert_eq!(found(&conn, "京北"), []);
    assert_eq!(found(&conn, "ذهبت المـكتبه"), [arabic]);
}

#[test]
fn nothing_typed_is_syntax_or_an_error() {
    let mut conn = open();
    let id = add(&mut conn, 1, "near or not title: the body* ^start");
    for text in
        ["title:body", "\"", "a\" OR \"b", "NOT", "NEAR(", "body*", "-", "^", "(", "'", "\0", "{", "*", "+"]
    {
        let _ = hits(&conn, text);
    }
    for text in ["", "  ", "…!?", "🌱", "\"\""] {
        assert!(found(&conn, text).is_empty());
    }
    assert_eq!(found(&conn, "NOT OR near"), [id]);
    assert_eq!(found(&conn, "\"body*\""), [id]);
    let _ = hits(&conn, &"word ".repeat(5000));
    let _ = hits(&conn, &"字".repeat(5000));
}

#[test]
fn hits_mark_words_in_title_and_excerpt() {
    let mut conn = open();
    let text = format!("{} The\nÉclair was good, éclairs are. {}", "before ".repeat(40), "after ".repeat(60));
    write(&mut conn, |tx| {
        let mut new = NewNote::of_text(text, Moment(0), Zone::UTC);
        new.title = Some("Of eclairs".into());
        note::add(tx, &new, Moment(0)).unwrap()
    });
    let hit = hits(&conn, "eclair").remove(0);
    let marked: Vec<_> = hit.marks.iter().map(|mark| &hit.excerpt[mark.clone()]).collect();
    assert_eq!(marked, ["Éclair", "éclairs"]);
    assert_eq!(&hit.line.title.unwrap()[hit.title_marks[0].clone()], "eclairs");
    assert!(hit.excerpt.starts_with("…before ") && hit.excerpt.ends_with(" after…"));
    assert!(hit.excerpt.contains("The Éclair") && hit.excerpt.chars().count() < 210);
    let only_title = hits(&conn, "of").remove(0);
    assert!(only_title.excerpt.is_empty() && only_title.marks.is_empty());
}

#[test]
fn search_goes_on_newest_first_for_rare_and_common_words() {
    let mut conn = open();
    let mut expected = Vec::new();
    write(&mut conn, |tx| {
        for n in 0..1200_i64 {
            let new = NewNote::of_text(format!("common n{}", n % 4), Moment(n * 7919 % 1201), Zone::UTC);
            let id = note::add(tx, &new, Moment(0)).unwrap();
            expected.push((new.at, id.0, id));
        }
        note::set_pinned(tx, expected[7].2, true).unwrap();
        bin::bin(tx, expected.remove(600).2, Moment(0)).unwrap();
    });
    expected.sort_by(|a, b| b.cmp(a));
    let expected: Vec<_> = expected.into_iter().map(|(_, _, id)| id).collect();
    assert!(walk_search(&conn, "common", 100) == expected);
    let fourth: Vec<_> =
        expected.into_iter().filter(|id| note::get(&conn, *id).unwrap().text.ends_with("n3")).collect();
    assert!(walk_search(&conn, "n3 comm", 100) == fourth);
}

fn walk_search(conn: &Connection, text: &str, limit: u32) -> Vec<NoteId> {
    let mut all: Vec<NoteId> = Vec::new();
    loop {
        let query = SearchQuery { limit, after: all.last().copied(), ..SearchQuery::of_text(text.into()) };
        let next = search(conn, &query).unwrap();
        if next.is_empty() {
            return all;
        }
        all.extend(next.iter().map(|hit| hit.line.id));
    }
}

#[test]
fn search_keeps_to_a_topic() {
    let mut conn = open();
    add(&mut conn, 1, "garden");
    let mut new = NewNote::of_text("garden".into(), Moment(0), Zone::UTC);
    new.topics = vec!["Home".into()];
    let id = write(&mut conn, |tx| note::add(tx, &new, Moment(0)).unwrap());
    let query = SearchQuery { topic: Some("home".into()), ..SearchQuery::of_text("gard".into()) };
    assert!(search(&conn, &query).unwrap().iter().map(|hit| hit.line.id).eq([id]));
}

#[test]
fn an_index_made_by_other_rules_is_made_anew() {
    let mut conn = open();
    let id = add(&mut conn, 1, "kept");
    write(&mut conn, |tx| {
        tx.execute("UPDATE meta SET value = '0' WHERE key = 'index_version'", []).unwrap();
        tx.execute("INSERT INTO note_search (note_search) VALUES ('delete-all')", []).unwrap();
        assert!(!index::is_current(tx).unwrap());
        index::rebuild(tx, &mut |_| true).unwrap();
    });
    assert!(index::is_current(&conn).unwrap());
    assert_eq!(found(&conn, "kept"), [id]);
}

#[test]
fn topics_folded_by_other_rules_are_folded_anew() {
    let mut conn = open();
    let labelled = |names: &[&str]| NewNote {
        topics: names.iter().map(ToString::to_string).collect(),
        ..NewNote::of_text("x".into(), Moment(0), Zone::UTC)
    };
    let id = write(&mut conn, |tx| {
        note::add(tx, &labelled(&["Home", "Work"]), Moment(0)).unwrap();
        let id = note::add(tx, &labelled(&["Other"]), Moment(0)).unwrap();
        // As if older rules had told "Home" and "home" apart, and mixed two names up.
        tx.execute("UPDATE topic SET folded = 'other!' WHERE name = 'Other'", []).unwrap();
        tx.execute("UPDATE topic SET name = 'home' WHERE name = 'Other'", []).unwrap();
        tx.execute("UPDATE topic SET folded = 'x' WHERE name = 'Home'", []).unwrap();
        tx.execute("UPDATE topic SET folded = 'home' WHERE name = 'Work'", []).unwrap();
        index::rebuild(tx, &mut |_| true).unwrap();
        id
    });
    let list = topic::list(&conn).unwrap();
    let shown: Vec<_> = list.iter().map(|topic| (topic.name.as_str(), topic.notes)).collect();
    assert_eq!(shown, [("Home", 2), ("Work", 1)]);
    assert_eq!(note::get(&conn, id).unwrap().version, 2);
}

#[test]
fn the_beginning_of_an_id_finds_its_note() {
    let mut conn = open();
    let with =
        |id: [u8; 16]| NewNote { id: Some(NoteId(id)), ..NewNote::of_text("x".into(), Moment(0), Zone::UTC) };
    let (a, b) = ([0xab; 16], [0xac; 16]);
    write(&mut conn, |tx| {
        note::add(tx, &with(a), Moment(0)).unwrap();
        note::add(tx, &with(b), Moment(0)).unwrap();
    });
    assert_eq!(find::note(&conn, "AB"), Ok(NoteId(a)));
    assert_eq!(find::note(&conn, &NoteId(b).to_string()), Ok(NoteId(b)));
    assert_eq!(find::note(&conn, "a"), Err(Error::Ambiguous { what: Thing::Note }));
    assert_eq!(find::note(&conn, "b"), Err(Error::NotFound { what: Thing::Note }));
    for bad in ["", "xy", "é", &"a".repeat(33)] {
        assert_eq!(find::note(&conn, bad), Err(Error::NotUnderstood { what: Thing::Id }));
    }
}

#[test]
fn topics_are_listed_with_what_is_not_in_the_bin() {
    let mut conn = open();
    let mut new = NewNote::of_text("x".into(), Moment(0), Zone::UTC);
    new.topics = vec!["Ökonomie".into(), "home".into(), " HOME ".into()];
    write(&mut conn, |tx| {
        let id = note::add(tx, &new, Moment(0)).unwrap();
        note::add(tx, &new, Moment(0)).unwrap();
        bin::bin(tx, id, Moment(0)).unwrap();
    });
    let list = topic::list(&conn).unwrap();
    let shown: Vec<_> = list.iter().map(|topic| (topic.name.as_str(), topic.notes)).collect();
    assert_eq!(shown, [("home", 1), ("Ökonomie", 1)]);
}
