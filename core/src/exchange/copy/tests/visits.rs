//! Her visits and other dates, into a copy and back.

use super::*;
use crate::id::VisitId;
use crate::visits::tests::whole;
use crate::visits::visit::Visit;
use crate::visits::when::When;
use crate::visits::{earlier, store};

fn titled(title: &str) -> Visit {
    Visit { title: title.into(), ..Visit::default() }
}

/// A notebook with one visit that has everything and one that has next to nothing.
fn with_visits() -> (Connection, VisitId) {
    let mut conn = notebook();
    let first = write(&mut conn, |tx| {
        let first = store::add(tx, &whole()).unwrap();
        store::add(tx, &titled("Library 🌱\u{2028}\"x\"")).unwrap();
        first
    });
    (conn, first)
}

fn all(conn: &Connection) -> Vec<(VisitId, Visit)> {
    store::all(conn).unwrap().into_iter().map(|kept| (kept.id, kept.visit)).collect()
}

fn titles(conn: &Connection) -> Vec<String> {
    all(conn).into_iter().map(|(_, visit)| visit.title).collect()
}

fn coming(visits: u64) -> crate::Result<Restored> {
    Ok(Restored { visits, ..tally(0, 0, 0, 0, 0) })
}

fn json_of(conn: &Connection) -> String {
    let json = files_of(conn).into_iter().find(|(name, _)| name == layout::JSON).unwrap().1;
    String::from_utf8(json).unwrap()
}

#[test]
fn all_of_them_come_back_once_and_in_order() {
    let (old, _) = with_visits();
    let copy = copy_of(&old);
    let mut new = notebook();
    let told = preview(&new, &copy[..], &words(), &mut |_| true);
    assert!(all(&new).is_empty());
    assert_eq!((told, bring(&mut new, &copy)), (coming(2), coming(2)));
    assert!(all(&new) == all(&old));
    assert_eq!(bring(&mut new, &copy), coming(0));
    assert!(all(&new) == all(&old));
}

#[test]
fn a_plain_notebook_takes_and_gives_all_of_them() {
    let (old, _) = with_visits();
    let mut plain = notebook();
    write(&mut plain, |tx| meta::set(tx, "pack", &"plain").unwrap());
    assert_eq!(bring(&mut plain, &copy_of(&old)), coming(2));
    let mut new = notebook();
    assert_eq!(bring(&mut new, &copy_of(&plain)), coming(2));
    assert!(all(&new) == all(&old));
}

#[test]
fn one_that_was_changed_comes_in_beside_and_one_taken_out_stays_gone() {
    let (mut conn, first) = with_visits();
    let copy = copy_of(&conn);
    let other = Visit { place: "Ground floor".into(), ..whole() };
    write(&mut conn, |tx| store::edit(tx, first, &other).unwrap());
    assert_eq!(bring(&mut conn, &copy), coming(1));
    assert!(store::get(&conn, first).unwrap().visit == other);
    let (beside, brought) = all(&conn).pop().unwrap();
    assert!(brought == whole() && beside != first);
    assert_eq!(bring(&mut conn, &copy), coming(0));
    // What came in beside is hers to change.
    write(&mut conn, |tx| store::edit(tx, beside, &titled("Later")).unwrap());
    assert_eq!(bring(&mut conn, &copy), coming(0));
    let gone = Ok(tally(0, 0, 0, 1, 0));
    write(&mut conn, |tx| store::remove(tx, beside).unwrap());
    assert_eq!(bring(&mut conn, &copy), gone);
    write(&mut conn, |tx| store::remove(tx, first).unwrap());
    assert_eq!((preview(&conn, &copy[..], &words(), &mut |_| true), bring(&mut conn, &copy)), (gone, gone));
    assert_eq!(titles(&conn).len(), 1);
}

#[test]
fn bringing_in_leaves_what_undo_takes_back() {
    let (old, _) = with_visits();
    let copy = copy_of(&old);
    let mut new = notebook();
    let id = write(&mut new, |tx| store::add(tx, &titled("Mine")).unwrap());
    bring(&mut new, &copy).unwrap();
    assert_eq!(write(&mut new, earlier::take_back), Ok(id));
    assert!(all(&new) == all(&old));
}

#[test]
fn the_check_and_a_folder_tell_how_many_there_are() {
    let (old, first) = with_visits();
    let contents = check(&copy_of(&old)[..], &words(), &mut |_| true).unwrap();
    assert_eq!((contents.visits, contents.notes), (2, 0));
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    assert_eq!(export(&old, &out, Uncleaned::LeaveOut, LABEL, &mut |_| true).unwrap().visits, 2);
    assert_eq!(super::super::packed::preview(&old, Uncleaned::LeaveOut, &mut |_| true).unwrap().visits, 2);
    let json: serde_json::Value = serde_json::from_slice(&fs::read(out.join(layout::JSON)).unwrap()).unwrap();
    assert_eq!(json["visits"][0]["id"], first.to_string());
    assert_eq!(json["visits"][0]["when"]["at"], "2026-12-01T09:10:00");
    assert_eq!(json["visits"][0]["reminders"][1]["lead"]["leave"], 30);
    assert_eq!(fs::read_to_string(out.join(layout::DATES)).unwrap(), DATES);
}

/// What a person finds in `dates.md`.
const DATES: &str = "# Dr Osei

- when: 2026-12-01 09:10
- zone: Europe/London
- status: changed
- kind: in person
- repeats: FREQ=WEEKLY
- also on: 2026-12-10
- not on: 2026-12-08
- moved: 2026-12-15 to 2026-12-16 10:20
- who: Dr Osei
- place: Top floor
- contact: 0117 496 0000
- travel: Bus 5
- company: Ines
- bring: The letter
- waiting: Outside
- notes: Two stops
- to say: My sleep
- helps: The door open
- not to ask: My old address
- after: 2026-12-01
- said: She listened
- next: Ring on Friday
- note: 07070707070707070707070707070707

# Library 🌱 \"x\"

- when: to be told

";

#[test]
fn a_notebook_without_any_writes_what_it_always_wrote() {
    let mut conn = notebook();
    add(&mut conn, 1, "words");
    assert!(!json_of(&conn).contains("visits"));
    assert!(files_of(&conn).iter().all(|(name, _)| name != layout::DATES));
}

#[test]
fn a_day_and_a_window_read_as_such_and_texts_of_lines_stay_together() {
    let day = "2026-12-01".parse().unwrap();
    let time = |text: &str| text.parse().unwrap();
    let at = |when, notes: &str| {
        super::super::visits::part(&Visit { when, notes: notes.into(), ..Visit::default() })
    };
    assert_eq!(at(When::Day(day), ""), "# 2026-12-01\n\n- when: 2026-12-01\n- zone: UTC\n\n");
    let window = When::Window { day, from: time("08:00:00"), to: time("13:00:00") };
    assert!(at(window, "").contains("- when: 2026-12-01 08:00-13:00\n"));
    assert!(
        at(When::ToBeTold, "a\nb").starts_with("# -\n") && at(window, "a\nb").contains("- notes: a\n  b\n")
    );
}

/// What another or a mistaken program would write.
#[test]
fn what_is_no_visit_is_damage_and_later_fields_are_passed_over() {
    let (old, first) = with_visits();
    let mut files = files_of(&old);
    let json = json_of(&old);
    let mut brought = |from: &str, to: &str| {
        assert!(json.contains(from), "{from}");
        files[1].1 = json.replacen(from, to, 1).into_bytes();
        let mut new = notebook();
        let done = bring(&mut new, &sealed_of(&files));
        assert!(done.is_ok() || all(&new).is_empty());
        done
    };
    let damaged = Err(Error::Damaged { part: Part::Copy });
    let second = all(&old)[1].0.to_string();
    let twice = ("\"visits\":[".to_owned(), "\"visits\":[],\"visits\":[".to_owned());
    let first_key = format!("{{\"id\":\"{first}\",");
    let bad = [
        (second, first.to_string()),
        (first_key.clone(), "{".to_owned()),
        ("\"when\":{\"at\":\"2026-12-01".to_owned(), "\"when\":{\"at\":\"2026-13-01".to_owned()),
        ("FREQ=WEEKLY".to_owned(), "FREQ=SOMETIMES".to_owned()),
        ("\"kind\":\"in_person\"".to_owned(), "\"kind\":7".to_owned()),
        ("\"notes\":[".to_owned(), "\"visits\":[],\"notes\":[".to_owned()),
        twice,
    ];
    bad.iter().for_each(|(from, to)| assert_eq!(brought(from, to), damaged, "{to}"));
    let long = "x".repeat(crate::visits::kept::LONGEST_TEXT + 1);
    assert_eq!(brought("Top floor", &long), Err(Error::TooLarge { what: crate::error::Thing::Text }));
    assert_eq!(brought(&first_key, &format!("{first_key}\"later\":[{{\"a\":1}}],")), coming(2));
    assert_eq!(brought("Europe/London", "Nowhere/At_all"), coming(2));
}

#[test]
fn a_visit_by_another_program_with_words_we_would_change_comes_in_once() {
    let (old, _) = with_visits();
    let mut files = files_of(&old);
    files[1].1 = json_of(&old).replace("Top floor", "  Top\\u0000floor ").into_bytes();
    let (copy, mut new) = (sealed_of(&files), notebook());
    assert_eq!((bring(&mut new, &copy), bring(&mut new, &copy)), (coming(2), coming(0)));
}

#[test]
fn errors_and_debug_show_no_word_of_them() {
    let (old, first) = with_visits();
    let record = super::super::visits::VisitRecord { id: first, visit: whole() };
    assert!(!format!("{record:?}").contains("Osei"));
    let mut files = files_of(&old);
    files[1].1 = json_of(&old).replace("2026-12-01T09:10:00", "Osei").into_bytes();
    let failed = bring(&mut notebook(), &sealed_of(&files));
    assert!(failed.is_err() && !format!("{failed:?}").contains("Osei"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever a notebook keeps comes back as it is kept there, and so only once.
    #[test]
    fn any_visit_comes_back_the_same_and_only_once(
        texts in prop::collection::vec(any::<String>(), 9), days in prop::collection::vec(-9_000..90_000i64, 3), open: bool,
    ) {
        let day = |at: usize| chrono::NaiveDate::default() + chrono::Days::new(days[at].unsigned_abs());
        let text = |at: usize| -> String { texts[at].chars().take(40).collect() };
        let mut visit = Visit {
            when: if open { When::ToBeTold } else { When::Day(day(0)) },
            title: text(0), who: text(1), place: text(2), notes: text(3), bring: text(4),
            ..whole()
        };
        visit.plan.say = vec![text(5), text(6)];
        visit.after[0].said = text(7);
        visit.reminders[0].cover = text(8);
        visit.repeat = visit.repeat.filter(|_| !open).map(|mut repeat| {
            repeat.added = vec![day(1), day(2)];
            repeat.skipped = vec![day(2), day(1)];
            repeat
        });
        let mut old = notebook();
        write(&mut old, |tx| store::add(tx, &visit).unwrap());
        let copy = cheap_copy_of(&old);
        let mut new = notebook();
        prop_assert_eq!(bring(&mut new, &copy), coming(1));
        prop_assert!(all(&new) == all(&old));
        prop_assert_eq!(bring(&mut new, &copy), coming(0));
    }
}
