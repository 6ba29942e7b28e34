//! Her visits and other dates, into a copy and back. What is here stays as it is: one that differs comes in beside
//! the one here.

use rusqlite::Connection;
use serde::Deserialize;

use super::restore::first_bytes;
use crate::crypto::digest::Sha256;
use crate::error::{Error, Part, Result};
use crate::id::VisitId;
use crate::journal::tombstone::is_buried;
use crate::visits::after::After;
use crate::visits::plan::Plan;
use crate::visits::visit::{Kind, Status, Visit};
use crate::visits::when::When;
use crate::visits::{kept, store};

const DAMAGED: Error = Error::Damaged { part: Part::Copy };

/// A visit in `fernbook.json`: its id, and all that a notebook keeps of it. Holds her text, so its `Debug` shows the
/// id only.
#[derive(Clone, PartialEq, Eq)]
pub struct VisitRecord {
    /// Its id, the same in the notebook.
    pub id: VisitId,
    /// All of it.
    pub visit: Visit,
}

impl std::fmt::Debug for VisitRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("VisitRecord").field("id", &self.id).finish_non_exhaustive()
    }
}

/// What is read of it besides the visit.
#[derive(Deserialize)]
struct Named {
    id: VisitId,
}

impl VisitRecord {
    /// One JSON object: what the notebook keeps, with the id before it.
    ///
    /// # Errors
    /// [`Error::Internal`] if it can't be written as JSON.
    pub fn to_json(&self) -> Result<String> {
        let body = store::body(&self.visit)?;
        let fields = body.strip_prefix('{').ok_or(Error::Internal { code: -44 })?;
        Ok(format!(r#"{{"id":"{}",{fields}"#, self.id))
    }

    /// Reads what [`to_json`](Self::to_json) wrote, as a notebook keeps it. Fields that are not known are passed over.
    ///
    /// # Errors
    /// [`Error::Damaged`] for anything else; [`Error::TooLarge`] for a text longer than a notebook takes.
    pub fn of_json(json: &str) -> Result<Self> {
        let Named { id } = serde_json::from_str(json).map_err(|_| DAMAGED)?;
        let visit = store::of_body(json).ok_or(DAMAGED)?;
        let visit = kept::clean(&visit).map_err(|error| match error {
            // A time or a rule that can't be was not written by this program.
            Error::NotUnderstood { .. } => DAMAGED,
            error => error,
        })?;
        Ok(Self { id, visit })
    }
}

/// What becomes of a visit of the copy.
pub(super) enum VisitFate {
    /// It comes in, under this id.
    Comes(VisitId, Box<Visit>),
    /// It is here.
    Here,
    /// It was deleted here, and stays gone.
    DeletedHere,
}

/// Decides it. Undo and what the phone holds have no part in it: reminders are planned with those of the others.
pub(super) fn fate(conn: &Connection, record: VisitRecord) -> Result<VisitFate> {
    let VisitRecord { id, visit } = record;
    if is_buried(conn, id.0)? {
        return Ok(VisitFate::DeletedHere);
    }
    match living(conn, id)? {
        None => Ok(VisitFate::Comes(id, Box::new(visit))),
        Some(here) if here == visit => Ok(VisitFate::Here),
        Some(_) => {
            let id = derive_visit_id(id, &visit)?;
            if is_buried(conn, id.0)? {
                return Ok(VisitFate::DeletedHere);
            }
            // Even if she changed that one since: it came in once.
            let came = living(conn, id)?.is_some();
            Ok(if came { VisitFate::Here } else { VisitFate::Comes(id, Box::new(visit)) })
        }
    }
}

fn living(conn: &Connection, id: VisitId) -> Result<Option<Visit>> {
    match store::get(conn, id) {
        Ok(kept) => Ok(Some(kept.visit)),
        Err(Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Always the same for the same content, as a note's is that comes in beside.
fn derive_visit_id(id: VisitId, visit: &Visit) -> Result<VisitId> {
    let mut sha = Sha256::default();
    sha.field(b"fernbook: visit beside, 1");
    sha.field(&id.0);
    sha.field(store::body(visit)?.as_bytes());
    Ok(VisitId(first_bytes(sha)))
}

/// A visit in the Markdown file for people: a heading, when, and what she wrote, each under a plain English name as
/// the front matter of a note has them. What a program needs besides is in `fernbook.json`.
pub(super) fn part(visit: &Visit) -> String {
    let lines = [times(visit), written(visit), plan(&visit.plan), afters(&visit.after)].concat();
    let mut part = format!("# {}\n\n", heading(visit));
    for (name, text) in lines.iter().filter(|(_, text)| !text.is_empty()) {
        part.push_str(&format!("- {name}: {}\n", text.replace('\n', "\n  ")));
    }
    part.push('\n');
    part
}

/// A name and what stands after it; one with nothing after it is left out.
type Line = (&'static str, String);

fn times(visit: &Visit) -> Vec<Line> {
    let zone = if visit.when == When::ToBeTold { "" } else { visit.zone.name() };
    let kind = visit.kind.map_or("", kind);
    let mut lines = vec![
        ("when", when(visit.when)),
        ("zone", zone.to_owned()),
        ("status", status(visit.status).to_owned()),
        ("kind", kind.to_owned()),
    ];
    if let Some(repeat) = &visit.repeat {
        lines.push(("repeats", repeat.rule.clone()));
        lines.extend(repeat.added.iter().map(|day| ("also on", day.to_string())));
        lines.extend(repeat.skipped.iter().map(|day| ("not on", day.to_string())));
        lines.extend(repeat.moved.iter().map(|one| ("moved", format!("{} to {}", one.day, when(one.when)))));
    }
    lines
}

/// One without a title is known by its day.
fn heading(visit: &Visit) -> String {
    let day = || visit.when.day().map_or_else(|| "-".to_owned(), |day| day.to_string());
    if visit.title.is_empty() { day() } else { visit.title.clone() }
}

fn written(visit: &Visit) -> Vec<Line> {
    let texts = [
        ("who", &visit.who),
        ("place", &visit.place),
        ("contact", &visit.contact),
        ("travel", &visit.travel),
        ("company", &visit.company),
        ("bring", &visit.bring),
        ("waiting", &visit.waiting),
        ("notes", &visit.notes),
    ];
    texts.map(|(name, text)| (name, text.clone())).into()
}

fn plan(plan: &Plan) -> Vec<Line> {
    let say = plan.say.iter().map(|one| ("to say", one.clone()));
    let helps = plan.helps.iter().map(|one| ("helps", one.clone()));
    say.chain(helps).chain([("not to ask", plan.not_ask.clone())]).collect()
}

fn afters(after: &[After]) -> Vec<Line> {
    let lines = |one: &After| {
        let (day, note) = (one.day.map(|day| day.to_string()), one.note.map(|note| note.to_string()));
        let (day, note) = (day.unwrap_or_default(), note.unwrap_or_default());
        [("after", day), ("said", one.said.clone()), ("next", one.next.clone()), ("note", note)]
    };
    after.iter().flat_map(lines).collect()
}

fn when(when: When) -> String {
    match when {
        When::ToBeTold => "to be told".to_owned(),
        When::Day(day) => day.to_string(),
        When::Window { day, from, to } => format!("{day} {}-{}", from.format("%H:%M"), to.format("%H:%M")),
        When::At(at) => at.format("%Y-%m-%d %H:%M").to_string(),
    }
}

/// Nothing for one that is as it was agreed.
fn status(status: Status) -> &'static str {
    match status {
        Status::Planned => "",
        Status::Changed => "changed",
        Status::CalledOff => "called off",
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::InPerson => "in person",
        Kind::Phone => "phone",
        Kind::Video => "video",
        Kind::Home => "at home",
    }
}
