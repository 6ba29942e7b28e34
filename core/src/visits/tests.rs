//! Visits as a notebook keeps them.

use chrono::{NaiveDate, NaiveDateTime};
use rusqlite::{Connection, Transaction};

use super::after::After;
use super::reminder::{Lead, Reminder};
use super::repeat::{Moved, Repeat};
use super::visit::{Kind, Source, Status, Visit};
use super::when::When;
use super::{earlier, store};
use crate::error::{Error, Result, Thing};
use crate::id::{NoteId, VisitId};
use crate::journal::tombstone;
use crate::storage::migrate;
use crate::time::Zone;

fn notebook() -> Connection {
    use fernbook_sqlite3mc as _;
    let mut conn = Connection::open_in_memory().unwrap();
    write(&mut conn, migrate::run).unwrap();
    conn
}

fn write<T>(conn: &mut Connection, change: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
    let tx = conn.transaction().unwrap();
    let done = change(&tx);
    if done.is_ok() {
        tx.commit().unwrap();
    }
    done
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> When {
    When::At(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap())
}

/// One with all that a visit can have.
pub(crate) fn whole() -> Visit {
    let london = Zone::parse("Europe/London").unwrap();
    let reminder = |lead, sound| Reminder { lead, cover: "Water the plants".into(), sound };
    let repeat = Repeat {
        rule: "FREQ=WEEKLY".into(),
        added: vec![day("2026-12-10")],
        skipped: vec![day("2026-12-08")],
        moved: vec![Moved { day: day("2026-12-15"), when: at("2026-12-16 10:20") }],
    };
    let after = After {
        day: Some(day("2026-12-01")),
        said: "She listened".into(),
        next: "Ring on Friday".into(),
        note: Some(NoteId([7; 16])),
    };
    let plan = super::plan::Plan {
        say: vec!["My sleep".into()],
        helps: vec!["The door open".into()],
        not_ask: "My old address".into(),
    };
    let text = |text: &str| text.to_owned();
    Visit {
        when: at("2026-12-01 09:10"),
        zone: london,
        kind: Some(Kind::InPerson),
        title: text("Dr Osei"),
        who: text("Dr Osei"),
        place: text("Top floor"),
        contact: text("0117 496 0000"),
        travel: text("Bus 5"),
        company: text("Ines"),
        bring: text("The letter"),
        waiting: text("Outside"),
        notes: text("Two stops"),
        status: Status::Changed,
        repeat: Some(repeat),
        plan,
        after: vec![after],
        reminders: vec![reminder(Lead::Day, false), reminder(Lead::Leave(30), true)],
        source: Some(Source { uid: text("a@b"), sequence: 2, day: None }),
    }
}

/// What this version writes into `body`: a later one must read it.
const FROZEN: &str = r#"{"when":{"at":"2026-12-01T09:10:00"},"zone":"Europe/London","kind":"in_person","title":"Dr Osei","who":"Dr Osei","place":"Top floor","contact":"0117 496 0000","travel":"Bus 5","company":"Ines","bring":"The letter","waiting":"Outside","notes":"Two stops","status":"changed","repeat":{"rule":"FREQ=WEEKLY","added":["2026-12-10"],"skipped":["2026-12-08"],"moved":[{"day":"2026-12-15","when":{"at":"2026-12-16T10:20:00"}}]},"plan":{"say":["My sleep"],"helps":["The door open"],"not_ask":"My old address"},"after":[{"day":"2026-12-01","said":"She listened","next":"Ring on Friday","note":"07070707070707070707070707070707"}],"reminders":[{"lead":"day","cover":"Water the plants"},{"lead":{"leave":30},"cover":"Water the plants","sound":true}],"source":{"uid":"a@b","sequence":2}}"#;

#[test]
fn a_visit_is_kept_whole_and_its_record_is_frozen() {
    let mut conn = notebook();
    let id = write(&mut conn, |tx| store::add(tx, &whole())).unwrap();
    let kept = store::get(&conn, id).unwrap();
    assert!(kept.visit == whole() && kept.version == 1);
    let body: String = conn.query_row("SELECT body FROM visit", [], |row| row.get(0)).unwrap();
    assert_eq!(body, FROZEN);
    let least: Visit = serde_json::from_str(r#"{"when":"to_be_told","later":1}"#).unwrap();
    assert!(least == Visit::default());
}

#[test]
fn lists_pass_over_what_ended_before() {
    let mut conn = notebook();
    let once = |when| Visit { when, ..Visit::default() };
    let weekly = Repeat { rule: "FREQ=WEEKLY".into(), ..Repeat::default() };
    let visits = [
        once(at("2020-01-01 09:00")),
        once(When::Day(day("2026-12-01"))),
        once(When::ToBeTold),
        Visit { repeat: Some(weekly), ..once(at("2001-01-01 09:00")) },
    ];
    write(&mut conn, |tx| visits.iter().try_for_each(|visit| store::add(tx, visit).map(drop))).unwrap();
    let found = |kept: Vec<store::Kept>| kept.into_iter().map(|kept| kept.visit.when).collect::<Vec<_>>();
    let coming = found(store::from_day(&conn, day("2026-12-01")).unwrap());
    assert_eq!(coming.len(), 3);
    assert!(!coming.contains(&at("2020-01-01 09:00")));
    assert_eq!(found(store::before_day(&conn, day("2026-12-01"), 9).unwrap()), [at("2020-01-01 09:00")]);
    assert_eq!(store::all(&conn).unwrap().len(), 4);
}

#[test]
fn undo_goes_one_step_back_and_forth() {
    let mut conn = notebook();
    let id = write(&mut conn, |tx| store::add(tx, &whole())).unwrap();
    let other = Visit { title: "Later".into(), ..whole() };
    write(&mut conn, |tx| store::edit(tx, id, &other)).unwrap();
    let title = |conn: &Connection| store::get(conn, id).map(|kept| kept.visit.title);
    write(&mut conn, earlier::take_back).unwrap();
    assert_eq!(title(&conn).unwrap(), "Dr Osei");
    write(&mut conn, earlier::take_back).unwrap();
    assert_eq!(title(&conn).unwrap(), "Later");
    write(&mut conn, |tx| store::remove(tx, id)).unwrap();
    assert!(title(&conn).is_err() && tombstone::is_buried(&conn, id.0).unwrap());
    write(&mut conn, earlier::take_back).unwrap();
    assert_eq!(title(&conn).unwrap(), "Later");
    assert!(!tombstone::is_buried(&conn, id.0).unwrap());
    assert!(store::get(&conn, id).unwrap().version > 4, "later than the tombstone it had");
    write(&mut conn, earlier::forget).unwrap();
    assert_eq!(write(&mut conn, earlier::take_back), Err(Error::NotFound { what: Thing::Undo }));
}

#[test]
fn what_can_not_be_changes_nothing() {
    let mut conn = notebook();
    let id = write(&mut conn, |tx| store::add(tx, &whole())).unwrap();
    let from = |hour| chrono::NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    let odd_window = When::Window { day: day("2026-12-01"), from: from(13), to: from(8) };
    let mut four = whole();
    four.plan.say = ["a", "b", "c", "d"].map(str::to_owned).into();
    let own_time = Reminder {
        lead: Lead::At(day("2026-12-01").and_hms_opt(8, 0, 0).unwrap()),
        cover: String::new(),
        sound: false,
    };
    let long = Visit { notes: "x".repeat(10_001), ..whole() };
    let rule = Repeat { rule: "FREQ=HOURLY".into(), ..Repeat::default() };
    for odd in [
        Visit { when: odd_window, ..whole() },
        four,
        Visit { reminders: vec![own_time], ..whole() },
        long,
        Visit { repeat: Some(rule), ..whole() },
        Visit { when: When::ToBeTold, ..whole() },
    ] {
        assert!(write(&mut conn, |tx| store::edit(tx, id, &odd)).is_err());
        assert!(write(&mut conn, |tx| store::add(tx, &odd)).is_err());
    }
    assert!(store::all(&conn).unwrap().len() == 1 && store::get(&conn, id).unwrap().visit == whole());
}

#[test]
fn a_notebook_of_an_earlier_version_has_no_dates_yet() {
    use fernbook_sqlite3mc as _;
    let conn = Connection::open_in_memory().unwrap();
    assert!(store::all(&conn).unwrap().is_empty() && store::by_uid(&conn, "a").unwrap().is_empty());
    let missing = Some(Error::NotFound { what: Thing::Visit });
    assert_eq!(store::get(&conn, VisitId([1; 16])).err(), missing);
    assert_eq!(store::find(&conn, "01").err(), missing);
}

#[test]
fn a_visit_is_found_by_its_uid_and_by_how_its_id_begins() {
    let mut conn = notebook();
    let id = write(&mut conn, |tx| store::add(tx, &whole())).unwrap();
    assert!(store::by_uid(&conn, "a@b").unwrap().iter().map(|kept| kept.id).eq([id]));
    assert_eq!(store::find(&conn, &id.to_string()[..6]), Ok(id));
    assert!(store::find(&conn, "zz").is_err());
}
