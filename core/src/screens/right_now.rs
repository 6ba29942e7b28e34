//! Right now: one page for a hard moment, with nothing to fill in. Only in a full notebook.

use rusqlite::Connection;

use super::numbers::{PersonLine, own_people};
use crate::error::Result;
use crate::people::own_words::{self, OwnWords};
use crate::time::{Moment, Zone};
use crate::words::{Key, Words, key};

/// How many of her people stand on the page; the rest are under Numbers.
pub const FIRST_PEOPLE: usize = 3;

/// The pack's gentle lines, for as long as she wrote none of her own.
const GENTLE: [Key; 5] = [
    key::RIGHT_NOW_FEET,
    key::RIGHT_NOW_BREATHE,
    key::RIGHT_NOW_LOOK,
    key::RIGHT_NOW_WATER,
    key::RIGHT_NOW_LATER,
];

/// The page.
#[derive(Clone, PartialEq, Eq)]
pub struct RightNow {
    /// Today's day and date, in a sentence.
    pub today: String,
    /// Her words to herself; empty if she wrote none.
    pub words: String,
    /// What helps, a thing each: hers, or the pack's gentle lines.
    pub helps: Vec<String>,
    /// The first of her people.
    pub people: Vec<PersonLine>,
}

/// What she wrote, to be changed.
#[derive(Clone, PartialEq, Eq)]
pub struct OwnTexts {
    /// Her words to herself; empty if she wrote none.
    pub words: String,
    /// What helps, a thing on each line; empty if she wrote nothing.
    pub helps: String,
}

/// All that the page shows, dated by the clocks of `zone`.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) in a plain notebook.
pub fn page(conn: &Connection, words: &Words, now: Moment, zone: Zone) -> Result<RightNow> {
    let own = own_texts(conn)?;
    let hers: Vec<String> =
        own.helps.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let today = words.date(now.local(zone));
    let mut people = own_people(conn)?;
    people.truncate(FIRST_PEOPLE);
    Ok(RightNow {
        today: words.text(key::RIGHT_NOW_TODAY, &[("date", (&today).into())]),
        words: own.words,
        helps: if hers.is_empty() { GENTLE.iter().map(|&line| words.say(line)).collect() } else { hers },
        people,
    })
}

/// What she wrote of it.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) in a plain notebook.
pub fn own_texts(conn: &Connection) -> Result<OwnTexts> {
    let words = own_words::get(conn, OwnWords::Words)?;
    Ok(OwnTexts { words, helps: own_words::get(conn, OwnWords::Helps)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::person::{self, PersonText};
    use crate::storage::{meta, migrate};
    use crate::words::Pack;

    fn notebook(pack: &str) -> Connection {
        use fernbook_sqlite3mc as _;
        let mut conn = Connection::open_in_memory().unwrap();
        let tx = conn.transaction().unwrap();
        migrate::run(&tx).unwrap();
        meta::set(&tx, "pack", &pack).unwrap();
        tx.commit().unwrap();
        conn
    }

    fn shown(conn: &Connection) -> Result<RightNow> {
        let at = Moment::parse("2026-11-26T23:30:00Z").unwrap();
        page(conn, &Words::new(Pack::Full, "en"), at, Zone::parse("Asia/Tokyo").unwrap())
    }

    #[test]
    fn a_doctor_is_not_among_those_to_turn_to() {
        use crate::people::seen::{self, Seen, SeenAs};
        let mut conn = notebook("full");
        let text = |name: &str| PersonText { name: name.into(), number: "999".into(), note: String::new() };
        let tx = conn.transaction().unwrap();
        seen::add(&tx, &text("Dr Khan"), &Seen::new(SeenAs::Clinician)).unwrap();
        person::add(&tx, &text("Ines")).unwrap();
        tx.commit().unwrap();
        assert_eq!(
            shown(&conn).unwrap().people.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
            ["Ines"]
        );
    }

    #[test]
    fn the_packs_gentle_lines_stand_in_until_she_writes_her_own() {
        let mut conn = notebook("full");
        let page = shown(&conn).unwrap();
        assert_eq!(page.today, "Today is Friday 27 November 2026.");
        assert_eq!((page.words.as_str(), page.helps.len(), page.people.len()), ("", 5, 0));
        let tx = conn.transaction().unwrap();
        own_words::set(&tx, OwnWords::Helps, " Tea \n\nThe window").unwrap();
        own_words::set(&tx, OwnWords::Words, "This will pass.").unwrap();
        for name in ["a", "b", "c", "d"] {
            let text = PersonText { name: name.into(), number: "999".into(), note: String::new() };
            person::add(&tx, &text).unwrap();
        }
        tx.commit().unwrap();
        let page = shown(&conn).unwrap();
        assert_eq!(
            (page.words.as_str(), page.helps.join("|").as_str()),
            ("This will pass.", "Tea|The window")
        );
        assert_eq!(page.people.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
    }

    #[test]
    fn a_plain_notebook_has_no_such_page() {
        let conn = notebook("plain");
        assert!(shown(&conn).is_err() && own_texts(&conn).is_err());
    }
}
