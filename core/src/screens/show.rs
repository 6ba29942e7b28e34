//! Showing someone, on a phone: the page that goes, and what she alone is told of it.

use rusqlite::Connection;

use super::showing::{self, Telling, part_lines};
use crate::consent::choice::Shows;
use crate::consent::grant::Way;
use crate::consent::what::Part;
use crate::error::Result;
use crate::id::{NoteId, VisitId};
use crate::journal::note;
use crate::share::prepare::{self, Prepared};
use crate::share::request::{Request, paragraphs};
use crate::share::{offer, prepare::Paragraph};
use crate::time::{Moment, Zone};
use crate::visits::plan::Plan;
use crate::visits::store as visits;
use crate::words::{Words, key};

/// What she looks at before it goes.
#[derive(Clone, PartialEq, Eq)]
pub struct ShowPage {
    /// For whom, in a sentence; none if she did not say.
    pub to: Option<String>,
    /// What is said before anything is shown; none of it is on the page.
    pub before: Vec<String>,
    /// The page, just as it goes.
    pub paragraphs: Vec<Paragraph>,
    /// Her lines, one at a time, to read out.
    pub lines: Vec<String>,
    /// Every part that could be on the page, and why it is or is not.
    pub parts: Vec<ShowPart>,
    /// Why it can't go as it is, in a sentence: too long, or nothing on it. None if it can.
    pub trouble: Option<String>,
}

/// A part that could be on the page.
#[derive(Clone, PartialEq, Eq)]
pub struct ShowPart {
    /// Which.
    pub part: Part,
    /// What it is, in words.
    pub name: String,
    /// Why it is on the page or not, in words.
    pub reason: String,
    /// Whether it is on the page.
    pub is_on: bool,
    /// Whether she is told before it goes: it is not on the page, or not all of it, and not because she took it off.
    pub is_told: bool,
    /// Whether she can put it on or take it off: what she chose not to show stays off.
    pub can_change: bool,
}

/// A date with a plan, to put on the page.
#[derive(Clone, PartialEq, Eq)]
pub struct PlanOption {
    /// The date.
    pub id: VisitId,
    /// Its title.
    pub title: String,
}

/// Gets a showing ready, and what she looks at. A part that the form has no place for is left off, and she is told.
///
/// # Errors
/// Those of [`prepare::prepare`].
pub fn page(
    conn: &Connection,
    words: &Words,
    request: &Request,
    now: Moment,
    zone: Zone,
) -> Result<(Prepared, ShowPage)> {
    let possible = offer::possible(conn, request)?;
    let (with, no_room): (Vec<Part>, Vec<Part>) =
        request.with.iter().partition(|part| possible.contains(part));
    let request = Request { with, ..request.clone() };
    let prepared = prepare::prepare(conn, words, &request, now)?;
    let telling = Telling { conn, words, zone };
    let mut parts = shown_parts(conn, words, &prepared, zone)?;
    for part in no_room {
        let (name, reason) = (telling.part(part)?, words.say(key::SHOW_NO_ROOM));
        parts.push(ShowPart { part, name, reason, is_on: false, is_told: true, can_change: true });
    }
    let page = ShowPage {
        to: request.person.map(|id| to(&telling, id)).transpose()?,
        before: showing::before(words),
        paragraphs: paragraphs_of(&prepared),
        lines: prepared.aloud(),
        parts,
        trouble: trouble(words, &prepared),
    };
    Ok((prepared, page))
}

/// What is read out is her lines alone, without what a page says to whoever reads it.
fn paragraphs_of(prepared: &Prepared) -> Vec<Paragraph> {
    match prepared.request.way {
        Way::Aloud => vec![Paragraph { heading: String::new(), rest: prepared.aloud().join("\n") }],
        _ => prepared.paragraphs(),
    }
}

fn to(telling: &Telling<'_>, id: crate::id::PersonId) -> Result<String> {
    let name = telling.person(id)?;
    Ok(telling.words.text(key::SHOW_TO, &[("who", (&name).into())]))
}

fn trouble(words: &Words, prepared: &Prepared) -> Option<String> {
    if prepared.composed.page.is_empty() {
        return Some(words.say(key::SHOW_NOTHING));
    }
    let over = prepared.words_over();
    (over > 0).then(|| words.text(key::SHOW_OVER, &[("count", over.into())]))
}

fn shown_parts(conn: &Connection, words: &Words, prepared: &Prepared, zone: Zone) -> Result<Vec<ShowPart>> {
    let lines = part_lines(conn, words, prepared, zone)?;
    let part = |line: showing::PartLine| ShowPart {
        part: line.offer.part,
        name: line.name,
        reason: line.reason,
        is_on: line.offer.is_on,
        is_told: line.is_told,
        can_change: line.offer.decision.shows != Shows::Never,
    };
    Ok(lines.into_iter().map(part).collect())
}

/// Dates to come that have a plan.
///
/// # Errors
/// Those of the engine.
pub fn plans(conn: &Connection, words: &Words, now: Moment, zone: Zone) -> Result<Vec<PlanOption>> {
    let coming = visits::from_day(conn, now.local(zone).date())?;
    let with_plan = coming.into_iter().filter(|kept| kept.visit.plan != Plan::default());
    Ok(with_plan
        .map(|kept| PlanOption { id: kept.id, title: super::dates::title(words, &kept.visit) })
        .collect())
}

/// The paragraphs of a note, to choose from; their numbers on a page count from 1.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound).
pub fn note_paragraphs(conn: &Connection, id: NoteId) -> Result<Vec<String>> {
    Ok(paragraphs(&note::get(conn, id)?.text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::grant::Form;
    use crate::consent::receipt;
    use crate::consent::tests::write;
    use crate::consent::what::{Section, What};
    use crate::screens::receipt as receipts;
    use crate::share::tests::{NOW, add_note, add_plan, brief, choose, english, with_card};

    fn shown(conn: &Connection, request: &Request) -> (Prepared, ShowPage) {
        page(conn, &english(), request, NOW, Zone::UTC).unwrap()
    }

    fn joined(page: &ShowPage) -> String {
        let paragraphs = page.paragraphs.iter().map(|one| format!("{}{}", one.heading, one.rest));
        paragraphs.collect::<Vec<_>>().join("\n\n") + "\n"
    }

    #[test]
    fn what_she_looks_at_is_what_goes() {
        let mut conn = with_card(&brief());
        let note = add_note(&mut conn, "Walk", "By the sea.\nAlone.\n\nIt was good.", &[]);
        let ways = [
            (Way::Screen, Form::Short),
            (Way::Aloud, Form::Long),
            (Way::Text, Form::Long),
            (Way::Page, Form::Reception),
        ];
        for (way, form) in ways {
            let with = if form == Form::Long { vec![Part::Note(note)] } else { Vec::new() };
            let (prepared, page) = shown(&conn, &Request { with, ..Request::new(way, form) });
            if way == Way::Page {
                assert_eq!(joined(&page), prepare::page_text(&prepared));
            } else {
                assert_eq!(joined(&page).into_bytes(), prepared.output.bytes);
            }
            assert!(page.trouble.is_none() && page.to.is_none() && page.before.len() == 3);
        }
    }

    #[test]
    fn a_part_without_room_is_left_off_and_told() {
        let mut conn = with_card(&brief());
        let note = add_note(&mut conn, "Walk", "By the sea.", &[]);
        let request = Request { with: vec![Part::Note(note)], ..Request::new(Way::Screen, Form::Short) };
        let (_, page) = shown(&conn, &request);
        assert!(!joined(&page).contains("sea"));
        let told = page.parts.iter().find(|one| one.part == Part::Note(note)).unwrap();
        assert!(!told.is_on && told.can_change && told.reason.contains("long card"));
    }

    #[test]
    fn what_is_not_on_the_page_or_not_all_of_it_is_told_unless_she_took_it_off() {
        let mut conn = with_card(&brief());
        let plan = add_plan(&mut conn);
        choose(&mut conn, What::Section(Section::Medicines), Shows::Ask);
        let request = Request {
            with: vec![Part::Plan(plan)],
            without: vec![Part::Section(Section::Reach)],
            ..Request::new(Way::Screen, Form::Short)
        };
        let told = |request: &Request| {
            let parts = shown(&conn, request).1.parts.into_iter().filter(|one| one.is_told);
            parts.map(|one| (one.part, one.is_on)).collect::<Vec<_>>()
        };
        let (medicines, about) = (Part::Section(Section::Medicines), Part::Section(Section::About));
        assert!(told(&request) == [(Part::Plan(plan), true), (medicines, false), (about, false)]);
        let long = Request { form: Form::Long, ..request };
        assert!(told(&long) == [(medicines, false), (about, false)]);
    }

    #[test]
    fn what_she_chose_not_to_show_can_not_be_put_on() {
        let mut conn = with_card(&brief());
        choose(&mut conn, What::Section(Section::Reach), Shows::Never);
        let request =
            Request { with: vec![Part::Section(Section::Reach)], ..Request::new(Way::Screen, Form::Short) };
        let (_, page) = shown(&conn, &request);
        let told = page.parts.iter().find(|one| one.part == Part::Section(Section::Reach)).unwrap();
        assert!(!told.is_on && !told.can_change);
        assert!(!joined(&page).contains("07700"));
    }

    #[test]
    fn too_much_or_nothing_is_said() {
        let conn = with_card(&crate::card::tests::whole());
        assert!(shown(&conn, &Request::new(Way::Screen, Form::Short)).1.trouble.is_some());
        let conn = with_card(&crate::card::fields::Card::default());
        assert!(shown(&conn, &Request::new(Way::Screen, Form::Long)).1.trouble.is_some());
    }

    #[test]
    fn plans_to_come_can_be_put_on() {
        let mut conn = with_card(&brief());
        let plan = add_plan(&mut conn);
        assert!(plans(&conn, &english(), NOW, Zone::UTC).unwrap().iter().any(|one| one.id == plan));
    }

    #[test]
    fn a_screen_is_over_at_once_and_a_text_is_theirs() {
        let mut conn = with_card(&brief());
        for (way, ended) in [(Way::Screen, true), (Way::Aloud, true), (Way::Text, false), (Way::Page, false)]
        {
            let (prepared, _) = shown(&conn, &Request::new(way, Form::Long));
            let grant = write(&mut conn, |tx| prepare::give(tx, &prepared, true, NOW, Zone::UTC)).unwrap();
            assert_eq!(receipt::get(&conn, grant.id).unwrap().ended.is_some(), ended);
            let told = receipts::page(&conn, &english(), grant.id).unwrap();
            assert_eq!(told.ask.is_some(), !ended);
            assert!(!told.has_asked && !told.words.is_empty() && told.parts.contains("Today I want"));
        }
        let list = receipts::list(&conn, &english(), None).unwrap();
        assert!(list.lines.len() == 4 && !list.more);
    }
}
