//! Who wrote it: only what she put on the page, which may be nothing.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::narrative;
use crate::card::fields::About;
use crate::share::inert::inert;
use crate::words::{Words, key};

/// The system of NHS numbers in England, of the NHS data dictionary's "NHS NUMBER" (<https://digital.nhs.uk>).
const NHS: &str = "https://fhir.nhs.uk/Id/nhs-number";

pub fn of(about: Option<&About>, words: &Words) -> Value {
    let mut patient = json!({ "resourceType": "Patient" });
    let Some(about) = about else {
        put(&mut patient, "text", narrative::of_text(&words.say(key::SHOWN_NO_NAME)));
        return patient;
    };
    let shown: Vec<String> = [&about.name, &about.born, &about.nhs_number].map(|text| inert(text)).into();
    put(&mut patient, "text", narrative::of_text(&shown.join(" ")));
    if let Some(name) = shown.first().filter(|name| !name.is_empty()) {
        put(&mut patient, "name", json!([{ "text": name }]));
    }
    if let Some(number) = nhs_number(&about.nhs_number) {
        put(&mut patient, "identifier", json!([{ "system": NHS, "value": number }]));
    }
    if let Some(born) = born(&about.born) {
        put(&mut patient, "birthDate", json!(born.to_string()));
    }
    patient
}

fn put(to: &mut Value, name: &str, value: Value) {
    if let Some(object) = to.as_object_mut() {
        object.insert(name.to_owned(), value);
    }
}

/// A day that is written as FHIR writes one, of a year that someone living can be born in; another stands on the page only.
fn born(text: &str) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    (day.to_string() == text && (1900..=2200).contains(&day.year())).then_some(day)
}

/// Ten digits of which the last is right (NHS data dictionary, "modulus 11"); another number stands on the page only.
fn nhs_number(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let values: Vec<u32> = digits.chars().map(|c| c.to_digit(10)).collect::<Option<_>>()?;
    let (check, first) = values.split_last()?;
    if first.len() != 9 {
        return None;
    }
    let sum: u32 = first.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let wanted = (11 - sum % 11) % 11;
    (wanted == *check).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_day_of_our_time_is_one() {
        assert!(born("1980-02-29").is_some());
        for other in ["80-02-09", "-0005-01-01", "0000-01-01", "+12345-01-01", "29.2.1980", "1981-02-29"] {
            assert_eq!(born(other), None, "{other}");
        }
    }

    #[test]
    fn only_a_number_whose_last_digit_is_right_is_one() {
        assert_eq!(nhs_number("943 476 5919").as_deref(), Some("9434765919"));
        for wrong in ["943 476 5918", "943 476 591", "", "943476591x", "94347659190"] {
            assert_eq!(nhs_number(wrong), None, "{wrong}");
        }
    }
}
