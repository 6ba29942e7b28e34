//! Her own record of what was shown, as Consents: for her to take along. It names nobody she did not name herself, and holds
//! no words that were shown.

use chrono::NaiveDate;
use serde_json::Value;

use super::{bundle, consent, entry, make_urn, patient};
use crate::error::Result;
use crate::words::Words;

/// A line of the record.
pub struct Line {
    /// The day on which it was shown, as she saw it.
    pub day: NaiveDate,
    /// Whether it has ended.
    pub has_ended: bool,
    /// What a person reads of it.
    pub said: String,
}

/// All of it, as a FHIR R4 Bundle of type `collection`.
///
/// # Errors
/// [`Error::Internal`](crate::Error::Internal) if there are no random bytes.
pub fn record(lines: &[Line], words: &Words, today: NaiveDate) -> Result<Vec<u8>> {
    let who = make_urn()?;
    let mut entries: Vec<Value> = vec![entry(&who, patient::of(None, words))];
    for line in lines {
        let status = if line.has_ended { "inactive" } else { "active" };
        entries.push(entry(&make_urn()?, consent::consent(status, &who, line.day, &line.said)));
    }
    bundle("collection", today, entries)
}
