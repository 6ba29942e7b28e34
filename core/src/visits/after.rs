//! What she puts down of a visit that is over. Nothing asks for it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::NoteId;

/// What was said at a visit, and what comes next.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    /// Of a visit that comes again, the day on which the rule has the one that is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
    /// What was said, or a word of hers.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub said: String,
    /// Next steps.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub next: String,
    /// A note that belongs to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<NoteId>,
}
