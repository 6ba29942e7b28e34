//! `--remind`, as it is typed.

use chrono::NaiveDateTime;
use fernbook_core::error::{Error, Thing};
use fernbook_core::visits::reminder::Lead;

use crate::failure::Outcome;

/// What is said where a lead makes no sense.
const NOT_A_REMINDER: Error = Error::NotUnderstood { what: Thing::Reminder };

/// The leads; none at all for the one word `none`.
pub fn leads(typed: &[String]) -> Outcome<Vec<Lead>> {
    if typed == ["none"] {
        return Ok(Vec::new());
    }
    typed.iter().map(|text| Ok(lead(text).ok_or(NOT_A_REMINDER)?)).collect()
}

fn lead(text: &str) -> Option<Lead> {
    match text {
        "week" => Some(Lead::Week),
        "day" => Some(Lead::Day),
        "morning" => Some(Lead::Morning),
        _ => before(text).or_else(|| at(text)),
    }
}

fn before(text: &str) -> Option<Lead> {
    if let Some(minutes) = text.strip_prefix("leave:") {
        return minutes.parse().ok().map(Lead::Leave);
    }
    let (number, of) = if let Some(hours) = text.strip_suffix('h') {
        (hours.parse::<u32>().ok()?, 60)
    } else {
        (text.strip_suffix('m')?.parse().ok()?, 1)
    };
    number.checked_mul(of).map(Lead::Minutes)
}

fn at(text: &str) -> Option<Lead> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok().map(Lead::At)
}

/// A lead as it is typed and as JSON has it.
pub fn name(lead: Lead) -> String {
    match lead {
        Lead::Week => "week".to_owned(),
        Lead::Day => "day".to_owned(),
        Lead::Morning => "morning".to_owned(),
        Lead::Leave(minutes) => format!("leave:{minutes}"),
        Lead::Minutes(minutes) => format!("{minutes}m"),
        Lead::At(at) => at.format("%Y-%m-%dT%H:%M").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_is_read_as_it_is_told() {
        for text in ["week", "day", "morning", "leave:30", "90m", "2026-11-30T18:00"] {
            assert_eq!(lead(text).map(name).as_deref(), Some(text));
        }
        assert_eq!(lead("2h"), Some(Lead::Minutes(120)));
        for odd in ["", "m", "h", "-5m", "leave:", "soon", "99999999999h", "4294967295h"] {
            assert_eq!(lead(odd), None, "{odd}");
        }
        assert!(leads(&["none".to_owned()]).is_ok_and(|leads| leads.is_empty()));
    }
}
