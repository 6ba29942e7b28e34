//! The page as an HL7 FHIR R4 (4.0.1) document: a Bundle of type `document` (<https://hl7.org/fhir/R4/documents.html>) whose
//! Composition is by the patient. Each part is a section with a narrative, coded in LOINC. Every reference stays inside
//! the Bundle, every id in it is made for it alone, and it tells the day it was made, not the time.

mod appointment;
mod composition;
mod consent;
mod narrative;
mod patient;
mod record;

use chrono::NaiveDate;
use rusqlite::Connection;
use serde_json::{Value, json};

pub use record::{Line, record};

use super::page::Page;
use super::request::Request;
use crate::card::fields::About;
use crate::card::store as cards;
use crate::consent::what::{Part, Section};
use crate::crypto::random;
use crate::error::{Error, Result};
use crate::id::VisitId;
use crate::visits::store as visits;
use crate::visits::visit::Visit;
use crate::words::Words;

/// What a document says in fields, besides the words on the page. It goes in only with the part that says the same.
pub struct Extras {
    about: About,
    visits: Vec<(VisitId, Visit)>,
}

impl Extras {
    /// What there is for a request.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a date that is not there.
    pub fn of(conn: &Connection, request: &Request) -> Result<Self> {
        let about = cards::get(conn)?.map(|written| written.card.about).unwrap_or_default();
        let visit = |id| Ok((id, visits::get(conn, id)?.visit));
        Ok(Self { about, visits: request.plans().map(visit).collect::<Result<_>>()? })
    }
}

/// The document, as JSON.
///
/// # Errors
/// [`Error::Internal`] if there are no random bytes.
pub fn document(page: &Page, extras: &Extras, words: &Words, day: NaiveDate) -> Result<Vec<u8>> {
    let has = |part: Part| page.blocks.iter().any(|block| block.part == part);
    let about = Some(&extras.about).filter(|_| has(Part::Section(Section::About)));
    let ids = Ids { patient: make_urn()?, composition: make_urn()?, consent: make_urn()? };
    // Of one that comes again it is not known which it is for.
    let visits = extras.visits.iter().filter(|(id, visit)| has(Part::Plan(*id)) && visit.repeat.is_none());
    let visits = visits.map(|(id, visit)| Ok((*id, make_urn()?, visit))).collect::<Result<Vec<_>>>()?;
    let mut entries = vec![
        entry(&ids.composition, composition::of(page, &ids, &visits, words, day)),
        entry(&ids.patient, patient::of(about, words)),
        entry(&ids.consent, consent::of_page(page, &ids, day)),
    ];
    entries.extend(visits.iter().map(|(_, urn, visit)| entry(urn, appointment::of(visit, &ids.patient))));
    bundle("document", day, entries)
}

/// The names by which resources refer to one another.
struct Ids {
    patient: String,
    composition: String,
    consent: String,
}

/// A plan's date, the name of its resource, and what is known of it.
type Dated<'a> = (VisitId, String, &'a Visit);

fn bundle(kind: &str, day: NaiveDate, entries: Vec<Value>) -> Result<Vec<u8>> {
    let bundle = json!({
        "resourceType": "Bundle",
        "identifier": { "system": "urn:ietf:rfc:3986", "value": make_urn()? },
        "type": kind,
        // An instant has to have a time of day; this one says none.
        "timestamp": format!("{day}T00:00:00Z"),
        "entry": entries,
    });
    let mut json = serde_json::to_vec_pretty(&bundle).map_err(|_| Error::Internal { code: -3 })?;
    json.push(b'\n');
    Ok(json)
}

fn entry(urn: &str, resource: Value) -> Value {
    json!({ "fullUrl": urn, "resource": resource })
}

fn reference(urn: &str) -> Value {
    json!({ "reference": urn })
}

fn coded(system: &str, code: &str, display: &str) -> Value {
    json!({ "coding": [{ "system": system, "code": code, "display": display }] })
}

const LOINC: &str = "http://loinc.org";

fn loinc(code: &str, display: &str) -> Value {
    coded(LOINC, code, display)
}

/// A random UUID (RFC 9562, version 4) as a URN.
fn make_urn() -> Result<String> {
    let mut bytes: [u8; 16] = random::make_bytes()?;
    let [_, _, _, _, _, _, version, _, variant, ..] = &mut bytes;
    *version = *version & 0x0f | 0x40;
    *variant = *variant & 0x3f | 0x80;
    let hex = crate::id::to_hex(&bytes);
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    Ok(format!("urn:uuid:{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)))
}
