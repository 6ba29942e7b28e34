//! What she wants to say at a visit, what helps her there, and what she would rather not be asked.

use serde::{Deserialize, Serialize};

/// How many things she wants to say: more are not heard in ten minutes.
pub const MOST_TO_SAY: usize = 3;

/// Her plan for a visit.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    /// What she wants to say, in her order: at most [`MOST_TO_SAY`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub say: Vec<String>,
    /// What helps her there, in her words or those of the pack's list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub helps: Vec<String>,
    /// What not to ask about.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub not_ask: String,
}
