//! The head of the document (<https://hl7.org/fhir/R4/composition.html>): by the patient, about herself.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{Dated, Ids, loinc, narrative, reference};
use crate::consent::what::{Part, Section};
use crate::share::page::{Block, Page, Said};
use crate::words::{Words, key};

pub fn of(page: &Page, ids: &Ids, visits: &[Dated<'_>], words: &Words, day: NaiveDate) -> Value {
    let mut sections = vec![opening(page, words)];
    sections.extend(page.blocks.iter().map(|block| section(page, block, visits)));
    sections.push(choices(page, ids, words));
    json!({
        "resourceType": "Composition",
        "language": page.language.tag,
        "status": "final",
        "type": loinc("51855-5", "Patient Note"),
        "subject": reference(&ids.patient),
        "date": day.to_string(),
        "author": [reference(&ids.patient)],
        "title": words.say(key::SHOWN_TITLE),
        "confidentiality": "R",
        "section": sections,
    })
}

/// What whoever reads it has to know first.
fn opening(page: &Page, words: &Words) -> Value {
    let said: Vec<Said> = page.first.iter().chain(&page.opening).cloned().collect();
    json!({
        "title": words.say(key::SHOWN_TITLE),
        "code": loinc("51855-5", "Patient Note"),
        "text": narrative::of_said(&said),
    })
}

fn section(page: &Page, block: &Block, visits: &[Dated<'_>]) -> Value {
    let heading = block.heading.text();
    let mut section = json!({ "code": code(block.part), "text": narrative::of_block(page, block) });
    let Some(object) = section.as_object_mut() else { return section };
    if !heading.trim().is_empty() {
        object.insert("title".to_owned(), json!(heading));
    }
    if let Some((_, urn, _)) = visits.iter().find(|(id, ..)| Part::Plan(*id) == block.part) {
        object.insert("entry".to_owned(), json!([reference(urn)]));
    }
    section
}

/// That her choices are about this page alone, and when it was written.
fn choices(page: &Page, ids: &Ids, words: &Words) -> Value {
    let said: Vec<Said> = page.written.iter().chain([&page.about_choices]).cloned().collect();
    json!({
        "title": words.say(key::SHOWN_ABOUT_PAGE),
        "code": loinc("59284-0", "Consent Document"),
        "text": narrative::of_said(&said),
        "entry": [reference(&ids.consent)],
    })
}

/// LOINC (<https://loinc.org>); what it has no closer name for is a patient's note.
fn code(part: Part) -> Value {
    match part {
        Part::Section(Section::Wants) => loinc("10154-3", "Chief complaint Narrative - Reported"),
        Part::Section(Section::Please | Section::Reception) => {
            loinc("81338-6", "Patient Goals, preferences, and priorities for care experience")
        }
        Part::Section(Section::Medicines) => loinc("10160-0", "History of Medication use Narrative"),
        Part::Section(Section::Filing) => loinc("59284-0", "Consent Document"),
        Part::Plan(_) => loinc("18776-5", "Plan of care note"),
        Part::Section(Section::Reach | Section::About) | Part::Own(_) | Part::Note(_) => {
            loinc("51855-5", "Patient Note")
        }
    }
}
