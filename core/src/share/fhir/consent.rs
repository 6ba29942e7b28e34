//! What she chose, as a Consent (<https://hl7.org/fhir/R4/consent.html>): that they may read this, and no more.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{Ids, coded, loinc, narrative, reference};
use crate::share::page::Page;

const SCOPE: &str = "http://terminology.hl7.org/CodeSystem/consentscope";
const ACTION: &str = "http://terminology.hl7.org/CodeSystem/consentaction";

/// That of a page.
pub fn of_page(page: &Page, ids: &Ids, day: NaiveDate) -> Value {
    let said = page.about_choices.both();
    let mut consent = consent("active", &ids.patient, day, &said);
    let composition = json!([{ "meaning": "instance", "reference": reference(&ids.composition) }]);
    if let Some(provision) = consent.get_mut("provision").and_then(Value::as_object_mut) {
        provision.insert("data".to_owned(), composition);
    }
    consent
}

/// That someone may read what was shown to them on a day. `said` is what a person reads of it.
pub fn consent(status: &str, patient: &str, day: NaiveDate, said: &str) -> Value {
    json!({
        "resourceType": "Consent",
        "text": narrative::of_text(said),
        "status": status,
        "scope": coded(SCOPE, "patient-privacy", "Privacy Consent"),
        "category": [loinc("59284-0", "Consent Document")],
        "patient": reference(patient),
        "dateTime": day.to_string(),
        "policyRule": { "text": said },
        "provision": {
            "type": "permit",
            "action": [coded(ACTION, "access", "Access")],
        },
    })
}
