//! The date that a plan is for (<https://hl7.org/fhir/R4/appointment.html>). One that is agreed needs a beginning and an end:
//! where only the beginning is known, both are that; one of which only the day is known is proposed.

use chrono::SecondsFormat;
use chrono::{DateTime, NaiveDateTime};
use serde_json::{Value, json};

use super::reference;
use crate::time::Zone;
use crate::visits::visit::{Status, Visit};
use crate::visits::when::When;

pub fn of(visit: &Visit, patient: &str) -> Value {
    let times = times(visit);
    let mut appointment = json!({
        "resourceType": "Appointment",
        "status": status(visit, times.get("start").is_some()),
        "participant": [{ "actor": reference(patient), "status": "accepted" }],
    });
    if let (Some(object), Some(times)) = (appointment.as_object_mut(), times.as_object()) {
        object.extend(times.clone());
    }
    appointment
}

fn status(visit: &Visit, has_times: bool) -> &'static str {
    match visit.status {
        Status::CalledOff => "cancelled",
        Status::Planned | Status::Changed if has_times => "booked",
        Status::Planned | Status::Changed => "proposed",
    }
}

fn times(visit: &Visit) -> Value {
    let period = |from, to| match (instant(visit.zone, from), instant(visit.zone, to)) {
        (Some(start), Some(end)) => json!({ "start": start, "end": end }),
        _ => json!({}),
    };
    match visit.when {
        When::At(at) => period(at, at),
        When::Window { day, from, to } => period(day.and_time(from), day.and_time(to)),
        When::Day(day) => {
            json!({ "requestedPeriod": [{ "start": day.to_string(), "end": day.to_string() }] })
        }
        When::ToBeTold => json!({}),
    }
}

/// A time beyond the years that can be told is none.
fn instant(zone: Zone, local: NaiveDateTime) -> Option<String> {
    let at = zone.moment_of(local).ok()?;
    Some(DateTime::from_timestamp_millis(at.0)?.to_rfc3339_opts(SecondsFormat::Secs, true))
}
